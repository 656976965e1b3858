// Who reads which keys of ConfigMaps and Secrets, and how they hear of a change.
import type { Reader } from './model';
import { kindFacts } from '../../k8s/kinds';
import { knownKind } from '../../objects/identity';
import { isMap, Json, JsonMap, mapAt, mapsAt, own, textAt } from '../../objects/plain';

/** One way in which a workload reads a ConfigMap or Secret. */
export interface Reading {
  readonly workload: JsonMap;
  readonly container?: string;
  readonly how: Reader['how'];
  /** The keys that it names, and whether it can do without them; all keys when unset. */
  readonly keys?: readonly string[];
  readonly optional: boolean;
}

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

/** The readings of a set, by what is read. */
export class Readings {
  private readonly byTarget = new Map<string, Reading[]>();

  constructor(objects: Iterable<JsonMap>, private readonly namespace: string) {
    for (const object of objects) {
      this.learn(object);
    }
  }

  /** Who reads an object. */
  public of(kind: string, namespace: string | undefined, name: string): readonly Reading[] {
    return this.byTarget.get(JSON.stringify([kind, namespace ?? this.namespace, name])) ?? [];
  }

  private learn(object: JsonMap): void {
    const kind = knownKind(object);
    const way = kind === undefined ? undefined : kindFacts(kind)?.template;
    if (way === undefined) {
      return;
    }
    const spec = mapAt(object, ...way, 'spec');
    const volumes = mapsAt(spec, 'volumes');
    for (const container of CONTAINERS.flatMap((list) => mapsAt(spec, list))) {
      this.learnEnv(object, container);
      for (const mount of mapsAt(container, 'volumeMounts')) {
        const volume = volumes.find((one) => one.name === mount.name);
        const isPart = textAt(mount, 'subPath') !== undefined || textAt(mount, 'subPathExpr') !== undefined;
        this.learnVolume(object, volume ?? {}, { container: textAt(container, 'name'), how: isPart ? 'subPath' : 'files' });
      }
    }
    const mounted = new Set(CONTAINERS.flatMap((list) => mapsAt(spec, list)).flatMap((container) => mapsAt(container, 'volumeMounts')).map((mount) => mount.name));
    volumes.filter((volume) => !mounted.has(volume.name)).forEach((volume) => this.learnVolume(object, volume, { how: 'files' }));
  }

  private learnEnv(object: JsonMap, container: JsonMap): void {
    const name = textAt(container, 'name');
    for (const variable of mapsAt(container, 'env')) {
      this.add('ConfigMap', object, mapAt(variable, 'valueFrom', 'configMapKeyRef'), { container: name, how: 'env' }, 'key');
      this.add('Secret', object, mapAt(variable, 'valueFrom', 'secretKeyRef'), { container: name, how: 'env' }, 'key');
    }
    for (const from of mapsAt(container, 'envFrom')) {
      this.add('ConfigMap', object, mapAt(from, 'configMapRef'), { container: name, how: 'env' });
      this.add('Secret', object, mapAt(from, 'secretRef'), { container: name, how: 'env' });
    }
  }

  private learnVolume(object: JsonMap, volume: JsonMap, how: Pick<Reading, 'container' | 'how'>): void {
    this.add('ConfigMap', object, mapAt(volume, 'configMap'), how, 'items');
    const { secretName, ...secret } = mapAt(volume, 'secret');
    this.add('Secret', object, secretName === undefined ? {} : { ...secret, name: secretName }, how, 'items');
    for (const source of mapsAt(volume, 'projected', 'sources')) {
      this.add('ConfigMap', object, mapAt(source, 'configMap'), how, 'items');
      this.add('Secret', object, mapAt(source, 'secret'), how, 'items');
    }
  }

  private add(kind: string, workload: JsonMap, ref: JsonMap, how: Pick<Reading, 'container' | 'how'>, keysIn?: 'key' | 'items'): void {
    const name = textAt(ref, 'name');
    if (name === undefined) {
      return;
    }
    const key = JSON.stringify([kind, textAt(workload, 'metadata', 'namespace') ?? this.namespace, name]);
    const items = mapsAt(ref, 'items').map((item) => textAt(item, 'key') ?? '');
    const keys = keysIn === 'key' ? [textAt(ref, 'key') ?? ''] : keysIn === 'items' && items.length > 0 ? items : undefined;
    const list = this.byTarget.get(key) ?? [];
    list.push({ workload, ...how, optional: ref.optional === true, ...keys === undefined ? {} : { keys } });
    this.byTarget.set(key, list);
  }
}

/** The keys of a ConfigMap or Secret, with what is in them. */
export function dataOf(object: JsonMap): JsonMap {
  return { ...mapAt(object, 'data'), ...mapAt(object, 'binaryData'), ...mapAt(object, 'stringData') };
}

/** The keys that differ, and those that are no longer there. */
export function changedKeys(before: JsonMap, after: JsonMap): { changed: string[]; gone: string[] } {
  const [old, now] = [dataOf(before), dataOf(after)];
  const gone = Object.keys(old).filter((key) => !Object.hasOwn(now, key));
  const other = Object.keys(now).filter((key) => valueOf(old, before, key) !== valueOf(now, after, key));
  return { changed: [...other, ...gone], gone };
}

/** A value as text, so that what was written as `stringData` and as `data` compare. */
function valueOf(data: JsonMap, object: JsonMap, key: string): string {
  const value: Json | undefined = own(data, key);
  const isEncoded = object.kind === 'Secret' && own(mapAt(object, 'stringData'), key) === undefined;
  return `${isEncoded || object.kind !== 'Secret' ? '' : 'text:'}${typeof value === 'string' ? isEncoded ? `text:${decoded(value)}` : value : JSON.stringify(value ?? null)}`;
}

function decoded(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
  } catch {
    return base64;
  }
}

/** The readers of the changed keys, one for each container and way. */
export function readersOf(
  readings: readonly Reading[], { changed, gone }: { changed: readonly string[]; gone: readonly string[] }, restarts: (workload: JsonMap) => boolean,
): Reader[] {
  const merged = new Map<string, { reading: Reading; keys: Set<string>; missing: Set<string> }>();
  for (const reading of readings) {
    const keys = reading.keys === undefined ? changed : reading.keys.filter((key) => changed.includes(key));
    if (keys.length === 0) {
      continue;
    }
    const workload = `${textAt(reading.workload, 'kind') ?? ''} ${textAt(reading.workload, 'metadata', 'name') ?? ''}`;
    const id = JSON.stringify([workload, reading.container, reading.how]);
    const one = merged.get(id) ?? { reading, keys: new Set<string>(), missing: new Set<string>() };
    keys.forEach((key) => one.keys.add(key));
    if (reading.keys !== undefined && !reading.optional) {
      keys.filter((key) => gone.includes(key)).forEach((key) => one.missing.add(key));
    }
    merged.set(id, one);
  }
  return [...merged.values()].map(({ reading, keys, missing }) => ({
    workload: `${textAt(reading.workload, 'kind') ?? ''} ${textAt(reading.workload, 'metadata', 'name') ?? ''}`,
    ...reading.container === undefined ? {} : { container: reading.container },
    how: reading.how,
    keys: [...keys],
    ...missing.size === 0 ? {} : { missing: [...missing] },
    ...restarts(reading.workload) ? { restarts: true as const } : {},
  }));
}

/** Whether an object is a ConfigMap or Secret. */
export function isReadable(object: Json): object is JsonMap {
  return isMap(object) && ['ConfigMap', 'Secret'].includes(knownKind(object) ?? '');
}
