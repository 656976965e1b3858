import { readYaml } from '../../../src/yaml/read/read';

/** One document's value; fails when there is a problem. */
function valueOf(text: string): unknown {
  const { documents, problems } = readYaml(text);
  expect(problems).toEqual([]);
  return documents[0]?.value;
}

const B = 'bigint' as const;

/** What Kubernetes' parser makes of a scalar (recorded with conformance/yaml/main.go). */
const SCALARS: [string, unknown][] = [
  ['x', 'x'], ['yes', true], ['No', false], ['on', true], ['OFF', false], ['y', true], ['N', false], ['yEs', 'yEs'], ['~', null], ['Null', null], ['nUll', 'nUll'],
  ['1', 1], ['-5', -5], ['+7', 7], ['0777', 511], ['0o17', 15], ['0O17', 15], ['08', 8], ['0x1F', 31], ['-0x1f', -31], ['0b11', 3], ['0b-11', -3], ['-0b11', -3], ['1_000', 1000], ['0x_1', 1], ['1__0', 10], ['-0', 0],
  ['1.5', 1.5], ['.5', 0.5], ['1.', 1], ['1e3', 1000], ['8e2_', 800], ['.1_5', 0.15], ['._5', '._5'], ['1e400', '1e400'], ['_1', '_1'], ['1.2.3', '1.2.3'], ['12:30:45', '12:30:45'], ['190:20', '190:20'],
  ['2001-01-01', '2001-01-01'], ['99999999999999999999', 1e20], ['=', '='], ['-', null], ['"yes"', 'yes'], ['\'1\'', '1'], ['!!str 1', '1'], ['!!float 1', 1], ['!!int "7"', 7], ['!foo 1', '1'], ['! 1', '1'],
  ['!!binary aGVsbG8=', 'hello'], ['!!binary /w==', '\ufffd'], ['!!timestamp 2001-01-01', '2001-01-01'], ['!!null ""', null], ['"\\x41\\u00e9\\U0001F600\\n\\0\\e\\_"', 'Aé😀\n\0\x1b\xa0'], ['"a\\\n  b"', 'ab'],
  ['"a\n\n  b"', 'a\nb'], ['a\n b', 'a b'], ['it\'s', 'it\'s'], ['\'it\'\'s\'', 'it\'s'], ['a#b', 'a#b'], ['"b"#c', 'b'], ['http://x:1/', 'http://x:1/'], ['[a, b: c, {d}]', ['a', { b: 'c' }, { d: null }]], ['{a: 1, "b":2}', { a: 1, b: 2 }],
];

test.each(SCALARS)('%j is read as Kubernetes reads it', (text, value) => {
  expect(valueOf(text === '-' ? 'a:\n-\n' : `a: ${text}\n`)).toEqual({ a: text === '-' ? [null] : value });
});

