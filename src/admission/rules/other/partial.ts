import { validateAdmissionPolicy, validatePolicyBinding, setPolicyDefaults } from './admission-policy';
import { apiServiceName, setApiServiceDefaults, validateApiService } from './api-service';
import { trustBundleName, validatePodCertificateRequest, validateSigningRequest, validateTrustBundle } from './certificates';
import { definitionName, setDefinitionDefaults, validateDefinition } from './custom-resource-definition';
import { setFlowSchemaDefaults, setPriorityLevelDefaults, validatePriorityLevel } from './flow-control';
import { validateEvent, validateIPAddress, validateServiceCidr, validateStorageVersionMigration, validateVolumeAttachment } from './small-kinds';
import { setWebhookDefaults, validateWebhooks } from './webhooks';
import type * as k8s from '../../../k8s';
import { Kind, kindFacts } from '../../../k8s/kinds';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { NormalObject } from '../../decode/normal';
import { ipProblem } from '../../formats/ip';
import { dns1123Subdomain, NameRule, pathSegmentName } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA } from '../workloads/workload';

/** What the review of a kind has beyond decoding and metadata. None of them has all rules. */
interface Partial {
  /** The rule of the name; absent: it becomes a segment of a URL path. */
  readonly nameRule?: (object: NormalObject) => NameRule;
  /** The prefix of a generated name is checked as if it were the name. */
  readonly prefixAsName?: true;
  /** The prefix of a generated name is not checked. */
  readonly generatedNameOnly?: true;
  /** The metadata has only the check of all objects, which is less strict with finalizers. */
  readonly generalOnly?: true;
  readonly setDefaults?: (object: any, ctx: Context) => void;
  readonly validate?: (object: any, ctx: Context) => void;
}

const SUBDOMAIN: Partial = { nameRule: () => dns1123Subdomain };
const ADMISSION: Partial = { ...SUBDOMAIN, generalOnly: true };

const PARTS: { readonly [kind in Kind]?: Partial } = {
  Event: { generalOnly: true, validate: validateEvent },
  Node: SUBDOMAIN,
  MutatingAdmissionPolicy: { ...ADMISSION, setDefaults: setPolicyDefaults, validate: validateAdmissionPolicy },
  MutatingAdmissionPolicyBinding: { ...ADMISSION, setDefaults: setPolicyDefaults, validate: validatePolicyBinding },
  MutatingWebhookConfiguration: { ...ADMISSION, setDefaults: setWebhookDefaults, validate: validateWebhooks },
  ValidatingAdmissionPolicy: { ...ADMISSION, setDefaults: setPolicyDefaults, validate: validateAdmissionPolicy },
  ValidatingAdmissionPolicyBinding: { ...ADMISSION, setDefaults: setPolicyDefaults, validate: validatePolicyBinding },
  ValidatingWebhookConfiguration: { ...ADMISSION, setDefaults: setWebhookDefaults, validate: validateWebhooks },
  CustomResourceDefinition: {
    nameRule: definitionName, prefixAsName: true, generalOnly: true, setDefaults: setDefinitionDefaults, validate: validateDefinition,
  },
  APIService: { nameRule: apiServiceName, prefixAsName: true, generalOnly: true, setDefaults: setApiServiceDefaults, validate: validateApiService },
  CertificateSigningRequest: { validate: validateSigningRequest },
  PodCertificateRequest: { ...SUBDOMAIN, validate: validatePodCertificateRequest },
  ClusterTrustBundle: { nameRule: trustBundleName, validate: validateTrustBundle },
  FlowSchema: { ...SUBDOMAIN, setDefaults: setFlowSchemaDefaults },
  PriorityLevelConfiguration: { ...SUBDOMAIN, setDefaults: setPriorityLevelDefaults, validate: validatePriorityLevel },
  IPAddress: { nameRule: () => (name) => ipProblem(name, true), prefixAsName: true, validate: validateIPAddress },
  ServiceCIDR: { ...SUBDOMAIN, validate: validateServiceCidr },
  DeviceClass: { ...SUBDOMAIN, generatedNameOnly: true },
  DeviceTaintRule: SUBDOMAIN,
  ResourceSlice: SUBDOMAIN,
  CSINode: SUBDOMAIN,
  CSIStorageCapacity: SUBDOMAIN,
  VolumeAttachment: { ...SUBDOMAIN, validate: validateVolumeAttachment },
  StorageVersionMigration: { ...SUBDOMAIN, validate: validateStorageVersionMigration },
};

/** A kind of which the metadata, the defaults and some of the rules are reviewed. */
export function partialPlan(kind: Kind): KindPlan {
  const { nameRule, prefixAsName, generatedNameOnly, generalOnly, setDefaults, validate } = PARTS[kind] ?? {};
  const namespaced = kindFacts(kind)?.clusterScoped !== true;
  return {
    coverage: 'partial',
    setDefaults: setDefaults ?? (() => undefined),
    validate: (object, ctx) => {
      validateObjectMeta(object.metadata as Decoded<k8s.ObjectMeta> | undefined, METADATA, ctx, {
        nameRule: nameRule?.(object) ?? pathSegmentName, namespaced, prefixAsName, generatedNameOnly, generalOnly,
      });
      validate?.(object, ctx);
    },
  };
}
