import type { Rollout } from '../../controllers';
import type { Note, Settings } from '../model';

/** What to know of a rollout of a StatefulSet before it is started: whether going back undoes it. */
export function rolloutNotes({ kind, method, management, updated }: Rollout, { kubernetesVersion }: Settings): Note[] {
  if (kind !== 'StatefulSet' || method !== 'rolling' || updated === undefined) {
    return [];
  }
  if (management === 'ordered') {
    return [{
      code: 'diff/no-way-back',
      level: 'info',
      at: 'spec.podManagementPolicy',
      message: 'OrderedReady: if a new pod never becomes ready, the rollout stops there, and applying the old template again does not replace that pod',
      hint: 'after going back, delete the pod that is not ready',
    }];
  }
  return kubernetesVersion !== '1.35' ? [] : [{
    code: 'diff/no-way-back',
    level: 'info',
    at: 'spec.podManagementPolicy',
    message: 'Parallel on Kubernetes 1.35.0 to 1.35.3: if a new pod never becomes ready, applying the old template again does not replace that pod',
    hint: 'update the cluster to a later patch release, or delete the pod after going back',
  }];
}