const DOCUMENTS: [string, string, unknown][] = [
  ['a list at the column of its key', 'a:\n- b\n- c: 1\n  d: 2\n', { a: ['b', { c: 1, d: 2 }] }],
  ['a flow list whose bracket is at the column of its key', 'a:\n  b: [\n    "x",\n  ]\n', { a: { b: ['x'] } }],
  ['a quoted text on lines that are not indented', 'a:\n  b: "x\ny"\n', { a: { b: 'x y' } }],
  ['a tab after a colon and between texts', 'a:\tb\tc\n', { a: 'b\tc' }],
  ['a block at the end of a file without a line feed', 'a: |\n  x', { a: 'x\n' }],
  ['a folded block at the end of a file', 'a: >\n  x\n  y', { a: 'x y\n' }],
  ['a block that keeps line breaks, at the end of a file', 'a: |+\n  x', { a: 'x\n' }],
  ['a block that keeps line breaks, with spaces at the end of a file', 'a: |+\n  x\n  ', { a: 'x\n\n' }],
  ['a block that keeps line breaks, with fewer spaces at the end of a file', 'a: |+\n  x\n ', { a: 'x\n\n' }],
  ['a block that strips line breaks, at the end of a file', 'a: |-\n  x', { a: 'x' }],
  ['an empty block at the end of a file', 'a: |', { a: '' }],
  ['an empty block with spaces at the end of a file', 'a: |+\n  ', { a: '\n' }],
  ['a block before a line separator at the end of a file', 'a: |\n  x\u2028', { a: 'x\u2028' }],
  ['a block that keeps a line separator at the end of a file', 'a: |+\n  x\u2028', { a: 'x\u2028\n' }],
  ['a block before a carriage return', 'a: |\n  x\r', { a: 'x\n' }],
  ['blocks', 'a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\nc: |+\n  x\n\nd: |2-\n   x\n', { a: 'x\n y\n', b: 'x y\nz', c: 'x\n\n', d: ' x' }],
  ['aliases and merges', 'a: &a {b: 1}\nc: *a\nd:\n  <<: *a\n  e: 2\nf:\n  <<: [*a, {g: 3}]\n', { a: { b: 1 }, c: { b: 1 }, d: { b: 1, e: 2 }, f: { b: 1, g: 3 } }],
  ['keys that are no strings', '1: a\n1.5: b\ntrue: c\n0x10: d\n1e7: e\n-0.00001: f\n2001-01-01: g\n1234567.5: h\n',
    { '1': 'a', '1.5': 'b', 'true': 'c', '16': 'd', '1e+07': 'e', '-1e-05': 'f', '2001-01-01': 'g', '1.2345675e+06': 'h' }],
  ['y as a key', 'y: 1\n', { true: 1 }],
  ['a quoted << as an ordinary key', '"<<": 1\n', { '<<': 1 }],
  ['__proto__ as an ordinary key', '__proto__: {a: 1}\n', JSON.parse('{"__proto__": {"a": 1}}')],
  ['explicit keys', '? a\n: b\n? c\n', { a: 'b', c: null }],
  ['CRLF', 'a: 1\r\nb:\r\n  - c\r\nd: |\r\n  x\r\n  y\r\n', { a: 1, b: ['c'], d: 'x\ny\n' }],
  ['a byte order mark', '\ufeffa: 1\n', { a: 1 }],
  ['no break at the end', 'a: 1', { a: 1 }],
  ['a document end', 'a: 1\n...\n', { a: 1 }],
  ['JSON with what only JSON has', '{"a": "\\ud83d\\ude00\\/",\n\t"b": [1, -0.5e3, null]}', { a: '😀/', b: [1, -500, null] }],
];

test.each(DOCUMENTS)('%s', (_name, text, value) => {
  expect(valueOf(text)).toEqual(value);
});

const INTEGERS: [string, number, bigint | number][] = [
  ['9007199254740991', 9007199254740991, 9007199254740991],
  ['9007199254740993', 9007199254740992, 9007199254740993n],
  ['9223372036854775807', 9223372036854774784, 9223372036854775807n],
  ['-9223372036854775808', -9223372036854774784, -9223372036854775808n],
  ['9223372036854775808', 9223372036854775808, 9223372036854775808n],
  ['9223372036854776000', 9223372036854775808, 9223372036854776000n],
  ['18446744073709551615', 18446744073709549568, 18446744073709551615n],
];

test('an integer in JSON that is too small for an int64 stays too small', () => {
  expect(valueOf('{"a": -9223372036854775809}')).toEqual({ a: -9223372036854775808 });
});

test.each(INTEGERS)('the integer %s is rounded toward zero, or a BigInt', (text, rounded, exact) => {
  for (const document of [`a: ${text}\n`, `{"a": ${text}}`]) {
    expect(valueOf(document)).toEqual({ a: rounded });
    expect(readYaml(document, { bigIntegers: B }).documents[0].value).toEqual({ a: exact });
  }
});

