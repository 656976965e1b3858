import type { GoField, GoPackage } from './go';
import { packageOfDefinition, Paths, RENAMED, servedKinds, servedResources } from './kinds';
import type { Reduced, ReducedField, ReducedKind, ReducedType } from './reduced';
import { CLOSED, OPEN, PLAIN } from './values';

/** Definitions that are values, not structs. */
const SCALARS: { readonly [definition: string]: string } = {
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'date-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'micro-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'any',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'any',
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': 'any',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': 'schema-or-list',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'schema-or-boolean',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': 'schema-or-strings',
};

/** The subset of OpenAPI v2 schemas that Kubernetes uses. */
export interface Schema {
  readonly '$ref'?: string;
  readonly 'type'?: string;
  readonly 'format'?: string;
  readonly 'items'?: Schema;
  readonly 'additionalProperties'?: Schema;
  readonly 'properties'?: { readonly [name: string]: Schema };
  readonly 'required'?: readonly string[];
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'set' | 'map';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: string;
  readonly 'x-kubernetes-patch-strategy'?: string;
  readonly 'x-kubernetes-patch-merge-key'?: string;
}

export interface Swagger extends Paths {
  readonly definitions: { readonly [name: string]: Schema & Paths['definitions'][string] };
}

/** The Go packages of the definitions that the kinds reach. */
export function packagesOf(swagger: Swagger): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const todo = servedKinds(swagger).map(({ definition }) => definition);
  for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
    if (!seen.has(name) && !(name in SCALARS)) {
      seen.add(name);
      found.add(packageOfDefinition(name));
      todo.push(...refsOf(swagger.definitions[name]));
    }
  }
  return [...found].sort();
}

