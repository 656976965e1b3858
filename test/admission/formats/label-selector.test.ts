import {
  hasLabels, isReadableRequirement, LabelMap, LabelRequirement, labelValue, meetsNodeRequirement, meetsRequirement, selectsLabels,
} from '../../../src/admission/formats/label-selector';

const LABELS: LabelMap = { app: 'web', tier: '', rack: '12', bare: undefined };

test.each<[string, LabelRequirement, boolean]>([
  ['In with the value', { key: 'app', operator: 'In', values: ['api', 'web'] }, true],
  ['In without the value', { key: 'app', operator: 'In', values: ['api'] }, false],
  ['In of a missing label', { key: 'zone', operator: 'In', values: [''] }, false],
  ['In of the empty value', { key: 'tier', operator: 'In', values: [''] }, true],
  ['In of a null in the list', { key: 'tier', operator: 'In', values: [undefined] }, true],
  ['In of a label without a value', { key: 'bare', operator: 'In', values: [''] }, true],
  ['In without values', { key: 'app', operator: 'In' }, false],
  ['NotIn with the value', { key: 'app', operator: 'NotIn', values: ['web'] }, false],
  ['NotIn of a missing label', { key: 'zone', operator: 'NotIn', values: ['a'] }, true],
  ['NotIn of the empty value', { key: 'bare', operator: 'NotIn', values: [''] }, false],
  ['Exists', { key: 'tier', operator: 'Exists' }, true],
  ['Exists of what all objects inherit', { key: 'constructor', operator: 'Exists' }, false],
  ['DoesNotExist', { key: 'zone', operator: 'DoesNotExist' }, true],
  ['DoesNotExist of a label', { key: 'bare', operator: 'DoesNotExist' }, false],
  ['Gt, which labels do not have', { key: 'rack', operator: 'Gt', values: ['11'] }, false],
  ['no operator', { key: 'zone' }, false],
])('a label selector: %s', (_, requirement, met) => {
  expect(meetsRequirement(requirement, LABELS)).toBe(met);
  expect(selectsLabels({ matchExpressions: [requirement] }, LABELS)).toBe(met);
});

test('all requirements must be met, and none is met always', () => {
  const exists = { key: 'app', operator: 'Exists' };
  expect(selectsLabels({}, {})).toBe(true);
  expect(selectsLabels({ matchLabels: { app: 'web', tier: '' }, matchExpressions: [exists] }, LABELS)).toBe(true);
  expect(selectsLabels({ matchLabels: { app: 'web' }, matchExpressions: [exists, { key: 'app', operator: 'DoesNotExist' }] }, LABELS)).toBe(false);
  expect(selectsLabels({ matchLabels: { app: 'api' }, matchExpressions: [exists] }, LABELS)).toBe(false);
  expect(hasLabels(LABELS, { bare: '' })).toBe(true);
  expect(hasLabels({}, { toString: undefined })).toBe(false);
  expect(labelValue(LABELS, 'hasOwnProperty')).toBeUndefined();
});

test.each<[string, LabelRequirement, boolean]>([
  ['greater', { key: 'rack', operator: 'Gt', values: ['11'] }, true],
  ['equal is not greater', { key: 'rack', operator: 'Gt', values: ['12'] }, false],
  ['less', { key: 'rack', operator: 'Lt', values: ['+13'] }, true],
  ['a label that is no number', { key: 'app', operator: 'Lt', values: ['13'] }, false],
  ['a number of more than 64 bits', { key: 'rack', operator: 'Lt', values: ['9223372036854775808'] }, false],
  ['a missing label', { key: 'zone', operator: 'Gt', values: ['-1'] }, false],
  ['operators of labels', { key: 'app', operator: 'In', values: ['web'] }, true],
])('a node selector: %s', (_, requirement, met) => {
  expect(meetsNodeRequirement(requirement, LABELS)).toBe(met);
});

test('operators and values go together', () => {
  expect(isReadableRequirement({ operator: 'In', values: [] }, 'labels')).toBe(false);
  expect(isReadableRequirement({ operator: 'NotIn', values: ['a'] }, 'labels')).toBe(true);
  expect(isReadableRequirement({ operator: 'Exists', values: ['a'] }, 'labels')).toBe(false);
  expect(isReadableRequirement({ operator: 'Gt', values: ['1'] }, 'labels')).toBe(false);
  expect(isReadableRequirement({ operator: 'Gt', values: ['1'] }, 'nodes')).toBe(true);
  expect(isReadableRequirement({ operator: 'Lt', values: ['one'] }, 'nodes')).toBe(false);
  expect(isReadableRequirement({ operator: 'Like', values: ['1'] }, 'nodes')).toBe(false);
});