test('documents are cut apart as kubectl does it; empty ones do not count', () => {
  const { documents, problems } = readYaml('# one\n---\na: 1\n--- # two\n\n---\n~\n---\nb: |\n  x\n---\nc: 3\n');
  expect(problems).toEqual([]);
  expect(documents.map((d) => [d.index, d.value])).toEqual([[0, { a: 1 }], [1, { b: 'x\n' }], [2, { c: 3 }]]);
});

test('a problem in one document hides no other', () => {
  const { documents, problems } = readYaml('a: 1\n---\nb: [\n---\nc: 1\nc: 2\n---\nd: 4\n');
  expect(documents.map((d) => [d.index, d.value])).toEqual([[0, { a: 1 }], [3, { d: 4 }]]);
  expect(problems.map((p) => [p.document, p.line, p.column, p.message])).toEqual([
    [1, 3, 4, 'The closing ] is missing'], [2, 6, 1, 'Duplicate key "c" in this map'],
  ]);
});

test('objects in JSON follow each other, and YAML may follow one', () => {
  expect(readYaml('{"a":1}\n{"b":2}{"c":3}').documents.map((d) => d.value)).toEqual([{ a: 1 }, { b: 2 }, { c: 3 }]);
  expect(readYaml('{"a":1}\n---\nb: 2\n').documents.map((d) => d.value)).toEqual([{ a: 1 }, { b: 2 }]);
  expect(readYaml('{a: 1, b: [x]}\n').documents.map((d) => d.value)).toEqual([{ a: 1, b: ['x'] }]);
  expect(readYaml('{"a":1, "a":2}').problems).toEqual([{ message: 'Duplicate key "a" in this map', line: 1, column: 9, document: 0 }]);
  expect(readYaml('{"a":1}{"b":2}{"c"').problems).toMatchObject([{ line: 1, document: 2 }]);
});

describe('an override after a merge', () => {
  const BASE = 'x: &x {a: 1, c: 3}\nz: &z {a: 2, b: 4}\n';
  /** What YAMLToJSON of sigs.k8s.io/yaml, which kubectl uses, makes of it (asked with conformance/yaml/main.go). */
  const MERGES: [string, unknown][] = [
    ['d:\n  <<: *x\n  a: 9\n', { a: 9, c: 3 }],
    ['d: {<<: *x, a: [9]}\n', { a: [9], c: 3 }],
    ['d:\n  <<: *x\n  a: ~\n', { a: null, c: 3 }],
    ['d:\n  <<: [*x, *z]\n', { a: 1, b: 4, c: 3 }],
    ['d:\n  <<: [*x, {a: 7}]\n  b: 0\n  a: 7\n', { a: 7, c: 3, b: 0 }],
    ['d:\n  <<: *x\n  <<: *z\n', { a: 2, b: 4, c: 3 }],
    ['d:\n  <<: *x\n  a: 9\n  <<: {e: 1}\n', { a: 9, c: 3, e: 1 }],
  ];
  test.each(MERGES)('is taken when allowed: %j', (text, value) => {
    const { documents, problems } = readYaml(BASE + text, { mergeOverrides: 'allow' });
    expect(problems).toEqual([]);
    expect((documents[0].value as { d: unknown }).d).toEqual(value);
    expect((documents[0].value as { x: unknown }).x).toEqual({ a: 1, c: 3 });
  });

  test('is refused otherwise', () => {
    for (const [text] of MERGES) {
      expect(readYaml(BASE + text).problems[0]?.message).toMatch(/Duplicate key/);
    }
  });

  const NOT: [string, number, number, RegExp][] = [
    ['d:\n  <<: *x\n  a: 8\n  a: 9\n', 6, 3, /Duplicate key "a"/],
    ['d:\n  a: 9\n  <<: *x\n', 5, 3, /"a" stands before <<: kubectl uses the value from <<.*put << first/],
    ['d:\n  <<: {1: a}\n  "1": b\n', 5, 3, /Duplicate key "1" in this map, as integer and as string/],
    ['d:\n  <<: *x\ne: {a: 1, a: 2}\n', 5, 11, /Duplicate key "a"/],
  ];
  test.each(NOT)('is not what %j is', (text, line, column, message) => {
    expect(readYaml(BASE + text, { mergeOverrides: 'allow' }).problems).toEqual([{ document: 0, line, column, message: expect.stringMatching(message) }]);
  });

  test('has the place of the override, and what is merged the place it comes from', () => {
    const [document] = readYaml(`${BASE}d:\n  <<: [*x, *z]\n  a: 9\n`, { mergeOverrides: 'allow' }).documents;
    expect(document.locate(['d', 'a'])).toEqual({ line: 5, column: 6, endLine: 5, endColumn: 7 });
    expect(document.locate(['d', 'c'])).toEqual({ line: 1, column: 17, endLine: 1, endColumn: 18 });
    expect(document.locate(['d', 'b'], 'key')).toEqual({ line: 2, column: 14, endLine: 2, endColumn: 15 });
  });
});

