import { load, YAML11_SCHEMA } from 'js-yaml';
import { parse } from 'yaml';
import { writeDocuments, writeYaml, writeYamlBytes, YamlWriteError } from '../../../src/yaml/write/write';

/** How a string is written as a value: the same text, in double quotes, or a block. */
const STRINGS: [string, string][] = [
  // Plain: what people write most.
  ['nginx:1.29', 'nginx:1.29'], ['/var/log', '/var/log'], ['a b', 'a b'], ['100m', '100m'], ['128Mi', '128Mi'], ['30s', '30s'], ['--flag=x', '--flag=x'], ['-c', '-c'], ['http://x/y?z=1', 'http://x/y?z=1'],
  ['a#b', 'a#b'], ['$(POD_NAME)', '$(POD_NAME)'], ['é', 'é'], ['😀', '😀'], ['.dockerignore', '.dockerignore'], ['./run', './run'], ['it\'s', 'it\'s'], ['say "x"', 'say "x"'], ['a\\b', 'a\\b'], ['a, b', 'a, b'],
  // Booleans and null of both versions, in any case.
  ...['y', 'N', 'yes', 'No', 'ON', 'off', 'true', 'False', 'null', 'NULL', 'yEs'].map((word): [string, string] => [word, `"${word}"`]),
  ...['', '~', '=', '<<', '-', '--', '---', '...', '?', ':', '%', '@', '`x', '&a', '*a', '!a', '|', '>', '[', '{a', 'a:', 'a: b', 'a #b', '#a', ' a', 'a ', ',a', '\'a'].map((word): [string, string] => [word, `"${word}"`]),
  // Numbers in every notation, dates and times.
  ...['1', '-1', '+1', '0', '0777', '0o17', '0O17', '0x1F', '0X1f', '0b11', '0b-1', '1_000', '_1', '8e2_', '1e3', '1.', '.5', '1.5e+3', '+.inf', '-.INF', '.nan', '12:30:45', '190:20', '2001-01-01',
    '2001-12-14t21:59:43.10-05:00', '1.2.3', '10.0.0.1', 'e1', 'E-7', '-e5'].map((word): [string, string] => [word, `"${word}"`]),
  // Invisible characters, and those that some parsers treat as a line break.
  ['\0', '"\\0"'], ['\x07', '"\\x07"'], ['\x7f', '"\\x7f"'], ['\x85', '"\\x85"'], ['\xa0', '"\\xa0"'], ['\u2028', '"\\u2028"'], ['a\u2029b', '"a\\u2029b"'], ['\ufeff', '"\\ufeff"'], ['\u202e', '"\\u202e"'],
  ['\uffff', '"\\uffff"'], ['a\tb', '"a\\tb"'], ['a\r\nb', '"a\\r\\nb"'],
  // Lines.
  ['a\nb', '|-\n  a\n  b'], ['a\nb\n', '|\n  a\n  b'], ['a\n\n', '|+\n  a\n'], ['a\n\n\n', '|+\n  a\n\n'], ['a\n\nb', '|-\n  a\n\n  b'], [' a\nb', '|2-\n   a\n  b'], ['\na', '|2-\n\n  a'],
  ['#!/bin/sh\nset -e\n\techo x\n', '|\n  #!/bin/sh\n  set -e\n  \techo x'], ['---\na\n', '|\n  ---\n  a'], ['\n', '"\\n"'], ['a\n ', '"a\\n "'], ['a\nb\x01', '"a\\nb\\x01"'],
];

describe('a string is written', () => {
  test.each(STRINGS)('%j', (text, written) => {
    expect(writeYaml({ a: text })).toBe(`a: ${written}\n`);
  });

  const READERS: [string, (yaml: string) => unknown][] = [
    ['js-yaml, YAML 1.2', (yaml) => load(yaml)], ['js-yaml, YAML 1.1', (yaml) => load(yaml, { schema: YAML11_SCHEMA })],
    ['yaml, YAML 1.2', (yaml) => parse(yaml)], ['yaml, YAML 1.1', (yaml) => parse(yaml, { version: '1.1' })],
  ];
  test.each(READERS)('so that %s reads it, as a value, a key, an item and alone', (_name, read) => {
    for (const [text] of STRINGS) {
      const data = { first: 1, map: { [text]: text, last: [text, { [text]: [text] }, [[text], text]] } };
      expect(read(writeYaml(data))).toEqual(data);
      expect(read(writeYaml(text))).toEqual(text);
    }
  });
});

test('a key is written on one line, and a long one after a question mark', () => {
  const long = 'x'.repeat(1025);
  const written = writeYaml({ 'a\nb': 1, [long]: { c: [] }, 'on': null });
  expect(written).toBe(`"a\\nb": 1\n? ${long}\n:\n  c: []\n"on": null\n`);
  expect(load(written)).toEqual({ 'a\nb': 1, [long]: { c: [] }, 'on': null });
});

