import { admitPriority } from './priority';
import { admitRuntimeClass } from './runtime-class';
import { admitServiceAccount } from './service-account';
import type { Context } from '../context';
import type { NormalObject } from '../decode/normal';

/**
 * The plugins that come before the validation of a new Pod; the first that refuses ends the server's review.
 *
 * @returns a copy with what they set, or undefined when one refuses
 */
export function admitPod(given: NormalObject, context: Context): NormalObject | undefined {
  // They change fields of the spec. Its containers they copy themselves.
  const spec: NormalObject = { ...given.spec as NormalObject | undefined };
  const pod: NormalObject = { ...given, spec };
  return admitPriority(spec, context) && admitServiceAccount(pod, context) ? pod : undefined;
}

/** The plugin that comes after it. */
export function admitValidPod(pod: NormalObject, context: Context): void {
  admitRuntimeClass(pod.spec ?? {}, context);
}