const PROBLEMS: [string, string, number, number, RegExp][] = [
  ['a key twice', 'a: 1\nb:\n  c: 1\n  c: 2\n', 4, 3, /Duplicate key "c"/],
  ['a key twice by a merge', 'x: &x {a: 1}\ny:\n  <<: *x\n  a: 2\n', 4, 3, /Duplicate key "a"/],
  ['a number and a text that become one key', '1: a\n"1": b\n', 2, 1, /Duplicate key "1" in this map, as integer and as string/],
  ['null as a key', '~: 1\n', 1, 1, /null cannot be a key/],
  ['a list as a key', '[a]: 1\n', 1, 1, /cannot be a key/],
  ['a tab as indentation', 'a:\n\tb: 1\n', 2, 1, /tab cannot indent/],
  ['a tab in a block', 'a: |\n\tx\n', 2, 1, /tab cannot indent/],
  ['a colon in a text', 'a: b: c\n', 1, 5, /one key/],
  ['wrong indentation', 'a:\n  b: 1\n c: 2\n', 3, 2, /indentation|key/],
  ['a key without a colon', 'a: 1\nb\n', 2, 1, /key is expected/],
  ['no quote at the end', 'a: "b\nc: d\n', 1, 4, /closing quote of this string is missing/],
  ['an escape that is none', 'a: "\\q"\n', 1, 5, /Unknown escape/],
  ['half of a pair as an escape', 'a: "\\ud83d"\n', 1, 5, /is not a character/],
  ['no bracket at the end', 'a: [b,\nc: d\n', 1, 4, /\] is missing/],
  ['a bracket too many', 'a: b]\nc: ]\n', 2, 4, /Unexpected \]: no \[ is open/],
  ['an indicator at the start', 'a: @b\n', 1, 4, /A string cannot start with @/],
  ['an alias of nothing', 'a: *b\n', 1, 4, /anchor &b is not defined/],
  ['an alias of itself', 'a: &a\n  b: *a\n', 2, 6, /contains itself/],
  ['a merge of no map', 'a:\n  <<: 1\n', 2, 3, /value of << must be a map/],
  ['a tag that does not fit', 'a: !!int x\n', 1, 10, /"x" is not a valid !!int/],
  ['a tag nobody has declared', 'a: !e!x 1\n', 1, 4, /handle !e! is not declared/],
  ['binary that is no base64', 'a: !!binary x\n', 1, 13, /not valid base64/],
  ['infinity', 'a: [1, .inf]\n', 1, 8, /Infinity is not a JSON number/],
  ['a NUL', 'a: 1\nb: \0\n', 2, 4, /U\+0000.*text file/],
  ['a control character', 'a: \x1b[0m\n', 1, 4, /U\+001B.*\\x1b/],
  ['half of a pair', 'a: \ud83d\n', 1, 4, /surrogate/],
  ['a directive', '%YAML 1.1\n---\na: 1\n', 1, 1, /directive/],
  ['text after the separator', '--- b\n', 1, 4, /only a comment after ---/],
  ['what nobody reads', 'a: 1\n...\nb: 2\n', 3, 1, /ignores everything after this/],
  ['what nobody reads, on the line', '"a" "b"\n', 1, 5, /ignores everything after this/],
];

