import { readYaml } from '../../../src/yaml/read/read';

/**
 * What kubectl's own decoder (apimachinery's NewYAMLOrJSONDecoder) reads from a text: recorded answers. `refused`: it stops with an error.
 */
const RECORDED: [string, unknown[], 'refused'?][] = [
  ['a: 1\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['---\na: 1\n---\n---\n# c\n---\nb: 2', [{ a: 1 }, { b: 2 }]],
  ['a: 1\n--- # x\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['--- \t\na: 1\n', [{ a: 1 }]],
  ['---a: 1\n', [], 'refused'],
  ['--- a: 1\n', [], 'refused'],
  ['a: |\n  x\n---\nb: 1\n', [{ a: 'x\n' }, { b: 1 }]],
  ['a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
  ['a: 1\n...\n---\nb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['a: 1\n----\nb: 2\n', [{ a: 1 }], 'refused'],
  ['a: 1\n ---\nb: 2\n', [{ a: '1 ---', b: 2 }]],
  ['a: 1\n---#x\nb: 1\n', [{ a: 1 }, { b: 1 }]],
  ['\ufeffa: 1\n---\n\ufeffb: 2\n', [{ a: 1 }, { b: 2 }]],
  ['a: "x\n---\ny"\n', [], 'refused'],
  ['%YAML 1.1\n---\na: 1\n', [], 'refused'],
  ['~\n---\nnull\n---\na: 1', [{ a: 1 }]],
  ['', []],
  ['---', []],
  ['\n\n---\n\n', []],
  ['[1]\n---\na: 1\n', [[1], { a: 1 }]],
  ['{"a":1}{"b":2}', [{ a: 1 }, { b: 2 }]],
  ['{"a":1}\n---\n{"b":2}\n', [{ a: 1 }, { b: 2 }]],
  ['{"a":1}\n---\nb: 2\n---\n{"c": 3}\n', [{ a: 1 }, { b: 2 }, { c: 3 }]],
  ['{"a":1}\n{"b":2}\n---\nc: 3\n', [{ a: 1 }, { b: 2 }], 'refused'],
  ['  \n{"a":1}', [{ a: 1 }]],
  ['{a: 1}\n---\n{b: 2}\n', [{ a: 1 }, { b: 2 }]],
  ['# c\n{"a":1}\n', [{ a: 1 }]],
  ['---\n{"a":1}\n---\n{"b":1}', [{ a: 1 }, { b: 1 }]],
  ['{"a":1}   \n\n---\nb: 1\n', [{ a: 1 }, { b: 1 }]],
  ['{"a":1}\n\n# c\n---\nb: 1\n', [{ a: 1 }, { b: 1 }]],
];

// Each row gets all three columns: jest takes a missing one for a callback.
test.each(RECORDED.map(([text, values, refused]) => [text, values, refused ?? 'read'] as const))('%j is cut as kubectl does it', (text, values, refused) => {
  const { documents, problems } = readYaml(text);
  // kubectl stops at the first error; we read on.
  const read = documents.map((d) => d.value);
  expect(refused === 'read' ? read : read.slice(0, values.length)).toEqual(values);
  expect(problems.length > 0).toBe(refused === 'refused');
});
