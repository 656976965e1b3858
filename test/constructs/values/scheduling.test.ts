import { Labels, NodeTerm, Spread, Tolerate } from '../../../src';
import { failure } from '../helpers';

const ZONE = 'topology.kubernetes.io/zone';
const web = Labels.match({ app: 'web' });

test.each<[string, unknown, unknown]>([
  ['Labels.match', web, { matchLabels: { app: 'web' } }],
  ['Labels.where', Labels.where(Labels.isIn('a', 'x', 'y'), Labels.isNotIn('b', 'z'), Labels.exists('c'), Labels.doesNotExist('d')), {
    matchExpressions: [
      { key: 'a', operator: 'In', values: ['x', 'y'] },
      { key: 'b', operator: 'NotIn', values: ['z'] },
      { key: 'c', operator: 'Exists' },
      { key: 'd', operator: 'DoesNotExist' },
    ],
  }],
  ['Labels.everything', Labels.everything(), {}],
  ['NodeTerm.required', NodeTerm.required(NodeTerm.all(NodeTerm.isIn(ZONE, 'a')), NodeTerm.named('n1')), {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [
        { matchExpressions: [{ key: ZONE, operator: 'In', values: ['a'] }] },
        { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] },
      ],
    },
  }],
  ['NodeTerm.preferred', NodeTerm.preferred(50, NodeTerm.all(NodeTerm.exists('gpu'), NodeTerm.doesNotExist('old'), NodeTerm.isNotIn('x', 'y'))), {
    weight: 50,
    preference: {
      matchExpressions: [{ key: 'gpu', operator: 'Exists' }, { key: 'old', operator: 'DoesNotExist' }, { key: 'x', operator: 'NotIn', values: ['y'] }],
    },
  }],
  ['NodeTerm.greaterThan', NodeTerm.greaterThan('cores', 8), { key: 'cores', operator: 'Gt', values: ['8'] }],
  ['NodeTerm.lessThan', NodeTerm.lessThan('cores', -1), { key: 'cores', operator: 'Lt', values: ['-1'] }],
  ['Tolerate.key', Tolerate.key('gpu'), { key: 'gpu', operator: 'Exists' }],
  ['Tolerate.equal', Tolerate.equal('gpu', 'a100', { effect: 'NoSchedule' }), { key: 'gpu', operator: 'Equal', value: 'a100', effect: 'NoSchedule' }],
  ['Tolerate.everything', Tolerate.everything({ effect: 'NoExecute', tolerationSeconds: 0 }), { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 0 }],
  ['Spread.overZones', Spread.overZones(web), { maxSkew: 1, topologyKey: ZONE, whenUnsatisfiable: 'DoNotSchedule', labelSelector: web }],
  ['Spread.overHosts', Spread.overHosts(web, { maxSkew: 2, whenUnsatisfiable: 'ScheduleAnyway' }),
    { maxSkew: 2, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: web }],
  ['Spread.over', Spread.over('rack', web, { minDomains: 3, matchLabelKeys: ['h'], nodeAffinityPolicy: 'Ignore', nodeTaintsPolicy: 'Honor' }), {
    maxSkew: 1,
    topologyKey: 'rack',
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: web,
    minDomains: 3,
    matchLabelKeys: ['h'],
    nodeAffinityPolicy: 'Ignore',
    nodeTaintsPolicy: 'Honor',
  }],
])('%s', (_, value, expected) => {
  expect(value).toEqual(expected);
});

test.each<[string, () => unknown, string]>([
  ['match nothing', () => Labels.match({}), 'use Labels.everything() to match every object'],
  ['match of undefined', () => Labels.match(undefined as any), 'use Labels.everything() to match every object'],
  ['where nothing', () => Labels.where(), 'use Labels.everything() to match every object'],
  ['label without values', () => Labels.isIn('a'), "Labels.isIn('a') needs at least one value\n    fix: use exists to require only the key"],
  ['label not in nothing', () => Labels.isNotIn('a'), "Labels.isNotIn('a') needs at least one value"],
  ['node label without values', () => NodeTerm.isIn('a'), "NodeTerm.isIn('a') needs at least one value"],
  ['node label not in nothing', () => NodeTerm.isNotIn('a'), "NodeTerm.isNotIn('a') needs at least one value"],
  ['no term', () => NodeTerm.required(), 'NodeTerm.required() needs at least one term'],
  ['empty term', () => NodeTerm.all(), 'NodeTerm.all() needs at least one requirement: without one it matches no node'],
  ['half a core', () => NodeTerm.greaterThan('a', 0.5), 'NodeTerm.greaterThan needs an integer, got 0.5'],
  ['no number', () => NodeTerm.lessThan('a', NaN), 'NodeTerm.lessThan needs an integer, got NaN'],
  ['seconds without effect', () => Tolerate.key('a', { tolerationSeconds: 5 }), 'only with the effect NoExecute, got no effect'],
  ['seconds with another effect', () => Tolerate.equal('a', 'b', { tolerationSeconds: 5, effect: 'NoSchedule' }), 'only with the effect NoExecute, got NoSchedule'],
])('wrong use: %s', (_, use, error) => {
  expect(failure(use)).toContain(error);
});
