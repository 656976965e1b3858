import type { UpdateContext } from './update-plan';
import type * as k8s from '../../k8s';
import { on } from '../context';
import type { Decoded } from '../decode/decoded';

type Pod = Decoded<k8s.Pod>;

/** Since 1.37, resources of the pod cannot be left out: who does so does not know them. */
export function withPodResources(object: Pod, old: Pod, ctx: UpdateContext): Pod {
  return object.spec?.resources !== undefined || old.spec?.resources === undefined || !on(ctx, 'PodLevelResourcesFixDefaulting') ? object
    : { ...object, spec: { ...object.spec, resources: old.spec.resources } };
}
