import * as k8s from '../../k8s';
import { CLAIM_TEMPLATE, IS_VOLUME, marked, MOUNTED_VOLUME } from '../bridge/marks';
import { INamed } from '../plain/named';

/** A volume that a pod gets because a container mounts it. It may come from another copy of this package. */
export type PodVolume = INamed;

/** The volume that a mount or device was made from by `mount()` or `device()`. */
export function mountedVolume(mount: unknown): PodVolume | undefined {
  return marked(mount, MOUNTED_VOLUME);
}

/** Whether a value is a `Volume`, and not a literal of the API. */
export function isVolume(value: unknown): boolean {
  return marked(value, IS_VOLUME) === true;
}

/** The claim template that a volume stands for. */
export function claimTemplateOf(volume: unknown): k8s.PersistentVolumeClaim | undefined {
  return marked(volume, CLAIM_TEMPLATE);
}
