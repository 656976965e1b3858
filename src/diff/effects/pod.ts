import { effectOf, Situation } from './situation';
import { mapsAt, textAt } from '../../objects/plain';
import { Change, isUnder } from '../compare/change';
import type { Effect } from '../model';

/**
 * The kubelet restarts a container within its pod when its image changes, whatever the restart policy, and for nothing else: it compares name
 * and image only. An init container that has finished does not run again.
 */
export function podEffects({ before, after, changes }: Situation): Effect[] {
  const images = changes.filter((change) => isUnder(change, 'spec') && change.keys.length === 4 && change.keys[3] === 'image');
  const finished = images.filter((change) => change.keys[1] === 'initContainers' && !isSidecar(containerOf(after, change)));
  const restarted = images.filter((change) => change.keys[1] !== 'ephemeralContainers' && !finished.includes(change));
  const rest = changes.filter((change) => !images.includes(change));
  const names = restarted.map((change) => textAt(containerOf(after, change), 'name') ?? '');
  return [
    ...restarted.length === 0 ? [] : [effectOf('restart', `${names.length === 1 ? 'container' : 'containers'} ${names.join(', ')} of the pod restart${names.length === 1 ? 's' : ''} with the new image; the pod stays`, restarted, { containers: names })],
    ...finished.length === 0 ? [] : [effectOf('in-place', 'an init container that has finished does not run again: the image is for the next start of the whole pod', finished)],
    ...rest.length === 0 ? [] : [effectOf('in-place', textOf(rest, textAt(before, 'spec', 'nodeName') === undefined), rest)],
  ];
}

function containerOf(pod: Situation['after'], { keys }: Change): Situation['after'] {
  return mapsAt(pod, 'spec', String(keys[1]))[Number(keys[2])] ?? {};
}

function isSidecar(container: Situation['after']): boolean {
  return textAt(container, 'restartPolicy') === 'Always';
}

function textOf(changes: readonly Change[], unscheduled: boolean): string {
  const about = (field: string): boolean => changes.some((change) => isUnder(change, 'spec', field));
  if (about('ephemeralContainers')) {
    return 'an ephemeral container starts in the running pod';
  }
  if (about('activeDeadlineSeconds')) {
    return 'the kubelet stops the pod when the new deadline, counted from its start, has passed';
  }
  return unscheduled && about('schedulingGates') ? 'the pod can be scheduled once its last gate is gone' : 'the pod takes it over while it runs: no container restarts';
}