const VALUES: [string, unknown, string][] = [
  ['an empty map', {}, '{}\n'],
  ['an empty list', [], '[]\n'],
  ['null', null, 'null\n'],
  ['maps and lists', { a: { b: [1, { c: true, d: [] }, [2, [3]], {}] }, e: null }, 'a:\n  b:\n    - 1\n    - c: true\n      d: []\n    - - 2\n      - - 3\n    - {}\ne: null\n'],
  ['undefined, as JSON.stringify does', { a: undefined, b: [undefined], c: { d: undefined } }, 'b:\n  - null\nc: {}\n'],
  ['numbers', [0, -0, 1.5, 1e21, -1e-7, 123456789012], '- 0\n- 0\n- 1.5\n- 1.0e+21\n- -1.0e-7\n- 123456789012\n'],
  ['a map without a prototype', Object.assign(Object.create(null), { a: 1 }), 'a: 1\n'],
  ['the key __proto__', JSON.parse('{"__proto__": {"a": 1}}'), '"__proto__":\n  a: 1\n'],
  ['the same object twice, without an anchor', (() => {
    const x = { a: 1 };
    return [x, x];
  })(), '- a: 1\n- a: 1\n'],
  ['what a list in a list holds', [['a\nb', { c: 'd\ne\n' }]], '- - |-\n    a\n    b\n  - c: |\n      d\n      e\n'],
];

test.each(VALUES)('%s', (_name, value, written) => {
  expect(writeYaml(value)).toBe(written);
});

test('keys stay in their order, or are sorted', () => {
  expect(writeYaml({ b: 1, a: { d: 1, c: 2 } })).toBe('b: 1\na:\n  d: 1\n  c: 2\n');
  expect(writeYaml({ b: 1, a: { d: 1, c: 2 } }, { sortKeys: true })).toBe('a:\n  c: 2\n  d: 1\nb: 1\n');
});

test('documents have a line of dashes between them', () => {
  expect(writeDocuments([])).toBe('');
  expect(writeDocuments([{ a: 1 }, 'x', {}])).toBe('a: 1\n---\nx\n---\n{}\n');
});

test('what is given to all objects is not written', () => {
  (Object.prototype as { polluted?: string }).polluted = 'x';
  try {
    expect(writeYaml({ a: 1 })).toBe('a: 1\n');
  } finally {
    delete (Object.prototype as { polluted?: string }).polluted;
  }
});

class Custom {}
const cycle: { a: { b?: unknown } } = { a: {} };
cycle.a.b = cycle;
const deep: unknown[] = [];
for (let i = 0, at = deep; i < 5000; i++) {
  at.push(at = []);
}

const REFUSED: [string, unknown, (string | number)[], RegExp][] = [
  ['half of a surrogate pair', { a: ['x\ud83dy'] }, ['a', 0], /^a\[0\] is a string with half of a surrogate pair \(U\+D83D, character 2\)/],
  ['half of a surrogate pair in lines', { a: 'x\n\ude00' }, ['a'], /U\+DE00/],
  ['a key with half of a surrogate pair', { a: { '\ud800': 1 } }, ['a', '\ud800'], /has a key with half of a surrogate pair/],
  ['NaN', { spec: { 'x/y': NaN } }, ['spec', 'x/y'], /^spec\["x\/y"\] is NaN, .*; write a finite number/],
  ['Infinity', [Infinity], [0], /is Infinity/],
  ['a function', {
    a: function f() {
      return 1;
    },
  }, ['a'], /^a is a function \(f\); call it/],
  ['a symbol', { a: Symbol('x') }, ['a'], /is a symbol/],
  ['a BigInt', { a: 1n }, ['a'], /is the BigInt 1n; write a number/],
  ['a Date', { a: new Date(0) }, ['a'], /is a Date; write date.toISOString/],
  ['a Map', { a: new Map() }, ['a'], /is a Map; write Object.fromEntries/],
  ['an instance', { a: new Custom() }, ['a'], /is an instance of Custom/],
  ['a cycle', cycle, ['a', 'b'], /^a\.b contains itself \(it is the whole document\).*break the cycle/],
  ['a document that is undefined', undefined, [], /^The document is undefined/],
];

test.each(REFUSED)('%s is refused with its place', (_name, value, path, message) => {
  let error: unknown;
  try {
    writeYaml(value);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(YamlWriteError);
  expect((error as YamlWriteError).message).toMatch(message);
  expect((error as YamlWriteError).path).toEqual(path);
});

test('what is nested too deep is refused', () => {
  expect(() => writeYaml(deep)).toThrow(/is nested deeper than 1000 levels/);
});

describe('bytes', () => {
  test.each<[string, unknown]>([
    ['letters', { a: ['b', { c: 'd' }], e: [], f: {}, g: null }],
    ['other scripts', { é: ['漢字', '😀 in a longer text '.repeat(20)] }],
    ['more than there is room for at first', Array.from({ length: 20_000 }, (_, i) => ({ name: `n-${i}`, text: 'ü\n'.repeat(i % 7) }))],
    ['a text longer than all room', { a: 'x'.repeat(3_000_000), b: 1 }],
    ['a scalar', 'é'],
  ])('of %s are those of the text', (_, value) => {
    expect(writeYamlBytes(value).equals(Buffer.from(writeYaml(value)))).toBe(true);
    expect(load(writeYaml(value))).toEqual(value);
  });

  test('stay what they are when more is written', () => {
    const first = writeYamlBytes({ a: 'first' });
    writeYamlBytes({ b: 'second' });
    expect(first.toString()).toBe('a: first\n');
  });

  test('data that writes YAML itself when it is read', () => {
    expect(writeYaml({
      a: 'x',
      get b() {
        return writeYaml({ c: 1 }).trim();
      },
      d: 2,
    })).toBe('a: x\nb: "c: 1"\nd: 2\n');
  });
});
