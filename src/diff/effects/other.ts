import { effectOf, Situation } from './situation';
import { at, textAt } from '../../objects/plain';
import { Change, isUnder } from '../compare/change';
import type { Effect } from '../model';

/** Kinds without pods: the object changes, and whoever watches it acts on that. */
export function otherEffects({ kind, before, after, changes }: Situation): Effect[] {
  return [effectOf('in-place', textOf(kind, before, after, changes), changes)];
}

function textOf(kind: string | undefined, before: Situation['before'], after: Situation['after'], changes: readonly Change[]): string {
  const about = (...way: string[]): boolean => changes.some((change) => isUnder(change, ...way));
  switch (kind) {
    case undefined: return 'compared as plain data: what its controller does with it is not known here';
    case 'Service': return serviceText(before, after, changes, about);
    case 'ConfigMap': case 'Secret': return 'who sees it depends on how it is read: files are updated in place, environment variables and subPath mounts are not';
    case 'HorizontalPodAutoscaler': return 'the autoscaler works with the new values from its next look on; it may scale at once';
    case 'PersistentVolumeClaim': return about('spec', 'resources') ? 'the volume grows, if its storage class allows that; the pod may have to be restarted for its file system' : 'the claim changes; its volume and its data stay';
    case 'PodDisruptionBudget': return 'evictions are judged by the new values from now on';
    case 'NetworkPolicy': return 'traffic is judged by the new rules from now on; no pod restarts';
    case 'Role': case 'ClusterRole': case 'RoleBinding': case 'ClusterRoleBinding': return 'permissions change at once; no pod restarts';
    case 'ServiceAccount': return 'pods that start from now on use it; running ones keep what they have';
    case 'PriorityClass': case 'RuntimeClass': case 'LimitRange': case 'PodTemplate': return 'pods that are made from now on use it; running ones stay as they are';
    case 'ResourceQuota': return 'pods that are made from now on are judged by it; running ones stay';
    default: return 'it counts at once; no container restarts';
  }
}

function serviceText(before: Situation['before'], after: Situation['after'], changes: readonly Change[], about: (...way: string[]) => boolean): string {
  const [was, is] = [before, after].map((service) => textAt(service, 'spec', 'type') ?? 'ClusterIP');
  if (was !== is) {
    return `the type changes from ${was} to ${is}: node ports and load balancers come and go with it`;
  }
  if (about('spec', 'selector')) {
    return at(after, 'spec', 'selector') === undefined ? 'without a selector, its endpoints are no longer kept up to date' : 'other pods get its traffic at once, and those that no longer match get none';
  }
  if (changes.some((change) => isUnder(change, 'spec', 'ports') && change.what === 'removed' && change.keys.length === 3)) {
    return 'clients of a port that is gone fail at once';
  }
  return about('spec', 'ports') ? 'its ports change for new connections; no pod restarts' : 'it counts for new connections; no pod restarts';
}
