import { readFileSync } from 'fs';
import { join } from 'path';
import { yamlUnsafe } from '../../../src/constructs/plain/yaml-safe';

// What Kubernetes' own parser answered; recorded again by: npx ts-node -T -P tsconfig.dev.json conformance/yaml/record.ts
const RECORDED: { text: string; value: boolean; key: boolean }[] = JSON.parse(
  readFileSync(join(__dirname, 'yaml-safe.recorded.json'), 'utf8'),
);

// Units beyond ASCII are written as \uXXXX in the record, so that no tool can change them.
const texts = RECORDED.map((r) => ({ ...r, text: r.text.replace(/\\(\\|u([0-9a-f]{4}))/g, (_, c, hex) => hex ? String.fromCharCode(parseInt(hex, 16)) : c) }));

describe('the recorded answers of the parser', () => {
  test('cover both answers, for values and for keys', () => {
    for (const use of ['value', 'key'] as const) {
      expect(texts.filter((t) => t[use]).length).toBeGreaterThan(200);
      expect(texts.filter((t) => !t[use]).length).toBeGreaterThan(40);
    }
  });

  test.each([['value', false], ['key', true]] as const)('are ours, as %s', (use, asKey) => {
    const different = texts.filter((t) => (yamlUnsafe(t.text, asKey) === undefined) !== t[use]).map((t) => JSON.stringify(t.text));
    expect(different).toEqual([]);
  });
});

test.each([
  ['a\u0085b', false, 'contains the character U+0085'],
  ['\u2028', true, 'contains the character U+2028'],
  ['\x7f', false, 'contains the character U+007F'],
  ['a\ud800', false, 'contains half of a surrogate pair (U+D800)'],
  ['0o777', false, 'reads as a number'],
  ['0b-1', true, 'reads as a number'],
  ['<<', true, 'reads as a merge key'],
  ['<<', false, undefined],
  [' \n', false, 'consists of blanks and line breaks only'],
  ['\tx:\n\ty\n', false, 'has a tab at the start of its first line of text'],
  [`${'a'.repeat(40)}\n \nb\n `, false, 'has a line of one space between line breaks'],
  ['\ud83d\ude00', true, undefined],
] as const)('%# gives its reason', (text, asKey, reason) => {
  expect(yamlUnsafe(text, asKey)).toBe(reason);
});

test('takes linear time', () => {
  const start = Date.now();
  for (const part of ['\n', ' ', '\n ', '\t', ' \n', '1', '1_', '.1', '0', '_', '+', '-_', '\n\t', 'a', '\x01\n \n', '😀', ':']) {
    for (const before of ['', '+', '0X', '.', 'a\n', '\x01']) {
      for (const after of ['', 'x', '\n', ' ']) {
        yamlUnsafe(before + part.repeat(100_000) + after, false);
      }
    }
  }
  // A quadratic expression would take minutes.
  expect(Date.now() - start).toBeLessThan(20_000);
});
