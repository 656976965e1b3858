import { dnsLabel, dnsName, labelKey, qualifiedName } from './formats';
import { Facts } from './types';

const weight = { range: '1 to 100', says: 'How much a node gains when it fits; the node with the largest sum is preferred.' };

/** Affinity, tolerations, topology spread, gates and DRA claims. */
export const schedulingFacts: Facts = {
  'Affinity.nodeAffinity': { says: 'Nodes that the pod needs or prefers.' },
  'Affinity.podAffinity': { says: 'Pods that this one wants to be near.' },
  'Affinity.podAntiAffinity': { says: 'Pods that this one wants to be away from.' },

  'NodeAffinity.requiredDuringSchedulingIgnoredDuringExecution': { says: 'What a node must have; checked when the pod is placed, not later.' },
  'NodeAffinity.preferredDuringSchedulingIgnoredDuringExecution': { says: 'What makes a node better than others.' },
  'NodeSelector.nodeSelectorTerms': { range: 'at least one', says: 'A node fits when it fits any one of the terms.' },
  'NodeSelectorTerm.matchExpressions': { says: 'Requirements on the labels of the node; all must hold.' },
  'NodeSelectorTerm.matchFields': {
    range: 'only `metadata.name`, with `In` or `NotIn` and one value',
    says: 'Requirements on fields of the node; all must hold.',
  },
  'NodeSelectorRequirement.key': { range: `${labelKey}; in \`matchFields\` \`metadata.name\``, says: 'Label of the node.' },
  'NodeSelectorRequirement.operator': {
    range: 'in `matchFields` only `In` and `NotIn`',
    says: 'How the label is compared with `values`; `Gt` and `Lt` compare integers.',
  },
  'NodeSelectorRequirement.values': {
    range: 'label values; at least one for `In` and `NotIn`, none for `Exists` and `DoesNotExist`, exactly one for `Gt` and `Lt`',
    says: 'Values to compare with.',
  },
  'PreferredSchedulingTerm.weight': weight,
  'PreferredSchedulingTerm.preference': { says: 'What the node should have; an empty term fits no node.' },

  'PodAffinity.requiredDuringSchedulingIgnoredDuringExecution': { says: 'Pods that must be in the same domain; all terms must hold.' },
  'PodAffinity.preferredDuringSchedulingIgnoredDuringExecution': { says: 'Pods that are better in the same domain.' },
  'PodAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution': { says: 'Pods that must not be in the same domain; all terms must hold.' },
  'PodAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution': { says: 'Pods that are better not in the same domain.' },
  'WeightedPodAffinityTerm.weight': weight,
  'WeightedPodAffinityTerm.podAffinityTerm': { says: 'Which pods, and in which domain.' },
  'PodAffinityTerm.topologyKey': {
    range: labelKey,
    says: 'Label of nodes that makes the domain, such as `kubernetes.io/hostname` or `topology.kubernetes.io/zone`.',
  },
  'PodAffinityTerm.labelSelector': { default: 'unset: no pods', says: 'Which pods count.' },
  'PodAffinityTerm.namespaces': {
    default: 'unset: the namespace of the pod, unless `namespaceSelector` is set',
    range: `each a ${dnsLabel}`,
    says: 'Namespaces whose pods count.',
  },
  'PodAffinityTerm.namespaceSelector': { default: 'unset: only `namespaces`', says: 'More namespaces, by label; `{}` is all of them.' },
  'PodAffinityTerm.matchLabelKeys': {
    range: 'label keys; only with `labelSelector`, and not keys that it uses; not in `mismatchLabelKeys` too',
    says: 'Labels whose value must be that of this pod.',
  },
  'PodAffinityTerm.mismatchLabelKeys': {
    range: 'label keys; only with `labelSelector`; not in `matchLabelKeys` too',
    says: 'Labels whose value must not be that of this pod.',
  },

  'Toleration.key': { default: 'unset: every key, with `operator: Exists`', range: labelKey, says: 'Key of the taint.' },
  'Toleration.operator': {
    default: 'unset: `Equal`',
    range: '`Exists` without a key; `Gt` and `Lt` only when the cluster turns on the feature gate `TaintTolerationComparisonOperators`',
    says: '`Equal` compares the value, `Exists` takes any.',
  },
  'Toleration.value': {
    default: 'the empty string',
    range: 'label value: at most 63 letters, digits, `-`, `_` and `.`; empty with `Exists`',
    says: 'Value of the taint.',
  },
  'Toleration.effect': { default: 'unset: every effect', range: '`NoExecute` with `tolerationSeconds`', says: 'Effect of the taint.' },
  'Toleration.tolerationSeconds': {
    default: 'unset: forever',
    range: 'only with the effect `NoExecute`; 0 and less evict at once',
    says: 'How long the pod stays on a node that got such a taint.',
  },

  'TopologySpreadConstraint.maxSkew': {
    range: 'at least 1',
    says: 'Largest difference in the number of pods between a domain and the emptiest one.',
  },
  'TopologySpreadConstraint.topologyKey': {
    range: 'not empty; unique together with `whenUnsatisfiable`',
    says: 'Label of nodes that makes the domain, such as `topology.kubernetes.io/zone`.',
  },
  'TopologySpreadConstraint.whenUnsatisfiable': { says: '`DoNotSchedule` waits for a node that fits, `ScheduleAnyway` only prefers it.' },
  'TopologySpreadConstraint.labelSelector': { default: 'unset: no pods', says: 'Which pods are counted; as a rule those of this workload.' },
  'TopologySpreadConstraint.minDomains': {
    default: 'unset: `1`',
    range: 'at least 1; only with `DoNotSchedule`',
    says: 'With fewer domains than this, the emptiest one counts as having no pods.',
  },
  'TopologySpreadConstraint.matchLabelKeys': {
    range: 'label keys; only with `labelSelector`, and not keys that it uses',
    says: 'Labels whose value must be that of this pod, such as `pod-template-hash`.',
  },
  'TopologySpreadConstraint.nodeAffinityPolicy': {
    default: 'unset: `Honor`',
    says: '`Honor` counts only nodes that the node affinity and selector allow.',
  },
  'TopologySpreadConstraint.nodeTaintsPolicy': { default: 'unset: `Ignore`', says: '`Honor` counts only nodes whose taints the pod tolerates.' },

  'PodSchedulingGate.name': { range: `${qualifiedName}; unique in the pod`, says: 'Name of the gate; whoever owns it removes it.' },
  'PodSchedulingGroup.podGroupName': { range: `${dnsName}; needed`, says: 'Name of the group.' },

  'PodResourceClaim.name': { range: `${dnsLabel}; unique in the pod`, says: 'Name by which containers use the claim.' },
  'PodResourceClaim.resourceClaimName': {
    range: `exactly one of \`resourceClaimName\` and \`resourceClaimTemplateName\`; ${dnsName}`,
    says: 'A ResourceClaim that exists.',
  },
  'PodResourceClaim.resourceClaimTemplateName': {
    range: `exactly one of \`resourceClaimName\` and \`resourceClaimTemplateName\`; ${dnsName}`,
    says: 'Template from which a claim is made for this pod.',
  },
};
