import type { Field, Model } from './model';
import { isStruct } from './model';
import { BANNER, docComment, union } from './text';
import { MINORS } from '../../src/admission/version';

/** The types of the table, and the lookups that are safe against names such as `constructor`. */
const HEAD = `${BANNER}

/** What a field's value is: a struct of the API, a list or map of \`of\`, or a scalar. */
export type FieldKind =
  | 'struct' | 'list' | 'map' | 'string' | 'int32' | 'int64' | 'boolean' | 'date-time' | 'int-or-string' | 'quantity' | 'any';

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

export interface FieldTable {
  /** The minors that the table covers, oldest first. */
  readonly minors: readonly number[];
  /** apiVersion of each kind; the kind's type has its name. */
  readonly kinds: { readonly [kind: string]: string };
  /** Fields by type, then by name. Look up with \`fieldOf\` when the name comes from a user. */
  readonly types: { readonly [type: string]: { readonly [field: string]: Field } };
}

/** The field of a type in a minor, or in any minor when none is given. */
export function fieldOf(type: string, field: string, minor?: number): Field | undefined {
  const fields = Object.hasOwn(fieldTable.types, type) ? fieldTable.types[type] : {};
  const found = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return found && (minor === undefined || inMinor(found, minor)) ? found : undefined;
}

/** Whether a minor has the field. */
export function inMinor(field: Field, minor: number): boolean {
  return (field.since === undefined || field.since <= minor) && (field.until === undefined || minor <= field.until);
}
`;

/** src/k8s/field-table.ts: the same facts as the structs, as data for decoding. */
export function fieldTableFile(model: Model): string {
  const types = [...model.types.values()].map((type) => {
    const fields = [...type.fields.values()].map((field) => `      ${field.name}: ${entry(field)},`);
    return `    ${type.name}: {\n${fields.join('\n')}\n    },`;
  });
  const kinds = Object.entries(model.kinds).map(([kind, apiVersion]) => `    ${kind}: '${apiVersion}',`);
  return [
    HEAD,
    docComment(['All fields of all types that the supported kinds lead to.'], ''),
    'export const fieldTable: FieldTable = {',
    `  minors: [${MINORS.join(', ')}],`,
    `  kinds: {\n${kinds.join('\n')}\n  },`,
    `  types: {\n${types.join('\n')}\n  },`,
    '};',
    '',
  ].join('\n');
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
  return line.length < 110 ? line : `{\n        ${parts.map(breakLong).join(',\n        ')},\n      }`;
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
  const rows = Array.from({ length: Math.ceil(all.length / 8) }, (_, i) => `          ${all.slice(i * 8, i * 8 + 8).join(', ')},`);
  return `${head}[\n${rows.join('\n')}\n        ]`;
}
