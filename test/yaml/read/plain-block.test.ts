// The reader of plain YAML and the parser read alike whatever the first one reads.
import { randomDocument } from '../../../conformance/yaml/documents';
import { random } from '../../../conformance/yaml/strings';
import { Parser } from '../../../src/yaml/read/parser';
import { PlaceLog } from '../../../src/yaml/read/place';
import { readPlainBlock } from '../../../src/yaml/read/plain-block';
import { readYaml } from '../../../src/yaml/read/read';
import { ReadError } from '../../../src/yaml/read/read-error';

/** The parser's result for a document: JSON, or the error. */
function parsed(text: string): string {
  try {
    const parser = new Parser(text, { exact: false, overrides: true }, new PlaceLog(0));
    const { value, rest } = parser.document();
    return parser.problems[0]?.message ?? (rest === undefined ? JSON.stringify(value) : `something follows at ${rest}`);
  } catch (error) {
    if (!(error instanceof ReadError)) {
      throw error;
    }
    return error.message;
  }
}

type Next = (n: number) => number;

const INDENTS = ['', '', '', '  ', '  ', '  ', '    ', '    ', ' ', '   ', '      '];
const KEYS = [...'abcdefghij'].map((c) => `${c}: `);
const ODD_KEYS = ['a:', 'app.kubernetes.io/name: ', 'y: ', 'null: ', 'true:', 'e: ', '__proto__: ', 'a :', 'a:b: ', '<<: ', '"a": ', '1: ', 'a', ''];
const VALUES = ['', 'x', '"x"', '1', 'x y', '[]'];
const ODD_VALUES = ['1', '-1', '- 1', 'yes', '~', 'null', '0777', '1e3', '.inf', '.5', 'nginx:1.29', 'http://x/y#z', 'a b  c ', 'a: b', 'a:', 'a #b', '"x"', '"a: b" ', '"a\\n"', '\'it\'', '\'it\'\'s\'',
  '"x"y', '[]', '{}', '{ }', '["a", "b"]', '[ "a" ]', '["a",]', '["a" "b"]', '[a]', '|', '>-', '&x', '*x', '!!str 1', '--flag=a', '---', '...', '$(A)', '9007199254740993', '18446744073709551616', '?', '-', '%', '@x', '=', '<<'];
const ENDS = ['', '', '', '', ' ', ' # note', '# note', ' #', '   '];

function plainLines(next: Next): string {
  const pick = (list: readonly string[]): string => list[next(list.length)];
  const line = (): string => next(9) === 0 ? pick(['', '  ', '# note', '   # note'])
    : `${pick(INDENTS)}${next(3) === 0 ? pick(['- ', '-  ', '-']) : ''}${pick(next(6) === 0 ? ODD_KEYS : KEYS)}${pick(next(3) === 0 ? ODD_VALUES : VALUES)}${pick(ENDS)}`;
  return Array.from({ length: 1 + next(5) }, (_, i) => i === 0 && next(8) > 0 ? `${pick(KEYS)}${pick(['', ...VALUES])}` : line()).join('\n') + (next(3) === 0 ? '' : '\n');
}

test.each<[string, (next: Next) => string, number, number]>([
  ['lines of plain YAML', plainLines, 40_000, 3000],
  ['documents in every style', randomDocument, 10_000, 100],
])('%s are read as the parser reads them', (_, document, count, atLeast) => {
  const next = random(7);
  let read = 0;
  for (let i = 0; i < count; i++) {
    const text = document(next);
    const value = readPlainBlock(text);
    if (value !== undefined) {
      read++;
      expect({ text, value: JSON.stringify(value) }).toEqual({ text, value: parsed(text) });
    }
  }
  expect(read).toBeGreaterThan(atLeast);
});

test.each<[string, unknown]>([
  ['a: 1\nb:\n  c: x y # note\n\n  # note\n  d: "e: f"\n', { a: 1, b: { c: 'x y', d: 'e: f' } }],
  ['a:\n- b: 1\n  c:\n    - d\n    - \'e\'\n-   f:\nb:\n', { a: [{ b: 1, c: ['d', 'e'] }, { f: null }], b: null }],
  ['command: ["sh", "-c", "a: b # c"]\nemptyDir: {}\nargs: []', { command: ['sh', '-c', 'a: b # c'], emptyDir: {}, args: [] }],
])('%j is read', (text, value) => {
  expect(readPlainBlock(text)).toEqual(value);
});

test.each([
  '', '# note\n', 'a\n', '- a\n', 'a: b\n  c\n', 'a: b\n  c: d\n', 'a: 1\na: 2\n', 'a:\n  b: 1\n c: 2\n', 'a: |\n  b\n', 'a: é\n', 'a:\tb\n', 'a: b\r\n', 'y: 1\n', '__proto__: 1\n', 'a: 9007199254740993\n',
  'a: .inf\n', 'a: "b" "c"\n', 'a: [b]\n', 'a: {b: c}\n', '? a\n', 'a: &b c\n', 'a: *b\n', 'a: !!str 1\n', '<<: {}\n', '- - a\n', `${Array.from({ length: 70 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')}\n`,
])('%j is left to the parser', (text) => {
  expect(readPlainBlock(text)).toBeUndefined();
});

test('places are found of what it reads', () => {
  const [document] = readYaml('a: 1\nb:\n  - c: x\n').documents;
  expect(document.locate(['b', 0, 'c'])).toEqual({ line: 3, column: 8, endLine: 3, endColumn: 9 });
  expect(document.locate(['b', 0, 'c'], 'key')).toEqual({ line: 3, column: 5, endLine: 3, endColumn: 6 });
});

test.each([' ', '- ', '-', 'a: ', 'a:', 'a ', 'a', '"', '\'', '[', '["",', '{ ', '#', ' #', ':'])('%j repeated takes linear time', (piece) => {
  const text = `a: b${piece.repeat(200_000)}\u007f\n`.replace('\u007f', '|');
  const start = performance.now();
  readPlainBlock(text);
  readPlainBlock(`a:\n${piece.repeat(200_000)}|\n`);
  expect(performance.now() - start).toBeLessThan(2000);
});
