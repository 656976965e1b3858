import { validateParameters, validateProvisioner } from './provisioner';
import { validateTopologies } from './topologies';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { warnOfNodeLabel } from '../../warnings/scheduling';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

const TOPOLOGIES = Path.root.child('allowedTopologies');
const POLICIES = ['Delete', 'Retain'];
const MODES = ['Immediate', 'WaitForFirstConsumer'];

/** A StorageClass. Source: pkg/apis/storage/validation. */
export const storageClass: KindPlan = {
  coverage: 'full',
  setDefaults: (object: Mutable<Decoded<k8s.StorageClass>>) => {
    object.reclaimPolicy ??= 'Delete';
    object.volumeBindingMode ??= 'Immediate';
  },
  validate: (object: Decoded<k8s.StorageClass>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: false });
    validateProvisioner(object.provisioner, Path.root.child('provisioner'), ctx);
    validateParameters(object.parameters, false, Path.root.child('parameters'), ctx);
    const policy: string = object.reclaimPolicy ?? '';
    if (policy !== '' && !POLICIES.includes(policy)) {
      ctx.report.notSupported(Path.root.child('reclaimPolicy'), 'storage/reclaim-policy', policy, POLICIES);
    }
    if (!MODES.includes(object.volumeBindingMode ?? '')) {
      ctx.report.notSupported(Path.root.child('volumeBindingMode'), 'storage/binding-mode', object.volumeBindingMode ?? '', MODES);
    }
    validateTopologies(object.allowedTopologies, TOPOLOGIES, ctx);
  },
  warn: warnOfTopologies,
};

function warnOfTopologies(object: Decoded<k8s.StorageClass>, ctx: Context): void {
  object.allowedTopologies?.forEach(({ matchLabelExpressions = [] }, i) => matchLabelExpressions.forEach(({ key = '' }, j) =>
    warnOfNodeLabel(key, TOPOLOGIES.index(i).child('matchLabelExpressions').index(j).child('key'), ctx)));
}

/** A VolumeAttributesClass. */
export const volumeAttributesClass: KindPlan = {
  coverage: 'full',
  setDefaults: () => undefined,
  validate: (object: Decoded<k8s.VolumeAttributesClass>, ctx) => {
    validateObjectMeta(object.metadata, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: false });
    validateProvisioner(object.driverName, Path.root.child('driverName'), ctx);
    validateParameters(object.parameters, true, Path.root.child('parameters'), ctx);
  },
};
