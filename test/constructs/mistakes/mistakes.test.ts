// What people get wrong, with the whole message that comes out. The messages stand in __snapshots__: read them when they change.
import { Chart } from 'cdk8s';
import { OTHERS } from './others';
import { PODS } from './pods';
import { WORKLOADS } from './workloads';
import { App } from '../../../src';

/** All that a user sees, with this repository's lines as `main.ts`. */
function messageOf(make: (chart: Chart) => unknown): string {
  const app = new App();
  try {
    make(new Chart(app, 'shop'));
    app.synthYaml();
  } catch (e) {
    const { message, stack } = e as Error;
    expect(stack).not.toMatch(/\/(?:src|lib)\/(?:constructs|synth|locate|admission)\//);
    return message.replace(/test\/constructs\/mistakes\/\w+\.ts:\d+:\d+/g, 'main.ts:LINE').replace(/-c8[0-9a-f]{6}\b/g, '-HASH').replaceAll(process.cwd(), '/app');
  }
  throw new Error('nothing is wrong');
}

const MISTAKES = [...Object.entries(PODS), ...Object.entries(WORKLOADS), ...Object.entries(OTHERS)];

test('there are more than a hundred', () => {
  expect(new Set(MISTAKES.map(([name]) => name)).size).toBe(MISTAKES.length);
  expect(MISTAKES.length).toBeGreaterThan(190);
});

test.each(MISTAKES)('%s', (_, make) => {
  const message = messageOf(make);
  expect(message).toContain('main.ts:LINE');
  expect(message).toMatchSnapshot();
});
