import { readFileSync } from 'fs';
import { join } from 'path';
import type { Facts } from '../facts/types';
import type { Reduced, ReducedField, ReducedKind, ReducedResource } from '../reduce/reduced';

/** A field over all minors. */
export interface Field {
  readonly name: string;
  /** `list` or `map` if `of` is the type of its items. */
  readonly container?: 'list' | 'map';
  readonly of: string;
  readonly required: boolean;
  readonly ptr?: true;
  /** Go writes the field even if it is empty; a number: up to that minor. */
  readonly keep?: true | number;
  readonly listType?: ReducedField['list'];
  readonly keys?: readonly string[];
  readonly values?: readonly string[];
  /** First minor of each value that is missing in the oldest minor. */
  readonly valuesSince: { readonly [value: string]: number };
  readonly deprecated: boolean;
  /** First minor that has the field, if not the oldest. */
  readonly since?: number;
  /** Last minor that has the field, if not the newest. */
  readonly until?: number;
}

export interface Type {
  readonly name: string;
  readonly package: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** A kind over all minors. */
export interface Kind extends ReducedKind {
  readonly name: string;
  /** The name of its type. */
  readonly type: string;
  /** First minor that has the kind, if not the oldest. */
  readonly since?: number;
}

/** All types of all minors, with fields in the order of the API's reference (alphabetical). */
export interface Model {
  readonly kinds: readonly Kind[];
  readonly types: ReadonlyMap<string, Type>;
  /** The resources of all kinds, as roles name them. */
  readonly resources: ReadonlyMap<string, ReducedResource>;
}

/** What a value can be beside a struct, a list and a map. */
export const SCALARS: ReadonlySet<string> = new Set([
  'string', 'int32', 'int64', 'boolean', 'date-time', 'micro-time', 'int-or-string', 'quantity', 'bytes', 'double', 'any', 'strings',
  'schema-or-list', 'schema-or-boolean', 'schema-or-strings',
]);

export function isStruct(of: string): boolean {
  return !SCALARS.has(of);
}

export function readReduced(minor: number): Reduced {
  return JSON.parse(readFileSync(join(__dirname, '../openapi', `v1.${minor}.json`), 'utf8'));
}

/** Merges the minors, oldest first: a field is as in the newest minor that has it, with the minors in which it appeared and disappeared. */
export function merge(inputs: readonly { minor: number; reduced: Reduced }[], facts: Facts): Model {
  const oldest = inputs[0].minor;
  const newest = inputs[inputs.length - 1].minor;
  const names = sorted(inputs.flatMap(({ reduced }) => Object.keys(reduced.types)));
  const types = names.map((name): [string, Type] => {
    const having = inputs.filter(({ reduced }) => name in reduced.types);
    const fieldNames = sorted(having.flatMap(({ reduced }) => Object.keys(reduced.types[name].fields)));
    const fields = fieldNames.map((field): [string, Field] => [
      field,
      mergeField(field, having.filter(({ reduced }) => field in reduced.types[name].fields)
        .map(({ minor, reduced }) => ({ minor, field: reduced.types[name].fields[field] })), oldest, newest, facts[`${name}.${field}`]),
    ]);
    return [name, { name, package: having[0].reduced.types[name].package, fields: new Map(fields) }];
  });
  return { kinds: mergeKinds(inputs, oldest), types: new Map(types), resources: mergeResources(inputs.map(({ reduced }) => reduced)) };
}

/** The resources of all minors, as in the newest that has them, with what is below them in any minor. */
function mergeResources(inputs: readonly Reduced[]): ReadonlyMap<string, ReducedResource> {
  return new Map(sorted(inputs.flatMap(({ resources }) => Object.keys(resources))).map((kind) => {
    const all = inputs.flatMap(({ resources }) => resources[kind] ?? []);
    return [kind, { ...all[all.length - 1], subresources: sorted(all.flatMap(({ subresources }) => subresources)) }];
  }));
}

/** The kinds as in the newest minor, in the order of PODS first. */
function mergeKinds(inputs: readonly { minor: number; reduced: Reduced }[], oldest: number): Kind[] {
  const newest = inputs[inputs.length - 1].reduced.kinds;
  const gone = inputs.flatMap(({ reduced }) => Object.keys(reduced.kinds)).filter((kind) => !Object.hasOwn(newest, kind));
  if (gone.length > 0) {
    throw new Error(`kinds that the newest minor does not have: ${gone.join(', ')}; tools/generate/model.ts cannot say that yet`);
  }
  const names = [...PODS.filter((kind) => Object.hasOwn(newest, kind)), ...Object.keys(newest).filter((kind) => !PODS.includes(kind))];
  return names.map((name) => {
    const first = inputs.find(({ reduced }) => Object.hasOwn(reduced.kinds, name))!.minor;
    return { name, type: name, ...newest[name], ...(first > oldest ? { since: first } : {}) };
  });
}

/** The kinds that are about pods, and whose constructs are written by hand. */
export const PODS: readonly string[] = [
  'Pod', 'PodTemplate', 'ReplicationController', 'Service', 'ReplicaSet', 'Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob',
];

/** The names of the types that these lead to, themselves included. */
export function reachable(model: Model, from: readonly string[], follow: (field: Field) => boolean = () => true): ReadonlySet<string> {
  const found = new Set<string>();
  const todo = [...from];
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (!found.has(name)) {
      found.add(name);
      todo.push(...[...model.types.get(name)!.fields.values()].filter((field) => isStruct(field.of) && follow(field)).map(({ of }) => of));
    }
  }
  return found;
}

function mergeField(
  name: string, versions: { minor: number; field: ReducedField }[], oldest: number, newest: number, fact: Facts[string] | undefined,
): Field {
  const last = versions[versions.length - 1];
  const first = versions[0];
  if (versions.some(({ field }) => field.type !== last.field.type)) {
    throw new Error(`${name} has another type in another minor: ${versions.map(({ field }) => field.type).join(', ')}`);
  }
  const [, mark, of] = /^(\[\]|\{\})?([\w-]+)$/.exec(last.field.type.replace(/(?<=^\{\})\[\]string$/, 'strings'))!;
  const values = fact?.values ?? (fact?.open ? undefined : last.field.enum);
  const valuesSince: { [value: string]: number } = {};
  for (const value of fact?.values ? [] : values ?? []) {
    const since = versions.find(({ field }) => field.enum?.includes(value))!.minor;
    if (since > first.minor) {
      valuesSince[value] = since;
    }
  }
  const pointers = versions.filter(({ field }) => field.ptr);
  if (pointers.length > 0 && pointers.length < versions.length) {
    throw new Error(`${name} is a pointer in some minors only`);
  }
  const kept = versions.filter(({ field }) => field.keep);
  if (kept.some((version, i) => version !== versions[i])) {
    throw new Error(`${name} is always written in newer minors only`);
  }
  return {
    name,
    ...(mark ? { container: mark === '[]' ? 'list' as const : 'map' as const } : {}),
    of,
    required: last.field.required ?? false,
    ...(pointers.length > 0 ? { ptr: true as const } : {}),
    ...(kept.length > 0 ? { keep: kept.length === versions.length ? true as const : kept[kept.length - 1].minor } : {}),
    listType: last.field.list,
    keys: last.field.keys,
    values,
    valuesSince,
    deprecated: last.field.deprecated ?? false,
    ...(first.minor > oldest ? { since: first.minor } : {}),
    ...(last.minor < newest ? { until: last.minor } : {}),
  };
}

/** Distinct names, sorted by code point as Go and JSON tools do. */
function sorted(names: string[]): string[] {
  return [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
}
