import type * as k8s from '../../k8s';
import type { Context } from '../context';
import type { Decoded } from '../decode/decoded';
import { Path } from '../path';

/**
 * The admission plugin RuntimeClass (plugin/pkg/admission/runtimeclass), after validation: overhead comes from a class, so a pod without a
 * class may not set it. What a named class contains is cluster state: nothing is decided then.
 */
export function admitRuntimeClass(spec: Decoded<k8s.PodSpec>, context: Context): boolean {
  if (spec.overhead === undefined || spec.runtimeClassName !== undefined) {
    return true;
  }
  context.report.refused(Path.root.child('spec').child('overhead'), 'runtime-class/overhead-without-class',
    'overhead is not allowed without runtimeClassName: the server takes it from the RuntimeClass', { hint: 'remove overhead, or set runtimeClassName' });
  return false;
}
