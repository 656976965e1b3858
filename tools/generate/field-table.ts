import type { Field, Model, Type } from './model';
import { isStruct, PODS, reachable, SCALARS } from './model';
import { BANNER, docComment, union } from './text';

/** A name that needs no quotes. */
const IDENTIFIER = /^[\w$]+$/;

/** src/k8s/field.ts: what is said of a field. */
export function fieldFile(): string {
  return `${BANNER}

/** What a field's value is: a struct of the API, a list or map of \`of\`, or a scalar. */
export type FieldKind = 'struct' | 'list' | 'map' | ScalarKind;

/** A value without fields of its own, or one whose fields the API does not fix. */
export type ScalarKind =
${rows([...SCALARS].map((scalar) => `'${scalar}'`), ' | ').map((row) => `  | ${row}`).join('\n')};

/** A field of an API type, over all minors. */
export interface Field {
  readonly is: FieldKind;
  /** The type of a struct; of a list or map, the type or scalar of its items. */
  readonly of?: string;
  readonly required?: true;
  /** The Go field is a pointer: the server tells an absent value from a zero one. */
  readonly ptr?: true;
  /** The server writes the field even when it is empty; a number: up to that minor. */
  readonly keep?: true | number;
  /** How items merge; \`map\` lists merge by \`keys\`. */
  readonly list?: 'atomic' | 'set' | 'map';
  readonly keys?: readonly string[];
  /** The closed set of values, of all minors. */
  readonly values?: readonly string[];
  /** The first minor of those values that are newer than the field. */
  readonly valuesSince?: { readonly [value: string]: number };
  readonly deprecated?: true;
  /** The first minor (34 for 1.34) that has the field; absent: all. */
  readonly since?: number;
  /** The last minor that has the field; absent: still there. */
  readonly until?: number;
}

/** Fields by type, then by name. */
export interface Types {
  readonly [type: string]: { readonly [field: string]: Field };
}

/** Whether a minor has the field. */
export function inMinor(field: Field, minor: number): boolean {
  return (field.since === undefined || field.since <= minor) && (field.until === undefined || minor <= field.until);
}
`;
}

/** The same facts as the structs, as data for decoding: the types that pods and their workloads lead to, and all others. */
export function typesFiles(model: Model): ReadonlyMap<string, string> {
  const ours = reachable(model, PODS);
  const types = [...model.types.values()];
  return new Map([
    ['src/k8s/types-of-pods.ts', typesFile('TYPES_OF_PODS', 'The types that pods, their workloads and Services lead to.', types.filter(({ name }) => ours.has(name)))],
    ['src/k8s/types-of-others.ts', typesFile('TYPES_OF_OTHERS', 'The types that only other kinds lead to.', types.filter(({ name }) => !ours.has(name)))],
  ]);
}

function typesFile(name: string, doc: string, types: readonly Type[]): string {
  const entries = types.map((type) => {
    const quoted = [...type.fields.values()].some(({ name: field }) => !IDENTIFIER.test(field));
    const fields = [...type.fields.values()].map((field) => `${wrapped(`    ${quoted ? `'${field.name}'` : field.name}: ${entry(field)},`)}\n`);
    return `  ${type.name}: {${fields.length === 0 ? '' : `\n${fields.join('')}  `}},`;
  });
  return [
    BANNER,
    'import type { Types } from \'./field\';',
    '',
    docComment([doc], ''),
    `export const ${name}: Types = {\n${entries.join('\n')}\n};`,
    '',
  ].join('\n');
}

/** A long entry has its facts on a line of their own. */
function wrapped(line: string): string {
  return line.length <= 150 || line.includes('\n') ? line : line.replace(': { ', ': {\n      ').replace(/ \},$/, ',\n    },');
}

function rows(items: readonly string[], separator: string): string[] {
  return Array.from({ length: Math.ceil(items.length / 8) }, (_, i) => items.slice(i * 8, i * 8 + 8).join(separator));
}

function entry(field: Field): string {
  const struct = isStruct(field.of);
  const since = Object.entries(field.valuesSince);
  const parts = [
    `is: '${field.container ?? (struct ? 'struct' : field.of)}'`,
    ...(field.container || struct ? [`of: '${field.of}'`] : []),
    ...(field.required ? ['required: true'] : []),
    ...(field.ptr ? ['ptr: true'] : []),
    ...(field.keep ? [`keep: ${field.keep}`] : []),
    ...(field.listType ? [`list: '${field.listType}'`] : []),
    ...(field.keys ? [`keys: [${list(field.keys)}]`] : []),
    ...(field.values ? [`values: [${list(field.values)}]`] : []),
    ...(since.length > 0 ? [`valuesSince: { ${since.map(([value, minor]) => `${value}: ${minor}`).join(', ')} }`] : []),
    ...(field.deprecated ? ['deprecated: true'] : []),
    ...(field.since ? [`since: ${field.since}`] : []),
    ...(field.until ? [`until: ${field.until}`] : []),
  ];
  const line = `{ ${parts.join(', ')} }`;
  return line.length < 110 ? line : `{\n      ${parts.map(breakLong).join(',\n      ')},\n    }`;
}

function list(items: readonly string[]): string {
  return union(items).replace(/ \| /g, ', ');
}

/** Breaks a long list into lines of eight items. */
function breakLong(part: string): string {
  const [, head, items] = /^(\w+: )\[(.*)\]$/.exec(part) ?? [];
  if (part.length < 120 || items === undefined) {
    return part;
  }
  const all = items.split(', ');
  return `${head}[\n${rows(all, ', ').map((row) => `        ${row},`).join('\n')}\n      ]`;
}
