import { outputsOf, wantsColors } from '../../src/cli/output';

const FORMATS = { names: ['text', 'json', 'sarif'], example: 'sarif=check.sarif' };

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: false }, {}, false],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{ isTTY: false }, { FORCE_COLOR: '1' }, true],
  [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
  [{ isTTY: true }, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
])('colours of %j with %j: %p', (stream, env, colors) => {
  expect(wantsColors(stream, env)).toBe(colors);
});

test.each<[readonly string[] | undefined, string | undefined, unknown]>([
  [undefined, undefined, [{ format: 'text' }]],
  [undefined, 'a.txt', [{ format: 'text', file: 'a.txt' }]],
  [['sarif=a=b.sarif'], undefined, [{ format: 'sarif', file: 'a=b.sarif' }]],
  [['json=a.json', 'text'], 'a.txt', [{ format: 'json', file: 'a.json' }, { format: 'text', file: 'a.txt' }]],
])('the formats %j with the file %j', (format, output, outputs) => {
  expect(outputsOf({ format, output }, FORMATS)).toEqual(outputs);
});

test.each<[readonly string[], string | undefined, string]>([
  ...['xml', '', 'Json', 'constructor'].map((name): [string[], undefined, string] =>
    [[name], undefined, `unsupported --format '${name}': must be one of text, json, sarif, alone or with a file to write to: sarif=check.sarif`]),
  [['json='], undefined, "--format 'json=' has no file name after '='"],
  [['text', 'json'], undefined, 'only one format can go to the standard output, not text and json: give the others a file, as in sarif=check.sarif'],
  [['json=a.json'], 'b.json', '--output b.json: every format has a file already'],
])('the formats %j with the file %j are refused', (format, output, message) => {
  expect(() => outputsOf({ format, output }, FORMATS)).toThrow(message);
});
