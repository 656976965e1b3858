// Quotas with what is used of them.
import type { Evaluator, ScopeRequirement } from './evaluator';
import { evaluatorOf } from './evaluators';
import type { NormalObject } from '../../admission/decode/normal';
import { parseQuantity } from '../../admission/formats/quantity';
import type { Minor } from '../../admission/version';
import { addAll, Amounts, amountsOf } from '../../insight/amounts';
import { RESOURCES } from '../../k8s/resources';
import { JsonMap, mapAt, mapsAt, own, textAt, textsAt } from '../../objects/plain';

/** Where the objects of a kind are found. */
export interface Lists {
  list(kind: string, namespace?: string): readonly JsonMap[];
}

/** A quota and its use. */
export interface CountedQuota {
  readonly name: string;
  readonly scopes: readonly ScopeRequirement[];
  readonly hard: Amounts;
  /** By objects that are there. */
  readonly used: Amounts;
  /** By what controllers will make of objects that were applied. */
  readonly expected: Amounts;
}

/** The quotas of a namespace, by name, as their status or, without one, their spec has them. */
export function quotasOf(state: Lists, namespace: string, minor: Minor): CountedQuota[] {
  return state.list('ResourceQuota', namespace).map((quota) => quotaOf(quota, state, namespace, minor)).sort((a, b) => a.name < b.name ? -1 : 1);
}

/** A quota; what its status does not say is counted from the objects that are known. */
export function quotaOf(quota: JsonMap, state: Lists, namespace: string, minor: Minor): CountedQuota {
  const scopes = scopesOf(quota);
  const status = mapAt(quota, 'status', 'hard');
  const hard = amountsOf((Object.keys(status).length > 0 ? status : mapAt(quota, 'spec', 'hard')) as { [name: string]: string });
  const isCountedThere = own(mapAt(quota, 'status'), 'used') !== undefined;
  const used = isCountedThere ? amountsOf(mapAt(quota, 'status', 'used') as { [name: string]: string }) : countAll([...hard.keys()], scopes, state, namespace, minor);
  return { name: textAt(quota, 'metadata', 'name') ?? '', scopes, hard, used, expected: new Map() };
}

function scopesOf(quota: JsonMap): ScopeRequirement[] {
  const scopes = textsAt(quota, 'spec', 'scopes').map((scopeName) => ({ scopeName, operator: 'Exists' }));
  const selected = mapsAt(quota, 'spec', 'scopeSelector', 'matchExpressions');
  return [...scopes, ...selected.map((one) => ({ scopeName: textAt(one, 'scopeName'), operator: textAt(one, 'operator'), values: textsAt(one, 'values') }))];
}

/** Whether an object is counted: the quota limits something of it, and it meets all scopes. */
export function isCounted({ hard, scopes }: Pick<CountedQuota, 'hard' | 'scopes'>, evaluator: Evaluator, object: NormalObject, minor: Minor): boolean {
  return [...hard.keys()].some((name) => evaluator.isAbout(name)) && scopes.every((scope) => evaluator.matches(scope, object, minor));
}

function countAll(names: readonly string[], scopes: readonly ScopeRequirement[], state: Lists, namespace: string, minor: Minor): Amounts {
  const hard: Amounts = new Map(names.map((name) => [name, parseQuantity('0')!]));
  const used: Amounts = new Map(hard);
  for (const kind of Object.keys(RESOURCES)) {
    const evaluator = evaluatorOf(kind);
    if (evaluator === undefined || !names.some((name) => evaluator.isAbout(name))) {
      continue;
    }
    for (const object of state.list(kind, namespace).filter((one) => isCounted({ hard, scopes }, evaluator, one, minor))) {
      addAll(used, new Map([...evaluator.usage(object, minor)].filter(([name]) => hard.has(name))));
    }
  }
  return used;
}
