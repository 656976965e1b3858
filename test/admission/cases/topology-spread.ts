import { Case, deploymentCases, podCases } from './base';

const spread = (...constraints: object[]) => ({
  topologySpreadConstraints: constraints.map((fields) => ({ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', ...fields })),
});

const rows = {
  'one': spread({ labelSelector: { matchLabels: { app: 'a' } } }),
  'nothing': { topologySpreadConstraints: [{}] },
  'skew of 0': spread({ maxSkew: 0 }),
  'skew below 0': spread({ maxSkew: -1 }),
  'no key': spread({ topologyKey: '' }),
  'a key that is no label': spread({ topologyKey: 'a b' }),
  'another action': spread({ whenUnsatisfiable: 'Wait' }),
  'three of one kind': spread({}, {}, { maxSkew: 2 }),
  'two actions': spread({}, { whenUnsatisfiable: 'ScheduleAnyway' }),
  'two keys': spread({}, { topologyKey: 'host' }),
  'two of no action': spread({ whenUnsatisfiable: '' }, { whenUnsatisfiable: '' }),
  'domains': spread({ minDomains: 1 }),
  'domains of 0': spread({ minDomains: 0 }),
  'domains with another action': spread({ minDomains: 2, whenUnsatisfiable: 'ScheduleAnyway' }),
  'policies': spread({ nodeAffinityPolicy: 'Ignore', nodeTaintsPolicy: 'Honor' }),
  'other policies': spread({ nodeAffinityPolicy: 'Some', nodeTaintsPolicy: '' }),
  'bad selector': spread({ labelSelector: { matchExpressions: [{ key: 'a', operator: 'In' }] } }),
  'keys': spread({ matchLabelKeys: ['a'], labelSelector: { matchLabels: { b: 'c' } } }),
  'keys without a selector': spread({ matchLabelKeys: ['a', 'b c'] }),
  'bad keys': spread({ matchLabelKeys: ['a', 'b c', ''], labelSelector: {} }),
  'a key in the selector': spread({ matchLabelKeys: ['b', 'a'], labelSelector: { matchLabels: { a: 'c' } } }),
  'a key in expressions': spread({ matchLabelKeys: ['a'], labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }),
  'a key twice in the selector': spread({
    matchLabelKeys: ['b', 'a', 'a'], labelSelector: { matchLabels: { a: 'c' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] },
  }),
};

export const cases: Case[] = [
  ...podCases(rows),
  ...deploymentCases(rows),
  ...podCases({
    'a key that the server adds to the selector': (pod) => {
      pod.metadata.labels = { a: 'c' };
      Object.assign(pod.spec, spread({ matchLabelKeys: ['a'], labelSelector: { matchLabels: { a: 'c' } } }));
    },
    'a key that the server adds to another selector': (pod) => {
      pod.metadata.labels = { a: 'c' };
      Object.assign(pod.spec, spread({ matchLabelKeys: ['a', 'b'], labelSelector: {} }));
    },
  }),
];
