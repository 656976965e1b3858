import { parseOutput, wantsColors } from '../../../src/cli/check/output';

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

test.each([
  ['text', { format: 'text' }], ['sarif=a=b.sarif', { format: 'sarif', file: 'a=b.sarif' }],
])('the format %s', (text, output) => {
  expect(parseOutput(text)).toEqual(output);
});

test.each(['xml', 'json=', '', 'Json'])('the format %j is refused', (text) => {
  expect(() => parseOutput(text)).toThrow(/--format/);
});
