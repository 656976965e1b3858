import type { Model } from './model';
import { BANNER, docComment } from './text';

/** What the API server asks about that is no path of OpenAPI: parts of a kubelet's API. */
const ALSO: { readonly [kind: string]: readonly string[] } = {
  Node: ['checkpoint', 'configz', 'healthz', 'log', 'metrics', 'pods', 'stats', 'statusz'],
};
const OF_ALL = ['finalizers'];

const HEAD = `${BANNER}

/** What a kind is to a role. */
export interface ResourceFacts {
  /** Its API group; empty for the core group. */
  readonly group: string;
  /** The plural, as roles name it. */
  readonly resource: string;
}
`;

/** src/k8s/resources.ts: the resources of all kinds, those of requests included. */
export function resourcesFile({ resources }: Model): string {
  const kinds = [...resources.keys()];
  const below = new Map(kinds.map((kind): [string, string[]] => [kind, [...resources.get(kind)!.subresources, ...ALSO[kind] ?? []].sort()]));
  const facts = kinds.map((kind) => `  ${kind}: { group: '${resources.get(kind)!.group}', resource: '${resources.get(kind)!.resource}' },`);
  const withSome = [...below].filter(([, all]) => all.length > 0);
  return [
    HEAD,
    docComment(['The kinds that a role can be about.'], ''),
    `export type ResourceKind =${members(kinds)};\n`,
    docComment(['The resource of each kind.'], ''),
    `export const RESOURCES: { readonly [kind in ResourceKind]: ResourceFacts } = {\n${facts.join('\n')}\n};\n`,
    docComment(['What is below some resource.'], ''),
    `export type Subresource =${members([...new Set([...below.values(), OF_ALL].flat())].sort())};\n`,
    docComment(['What is below the objects of a kind, beside `finalizers`, which all have: to block the deletion of an owner needs it.'], ''),
    `export const SUBRESOURCES: { readonly [kind in ResourceKind]?: readonly Subresource[] } = {\n${
      withSome.map(([kind, all]) => `  ${kind}: [${all.map((one) => `'${one}'`).join(', ')}],`).join('\n')}\n};`,
    '',
  ].join('\n');
}

function members(names: readonly string[]): string {
  return names.map((name) => `\n  | '${name}'`).join('');
}
