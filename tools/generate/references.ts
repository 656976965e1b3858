import type { Field, Model } from './model';
import { isStruct } from './model';
import { UNWRITABLE } from './text';
import type { ReferenceForm } from '../../src/constructs/plain/object-references';

/** A field that refers to another object: the props take the object too. */
interface Reference {
  readonly form: ReferenceForm;
  /** The kinds that it can refer to; none: any. */
  readonly kinds: readonly string[];
}

const to = (form: ReferenceForm, ...kinds: string[]): Reference => ({ form, kinds });

/** By `Type.field`. */
const REFERENCES: { readonly [field: string]: Reference } = {
  'IngressSpec.ingressClassName': to('name', 'IngressClass'),
  'IngressServiceBackend.name': to('name', 'Service'),
  'IngressBackend.resource': to('grouped'),
  'IngressTLS.secretName': to('name', 'Secret'),
  'HorizontalPodAutoscalerSpec.scaleTargetRef': to('versioned'),
  'ObjectMetricSource.describedObject': to('versioned'),
  'RoleBinding.roleRef': to('grouped', 'Role', 'ClusterRole'),
  'RoleBinding.subjects': to('subject', 'ServiceAccount'),
  'ClusterRoleBinding.roleRef': to('grouped', 'ClusterRole'),
  'ClusterRoleBinding.subjects': to('subject', 'ServiceAccount'),
  'PersistentVolumeClaimSpec.storageClassName': to('name', 'StorageClass'),
  'PersistentVolumeClaimSpec.volumeName': to('name', 'PersistentVolume'),
  'PersistentVolumeClaimSpec.volumeAttributesClassName': to('name', 'VolumeAttributesClass'),
  'PersistentVolumeClaimSpec.dataSource': to('grouped'),
  'PersistentVolumeClaimSpec.dataSourceRef': to('grouped'),
  'PersistentVolumeSpec.storageClassName': to('name', 'StorageClass'),
  'PersistentVolumeSpec.volumeAttributesClassName': to('name', 'VolumeAttributesClass'),
  'PersistentVolumeSpec.claimRef': to('full', 'PersistentVolumeClaim'),
  'ServiceAccount.imagePullSecrets': to('local', 'Secret'),
  'ServiceAccount.secrets': to('local', 'Secret'),
  'CSIStorageCapacity.storageClassName': to('name', 'StorageClass'),
  'VolumeAttachmentSource.persistentVolumeName': to('name', 'PersistentVolume'),
  'VolumeAttachmentSpec.nodeName': to('name', 'Node'),
  'FlowSchemaSpec.priorityLevelConfiguration': to('local', 'PriorityLevelConfiguration'),
  'ValidatingAdmissionPolicyBindingSpec.policyName': to('name', 'ValidatingAdmissionPolicy'),
  'MutatingAdmissionPolicyBindingSpec.policyName': to('name', 'MutatingAdmissionPolicy'),
  'ParamRef.name': to('name'),
  'AdmissionregistrationServiceReference.name': to('name', 'Service'),
  'ApiextensionsServiceReference.name': to('name', 'Service'),
  'ApiregistrationServiceReference.name': to('name', 'Service'),
  'ExactDeviceRequest.deviceClassName': to('name', 'DeviceClass'),
  'DeviceSubRequest.deviceClassName': to('name', 'DeviceClass'),
  'Event.involvedObject': to('full'),
  'Event.related': to('full'),
};

/** Selectors of the pods that something is about, by the type that has them: `selectorFor` takes the pods' workload in their place. */
const POD_SELECTORS: { readonly [type: string]: string } = {
  NetworkPolicySpec: 'podSelector',
  NetworkPolicyPeer: 'podSelector',
  PodDisruptionBudgetSpec: 'selector',
};

/** Whole fields of which the API's own form is enough. */
const PLAIN = new Set(['VolumeAttachmentSource.inlineVolumeSpec']);

export function referenceOf(type: string, field: string): Reference | undefined {
  const key = `${type}.${field}`;
  return Object.hasOwn(REFERENCES, key) ? REFERENCES[key] : undefined;
}

/** The selector that `selectorFor` takes the place of. */
export function podSelectorOf(type: string): string | undefined {
  return Object.hasOwn(POD_SELECTORS, type) ? POD_SELECTORS[type] : undefined;
}

/** Whether a field of a struct leads to a reference, so that the props have a struct of their own for it. */
export function leadsToReference(type: string, field: Field, model: Model, around: readonly string[] = []): boolean {
  if (!isStruct(field.of) || UNWRITABLE.has(field.of) || around.includes(field.of) || PLAIN.has(`${type}.${field.name}`) || field.of === 'ObjectMeta') {
    return false;
  }
  return podSelectorOf(field.of) !== undefined || [...model.types.get(field.of)!.fields.values()].some((inner) =>
    referenceOf(field.of, inner.name) !== undefined || leadsToReference(field.of, inner, model, [...around, field.of]));
}

/** The type of a prop that takes an object as well as what the API has. */
export function referenceType({ form }: Reference, api: string): string {
  switch (form) {
    case 'name':
      return 'string | INamed';
    case 'local':
      return `string | INamed | ${api}`;
    default:
      return `IApiResource | ${api}`;
  }
}

/** What the docs of such a prop say beside the field's own text. */
export function referenceSays({ form, kinds }: Reference, list: boolean): string {
  const what = kinds.length === 0 ? 'object' : kinds.join(' or ');
  if (form === 'name') {
    return `Takes the name of the ${what}, or the object.`;
  }
  const own = form === 'local' ? `the name of the ${what}, the object,` : `the ${what} itself,`;
  return list ? `Each item is ${own} or the API's own form.` : `Takes ${own} or the API's own form.`;
}

/** The table that the construct of a type needs: every path that leads to a reference. */
export function referenceTable(type: string, model: Model, at: readonly string[] = []): [path: string, entry: readonly string[]][] {
  const selector = podSelectorOf(type);
  const own: [string, readonly string[]][] = selector === undefined ? [] : [[[...at, 'selectorFor'].join('.'), ['pods', selector]]];
  return [...own, ...[...model.types.get(type)!.fields.values()].flatMap((field): [string, readonly string[]][] => {
    const path = [...at, field.name, ...(field.container === undefined ? [] : ['*'])];
    const reference = referenceOf(type, field.name);
    if (reference !== undefined) {
      return [[path.join('.'), [reference.form, ...reference.kinds]]];
    }
    return leadsToReference(type, field, model) ? referenceTable(field.of, model, path) : [];
  })];
}

/** Throws for a reference of a field that does not exist. */
export function checkReferences(model: Model): void {
  const fields = [...Object.keys(REFERENCES), ...PLAIN, ...Object.entries(POD_SELECTORS).map(([type, field]) => `${type}.${field}`)];
  const unknown = fields.filter((key) => {
    const [type, field] = key.split('.');
    return !model.types.get(type)?.fields.has(field);
  });
  if (unknown.length > 0) {
    throw new Error(`references from fields that the API does not have: ${unknown.join(', ')}`);
  }
}
