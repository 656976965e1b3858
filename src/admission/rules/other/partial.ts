import type * as k8s from '../../../k8s';
import { kindFacts } from '../../../k8s/kinds';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain, pathSegmentName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { validateObjectMeta } from '../metadata/metadata';

const METADATA = Path.root.child('metadata');

/** Kinds whose names are DNS subdomains. Other kinds have rules of their own, which are not part of a partial review. */
const SUBDOMAINS: ReadonlySet<string> = new Set([
  'ResourceSlice', 'DeviceTaintRule', 'Node', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'MutatingWebhookConfiguration',
  'ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration', 'PodCertificateRequest', 'FlowSchema',
  'PriorityLevelConfiguration', 'ServiceCIDR', 'CSINode', 'CSIStorageCapacity', 'StorageVersionMigration', 'VolumeAttachment',
]);

/** The kinds of API servers of their own and of admission check finalizers less strictly. */
const GENERAL_ONLY: ReadonlySet<string> = new Set([
  'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding', 'MutatingWebhookConfiguration', 'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding', 'ValidatingWebhookConfiguration', 'CustomResourceDefinition', 'APIService',
]);

/** A kind of which only the metadata is validated. */
export function partialPlan(): KindPlan {
  return {
    coverage: 'partial',
    setDefaults: () => undefined,
    validate: (object, ctx) => {
      const namespaced = kindFacts(ctx.kind)?.clusterScoped !== true;
      const nameRule = SUBDOMAINS.has(ctx.kind) ? dns1123Subdomain : pathSegmentName;
      const generalOnly = GENERAL_ONLY.has(ctx.kind);
      validateObjectMeta(object.metadata as Decoded<k8s.ObjectMeta> | undefined, METADATA, ctx, { nameRule, namespaced, generalOnly });
    },
  };
}
