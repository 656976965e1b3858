import { matchesWildcard } from '../../../src/constructs/plain/wildcard';

test.each<[string, string[], string[]]>([
  ['*', ['', 'a', 'a.b'], []],
  ['*.conf', ['.conf', 'a.conf', 'a.conf.conf'], ['a.conf2', 'conf']],
  ['a?c', ['abc', 'a.c'], ['ac', 'abbc']],
  ['a*b*c', ['abc', 'axbxc', 'abbcc'], ['acb', 'abcx']],
  ['a.b', ['a.b'], ['axb', 'a.b.c']],
  ['', [''], ['a']],
])("'%s'", (pattern, matching, others) => {
  expect(matching.filter((name) => !matchesWildcard(pattern, name))).toEqual([]);
  expect(others.filter((name) => matchesWildcard(pattern, name))).toEqual([]);
});

test('takes no more steps than pattern times name', () => {
  const start = performance.now();
  expect(matchesWildcard(`${'*a'.repeat(100)}b`, 'a'.repeat(20_000))).toBe(false);
  expect(performance.now() - start).toBeLessThan(2_000);
});
