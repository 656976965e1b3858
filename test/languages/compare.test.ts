import { crosses, differences, Results, withoutSource } from '../../languages/compare';
import { disagreement, programsOf } from '../../languages/page';

const finding = (source: string) => [
  'Error: Validation failed with the following errors:',
  '  [shop/web] spec.replicas: must be 0 or more, got -1',
  `    Deployment web · shop/web${source} · FieldValueInvalid (deployment/replicas)`,
].join('\n');

const manifests = ['{"kind":"Pod"}', '{"kind":"Job"}'];
const twin: Results = {
  files: { 'shop.k8s.yaml': 'kind: Pod\n' },
  refused: finding(' · examples/python/twin.js:49:15'),
  status: 1,
  warnings: 'advice: [shop/web] spec: a\n    Pod web · shop/web · /a/twin.js:1:2 · advice (advice/a)\n',
  reviews: [{ allowed: true, findings: [] }, { allowed: false, findings: [{ code: 'a' }] }],
};
const same: Results = {
  ...twin,
  refused: finding(''),
  warnings: 'advice: [shop/web] spec: a\n\n    Pod web · shop/web · advice (advice/a)\n',
  reviews: [{ allowed: true, findings: [], qosClass: null }, { allowed: false, findings: [{ code: 'a', hint: null }] }],
};

describe('differences', () => {
  test('the line of code, blank lines of stderr and nulls are none', () => {
    expect(differences(same, twin, manifests)).toEqual([]);
  });

  test.each<[string, Partial<Results>, string]>([
    ['a file with another text', { files: { 'shop.k8s.yaml': 'kind: Job\n' } }, 'the file shop.k8s.yaml is another\n--- here\nkind: Job'],
    ['a file less', { files: {} }, 'the file shop.k8s.yaml is another\n--- here\nnothing'],
    ['a file more', { files: { ...twin.files, 'more.yaml': '' } }, 'the file more.yaml'],
    ['another status', { status: 0 }, 'the exit status is another\n--- here\n0\n--- in TypeScript\n1'],
    ['another message', { refused: finding('').replace('-1', '-2') }, 'the error is another'],
    ['another code', { refused: finding('').replace('deployment/replicas', 'deployment/other') }, 'the error is another'],
    ["a line of jsii's runtime", { refused: finding(' · tmp1/lib/program.js:1:62561') }, 'the error is another'],
    ['a warning less', { warnings: '' }, 'stderr is another'],
    ['another review', { reviews: [{ allowed: false, findings: [] }, twin.reviews[1]] }, 'the review of {"kind":"Pod"} is another'],
    ['a finding more', { reviews: [{ allowed: true, findings: [1] }, twin.reviews[1]] }, '--- here\n{\n "findings": [\n  1\n ]\n}\n--- in TypeScript\n{\n "findings": []\n}'],
    ['a review less', { reviews: [twin.reviews[0]] }, '2 manifests, 1 reviews, 2 of the twin'],
  ])('%s is one', (_, change, says) => {
    const found = differences({ ...same, ...change }, twin, manifests);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
  });

  test('of many reviews a few are shown', () => {
    const many = Array.from({ length: 9 }, (_, i) => `{"n":${i}}`);
    const found = differences({ ...same, reviews: many.map(() => 1) }, { ...twin, reviews: many.map(() => 2) }, many);
    expect(found).toHaveLength(6);
    expect(found[5]).toBe('and 4 more reviews');
  });
});

test('a line of code goes only from the line of its finding', () => {
  expect(withoutSource(finding(' · a/b.ts:1:2'))).toBe(finding(''));
  // What a construct's own check finds has no type.
  expect(withoutSource('  [x] spec.ports[0]\n    Service web · shop/web · a/b.ts:1:2')).toBe('  [x] spec.ports[0]\n    Service web · shop/web');
  expect(withoutSource("  [x] spec.a: 'x · b.ts:1:2 · y' is no name")).toBe("  [x] spec.a: 'x · b.ts:1:2 · y' is no name");
});

test.each<[unknown, boolean]>([
  [{ spec: { list: [1, 'a', false, {}] } }, true],
  [{ spec: { a: null } }, false],
  [{ spec: [1, null] }, false],
  [null, false],
  [{ env: 'a\ud800b' }, false],
  [{ 'a\udc00': '1' }, false],
  [{ smile: '\u{1f600}' }, true],
  [JSON.parse('{"labels":{"__proto__":"a"}}'), false],
])('%j crosses jsii: %s', (value, expected) => {
  expect(crosses(value)).toBe(expected);
});

describe('a page', () => {
  const page = ['# Python', '', '```python', 'a()', '```', '', 'It writes', '```yaml', 'a: 1', '```', '```python', 'b()', '```', '```text', 'b', '```', ''].join('\n');

  test('has programs, and what they write and say', () => {
    expect(programsOf(page)).toEqual([{ line: 3, code: 'a()\n', yaml: 'a: 1\n' }, { line: 11, code: 'b()\n', text: 'b\n' }]);
  });

  const [writes, says] = programsOf(page);
  test.each([
    ['writes that', writes, { status: 0, yaml: 'a: 1\n', said: '' }, undefined],
    ['writes something else', writes, { status: 0, yaml: 'a: 2\n', said: '' }, 'it writes'],
    ['writes nothing', writes, { status: 0, said: '' }, 'it writes'],
    ['fails', writes, { status: 1, yaml: 'a: 1\n', said: 'Traceback' }, 'the program fails:\nTraceback'],
    ['says that at its end', says, { status: 1, said: 'a\nb\n' }, undefined],
    ['says something else', says, { status: 0, said: 'c\n' }, 'it says'],
  ])('a program that %s', (_, program, did, expected) => {
    const found = disagreement(program, did);
    if (expected === undefined) {
      expect(found).toBeUndefined();
    } else {
      expect(found).toContain(expected);
    }
  });
});
