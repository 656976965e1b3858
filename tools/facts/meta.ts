import { dnsLabel, labelKey, labelMap, notEmpty, qualifiedName } from './formats';
import { Facts } from './types';

/** ObjectMeta, owner references and label selectors. */
export const metaFacts: Facts = {
  'ObjectMeta.name': {
    range: 'DNS subdomain, at most 253 characters; DNS label of at most 63 for a StatefulSet or Service; at most 52 for a CronJob; '
      + 'unless `generateName` is set, needed',
    says: 'Name of the object; cannot be changed.',
  },
  'ObjectMeta.generateName': {
    range: 'as `name`, also with `-` or `.` at the end',
    says: 'Start of the name, which the server completes with five letters and digits when `name` is not set.',
  },
  'ObjectMeta.namespace': { default: 'the namespace of the request', range: dnsLabel, says: 'Namespace of the object.' },
  'ObjectMeta.labels': {
    default: 'for a Job or ReplicationController the labels of the template, else none',
    range: labelMap,
    says: 'Labels, by which objects are selected.',
  },
  'ObjectMeta.annotations': {
    range: 'keys: at most 63 characters after an optional `<DNS subdomain>/`; at most 262144 bytes in all',
    says: 'Notes for tools and people, by which nothing is selected.',
  },
  'ObjectMeta.finalizers': {
    range: `each ${qualifiedName}; not both \`orphan\` and \`foregroundDeletion\``,
    says: 'What must be done before the object can go.',
  },
  'ObjectMeta.ownerReferences': {
    range: 'at most one with `controller: true`; no owner of kind Event',
    says: 'Objects that this one belongs to: it goes when all of them are gone.',
  },
  'ObjectMeta.creationTimestamp': { default: 'set by the server', says: 'When the object was made.' },
  'ObjectMeta.deletionTimestamp': { default: 'set by the server', says: 'When the object is to be gone.' },
  'ObjectMeta.deletionGracePeriodSeconds': { default: 'set by the server', says: 'Time that a delete left for an orderly end.' },
  'ObjectMeta.generation': { default: 'set by the server', says: 'Counts changes of the spec.' },
  'ObjectMeta.managedFields': { default: 'set by the server', says: 'Which manager has set which fields.' },
  'ObjectMeta.resourceVersion': {
    default: 'set by the server',
    range: 'not set when the object is created',
    says: 'Version of the stored object, to notice changes by others.',
  },
  'ObjectMeta.selfLink': { says: 'No longer used.' },
  'ObjectMeta.uid': { default: 'set by the server', says: 'Tells apart objects that had the same name at different times.' },

  'OwnerReference.apiVersion': { range: notEmpty, says: 'API version of the owner.' },
  'OwnerReference.kind': { range: `${notEmpty}; not an Event`, says: 'Kind of the owner.' },
  'OwnerReference.name': { range: notEmpty, says: 'Name of the owner.' },
  'OwnerReference.uid': { range: notEmpty, says: 'Uid of the owner.' },
  'OwnerReference.controller': { default: '`false`', range: '`true` for at most one owner', says: 'Whether this owner manages the object.' },
  'OwnerReference.blockOwnerDeletion': { default: '`false`', says: 'Whether a foreground delete of the owner waits for this object.' },

  'LabelSelector.matchLabels': { range: labelMap, says: 'Labels that must have these values.' },
  'LabelSelector.matchExpressions': { says: 'Requirements on labels; all must hold, together with `matchLabels`.' },
  'LabelSelectorRequirement.key': { range: labelKey, says: 'Label that is looked at.' },
  'LabelSelectorRequirement.operator': { values: ['In', 'NotIn', 'Exists', 'DoesNotExist'], says: 'How the label is compared with `values`.' },
  'LabelSelectorRequirement.values': {
    range: 'at least one label value for `In` and `NotIn`, none for `Exists` and `DoesNotExist`',
    says: 'Values to compare with.',
  },
};
