import { reportImmutable, requireSame, updatesOf } from './base';
import type * as k8s from '../../../k8s';
import { on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { SPEC } from '../../rules/workloads/workload';
import { same, sameMaps } from '../changes';
import type { UpdatePlan } from '../update-plan';

const CLASS = { hint: 'create another class: volumes that exist keep what they were made with' };

/** A StorageClass. Source: ValidateStorageClassUpdate of pkg/apis/storage/validation. */
export const storageClassUpdate: UpdatePlan = updatesOf('StorageClass', {
  validate: (object: Decoded<k8s.StorageClass>, old: Decoded<k8s.StorageClass>, ctx) => {
    const early = { ...CLASS, type: on(ctx, 'ClassFieldsAreInvalid') ? 'invalid' : 'forbidden' } as const;
    if (!sameMaps(old.parameters, object.parameters)) {
      reportImmutable(old.parameters, object.parameters, Path.root.child('parameters'), 'storage/class-immutable', ctx, early);
    }
    requireSame(old.provisioner, object.provisioner, Path.root.child('provisioner'), 'storage/class-immutable', ctx, early);
    requireSame(old.reclaimPolicy, object.reclaimPolicy, Path.root.child('reclaimPolicy'), 'storage/class-immutable', ctx, early);
    requireSame(old.volumeBindingMode, object.volumeBindingMode, Path.root.child('volumeBindingMode'), 'storage/class-immutable', ctx, CLASS);
  },
});

/** A VolumeAttributesClass. Source: ValidateVolumeAttributesClassUpdate of pkg/apis/storage/validation. */
export const volumeAttributesClassUpdate: UpdatePlan = updatesOf('VolumeAttributesClass', {
  validate: (object: Decoded<k8s.VolumeAttributesClass>, old: Decoded<k8s.VolumeAttributesClass>, ctx) => {
    const options = { type: 'forbidden', hint: 'create another class, and name that in the claims' } as const;
    requireSame(old.driverName, object.driverName, Path.root.child('driverName'), 'storage/attributes-class-immutable', ctx, options);
    if (!sameMaps(old.parameters, object.parameters)) {
      reportImmutable(old.parameters, object.parameters, Path.root.child('parameters'), 'storage/attributes-class-immutable', ctx, options);
    }
  },
});

/** A CSIDriver. Source: ValidateCSIDriverUpdate of pkg/apis/storage/validation. */
export const csiDriverUpdate: UpdatePlan = updatesOf('CSIDriver', {
  forgetsPrefix: true,
  validate: (object: Decoded<k8s.CSIDriver>, old: Decoded<k8s.CSIDriver>, ctx) => {
    const [before, after] = [old.spec ?? {}, object.spec ?? {}];
    requireSame(before.attachRequired, after.attachRequired, SPEC.child('attachRequired'), 'csi-driver/immutable', ctx, { field: 'spec.attachedRequired' });
    if (JSON.stringify(before.volumeLifecycleModes) !== JSON.stringify(after.volumeLifecycleModes)) {
      reportImmutable(before.volumeLifecycleModes, after.volumeLifecycleModes, SPEC.child('volumeLifecycleModes'), 'csi-driver/immutable', ctx);
    }
  },
  warn: ({ spec = {} }: Decoded<k8s.CSIDriver>, old: Decoded<k8s.CSIDriver>, ctx) => {
    const changed = spec.tokenRequests !== undefined && !same({ tokenRequests: old.spec?.tokenRequests }, { tokenRequests: spec.tokenRequests }, 'CSIDriverSpec', ctx.minor);
    if (changed && on(ctx, 'CSIServiceAccountTokenSecrets') && spec.serviceAccountTokenInSecrets === undefined) {
      ctx.report.warning(SPEC.child('tokenRequests'), 'csi-driver/token-in-secrets', 'tokens are passed in volume attributes, which may be logged',
        { field: SPEC.child('serviceAccountTokenInSecrets'), hint: 'set serviceAccountTokenInSecrets: true if the driver supports it' });
    }
  },
});
