import { Carrier, Escape, Fitting, isStruct, isText, Key, Struct } from './fit';
import { shown } from './text';

/** Fields of every object, whatever its kind. */
export interface ObjectPlan {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Struct;
  readonly escapes: readonly Escape[];
}

/** Fields that only the server writes. */
const SERVER_SET = [
  'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'selfLink', 'managedFields', 'deletionTimestamp', 'deletionGracePeriodSeconds',
];
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Kinds of lists, with the kind of their items, which may leave it out. */
const LIST = /^(.*)List$/;

/** The objects of a document: the items of a list, nested lists included, or the object itself. */
export function objectsOf(value: unknown): unknown[] {
  const objects: unknown[] = [];
  const pending: unknown[] = [value]; // the next one last
  while (pending.length > 0) {
    const one = pending.pop();
    const [, kind] = isStruct(one) && typeof one.kind === 'string' ? LIST.exec(one.kind) ?? [] : [];
    if (kind !== undefined && isStruct(one) && Array.isArray(one.items)) {
      for (const item of [...one.items].reverse()) {
        pending.push(kind !== '' && isStruct(item) ? { apiVersion: one.apiVersion, kind, ...item } : item);
      }
    } else {
      objects.push(one);
    }
  }
  return objects;
}

/** The object without what the server sets, and what was left out. */
export function withoutServerSet(manifest: Struct, comments?: Carrier): { manifest: Struct; left: string[] } {
  const left: string[] = [];
  const { status, ...rest } = manifest;
  comments?.carry(manifest, rest);
  if (status !== undefined && status !== null) {
    left.push('status');
  }
  if (isStruct(rest.metadata)) {
    const metadata = { ...rest.metadata };
    comments?.carry(rest.metadata, metadata);
    for (const key of SERVER_SET.filter((name) => Object.hasOwn(metadata, name))) {
      if (metadata[key] !== null) {
        left.push(`metadata.${key}`);
      }
      delete metadata[key];
    }
    const { annotations } = metadata;
    if (isStruct(annotations) && Object.hasOwn(annotations, LAST_APPLIED)) {
      const { [LAST_APPLIED]: _, ...others } = annotations;
      metadata.annotations = others;
      left.push(`metadata.annotations['${LAST_APPLIED}']`);
    }
    rest.metadata = metadata;
  }
  return { manifest: rest, left };
}

/** The metadata as cdk8s takes it: it drops what is empty, which means the same, and cannot write some keys. */
export function metadataOf(manifest: Struct, comments?: Carrier): { metadata: Struct; escapes: Escape[] } {
  const given = manifest.metadata ?? {};
  const fitting = new Fitting(comments);
  const writable = (map: unknown) => !isStruct(map) || !Object.hasOwn(map, 'constructor');
  const fit = fitting.struct(given, 'ObjectMeta', ['metadata'], { labels: writable, annotations: writable });
  if (fit === undefined) {
    return { metadata: {}, escapes: [{ path: ['metadata'], value: given, why: fitting.why }] };
  }
  const metadata = Object.fromEntries(Object.entries(fit).filter(([, value]) => typeof value !== 'object' || Object.keys(value as object).length > 0));
  comments?.carry(fit, metadata);
  return { metadata, escapes: fitting.escapes };
}

/**
 * The fields of an object of any kind, without what cdk8s does not write as it is: that takes a JSON patch.
 *
 * @param known whether a null is no value, as in all kinds that we know
 */
export function plainFields(manifest: Struct, known: boolean, comments?: Carrier): { fields: Struct; escapes: Escape[] } {
  const escapes: Escape[] = [];
  const { apiVersion, kind, metadata, ...rest } = manifest;
  const entries: [string, unknown][] = [];
  for (const [key, given] of Object.entries(rest)) {
    const value = known ? withoutNull(given, comments) : given;
    if (value === undefined) {
      continue;
    }
    const tamed = tame(value, [key], escapes, comments);
    if (tamed === undefined) {
      escapes.push({ path: [key], value, why: reason(value) });
    } else {
      entries.push([key, tamed]);
    }
  }
  const fields = Object.fromEntries(entries);
  return { fields: comments?.carry(manifest, fields) ?? fields, escapes };
}

/** A value without the fields that are null; nulls in lists stay. */
function withoutNull(value: unknown, comments?: Carrier): unknown {
  const copied = <T extends object>(copy: T): T => comments?.carry(value as object, copy) ?? copy;
  if (Array.isArray(value)) {
    return copied(value.map((item) => withoutNull(item, comments) ?? null));
  }
  if (!isStruct(value)) {
    return value ?? undefined;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return copied(Object.fromEntries(entries.map(([key, item]) => [key, withoutNull(item, comments)])));
}

function tame(value: unknown, path: readonly Key[], escapes: Escape[], comments?: Carrier): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const mark = escapes.length;
    const items = value.map((item, i) => tame(item, [...path, i], escapes, comments));
    if (items.includes(undefined)) {
      escapes.length = mark;
      return undefined;
    }
    return comments?.carry(value, items) ?? items;
  }
  if (!isStruct(value)) {
    return value;
  }
  if (Object.hasOwn(value, 'constructor') || Object.hasOwn(value, '__proto__')) {
    return undefined;
  }
  const entries: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const tamed = tame(item, [...path, key], escapes, comments);
    if (tamed === undefined) {
      escapes.push({ path: [...path, key], value: item, why: reason(item) });
    } else {
      entries.push([key, tamed]);
    }
  }
  const map = Object.fromEntries(entries);
  return comments?.carry(value, map) ?? map;
}

function reason(value: unknown): string {
  return value === null ? 'is null, which cdk8s drops' : 'has a null or a key that cdk8s does not write';
}

/** Why a value is not a manifest. */
export function notAnObject(value: unknown): string | undefined {
  if (!isStruct(value)) {
    return value === null || value === undefined ? 'empty document, left out' : 'not a map, so not an object; left out';
  }
  const missing = ['apiVersion', 'kind'].filter((key) => !isText(value[key]));
  if (missing.length > 0) {
    return `no ${missing.join(' and no ')}, so not an object; left out`;
  }
  if (!/^([^/]+|[^/]*\/[^/]+)$/.test(value.apiVersion as string)) {
    return `apiVersion ${shown(value.apiVersion as string)} must be VERSION or GROUP/VERSION; left out`;
  }
  return Object.hasOwn(value, '__proto__') ? 'cdk8s cannot write an object with the field __proto__; left out' : undefined;
}
