import type { Plugin, Request } from './plugin';
import type { NormalObject } from '../../admission/decode/normal';
import { add, canonical, cmp, negate, Quantity, sign, times } from '../../admission/formats/quantity';
import { Path } from '../../admission/path';
import { show } from '../../admission/report';
import { addAll, Amounts } from '../../insight/amounts';
import { CountedQuota, isCounted } from '../quota/counted';
import type { Evaluator } from '../quota/evaluator';
import { evaluatorOf } from '../quota/evaluators';
import { madeBy, MadeObjects } from '../quota/made-by';

const SPEC = Path.root.child('spec');

/** What an object takes must be left in every quota that counts it (k8s.io/apiserver/pkg/admission/plugin/resourcequota). */
export const resourceQuota: Plugin = {
  name: 'ResourceQuota',
  validate: isLeftFor,
  validateUpdate: isLeftFor,
};

function isLeftFor(request: Request): boolean {
  const { context: { kind, minor, madeFrom }, namespace, state, object } = request;
  const old = request.old ?? (madeFrom === undefined ? existing(request) : undefined);
  const evaluator = namespace === undefined ? undefined : evaluatorOf(kind);
  const quotas = evaluator === undefined ? [] : state.quotas(namespace!, minor).filter((quota) => isCounted(quota, evaluator, object, minor));
  if (evaluator === undefined || (old !== undefined && !evaluator.countsUpdates) || quotas.length === 0) {
    return true;
  }
  if (!quotas.every((quota) => saysWhatItMust(quota, evaluator, request) && isUpToDate(quota, evaluator, request))) {
    return false;
  }
  const usage = evaluator.usage(object, minor);
  const before = old === undefined ? undefined : evaluator.usage(old, minor);
  return quotas.every((quota) => {
    const more = before === undefined || !isCounted(quota, evaluator, old!, minor) ? usage : growth(usage, before);
    return madeFrom === undefined ? hasLeft(quota, more, request) : hasLeftForAll(quota, more, madeBy(madeFrom, kind, state), request);
  });
}

/** An object that is already there: to apply it is an update. */
function existing({ object, context: { kind }, namespace, state }: Request): NormalObject | undefined {
  const { name } = (object.metadata ?? {}) as { readonly name?: string };
  return name === undefined ? undefined : state.get(kind, name, namespace);
}

/** Where cpu or memory is limited, every container must say how much it takes. */
function saysWhatItMust({ name, hard }: CountedQuota, evaluator: Evaluator, { object, context: { report } }: Request): boolean {
  const missing = evaluator.missing?.([...hard.keys()].filter((resource) => evaluator.isAbout(resource)), object) ?? [];
  for (const { resource, list, index, container } of missing) {
    const of = resource.startsWith('limits.') ? 'limits' : 'requests';
    const what = resource.replace(/^(?:requests|limits)\./, '');
    report.refused(SPEC.child(list).index(index).child('resources').child(of).key(what), 'resource-quota/not-set',
      `container ${show(container)} must set ${of}.${what}: ResourceQuota ${show(name)} limits ${resource}`, { hint: `set ${of}.${what}, or give the namespace a LimitRange with a default` });
  }
  return missing.length === 0;
}

/** The server refuses while it does not know what is used. */
function isUpToDate({ name, hard, used }: CountedQuota, evaluator: Evaluator, { context: { report } }: Request): boolean {
  const unknown = [...hard.keys()].filter((resource) => evaluator.isAbout(resource) && !used.has(resource));
  if (unknown.length > 0) {
    report.refused(Path.root, 'resource-quota/unknown-use', `the status of ResourceQuota ${show(name)} does not say how much ${unknown.join(', ')} is used`, { hint: 'wait until the cluster has counted it' });
  }
  return unknown.length === 0;
}

/** What an update takes more than before. */
function growth(now: Amounts, before: Amounts): Amounts {
  const more = [...now].map(([name, quantity]): [string, Quantity] => [name, before.has(name) ? add(quantity, negate(before.get(name)!)) : quantity]);
  return new Map(more.filter(([, quantity]) => sign(quantity) > 0));
}

function hasLeft(quota: CountedQuota, more: Amounts, { context: { report } }: Request): boolean {
  const { name, hard, used } = quota;
  const exceeded = [...more].filter(([resource, quantity]) => !isLeft(quota, resource, quantity, used));
  for (const [resource, quantity] of exceeded) {
    const use = `${canonical(quantity)} requested, ${textOf(used.get(resource))} of ${canonical(hard.get(resource)!)} used`;
    report.refused(Path.root, 'resource-quota/exceeded', `ResourceQuota ${show(name)} has not enough ${resource} left: ${use}`,
      { hint: `request less, or raise ${resource} in the quota` });
  }
  return exceeded.length === 0;
}

/** Of several that a controller makes, the first ones may fit. What other controllers make has taken its part by then. */
function hasLeftForAll(quota: CountedQuota, each: Amounts, { count, what }: MadeObjects, { context: { report } }: Request): boolean {
  const { name, hard, used, expected } = quota;
  const taken: Amounts = new Map(used);
  addAll(taken, expected);
  const fitting = (resource: string, quantity: Quantity): number => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      [low, high] = isLeft(quota, resource, times(quantity, middle), taken) ? [middle, high] : [low, middle - 1];
    }
    return low;
  };
  const fits = [...each].map(([resource, quantity]) => ({ resource, quantity, left: fitting(resource, quantity) }));
  const exceeded = fits.filter(({ left }) => left < count);
  for (const { resource, quantity, left } of exceeded) {
    const [whom, by] = count === 1 ? [`the ${what}`, ''] : [`${count} ${what}s: ${left} fit`, ' by each'];
    const use = `${canonical(quantity)} requested${by}, ${textOf(taken.get(resource))} of ${canonical(hard.get(resource)!)} used`;
    report.refused(Path.root, 'resource-quota/exceeded', `ResourceQuota ${show(name)} has not enough ${resource} left for ${whom}: ${use}`,
      { hint: `request less, or raise ${resource} in the quota` });
  }
  return exceeded.length === 0;
}

function isLeft({ hard }: CountedQuota, resource: string, more: Quantity, used: Amounts): boolean {
  const most = hard.get(resource);
  const before = used.get(resource);
  return most === undefined || sign(more) === 0 || cmp(before === undefined ? more : add(before, more), most) <= 0;
}

function textOf(quantity: Quantity | undefined): string {
  return quantity === undefined ? '0' : canonical(quantity);
}
