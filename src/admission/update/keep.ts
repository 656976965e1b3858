import { kindFacts } from '../../k8s/kinds';
import type { NormalObject } from '../decode/normal';
import type { FieldPlan, Plan } from '../decode/plan';
import { isList, read } from '../decode/reading';

/** Of these the API says retainKeys: what the new one does not name is gone from one that is different. */
const RETAIN_KEYS = ['volumes', 'resourceClaims'];
/** What the server keeps by itself, or what every request says. */
const LEFT_OUT = ['apiVersion', 'kind', 'metadata', 'status'];
/**
 * The lists that an apply merges, by the fields that tell items apart: the API's patchMergeKey, and the protocol of a port. All others it
 * sends whole.
 */
const MERGED: { readonly [list: string]: readonly string[] | undefined } = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  env: ['name'],
  volumes: ['name'],
  imagePullSecrets: ['name'],
  resourceClaims: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  ports: ['containerPort', 'port', 'protocol'],
};

/**
 * The new object with what the server has made of the parts of the old one that it leaves unchanged: an apply sends only what is different.
 * All three are as they are written, without defaults that nobody has set yet. Metadata are the new one's.
 *
 * @param object the new object
 * @param written the old object as its manifest has it
 * @param stored the old object as the cluster has it
 * @param plan of the type of all three
 * @param raw the new manifest, which has what decoding leaves out: of a struct or map that it empties, what the server has added stays
 * @returns a copy that shares parts with what was given
 */
export function keepUnchanged(
  object: NormalObject, written: NormalObject, stored: NormalObject, kind: string, plan: Plan, raw: unknown = object,
): NormalObject {
  const way = kindFacts(kind)?.template;
  const kept: NormalObject = { ...object };
  for (const part of new Set([...Object.keys(object), ...Object.keys(stored)])) {
    if (LEFT_OUT.includes(part)) {
      continue;
    }
    const value = keep(object[part], written[part], retained(object, written, stored, part, kind, way), plan.fields[part], inside(raw, part));
    if (value !== undefined) {
      kept[part] = value;
    }
  }
  return kept;
}

/** A part of the stored object, without what the API does not retain. */
function retained(
  object: NormalObject, written: NormalObject, stored: NormalObject, part: string, kind: string, way: readonly string[] | undefined,
): unknown {
  let kept: NormalObject = { [part]: stored[part] };
  const forget = (path: readonly string[]): void => {
    const [is, was, has] = [object, written, stored].map((each) => at(each, path));
    if (path[0] === part && is !== undefined && has !== undefined && !isSame(is, was)) {
      kept = replaced(kept, path, withoutOmitted(is, was, has, path[path.length - 1])) as NormalObject;
    }
  };
  if (kind === 'Deployment') {
    forget(['spec', 'strategy']);
  }
  if (way !== undefined) {
    RETAIN_KEYS.forEach((field) => forget([...way, 'spec', field]));
  }
  return kept[part];
}

function withoutOmitted(object: unknown, written: unknown, stored: unknown, field: string): unknown {
  if (Array.isArray(object) && Array.isArray(stored)) {
    return stored.map((item: unknown) => {
      const [is, was] = [twin(item, object, field), twin(item, written, field)];
      return is === undefined || was === undefined || isSame(is, was) ? item : withoutOmitted(is, was, item, '');
    });
  }
  return isStruct(object) && isStruct(stored) ? fromEntries(Object.entries(stored).filter(([key]) => own(object, key) !== undefined)) : stored;
}

function keep(given: unknown, written: unknown, stored: unknown, field: FieldPlan | undefined, raw: unknown): unknown {
  if (isSame(given, written) || (field?.ptr === false && isBlank(given) && isBlank(written))) {
    return stored;
  }
  const object = given ?? (isStruct(stored) && typeof raw === 'object' && raw !== null && !isList(raw) ? {} : undefined);
  if (Array.isArray(object)) {
    return object.map((item: unknown, i) => {
      const [before, kept] = [twin(item, written, field?.name), twin(item, stored, field?.name)];
      return before === undefined || kept === undefined ? item : keepFields(item as NormalObject, before, kept, field?.type, inside(raw, i));
    });
  }
  const kept = isStruct(object) && isStruct(stored) ? keepFields(object, written, stored, field?.type, raw) : object;
  return given === undefined && isBlank(kept) ? undefined : kept;
}

function keepFields(object: NormalObject, written: unknown, stored: unknown, plan: Plan | undefined, raw: unknown): NormalObject {
  const kept = isStruct(stored) ? stored : {};
  // A struct that the manifest did not have, but the server had made: its fields are the server's.
  const before = isStruct(written) ? written : {};
  const keys = new Set([...Object.keys(object), ...Object.keys(kept)]);
  const entries = [...keys].map((key): readonly [string, unknown] => {
    const value = keep(own(object, key), own(before, key), own(kept, key), plan?.fields[key], inside(raw, key));
    return [key, value];
  });
  return fromEntries(entries.filter(([, value]) => value !== undefined));
}

function inside(raw: unknown, key: string | number): unknown {
  return typeof raw === 'object' && raw !== null ? read(raw, String(key)) : undefined;
}

/** The item of another list that an apply takes for the same. */
function twin(item: unknown, other: unknown, field = ''): unknown {
  const keys = Object.hasOwn(MERGED, field) ? MERGED[field] : undefined;
  if (keys === undefined || !isStruct(item) || !Array.isArray(other)) {
    return undefined;
  }
  const key = keyOf(item, keys);
  return other.find((each: unknown) => isStruct(each) && keyOf(each, keys) === key) as unknown;
}

const keyOf = (item: NormalObject, keys: readonly string[]): string => JSON.stringify(keys.map((key) => own(item, key) ?? (key === 'protocol' ? 'TCP' : null)));

function at(object: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, field) => isStruct(value) ? own(value, field) : undefined, object);
}

function replaced(object: unknown, [field, ...rest]: readonly string[], value: unknown): unknown {
  return field === undefined ? value : { ...object as NormalObject, [field]: replaced((object as NormalObject)[field], rest, value) };
}

/** Keys are defined, so that one may be __proto__. */
function fromEntries(entries: readonly (readonly [string, unknown])[]): NormalObject {
  return Object.fromEntries(entries);
}

function own(struct: NormalObject, key: string): unknown {
  return Object.hasOwn(struct, key) ? struct[key] : undefined;
}

/** What is empty counts as missing. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    const [one, other] = [a ?? [], b ?? []] as unknown[][];
    return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((item, i) => isSame(item, other[i]));
  }
  if (!isStruct(a) || !isStruct(b)) {
    return false;
  }
  return Object.keys(a).every((key) => isSame(a[key], own(b, key)))
    && Object.keys(b).every((key) => Object.hasOwn(a, key) || isSame(undefined, b[key]));
}

function isBlank(value: unknown): boolean {
  return value === undefined || (isStruct(value) && Object.values(value).every(isBlank));
}

function isStruct(value: unknown): value is NormalObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
