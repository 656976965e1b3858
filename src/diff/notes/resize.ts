import { reviewUpdate } from '../../admission';
import { JsonMap, mapsAt, textAt } from '../../objects/plain';
import type { Change } from '../compare/change';
import type { Note, Settings } from '../model';

/** CPU and memory of a running pod can be changed in place, though not by an apply. */
export function resizeNotes(live: JsonMap, sent: JsonMap, changes: readonly Change[], { kubernetesVersion }: Settings): Note[] {
  const resized = changes.filter(({ keys }) => keys[0] === 'spec' && (keys[3] === 'resources' || keys[1] === 'resources'));
  if (live.kind !== 'Pod' || resized.length === 0 || resized.length < changes.length || !reviewUpdate(live, sent, { kubernetesVersion, subresource: 'resize' }).allowed) {
    return [];
  }
  const restarted = mapsAt(sent, 'spec', 'containers')
    .filter((container, i) => resized.some(({ keys }) => keys[1] === 'containers' && keys[2] === i) && mapsAt(container, 'resizePolicy').some((one) => textAt(one, 'restartPolicy') === 'RestartContainer'))
    .map((container) => textAt(container, 'name') ?? '');
  return [{
    code: 'diff/resize',
    level: 'info',
    at: resized[0].at,
    message: `CPU and memory can change without replacing the pod, through its subresource resize${restarted.length === 0 ? '' : `: by their resizePolicy, container ${restarted.join(', ')} restarts`}`,
    hint: `kubectl patch pod ${textAt(live, 'metadata', 'name') ?? 'NAME'} --subresource resize --patch …`,
  }];
}