/** Reduces the OpenAPI and Go types of one version to what the generator needs. `go` has one entry per package that the kinds reach. */
export function reduce(kubernetes: string, swagger: Swagger, go: ReadonlyMap<string, GoPackage>): Reduced {
  const types = new Map<string, ReducedType>();
  const definitions = new Map<string, string>();
  const kinds: { [kind: string]: ReducedKind } = {};
  const unclassified = new Set<string>();

  const others = new Map<string, { [apiVersion: string]: string }>();
  for (const { definition, kind, apiVersion, namespaced, preferred } of servedKinds(swagger)) {
    const type = visit(definition);
    if (preferred) {
      kinds[kind] = { apiVersion, ...(type === kind ? {} : { type }), namespaced, ...(others.has(kind) ? { also: others.get(kind) } : {}) };
    } else {
      others.set(kind, { ...others.get(kind), [apiVersion]: type });
    }
  }
  if (unclassified.size > 0) {
    throw new Error(`Go types with constants that tools/reduce/values.ts calls neither closed nor open: ${[...unclassified].join(', ')}`);
  }
  return { kubernetes, kinds, resources: servedResources(swagger), types: Object.fromEntries([...types].sort(([a], [b]) => (a < b ? -1 : 1))) };

  function visit(definition: string): string {
    const pkg = packageOfDefinition(definition);
    const own = definition.slice(definition.lastIndexOf('.') + 1);
    const name = RENAMED[`${pkg}.${own}`] ?? own;
    if (definitions.has(name)) {
      if (definitions.get(name) !== definition) {
        throw new Error(`${definitions.get(name)} and ${definition} have the same short name: name one of them in RENAMED of tools/reduce/kinds.ts`);
      }
      return name;
    }
    definitions.set(name, definition);
    const schema = swagger.definitions[definition];
    if (schema.type !== undefined && schema.type !== 'object') {
      throw new Error(`${definition} is a ${schema.type}, not a struct: say in SCALARS of tools/reduce/openapi.ts how it is read`);
    }
    const fields: { [field: string]: ReducedField } = {};
    types.set(name, { package: pkg, fields });
    for (const [field, value] of Object.entries(schema.properties ?? {})) {
      fields[field] = reduceField(value, schema.required?.includes(field) ?? false, goField(pkg, own, field), `${pkg}.${own}.${field}`, pkg);
    }
    return name;
  }

  function reduceField(schema: Schema, required: boolean, goOf: GoField | undefined, path: string, pkg: string): ReducedField {
    const values = path in PLAIN ? untypedValues(PLAIN[path], pkg) : goOf && closedValues(goOf.type, pkg);
    const strategy = schema['x-kubernetes-patch-strategy'];
    const type = typeText(schema);
    const ptr = goOf?.type.startsWith('*') ?? false;
    return {
      type,
      ...(required ? { required } : {}),
      ...(ptr ? { ptr } : {}),
      ...(goOf && isKept(goOf, type, ptr) ? { keep: true } : {}),
      ...(schema['x-kubernetes-list-type'] ? { list: schema['x-kubernetes-list-type'] } : {}),
      ...(schema['x-kubernetes-list-map-keys'] ? { keys: schema['x-kubernetes-list-map-keys'] } : {}),
      ...(schema['x-kubernetes-map-type'] ? { map: schema['x-kubernetes-map-type'] } : {}),
      ...(strategy ? { patch: { strategy, key: schema['x-kubernetes-patch-merge-key'] } } : {}),
      ...(values ? { enum: values } : {}),
      ...(goOf?.deprecated ? { deprecated: true } : {}),
    };
  }

  /** `omitempty` never omits a struct. */
  function isKept({ omit }: GoField, type: string, ptr: boolean): boolean {
    const struct = !ptr && (types.has(type) || Object.values(SCALARS).includes(type));
    return omit.length === 0 || (struct && !omit.includes('omitzero'));
  }

  function typeText(schema: Schema): string {
    if (schema.$ref !== undefined) {
      const definition = schema.$ref.replace('#/definitions/', '');
      return SCALARS[definition] ?? visit(definition);
    }
    if (schema.items) {
      return `[]${typeText(schema.items)}`;
    }
    if (schema.additionalProperties) {
      return `{}${typeText(schema.additionalProperties)}`;
    }
    if (schema.type === 'integer' && schema.format) {
      return schema.format;
    }
    if ((schema.type === 'number' && schema.format === 'double') || (schema.type === 'string' && schema.format === 'byte')) {
      return schema.format === 'byte' ? 'bytes' : 'double';
    }
    if ((schema.type === 'string' || schema.type === 'boolean') && !schema.format) {
      return schema.type;
    }
    throw new Error(`no name for a field of type ${schema.type}, format ${schema.format}`);
  }

  /** The Go field behind a JSON field, own or embedded. */
  function goField(pkg: string, struct: string, field: string): GoField | undefined {
    const source = go.get(pkg);
    const own = source?.structs.get(struct)?.get(field);
    if (own) {
      return own;
    }
    for (const embedded of source?.embedded.get(struct) ?? []) {
      const [alias, name] = embedded.split('.');
      const found = name === undefined ? goField(pkg, embedded, field) : goField(packageOf(pkg, alias), name, field);
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  /** The package of an import alias; without an alias, the file's own. */
  function packageOf(pkg: string, alias: string | undefined): string {
    const path = alias && go.get(pkg)?.imports.get(alias);
    return path ? path.split('/').slice(-2).join('/') : pkg;
  }

  function untypedValues(prefix: string, pkg: string): string[] {
    return [...go.get(pkg)?.constants ?? []].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value);
  }

  function closedValues(goType: string, pkg: string): string[] | undefined {
    const bare = goType.replace(/^(\*|\[\]|map\[[\w.]+\])+/, '');
    const [alias, name] = bare.includes('.') ? bare.split('.') : [undefined, bare];
    const owner = packageOf(pkg, alias);
    const declared = go.get(owner)?.strings.get(name);
    const full = `${owner}.${name}`;
    if (!declared || declared.values.length === 0 || full in OPEN) {
      return undefined;
    }
    if (!declared.marked && !CLOSED.has(full)) {
      unclassified.add(full);
    }
    // An empty constant means unset.
    return declared.values.filter((value) => value !== '');
  }
}

function refsOf(schema: Schema | undefined): string[] {
  if (schema === undefined) {
    return [];
  }
  const inner = [schema.items, schema.additionalProperties, ...Object.values(schema.properties ?? {})];
  return [...(schema.$ref === undefined ? [] : [schema.$ref.replace('#/definitions/', '')]), ...inner.flatMap(refsOf)];
}
