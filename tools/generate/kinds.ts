import type { Field, Kind, Model } from './model';
import { PODS } from './model';
import { BANNER, docComment } from './text';

const HEAD = `${BANNER}

/** What a kind is, in all minors. */
export interface KindFacts {
  /** Its group, and the version of it that the server prefers. */
  readonly apiVersion: string;
  /** The name of its type, if that is not the kind's. */
  readonly type?: string;
  /** The names of its types in the other versions that the server takes, by apiVersion. */
  readonly also?: { readonly [apiVersion: string]: string };
  /** The first minor (34 for 1.34) that has the kind; absent: all. */
  readonly since?: number;
  /** Its objects belong to the cluster, not to a namespace. */
  readonly clusterScoped?: true;
  /** The way to the pod template; empty for a Pod, which is one itself; absent for a kind without pods. */
  readonly template?: readonly string[];
  /** An object may be without its template. */
  readonly optional?: true;
}
`;

const TEMPLATE = 'PodTemplateSpec';

/** src/k8s/kinds.ts: the facts of each kind. It is small, so that everything may import it. */
export function kindsFile(model: Model): string {
  return [
    HEAD,
    docComment(['The kinds that are about pods.'], ''),
    `export type PodKind =\n${PODS.map((name) => `  | '${name}'`).join('\n')};\n`,
    `export const POD_KINDS: readonly PodKind[] = [\n${PODS.map((name) => `  '${name}',`).join('\n')}\n];\n`,
    docComment(['The supported kinds.'], ''),
    `export type Kind = PodKind\n${model.kinds.filter(({ name }) => !PODS.includes(name)).map(({ name }) => `  | '${name}'`).join('\n')};\n`,
    docComment(['The facts of each kind. Look up with `kindFacts` when the name comes from a user.'], ''),
    `export const KINDS: { readonly [kind in Kind]: KindFacts } = {\n${model.kinds.map((kind) => `  ${kind.name}: ${facts(kind, model)},`).join('\n')}\n};`,
    '',
    docComment(['The facts of a kind; undefined for one that is not supported.'], ''),
    'export function kindFacts(kind: string): KindFacts | undefined {',
    '  return Object.hasOwn(KINDS, kind) ? KINDS[kind as Kind] : undefined;',
    '}',
    '',
    docComment(['The type of a kind in a version of its group; undefined for one that is not supported.'], ''),
    'export function typeOfKind(kind: string, apiVersion: string): string | undefined {',
    '  const { apiVersion: preferred, type = kind, also } = kindFacts(kind) ?? {};',
    '  return apiVersion === preferred ? type : also !== undefined && Object.hasOwn(also, apiVersion) ? also[apiVersion] : undefined;',
    '}',
    '',
  ].join('\n');
}

function facts({ name, apiVersion, type, also, since, namespaced }: Kind, model: Model): string {
  const way = name === 'Pod' ? [] : wayTo(type, model);
  const others = Object.entries(also ?? {}).map(([version, its]) => `'${version}': '${its}'`);
  const parts = [
    `apiVersion: '${apiVersion}'`,
    ...(type === name ? [] : [`type: '${type}'`]),
    ...(others.length === 0 ? [] : [`also: { ${others.join(', ')} }`]),
    ...(since === undefined ? [] : [`since: ${since}`]),
    ...(namespaced ? [] : ['clusterScoped: true']),
    ...(way === undefined ? [] : [`template: [${way.map((field) => `'${field.name}'`).join(', ')}]`]),
    ...(way?.some(({ ptr }) => ptr) ? ['optional: true'] : []),
  ];
  return `{ ${parts.join(', ')} }`;
}

/** The fields that lead from a type to the pod template in it, through structs only. */
function wayTo(type: string, model: Model): Field[] | undefined {
  for (const field of model.types.get(type)!.fields.values()) {
    if (field.container === undefined && field.of === TEMPLATE) {
      return [field];
    }
    const rest = field.container === undefined && field.name !== 'status' && model.types.has(field.of) ? wayTo(field.of, model) : undefined;
    if (rest !== undefined) {
      return [field, ...rest];
    }
  }
  return undefined;
}
