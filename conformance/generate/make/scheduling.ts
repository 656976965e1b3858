// Where pods go: affinity, tolerations, topology spread.
import { Make, Maker, Struct } from './maker';

const term = (m: Maker): Struct => ({
  topologyKey: m.r.pick(['kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'x']),
  ...m.r.fields({
    labelSelector: [0.9, () => m.make('LabelSelector')],
    namespaces: [0.2, () => m.distinct('namespace', 1, 2)],
    namespaceSelector: [0.15, () => m.r.chance(0.3) ? {} : m.make('LabelSelector')],
  }),
  ...m.r.chance(0.12) && { labelSelector: { matchLabels: { tier: 'x' } }, ...m.r.chance(0.5) ? { matchLabelKeys: ['app'] } : { mismatchLabelKeys: ['app'] } },
});

const podTerms = (m: Maker): Struct => m.r.fields({
  requiredDuringSchedulingIgnoredDuringExecution: [0.6, () => m.r.many(1, 2, () => term(m))],
  preferredDuringSchedulingIgnoredDuringExecution: [0.6, () => m.r.many(1, 2, () => m.make('WeightedPodAffinityTerm'))],
});

export const SCHEDULING: { readonly [type: string]: Make } = {
  Affinity: (m) => m.r.fields({ nodeAffinity: [0.5, () => m.make('NodeAffinity')], podAffinity: [0.4, () => podTerms(m)], podAntiAffinity: [0.5, () => podTerms(m)] }),
  NodeAffinity: (m) => m.r.fields({
    requiredDuringSchedulingIgnoredDuringExecution: [0.6, () => m.make('NodeSelector')],
    preferredDuringSchedulingIgnoredDuringExecution: [0.5, () => m.r.many(1, 2, () => m.make('PreferredSchedulingTerm'))],
  }),
  NodeSelector: (m) => ({ nodeSelectorTerms: m.r.many(1, 2, () => m.make('NodeSelectorTerm')) }),
  NodeSelectorTerm: (m) => m.r.fields({
    matchExpressions: [0.85, () => m.r.many(1, 2, () => m.r.chance(0.1) ? { key: m.r.pick(['beta.kubernetes.io/os', 'beta.kubernetes.io/arch', 'failure-domain.beta.kubernetes.io/zone']), operator: 'Exists' } : m.make('NodeSelectorRequirement'))],
    matchFields: [0.2, () => [{ key: 'metadata.name', operator: m.r.pick(['In', 'NotIn']), values: [m.good('subdomain')] }]],
  }),
  PreferredSchedulingTerm: (m) => ({ weight: m.r.between(1, 100), preference: m.make('NodeSelectorTerm') }),
  WeightedPodAffinityTerm: (m) => ({ weight: m.r.between(1, 100), podAffinityTerm: term(m) }),
  PodAffinityTerm: term,
  PodAffinity: podTerms,
  PodAntiAffinity: podTerms,
  Toleration: (m) => m.r.pick<() => Struct>([
    () => ({ operator: 'Exists' }),
    () => ({ key: m.good('qualified'), operator: 'Exists', ...m.r.fields({ effect: [0.6, () => m.r.pick(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])] }) }),
    () => ({ key: m.good('qualified'), ...m.r.fields({ operator: [0.6, () => 'Equal'], effect: [0.5, () => m.r.pick(['NoSchedule', 'PreferNoSchedule'])] }), value: m.good('labelValue') }),
    () => ({ key: m.good('qualified'), operator: 'Exists', effect: 'NoExecute', tolerationSeconds: m.r.pick([0, 300, -1]) }),
    () => m.r.chance(0.15) ? { key: m.good('qualified'), operator: m.r.pick(['Lt', 'Gt']), value: '10' } : { operator: 'Exists', effect: 'NoSchedule' },
  ])(),
  TopologySpreadConstraint: (m) => ({
    maxSkew: m.r.pick([1, 1, 2, 5]),
    topologyKey: m.r.pick(['zone', 'kubernetes.io/hostname']),
    ...m.r.chance(0.5) ? { whenUnsatisfiable: 'DoNotSchedule', ...m.r.fields({ minDomains: [0.25, () => m.r.pick([1, 3])] }) } : { whenUnsatisfiable: 'ScheduleAnyway' },
    ...m.r.fields({ labelSelector: [0.9, () => m.make('LabelSelector')], nodeAffinityPolicy: [0.15, () => m.r.pick(['Ignore', 'Honor'])], nodeTaintsPolicy: [0.15, () => m.r.pick(['Ignore', 'Honor'])] }),
    ...m.r.chance(0.12) && { labelSelector: { matchLabels: { tier: 'x' } }, matchLabelKeys: ['pod-template-hash'] },
  }),
};
