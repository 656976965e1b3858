import { Progress } from '../../src/synth/progress';

function run(isTTY: boolean | undefined, millisecondsAStep: number): string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = new Progress({ isTTY, write: (text) => lines.push(text) }, () => time);
  for (let i = 0; i < 64; i++) {
    progress.step('writing object', i, 64);
    time += millisecondsAStep;
  }
  progress.end();
  return lines;
}

describe('the progress line', () => {
  let ci: string | undefined;
  beforeEach(() => {
    ci = process.env.CI;
    delete process.env.CI;
  });
  afterEach(() => {
    if (ci !== undefined) {
      process.env.CI = ci;
    } else {
      delete process.env.CI;
    }
  });

  test('comes on a terminal after a second, and is erased', () => {
    expect(run(true, 40)).toEqual(['\r\x1b[Kwriting object 32 of 64', '\r\x1b[Kwriting object 48 of 64', '\r\x1b[K']);
  });

  test.each<[string, boolean | undefined, number, string | undefined]>([
    ['what is quick', true, 1, undefined],
    ['what is no terminal', undefined, 40, undefined],
    ['CI', true, 40, 'true'],
  ])('does not come for %s', (_, isTTY, pace, inCi) => {
    if (inCi !== undefined) {
      process.env.CI = inCi;
    }
    expect(run(isTTY, pace)).toEqual([]);
  });
});
