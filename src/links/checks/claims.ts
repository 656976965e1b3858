// Claims that only one node, or one pod, can use at a time.
import type { Check } from './check';
import { mapAt, mapsAt, own, textAt, textsAt } from '../../objects/plain';
import { groupBy } from '../app/group';
import type { AppPods } from '../app/pods';
import type { Reference } from '../app/reference';
import { autoscalersByTarget, scaleOf } from '../app/scale';
import type { AppObject } from '../model';
import { nameOf, namesOf } from '../report';

const HOSTNAME = 'kubernetes.io/hostname';

/** A ReadWriteOnce or ReadWriteOncePod claim that several pods mount, which nothing keeps on one node. */
export const sharedClaims: Check = (app, report) => {
  const autoscalers = autoscalersByTarget(app);
  const mounts = app.references.filter(({ relation, to }) => relation === 'mounts' && to.kind === 'PersistentVolumeClaim');
  for (const users of groupBy(mounts, ({ to }) => `${to.namespace}/${to.name}`).values()) {
    const found = app.lookup(users[0].to);
    const claim = found.where === 'input' && !found.object.unreadable ? found.object : undefined;
    const modes = claim === undefined ? [] : textsAt(claim.object, 'spec', 'accessModes');
    const isOfOnePod = modes.length === 1 && modes[0] === 'ReadWriteOncePod';
    if (claim === undefined || !(isOfOnePod || modes.length === 1 && modes[0] === 'ReadWriteOnce')) {
      continue;
    }
    const owners = [...new Set(users.map(({ from }) => from))];
    const free = owners.flatMap((from) => app.podsOf(from) ?? []).filter((pods) => isOfOnePod || !isPinned(pods));
    const many = free.find(({ of }) => mostPods(of, scaleOf(of, autoscalers)?.most) > 1);
    if (many !== undefined || free.length > 1) {
      const { from, at: place } = users.find((one) => many === undefined || one.from === many.of) as Reference;
      const who = many === undefined ? `pods of ${namesOf(free.map(({ of }) => of), claim.id.namespace)}` : `all pods of ${nameOf(many.of.id, claim.id.namespace)}`;
      report.add(from, place, {
        code: 'links/shared-claim',
        verdict: 'broken',
        message: `${who} mount ${nameOf(claim.id, claim.id.namespace)}, which is ${modes[0]}: ${isOfOnePod ? 'only one pod can use it' : 'pods on another node than the first one do not start'}`,
        hint: many === undefined ? 'use ReadWriteMany, or keep the pods on one node with a pod affinity' : 'use ReadWriteMany, one replica, or a StatefulSet with volumeClaimTemplates',
        others: [{ object: claim }, ...free.filter(({ of }) => of !== from).map(({ of }) => ({ object: of }))],
      });
    }
  }
};

/** How many pods there are at a time. A DaemonSet has one on each node; Jobs run theirs side by side. */
function mostPods({ kind, object }: AppObject, scale: number | undefined): number {
  const job = kind === 'CronJob' ? mapAt(object, 'spec', 'jobTemplate') : object;
  switch (kind) {
    case 'DaemonSet': return 2;
    case 'Job': case 'CronJob': return Math.min(numberIn(own(mapAt(job, 'spec'), 'parallelism')), numberIn(own(mapAt(job, 'spec'), 'completions'), Infinity));
    default: return scale ?? 1;
  }
}

function numberIn(value: unknown, otherwise = 1): number {
  return typeof value === 'number' ? value : otherwise;
}

/** Whether pods are kept on one node: by its name, or by an affinity to other pods on it. */
function isPinned({ spec }: AppPods): boolean {
  return textAt(spec, 'nodeName') !== undefined || textAt(spec, 'nodeSelector', HOSTNAME) !== undefined
    || mapsAt(spec, 'affinity', 'podAffinity', 'requiredDuringSchedulingIgnoredDuringExecution').some((term) => textAt(term, 'topologyKey') === HOSTNAME);
}
