import { sameJson } from '../../../src/admission/formats/same-json';

test.each<[string, unknown, unknown]>([
  ['scalars', 'a', 'a'],
  ['order of keys', { a: 1, b: [{ c: null, d: '' }] }, { b: [{ d: '', c: null }], a: 1 }],
  ['a key without a value', { a: undefined, b: 1 }, { b: 1, c: undefined }],
  ['keys that all objects inherit', JSON.parse('{"__proto__": 1, "constructor": {}}'), JSON.parse('{"constructor": {}, "__proto__": 1}')],
])('the same: %s', (_, a, b) => {
  expect(sameJson(a, b)).toBe(true);
  expect(sameJson(b, a)).toBe(true);
});

test.each<[string, unknown, unknown]>([
  ['a string and a number', '1', 1],
  ['null and nothing', { a: null }, {}],
  ['an empty list and an empty map', [], {}],
  ['an empty map and null', {}, null],
  ['order of items', [1, 2], [2, 1]],
  ['a longer list', [1], [1, 1]],
  ['another key', { a: 1 }, { b: 1 }],
  ['one more key', { a: 1 }, { a: 1, b: 1 }],
  ['a key that all objects inherit', { toString: undefined, a: 1 }, { valueOf: 1 }],
  ['a value deep inside', { a: [{ b: [{ c: 1 }] }] }, { a: [{ b: [{ c: 2 }] }] }],
])('not the same: %s', (_, a, b) => {
  expect(sameJson(a, b)).toBe(false);
  expect(sameJson(b, a)).toBe(false);
});
