// JSON schemas of our kinds as kubeconform's users download them (the `-standalone-strict` files of yannh/kubernetes-json-schema): one file per
// kind, every type written out in its place, no field beyond those of the API. Made from the table of fields that the review decodes by.
import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Field, inMinor } from '../src/k8s/field';
import { allTypes } from '../src/k8s/field-table';
import { KINDS } from '../src/k8s/kinds';

const TYPES = allTypes();

type Schema = { readonly [keyword: string]: unknown };

/** What kubeconform replaces in the location of its schemas. */
export const SCHEMA_NAME = '{{.ResourceKind}}.json';

/** Writes a schema for each kind; the answer is the location to give to kubeconform. */
export function writeSchemas(folder: string, minor: number): string {
  mkdirSync(folder, { recursive: true });
  for (const [kind, { apiVersion }] of Object.entries(KINDS)) {
    const { properties, ...rest } = structSchema(kind, minor);
    const typeMeta = { apiVersion: { type: 'string', enum: [apiVersion] }, kind: { type: 'string', enum: [kind] } };
    writeFileSync(join(folder, `${kind.toLowerCase()}.json`), JSON.stringify({ ...rest, properties: { ...properties as Schema, ...typeMeta } }));
  }
  return join(folder, SCHEMA_NAME);
}

function structSchema(name: string, minor: number): Schema {
  const own = Object.entries(TYPES[name]).filter(([, field]) => inMinor(field, minor));
  const required = own.filter(([, field]) => field.required).map(([field]) => field);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(own.map(([field, of]) => [field, fieldSchema(of, minor)])),
    // The JSON schema draft that kubeconform reads does not allow an empty `required`.
    ...required.length === 0 ? {} : { required },
  };
}

function fieldSchema(field: Field, minor: number): Schema {
  const values = field.values?.filter((value) => (field.valuesSince?.[value] ?? 0) <= minor);
  const schema = values === undefined ? valueSchema(field.is, field.of, minor)
    : field.is === 'list' ? { type: 'array', items: { type: 'string', enum: values } } : { type: 'string', enum: values };
  return field.required ? schema : orNull(schema);
}

/** The server treats null as missing. */
function orNull(schema: Schema): Schema {
  const { type, enum: values } = schema;
  return type === undefined ? schema : { ...schema, type: [type, 'null'].flat(), ...values === undefined ? {} : { enum: [...values as string[], null] } };
}

function valueSchema(is: Field['is'], of: string | undefined, minor: number): Schema {
  switch (is) {
    case 'struct': return structSchema(of!, minor);
    case 'list': return { type: 'array', items: itemSchema(of, minor) };
    case 'map': return { type: 'object', additionalProperties: itemSchema(of, minor) };
    case 'int32': case 'int64': return { type: 'integer' };
    case 'boolean': return { type: 'boolean' };
    case 'int-or-string': return { type: ['integer', 'string'] };
    case 'quantity': return { type: ['number', 'string'] };
    case 'any': return {};
    default: return { type: 'string' };
  }
}

function itemSchema(of: string | undefined, minor: number): Schema {
  return of === undefined ? {} : Object.hasOwn(TYPES, of) ? structSchema(of, minor) : valueSchema(of as Field['is'], undefined, minor);
}
