import { reportImmutable, requireSame, updatesOf } from './base';
import type * as k8s from '../../../k8s';
import { on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { SPEC } from '../../rules/workloads/workload';
import { changes, same } from '../changes';
import type { UpdateContext, UpdatePlan } from '../update-plan';

type Spec = Decoded<k8s.PersistentVolumeSpec>;
type Affinity = Decoded<k8s.VolumeNodeAffinity>;

/** What a volume may change; all else of its spec is about where its data are. */
const MUTABLE = ['capacity', 'accessModes', 'claimRef', 'persistentVolumeReclaimPolicy', 'storageClassName', 'mountOptions', 'volumeMode', 'nodeAffinity', 'volumeAttributesClassName'] as const;
/** Labels of nodes that a requirement may exchange for those that have replaced them. */
const SUCCESSORS: { readonly [label: string]: string } = {
  'failure-domain.beta.kubernetes.io/zone': 'topology.kubernetes.io/zone',
  'failure-domain.beta.kubernetes.io/region': 'topology.kubernetes.io/region',
  'beta.kubernetes.io/os': 'kubernetes.io/os',
  'beta.kubernetes.io/arch': 'kubernetes.io/arch',
  'beta.kubernetes.io/instance-type': 'node.kubernetes.io/instance-type',
};

/** A PersistentVolume. Source: ValidatePersistentVolumeUpdate of pkg/apis/core/validation. */
export const persistentVolumeUpdate: UpdatePlan = updatesOf('PersistentVolume', {
  validate: (object: Decoded<k8s.PersistentVolume>, old: Decoded<k8s.PersistentVolume>, ctx) => {
    const [before, after] = [old.spec ?? {}, object.spec ?? {}];
    validateSource(before, after, ctx);
    requireSame(before.volumeMode, after.volumeMode, SPEC.child('volumeMode'), 'persistent-volume/volume-mode-immutable', ctx, { field: 'volumeMode' });
    if (before.nodeAffinity !== undefined && !isSameAffinity(before.nodeAffinity, after.nodeAffinity, ctx)) {
      reportImmutable(before.nodeAffinity, after.nodeAffinity, SPEC.child('nodeAffinity'), 'persistent-volume/node-affinity-immutable', ctx, { field: 'nodeAffinity' });
    }
    if (on(ctx, 'VolumeAttributesClass') && before.volumeAttributesClassName !== undefined && after.volumeAttributesClassName === undefined) {
      ctx.report.forbidden(SPEC.child('volumeAttributesClassName'), 'persistent-volume/attributes-class-removed',
        'volumeAttributesClassName cannot be removed once it is set', { hint: 'keep it, or name another class' });
    }
  },
});

function validateSource(before: Spec, after: Spec, ctx: UpdateContext): void {
  const [was, is] = [sourceOf(before), sourceOf(after)];
  const secret = was.csi !== undefined && is.csi !== undefined && was.csi.controllerExpandSecretRef === undefined;
  const kept = secret ? { ...is, csi: { ...is.csi, controllerExpandSecretRef: undefined } } : is;
  if (same(was, kept, 'PersistentVolumeSpec', ctx.minor)) {
    return;
  }
  const places = changes(was, kept, 'PersistentVolumeSpec', ctx.minor, SPEC);
  ctx.report.forbidden(places.length === 1 ? places[0] : SPEC, 'persistent-volume/source-immutable', `where a volume keeps its data cannot change: ${places.map(String).slice(0, 3).join(', ')} is different`,
    { field: 'spec.persistentvolumesource', hint: 'create another volume' });
}

/** The part of the spec that is the source. */
function sourceOf(spec: Spec): Spec {
  return Object.fromEntries(Object.entries(spec).filter(([field]) => !(MUTABLE as readonly string[]).includes(field))) as Spec;
}

function isSameAffinity(before: Affinity, after: Affinity | undefined, { minor }: UpdateContext): boolean {
  return after !== undefined && (same(before, after, 'VolumeNodeAffinity', minor) || same(renewed(before, after), after, 'VolumeNodeAffinity', minor));
}

/** The old affinity with labels exchanged where the new one has exchanged them. */
function renewed(before: Affinity, after: Affinity): Affinity {
  const terms = before.required?.nodeSelectorTerms?.map((term, i) => ({
    ...term,
    ...(['matchExpressions', 'matchFields'] as const).reduce((made, list) => ({
      ...made,
      ...term[list] === undefined ? undefined : {
        [list]: term[list].map((requirement, j) => {
          const key = after.required?.nodeSelectorTerms?.[i]?.[list]?.[j]?.key;
          const { key: was = '' } = requirement;
          // To the server, a label without a successor has the empty one.
          return (Object.hasOwn(SUCCESSORS, was) ? SUCCESSORS[was] : '') === (key ?? '') ? { ...requirement, key } : requirement;
        }),
      },
    }), {}),
  }));
  return { ...before, required: { ...before.required, ...terms === undefined ? undefined : { nodeSelectorTerms: terms } } };
}
