// What the cluster has of the old object, and what of it was applied.
import { at, isMap, Json, JsonMap, mapAt, own, plainCopy, setOwn, textAt } from '../../objects/plain';
import { itemShape, Shape, shapeUnder } from '../schema';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
/** Longer than any that the server stores. */
const LONGEST = 1024 * 1024;
/** Managers of fields that belong to `kubectl apply`, by its own name and by that of applies on the client, which it takes over. */
const MANAGERS = ['kubectl', 'kubectl-client-side-apply', 'kubectl-last-applied'];
/** What only the server writes in metadata. */
const SERVER_METADATA = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'deletionTimestamp', 'deletionGracePeriodSeconds', 'managedFields', 'selfLink'];
/** What the server keeps when a manifest says nothing about it, although an older one did. */
const KEPT_OF_SERVICE = ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'healthCheckNodePort'];

/** Whether an object comes from a cluster, and not from a file that somebody wrote. */
export function isFromCluster(object: Json): boolean {
  return textAt(object, 'metadata', 'uid') !== undefined || textAt(object, 'metadata', 'resourceVersion') !== undefined;
}

/** An object without what only the server writes. */
export function withoutServerFields(object: JsonMap): JsonMap {
  const { status: _, ...rest } = object;
  if (!isMap(own(object, 'metadata'))) {
    return rest;
  }
  const metadata: JsonMap = { ...mapAt(object, 'metadata') };
  SERVER_METADATA.forEach((field) => delete metadata[field]);
  if (at(metadata, 'annotations', LAST_APPLIED) !== undefined) {
    const { [LAST_APPLIED]: __, ...annotations } = mapAt(metadata, 'annotations');
    metadata.annotations = annotations;
    if (Object.keys(annotations).length === 0) {
      delete metadata.annotations;
    }
  }
  return { ...rest, metadata };
}

/** What was applied before. */
export interface Applied {
  readonly object: JsonMap;
  /** The object comes from a cluster and does not say what was applied: nothing is removed. */
  readonly unknown?: true;
}

/** What `kubectl apply` on the client takes for the file before: that of the annotation, for an object of a cluster. */
export function appliedByClient(old: JsonMap): Applied {
  if (!isFromCluster(old)) {
    return { object: withoutKept(old) };
  }
  const written = textAt(old, 'metadata', 'annotations', LAST_APPLIED);
  const parsed = written === undefined || written.length > LONGEST ? undefined : parse(written);
  return parsed === undefined ? { object: {}, unknown: true } : { object: withoutKept(parsed) };
}

/** The fields that `kubectl apply --server-side` owns, and nobody else. */
export function appliedByServer(old: JsonMap, shape: Shape): Applied {
  if (!isFromCluster(old)) {
    return { object: withoutKept(old) };
  }
  const managed = at(old, 'metadata', 'managedFields');
  const entries = Array.isArray(managed) ? managed.filter(isMap).filter((entry) => textAt(entry, 'subresource') === undefined) : [];
  const isOurs = (entry: JsonMap): boolean => MANAGERS.includes(textAt(entry, 'manager') ?? '');
  const mine = entries.filter(isOurs).map((entry) => mapAt(entry, 'fieldsV1'));
  if (mine.length === 0) {
    return { object: {}, unknown: true };
  }
  const others = entries.filter((entry) => !isOurs(entry)).map((entry) => mapAt(entry, 'fieldsV1'));
  return { object: withoutKept(owned(old, mine, others, shape)) };
}

function parse(text: string): JsonMap | undefined {
  try {
    const parsed = plainCopy(JSON.parse(text));
    return isMap(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/** The part of an object that the field sets of some managers name, and those of others do not. */
function owned(object: JsonMap, mine: readonly JsonMap[], others: readonly JsonMap[], shape: Shape): JsonMap {
  const result: JsonMap = {};
  for (const key of Object.keys(object)) {
    const sets = under(mine, `f:${key}`);
    if (sets.length > 0) {
      const value = ownedValue(object[key], sets, under(others, `f:${key}`), shapeUnder(shape, key));
      if (value !== undefined) {
        setOwn(result, key, value);
      }
    }
  }
  return result;
}

function ownedValue(value: Json, mine: readonly JsonMap[], others: readonly JsonMap[], shape: Shape): Json | undefined {
  const isLeaf = mine.every((set) => Object.keys(set).length === 0);
  if (isLeaf) {
    return others.length > 0 ? undefined : value;
  }
  if (isMap(value)) {
    return owned(value, mine, others, shape);
  }
  if (!Array.isArray(value)) {
    return value;
  }
  return value.flatMap((item): Json[] => {
    const keys = isMap(item) ? keysOfItem(item, mine) : [`v:${JSON.stringify(item)}`];
    const sets = keys.flatMap((key) => under(mine, key));
    const theirs = keys.flatMap((key) => under(others, key));
    if (isMap(item)) {
      return sets.length === 0 ? [] : [withKeys(item, owned(item, sets, theirs, itemShape(shape)), shape)];
    }
    return sets.length === 0 || theirs.length > 0 ? [] : [item];
  });
}

/** The keys of field sets that mean an item: `k:{"name":"app"}`. */
function keysOfItem(item: JsonMap, sets: readonly JsonMap[]): string[] {
  return [...new Set(sets.flatMap((set) => Object.keys(set)))].filter((key) => {
    const fields = key.startsWith('k:') ? parse(key.slice('k:'.length)) : undefined;
    return fields !== undefined && Object.entries(fields).every(([name, value]) => own(item, name) === value);
  });
}

function withKeys(item: JsonMap, part: JsonMap, { keys = [] }: Shape): JsonMap {
  const all = Object.fromEntries(keys.filter((key) => Object.hasOwn(item, key)).map((key) => [key, item[key]]));
  return { ...all, ...part };
}

function under(sets: readonly JsonMap[], key: string): JsonMap[] {
  return sets.map((set) => own(set, key)).filter((set): set is JsonMap => isMap(set));
}

/** Without what the server keeps all the same. */
function withoutKept(applied: JsonMap): JsonMap {
  const rest = withoutServerFields(applied);
  if (rest.kind !== 'Service' || !isMap(own(rest, 'spec'))) {
    return rest;
  }
  const spec: JsonMap = { ...mapAt(rest, 'spec') };
  KEPT_OF_SERVICE.forEach((field) => delete spec[field]);
  return { ...rest, spec };
}
