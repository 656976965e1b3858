import { changes } from './changes';
import { named } from './immutable';
import type { UpdateContext } from './update-plan';
import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';

type Pod = Decoded<k8s.Pod>;

const LIST = Path.root.child('spec').child('ephemeralContainers');

/** The old pod with the ephemeral containers of the new one, which are all that this subresource takes. */
export function withEphemeralContainers(object: Pod, old: Pod): Pod {
  return { ...withOldMetadata(object, old), spec: { ...old.spec, ephemeralContainers: object.spec?.ephemeralContainers } };
}

/** The metadata that a subresource leaves as it is. Source: ResetObjectMetaForStatus of k8s.io/apimachinery/pkg/apis/meta/v1. */
export function withOldMetadata(object: Pod, { metadata = {} }: Pod): Pod {
  const { deletionTimestamp, labels, annotations, finalizers, ownerReferences } = metadata;
  return { ...object, metadata: { ...object.metadata, deletionTimestamp, labels, annotations, finalizers, ownerReferences } };
}

/** Ephemeral containers may be added. */
export function validateEphemeralContainersUpdate({ spec = {} }: Pod, { spec: was = {} }: Pod, ctx: UpdateContext): void {
  const index = new Map(spec.ephemeralContainers?.map(({ name }, i) => [name, i]));
  for (const old of was.ephemeralContainers ?? []) {
    const i = index.get(old.name);
    if (i === undefined) {
      ctx.report.forbidden(LIST, 'pod-update/ephemeral-containers', `ephemeral container ${show(old.name)} cannot be removed`, { hint: 'keep it in the list' });
      continue;
    }
    const found = changes(old, spec.ephemeralContainers![i], 'EphemeralContainer', ctx.minor, LIST.index(i));
    if (found.length > 0) {
      ctx.report.forbidden(found[0], 'pod-update/ephemeral-containers', `ephemeral container ${show(old.name)} cannot be changed, but ${named(found, LIST.index(i))} was`,
        { field: LIST, hint: 'add another ephemeral container' });
    }
  }
}
