import type { Field, Model } from './model';
import { BANNER, docComment } from './text';

const HEAD = `${BANNER}

/** What a kind is, in all minors. */
export interface KindFacts {
  /** Group and version that reviews expect. */
  readonly apiVersion: string;
  /** The way to the pod template; empty for a Pod, which is one itself; absent for a kind without pods. */
  readonly template?: readonly string[];
  /** An object may be without its template. */
  readonly optional?: true;
}
`;

const TEMPLATE = 'PodTemplateSpec';

/** src/k8s/kinds.ts: the facts of each kind that do not depend on the minor. It is small, so that everything may import it. */
export function kindsFile(model: Model): string {
  const kinds = Object.entries(model.kinds);
  return [
    HEAD,
    docComment(['The supported kinds.'], ''),
    `export type Kind =\n${kinds.map(([kind]) => `  | '${kind}'`).join('\n')};\n`,
    docComment(['The facts of each kind. Look up with `kindFacts` when the name comes from a user.'], ''),
    `export const KINDS: { readonly [kind in Kind]: KindFacts } = {\n${kinds.map(([kind, apiVersion]) => `  ${kind}: ${facts(kind, apiVersion, model)},`).join('\n')}\n};`,
    '',
    docComment(['The facts of a kind; undefined for one that is not supported.'], ''),
    'export function kindFacts(kind: string): KindFacts | undefined {',
    '  return Object.hasOwn(KINDS, kind) ? KINDS[kind as Kind] : undefined;',
    '}',
    '',
  ].join('\n');
}

function facts(kind: string, apiVersion: string, model: Model): string {
  const way = kind === 'Pod' ? [] : wayTo(kind, model);
  const template = way === undefined ? '' : `, template: [${way.map(({ name }) => `'${name}'`).join(', ')}]`;
  return `{ apiVersion: '${apiVersion}'${template}${way?.some(({ ptr }) => ptr) ? ', optional: true' : ''} }`;
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
