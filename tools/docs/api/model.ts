// What the compiler knows of the public types: members as jsii-docgen lists them, sources and bases from the assembly.
import { readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';
import { Documentation, Language } from 'jsii-docgen';
import type { ClassSchema, InterfaceSchema, MethodSchema, PropertySchema, StructSchema } from 'jsii-docgen';
import { Group, groupOf } from './groups';

/** A public type, and the page that it is on. */
export interface ApiType {
  readonly id: string;
  /** As code names it: `Pod`, `k8s.Pod`. */
  readonly name: string;
  readonly kind: 'class' | 'struct' | 'interface';
  readonly group: Group;
  readonly schema: TypeSchemaOf;
  /** Members that a class has from another package, which documents them. */
  readonly inherited: ReadonlySet<string>;
}

type TypeSchemaOf = Partial<ClassSchema & StructSchema & InterfaceSchema> & {
  readonly instanceMethods?: MethodSchema[];
  readonly properties: PropertySchema[];
};

interface AssemblyType {
  readonly locationInModule: { readonly filename: string };
  readonly base?: string;
  readonly methods?: readonly { readonly name: string }[];
  readonly properties?: readonly { readonly name: string }[];
}

/** All public types by id, in the order of their names. */
export async function readTypes(root: string): Promise<ReadonlyMap<string, ApiType>> {
  const assembly = JSON.parse(gunzipSync(readFileSync(join(root, '.jsii.gz'))).toString()) as { types: Record<string, AssemblyType> };
  const docs = await Documentation.forProject(root);
  const { content: { apiReference } } = await docs.toJson({ language: Language.TYPESCRIPT, allSubmodules: true });
  await docs.cleanup();
  const { constructs, classes, structs, interfaces, enums } = apiReference!;
  if (enums.length > 0) {
    throw new Error('tools/docs/api does not know enums');
  }
  const types = [
    ...[...constructs, ...classes].map((schema) => ({ kind: 'class', schema }) as const),
    ...structs.map((schema) => ({ kind: 'struct', schema }) as const),
    ...interfaces.map((schema) => ({ kind: 'interface', schema }) as const),
  ].map(({ kind, schema }): ApiType => {
    const { id } = schema;
    const name = id.slice(id.indexOf('.') + 1);
    const group = groupOf(name, assembly.types[id].locationInModule.filename);
    return { id, name, kind, group, schema, inherited: inheritedOf(kind, schema, id, assembly.types) };
  });
  return new Map(types.sort((a, b) => (a.name < b.name ? -1 : 1)).map((type) => [type.id, type]));
}

function inheritedOf(kind: string, schema: TypeSchemaOf, id: string, types: Record<string, AssemblyType>): ReadonlySet<string> {
  const own = new Set<string>();
  for (let type: AssemblyType | undefined = types[id]; type !== undefined; type = type.base === undefined ? undefined : types[type.base]) {
    [...type.methods ?? [], ...type.properties ?? []].forEach(({ name }) => own.add(name));
  }
  const all = [...schema.properties, ...schema.constants ?? [], ...schema.instanceMethods ?? [], ...schema.staticMethods ?? []];
  return new Set(kind === 'class' ? all.map(({ displayName }) => displayName).filter((name) => !own.has(name)) : []);
}
