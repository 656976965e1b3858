import { count, effectOf, Situation } from './situation';
import { sameJson } from '../../admission/formats/same-json';
import { OrdinalRange, Rollout, rolloutOfDefaulted } from '../../controllers';
import { at, numberAt, textAt } from '../../objects/plain';
import { Change, isUnder } from '../compare/change';
import type { Effect } from '../model';

const TEMPLATE = ['spec', 'template'];

/** A Deployment makes new pods when its template differs in anything, and only then. */
export function deploymentEffects(situation: Situation): Effect[] {
  const { template, replicas, rest } = split(situation.changes);
  const rollout = rolloutOf(situation);
  const wasPaused = at(situation.before, 'spec', 'paused') === true;
  return [
    ...template.length === 0 ? [] : [templateEffect(template, rollout)],
    ...scale(situation, replicas),
    ...rest.length === 0 ? [] : [effectOf('in-place', wasPaused && rollout?.paused !== true
      ? 'the Deployment goes on: what changed in its template while it was paused is rolled out now' : `${fieldsText(rest)} for the next rollout: no pod changes`, rest)],
  ];
}

/** A StatefulSet replaces pods whose template is an older one, from the highest ordinal down to its partition. */
export function statefulSetEffects(situation: Situation): Effect[] {
  const { template, replicas, rest } = split(situation.changes);
  const rollout = rolloutOf(situation);
  const [strategy, others] = [rest.filter(isOfStrategy), rest.filter((change) => !isOfStrategy(change))];
  return [
    ...template.length === 0 ? [] : [templateEffect(template, rollout)],
    ...scale(situation, replicas),
    ...strategy.length === 0 ? [] : [effectOf('in-place', template.length > 0 ? 'the update strategy counts for this rollout already'
      : `no pod changes, unless an earlier change is not rolled out yet: then ${updatedText(rollout)}`, strategy)],
    ...others.length === 0 ? [] : [effectOf('in-place', others.some((change) => isUnder(change, 'spec', 'ordinals'))
      ? 'pods whose ordinals are not in the new range are deleted, and those that are missing are made' : `${fieldsText(others)} from now on: no pod changes`, others)],
  ];
}

/** A DaemonSet replaces its pods node by node, and removes them at once where they may not run any more. */
export function daemonSetEffects(situation: Situation): Effect[] {
  const { template, replicas, rest } = split(situation.changes);
  const others = [...replicas, ...rest];
  const placed = template.filter((change) => ['nodeSelector', 'affinity', 'tolerations', 'nodeName'].includes(String(change.keys[3])));
  return [
    ...template.length === 0 ? [] : [templateEffect(template, rolloutOf(situation))],
    ...placed.length === 0 ? [] : [effectOf('scale', 'pods on nodes that no longer fit are deleted at once, and nodes that now fit get one', placed)],
    ...others.length === 0 ? [] : [effectOf('in-place', `${fieldsText(others)} for the next rollout: no pod changes`, others)],
  ];
}

/** A ReplicaSet only makes and deletes pods: a new template is for those that it makes from now on. */
export function replicaSetEffects(situation: Situation): Effect[] {
  const { template, replicas, rest } = split(situation.changes);
  return [
    ...template.length === 0 ? [] : [templateEffect(template, rolloutOf(situation))],
    ...scale(situation, replicas),
    ...rest.length === 0 ? [] : [effectOf('in-place', `${fieldsText(rest)} from now on: no pod changes`, rest)],
  ];
}

interface Split {
  readonly template: readonly Change[];
  readonly replicas: readonly Change[];
  readonly rest: readonly Change[];
}

function split(changes: readonly Change[]): Split {
  const template = changes.filter((change) => isUnder(change, ...TEMPLATE));
  const replicas = changes.filter((change) => isUnder(change, 'spec', 'replicas'));
  return { template, replicas, rest: changes.filter((change) => !template.includes(change) && !replicas.includes(change)) };
}

function isOfStrategy(change: Change): boolean {
  return isUnder(change, 'spec', 'updateStrategy');
}

function rolloutOf({ after, settings }: Situation): Rollout | undefined {
  return rolloutOfDefaulted(after, settings.nodes);
}

