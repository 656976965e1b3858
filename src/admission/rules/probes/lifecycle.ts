import { validateHandler } from './handlers';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { PodContext } from '../pod/pod-context';

/** `lifecycle`: hooks with one handler each. `stopSignal` was dropped before: its gate is off in all supported minors. */
export function validateLifecycle(lifecycle: Decoded<k8s.Lifecycle>, path: Path, pod: PodContext): void {
  if (lifecycle.postStart !== undefined) {
    validateHandler(lifecycle.postStart, path.child('postStart'), pod);
  }
  if (lifecycle.preStop !== undefined) {
    validateHandler(lifecycle.preStop, path.child('preStop'), pod);
  }
}