test.each(PROBLEMS)('%s is a problem with its place', (_name, text, line, column, message) => {
  const { problems } = readYaml(text);
  expect(problems[0]).toMatchObject({ line, column, document: 0 });
  expect(problems[0].message).toMatch(message);
});

const bytes = (...parts: (string | number[])[]) => Uint8Array.from(parts.flatMap((p) => typeof p === 'string' ? [...new TextEncoder().encode(p)] : p));
const BYTES: [string, Uint8Array, number, number, RegExp][] = [
  ['Latin-1', bytes('a: 1\nb: é', [0xe9], 'x\n'), 2, 5, /byte 0xe9 at offset 10 is not valid UTF-8/],
  ['a character that is cut off', bytes('a: ', [0xf0, 0x9f]), 1, 4, /0xf0/],
  ['half of a pair', bytes('a: ', [0xed, 0xa0, 0x80]), 1, 4, /0xed/],
  ['UTF-16 with a mark', bytes([0xff, 0xfe, 0x61, 0x00]), 1, 1, /UTF-16: save it as UTF-8/],
  ['UTF-16 without a mark', bytes([0x61, 0x00, 0x3a, 0x00]), 1, 1, /UTF-16/],
  ['UTF-16 with a mark, not in ASCII', bytes([0xff, 0xfe, 0x42, 0x30]), 1, 1, /UTF-16/],
  ['UTF-16, the other way round', bytes([0x00, 0x61, 0x00, 0x3a]), 1, 1, /UTF-16/],
  ['UTF-32 with a mark', bytes([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), 1, 1, /UTF-32: save it as UTF-8/],
  ['UTF-32 with a mark, the other way round', bytes([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61]), 1, 1, /UTF-32/],
  ['UTF-32 without a mark', bytes([0x61, 0, 0, 0, 0x3a, 0, 0, 0]), 1, 1, /UTF-32/],
  ['UTF-32 without a mark, the other way round', bytes([0, 0, 0, 0x61, 0, 0, 0, 0x3a]), 1, 1, /UTF-32/],
];

test.each(BYTES)('%s is no text', (_name, input, line, column, message) => {
  const { documents, problems } = readYaml(input);
  expect(documents).toEqual([]);
  expect(problems).toEqual([{ message: expect.stringMatching(message), line, column }]);
});

test('UTF-8 is read from bytes', () => {
  expect(readYaml(bytes([0xef, 0xbb, 0xbf], 'a: é😀\n')).documents[0].value).toEqual({ a: 'é😀' });
});

describe('a place is found', () => {
  const TEXT = '# c\na:\n- x\n- w: "é"\n  z: [1, {q: r}]\nb: |\n  t\n  u\nc: &c {d: 1}\ne:\n  <<: *c\nf: *c\n';
  const PLACES: [(string | number)[], 'key' | 'value', [number, number, number, number] | undefined][] = [
    [['a'], 'key', [2, 1, 2, 2]], [['a', 0], 'value', [3, 3, 3, 4]], [['a', 1], 'value', [4, 3, 5, 17]], [['a', 1, 'w'], 'value', [4, 6, 4, 9]], [['a', 1, 'z', 1, 'q'], 'key', [5, 11, 5, 12]],
    [['a', 1, 'z', 1, 'q'], 'value', [5, 14, 5, 15]], [['b'], 'value', [6, 4, 8, 4]], [['e', 'd'], 'value', [9, 11, 9, 12]], [['f', 'd'], 'key', [9, 8, 9, 9]], [['f'], 'value', [12, 4, 12, 6]],
    [[], 'value', [2, 1, 12, 6]], [['a', 7], 'value', undefined], [['nope', 'x'], 'value', undefined], [['a', 'length'], 'value', undefined],
  ];
  test.each(PLACES)('of %j, its %s', (path, what, place) => {
    const before = '---\nfirst: 1\n---\n';
    const [, document] = readYaml(before + TEXT).documents;
    expect(document.locate(path, what)).toEqual(place && { line: place[0] + 3, column: place[1], endLine: place[2] + 3, endColumn: place[3] });
  });

  test('in a document with very many values', () => {
    const many = Array.from({ length: 300_000 }, (_, i) => i);
    for (const text of [`a: ${JSON.stringify(many)}\nb: {c: d}\n`, `{"a": ${JSON.stringify(many)},\n"b": {"c": "d"}}`]) {
      const document = readYaml(text).documents[0];
      expect(document.locate(['b', 'c'], 'key')).toMatchObject({ line: 2, column: text.startsWith('a') ? 5 : 7 });
      expect(document.locate(['a', 299_999])).toMatchObject({ line: 1, endColumn: text.indexOf(']') + 1 });
    }
  });

  test('of a key with an anchor or a tag, and of what aliases stand for', () => {
    const [document] = readYaml('&k a: !!str 1\nc : &v [x, {q: z}]\n!!str b: *v\n').documents;
    expect(document.locate(['a'], 'key')).toEqual({ line: 1, column: 4, endLine: 1, endColumn: 5 });
    expect(document.locate(['b'], 'key')).toEqual({ line: 3, column: 7, endLine: 3, endColumn: 8 });
    expect(document.locate(['b', 1, 'q'], 'value')).toEqual({ line: 2, column: 16, endLine: 2, endColumn: 17 });
  });

  test('in JSON', () => {
    const document = readYaml('{"x":0}\n{"a": [1,\n {"b": "c"}]}').documents[1];
    expect(document.locate(['a', 1, 'b'], 'key')).toEqual({ line: 3, column: 3, endLine: 3, endColumn: 6 });
    expect(document.locate(['a', 1, 'b'])).toEqual({ line: 3, column: 8, endLine: 3, endColumn: 11 });
  });
});

const HOSTILE: [string, string, RegExp][] = [
  ['aliases of aliases', 'a0: &a0 [x,x,x,x,x,x,x,x,x]\n' + Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]\n`).join(''), /come from aliases/],
  ['brackets', '['.repeat(100_000), /deeper than 1000/], ['braces', '{a: '.repeat(100_000), /deeper than 1000/], ['dashes', '- '.repeat(100_000), /deeper than 1000/], ['questions', '? '.repeat(100_000), /deeper than 1000/],
  ['JSON', '{"a":'.repeat(100_000), /deeper than 1000/], ['steps', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''), /deeper than 1000/],
  ['a key many times', 'a: 1\n'.repeat(200_000), /Duplicate key/], ['quotes', `a: ${'"'.repeat(100_001)}`, /./],
];

test.each(HOSTILE)('many %s take little time', (_name, text, message) => {
  const start = process.cpuUsage();
  const { problems } = readYaml(text);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  expect(problems.length).toBeLessThanOrEqual(20);
  expect(problems[0].message).toMatch(message);
});

test('as deep as is allowed is read', () => {
  expect(readYaml('['.repeat(1000) + ']'.repeat(1000)).problems).toEqual([]);
  expect(readYaml('{a: '.repeat(1000) + '}'.repeat(1000)).problems).toEqual([]);
  expect(readYaml('{"a":'.repeat(1000) + '1' + '}'.repeat(1000)).problems).toEqual([]);
});

test('a text that is too large is not read', () => {
  expect(readYaml('a: 12345', { maxSize: 5 })).toEqual({ documents: [], problems: [{ message: 'The file has 8 characters, more than 5: split it into several files', line: 1, column: 1 }] });
  expect(readYaml(new Uint8Array(65 * 1024 * 1024)).problems[0].message).toMatch(/more than 67108864/);
});
