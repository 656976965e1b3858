import { Case, deploymentCases, podCases } from './base';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

const nodes = (...nodeSelectorTerms: object[]) => ({ affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms } } } });
const label = (operator: string, values?: string[], key = 'zone') => nodes({ matchExpressions: [{ key, operator, values }] });
const field = (operator: string, values?: string[], key = 'metadata.name') => nodes({ matchFields: [{ key, operator, values }] });
const preferredNodes = (weight: number, preference: object = { matchExpressions: [{ key: 'a', operator: 'Exists' }] }) =>
  ({ affinity: { nodeAffinity: { [PREFERRED]: [{ weight, preference }] } } });
const pods = (term: object, kind = 'podAffinity') => ({ affinity: { [kind]: { [REQUIRED]: [{ topologyKey: 'zone', ...term }] } } });
const preferredPods = (weight: number, term: object = {}, kind = 'podAffinity') =>
  ({ affinity: { [kind]: { [PREFERRED]: [{ weight, podAffinityTerm: { topologyKey: 'zone', ...term } }] } } });

/** What both of podAffinity and podAntiAffinity refuse. */
const TERMS: { [name: string]: object } = {
  'no topologyKey': { topologyKey: '' },
  'bad topologyKey': { topologyKey: 'a b' },
  'bad namespaces': { namespaces: ['a', 'B', 'a.b', ''] },
  'namespaces': { namespaces: ['a', 'b'] },
  'bad labelSelector': { labelSelector: { matchLabels: { 'a b': 'c' } } },
  'bad value in labelSelector': { labelSelector: { matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] } },
  'bad namespaceSelector': { namespaceSelector: { matchExpressions: [{ key: 'a', operator: 'Some' }] } },
  'matchLabelKeys without a selector': { matchLabelKeys: ['a'] },
  'mismatchLabelKeys without a selector': { mismatchLabelKeys: ['a'] },
  'bad matchLabelKeys': { labelSelector: {}, matchLabelKeys: ['a', 'b c'], mismatchLabelKeys: ['', 'd'] },
  'matchLabelKeys': { labelSelector: {}, matchLabelKeys: ['a'], mismatchLabelKeys: ['b'] },
  'a key in both lists': { labelSelector: {}, matchLabelKeys: ['a', 'b'], mismatchLabelKeys: ['b'] },
  'a key in matchLabelKeys and twice in the selector': {
    labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] }, matchLabelKeys: ['c', 'a'],
  },
  'a key in matchLabelKeys and in matchLabels': { labelSelector: { matchLabels: { a: 'b' } }, matchLabelKeys: ['a'] },
  'a key in mismatchLabelKeys and twice in the selector': {
    labelSelector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] }, mismatchLabelKeys: ['a'],
  },
};

export const cases: Case[] = [
  ...podCases({
    'empty': { affinity: { nodeAffinity: {}, podAffinity: {}, podAntiAffinity: {} } },
    'nodes: no terms': nodes(),
    'nodes: empty term': nodes({}),
    'nodes: In': label('In', ['a', 'b']),
    'nodes: In without values': label('In', []),
    'nodes: NotIn without values': label('NotIn'),
    'nodes: Exists': label('Exists'),
    'nodes: Exists with values': label('Exists', ['a']),
    'nodes: DoesNotExist with values': label('DoesNotExist', ['a']),
    'nodes: Gt': label('Gt', ['5']),
    'nodes: Gt with two values': label('Gt', ['5', '6']),
    'nodes: Lt without a value': label('Lt'),
    'nodes: another operator': label('Equals', ['a']),
    'nodes: no operator': label(''),
    'nodes: bad key': label('Exists', undefined, 'a b'),
    'nodes: no key': label('Exists', undefined, ''),
    'nodes: bad values': label('In', ['a', 'b c', '-', 'd'.repeat(64)]),
    'nodes: second term': nodes({}, { matchExpressions: [{ key: 'a', operator: 'Exists' }, { key: 'b', operator: 'In' }], matchFields: [{ key: 'a', operator: 'In' }] }),
    'nodes: second field': nodes({ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }, { key: 'metadata.name', operator: 'In', values: ['a', 'B'] }] }),
    'nodes: second weight': { affinity: { nodeAffinity: { [PREFERRED]: [{ weight: 1, preference: {} }, { weight: 0, preference: {} }] } } },
    'nodes: fields': field('In', ['node-1']),
    'nodes: two values of a field': field('NotIn', ['a', 'b']),
    'nodes: no values of a field': field('In'),
    'nodes: bad name in a field': field('In', ['A_B']),
    'nodes: another field': field('In', ['A_B'], 'metadata.namespace'),
    'nodes: another operator of a field': field('Exists', ['a']),
    'nodes: weight 1': preferredNodes(1),
    'nodes: weight 100': preferredNodes(100),
    'nodes: weight 0': preferredNodes(0),
    'nodes: weight 101': preferredNodes(101),
    'nodes: preferred values need not be good': preferredNodes(5, { matchExpressions: [{ key: 'a', operator: 'In', values: ['b c'] }] }),
    'nodes: preferred and bad': preferredNodes(5, { matchExpressions: [{ key: 'a b', operator: 'In' }], matchFields: [{ key: 'a' }] }),
    'nodes: preferred without a preference': { affinity: { nodeAffinity: { [PREFERRED]: [{ weight: 1 }] } } },
    'pods: required': pods({ labelSelector: { matchLabels: { app: 'a' } } }),
    'pods: second term': { affinity: { podAntiAffinity: { [REQUIRED]: [{ topologyKey: 'zone' }, {}], [PREFERRED]: [{ weight: 1, podAffinityTerm: { topologyKey: 'a' } }, { weight: 0 }] } } },
    'pods: weight 0': preferredPods(0),
    'pods: weight 100': preferredPods(100),
    'pods: weight 101 of anti-affinity': preferredPods(101, {}, 'podAntiAffinity'),
    'pods: no term': { affinity: { podAffinity: { [PREFERRED]: [{ weight: 1 }] } } },
    'pods: matchLabelKeys that the server adds to the selector': (pod) => {
      pod.metadata.labels = { a: 'b' };
      Object.assign(pod.spec, pods({ labelSelector: { matchLabels: { a: 'b' } }, matchLabelKeys: ['a'] }));
    },
    'pods: matchLabelKeys that the server adds to another selector': (pod) => {
      pod.metadata.labels = { a: 'b' };
      Object.assign(pod.spec, pods({ labelSelector: { matchLabels: { c: 'd' } }, matchLabelKeys: ['a'], mismatchLabelKeys: ['e'] }, 'podAntiAffinity'));
    },
  }),
  ...Object.entries(TERMS).flatMap(([name, term]) => [
    ...podCases({ [`pods: ${name}`]: pods(term), [`anti-affinity: ${name}`]: pods(term, 'podAntiAffinity') }),
    ...deploymentCases({ [`preferred pods: ${name}`]: preferredPods(1, term), [`preferred anti-affinity: ${name}`]: preferredPods(1, term, 'podAntiAffinity') }),
  ]),
];
