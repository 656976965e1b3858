import { Draft } from './draft';
import { defaultResources, roundResourceList } from './resource-list';
import * as k8s from '../../k8s';

/** A claim in `volumeClaimTemplates` of a StatefulSet. */
export function defaultClaim(claim: Draft<k8s.PersistentVolumeClaim>): void {
  const status = claim.status ??= {};
  status.phase ??= 'Pending';
  roundResourceList(status.capacity);
  roundResourceList(status.allocatedResources);
  defaultClaimSpec(claim.spec ??= {});
}

export function defaultClaimSpec(spec: Draft<k8s.PersistentVolumeClaimSpec>): void {
  spec.volumeMode ??= 'Filesystem';
  defaultResources(spec.resources);
}