/** What a new template does to the pods that there are. */
export function templateEffect(changes: readonly Change[], rollout: Rollout | undefined): Effect {
  const more = rollout === undefined ? {} : { rollout };
  if (rollout?.paused === true) {
    return effectOf('in-place', 'the Deployment is paused: nothing is rolled out until it is resumed', changes, more);
  }
  if (rollout?.desired === 0 && rollout.method !== 'next-run') {
    return effectOf('in-place', 'there are no pods at 0 replicas: the template is for the next ones', changes, more);
  }
  switch (rollout?.method) {
    case 'recreate': return effectOf('recreate', `all ${count(rollout.desired ?? 0, 'pod')} stop before new ones start: nothing runs in between`, changes, more);
    case 'on-delete': return effectOf('on-delete', 'pods keep the old template until somebody deletes them', changes, more);
    case 'rolling': return rollout.kind === 'StatefulSet' && rollout.updated === undefined
      ? effectOf('on-delete', `the partition keeps ${keptText(rollout)} as they are`, changes, more) : effectOf('rollout', rollingText(rollout), changes, more);
    default: return effectOf('in-place', 'the template is for pods that are made from now on', changes, more);
  }
}

function rollingText(rollout: Rollout): string {
  const { kind, desired, maxSurge = 0, maxUnavailable = 0, mostPods, fewestAvailable } = rollout;
  if (kind === 'StatefulSet') {
    const kept = rollout.kept === undefined ? '' : `; the partition keeps ${keptText(rollout)}`;
    const order = rollout.management === 'ordered' ? ', each ready before the next' : '';
    return `${updatedText(rollout)}, ${maxUnavailable} at a time${order}; ${fewestAvailable} of ${desired} stay available${kept}`;
  }
  if (desired === undefined) {
    const how = maxSurge === 0 || maxSurge === '0%' ? `the old pod stops first, on ${maxUnavailable} of the nodes at a time` : `the new pod starts first, on ${maxSurge} of the nodes at a time`;
    return `new pods on every node: ${how.replace(' 1 of the nodes', ' 1 node')}`;
  }
  const [surge, unavailable] = [Number(maxSurge), Number(maxUnavailable)];
  const pods = `new pods replace ${desired === 1 ? 'the old one' : `the ${desired} old ones`}`;
  const up = surge === 0 ? 'none above the desired number' : `up to ${count(Number(mostPods), 'pod')} at once`;
  return `${pods}: ${up}, ${unavailable === 0 ? 'none taken away before its successor is available' : `at least ${fewestAvailable} available`}`;
}

function updatedText({ updated, method }: Partial<Rollout> = {}): string {
  return updated === undefined || method === 'on-delete' ? 'no pod is replaced' : `pods ${rangeText(updated)} are replaced`;
}

function keptText({ kept }: Rollout): string {
  return kept === undefined ? 'all pods' : `pods ${rangeText(kept)}`;
}

function rangeText({ from, to }: OrdinalRange): string {
  return from === to ? String(from) : `${to} to ${from}`;
}

/** The effect of another number of replicas. */
export function scale({ before, after }: Situation, changes: readonly Change[]): Effect[] {
  const [from, to] = [before, after].map((object) => numberAt(object, 'spec', 'replicas') ?? 1);
  return changes.length === 0 || sameJson(from, to) ? [] : [effectOf('scale', scaleText(from, to), changes, { replicas: { from, to } })];
}

export function scaleText(from: number, to: number): string {
  const stop = to === 0 ? 'all stop' : `${count(from - to, 'pod')} stop${from - to === 1 ? 's' : ''}`;
  return `from ${from} to ${count(to, 'pod')}: ${to > from ? `${count(to - from, 'pod')} more` : stop}`;
}

function fieldsText(changes: readonly Change[]): string {
  const fields = [...new Set(changes.map(({ keys }) => String(keys[1] ?? keys[0])))];
  return `${fields.slice(0, 3).join(', ')}${fields.length > 3 ? ', …' : ''} count${fields.length === 1 ? 's' : ''}`;
}

/** The name of an object for a text: `Deployment web`. */
export function named(object: Situation['after']): string {
  return `${textAt(object, 'kind') ?? 'object'} ${textAt(object, 'metadata', 'name') ?? ''}`.trim();
}
