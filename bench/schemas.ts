// JSON schemas of our kinds as kubeconform takes them, strict, made from the same table of fields that the review decodes by.
import { mkdirSync, writeFileSync } from 'fs';
import { join } from 'path';
import { Field, fieldTable, inMinor } from '../src/k8s/field-table';

/** What kubeconform replaces in the location of its schemas. */
export const SCHEMA_NAME = '{{.ResourceKind}}.json';

/** Writes a schema for each kind; the answer is the location to give to kubeconform. */
export function writeSchemas(folder: string, minor: number): string {
  mkdirSync(folder, { recursive: true });
  const definitions: { [type: string]: object } = {};
  for (const [type, fields] of Object.entries(fieldTable.types)) {
    const own = Object.entries(fields).filter(([, field]) => inMinor(field, minor));
    const required = own.filter(([, field]) => field.required).map(([name]) => name);
    definitions[type] = {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(own.map(([name, field]) => [name, schemaOf(field, minor)])),
      // The draft that kubeconform reads by has no empty list of them.
      ...required.length === 0 ? {} : { required },
    };
  }
  for (const [kind, apiVersion] of Object.entries(fieldTable.kinds)) {
    const { properties, ...rest } = definitions[kind] as { properties: object };
    const typeMeta = { apiVersion: { enum: [apiVersion] }, kind: { enum: [kind] } };
    writeFileSync(join(folder, `${kind.toLowerCase()}.json`), JSON.stringify({ ...rest, properties: { ...properties, ...typeMeta }, definitions }));
  }
  return join(folder, SCHEMA_NAME);
}

function schemaOf(field: Field, minor: number): object {
  const values = field.values?.filter((value) => (field.valuesSince?.[value] ?? 0) <= minor);
  const some = values === undefined ? valueSchema(field.is, field.of)
    : field.is === 'list' ? { type: 'array', items: { enum: values } } : { enum: values };
  // The server takes null for what is not there.
  return field.required ? some : { anyOf: [some, { type: 'null' }] };
}

function valueSchema(is: Field['is'], of?: string): object {
  switch (is) {
    case 'struct': return { $ref: `#/definitions/${of}` };
    case 'list': return { type: 'array', items: itemSchema(of) };
    case 'map': return { type: 'object', additionalProperties: itemSchema(of) };
    case 'int32': case 'int64': return { type: 'integer' };
    case 'boolean': return { type: 'boolean' };
    case 'int-or-string': return { type: ['integer', 'string'] };
    case 'quantity': return { type: ['number', 'string'] };
    case 'any': return {};
    default: return { type: 'string' };
  }
}

function itemSchema(of: string | undefined): object {
  return of === undefined ? {} : Object.hasOwn(fieldTable.types, of) ? { $ref: `#/definitions/${of}` } : valueSchema(of as Field['is']);
}
