import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Testing, Yaml } from 'cdk8s';
import { EXAMPLES } from '../../examples/all';
import { loadExamples } from '../../examples/run';
import { EphemeralContainer } from 'cdk8s-pods';

const FOLDER = join(__dirname, '..', '..', 'examples');
const NO_EXAMPLES = ['all.ts', 'main.ts', 'register.ts', 'run.ts'];

describe('the YAML of every example', () => {
  test.each(Object.entries(EXAMPLES))('%s', (name, example) => {
    const chart = new example(Testing.app(), name);
    expect(`\n${Yaml.stringify(...Testing.synth(chart))}`).toMatchSnapshot();
  });
});

test('the patch of the debug container', () => {
  const chart = new EXAMPLES['debug-container'](Testing.app(), 'debug-container');
  const [container] = chart.node.findAll().filter((c) => c instanceof EphemeralContainer);
  expect(container.toPatch()).toMatchSnapshot();
});

test('every file is an example that begins with what it shows, and names no file that a reader does not have', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.ts') && !NO_EXAMPLES.includes(file));
  expect(files.map((file) => file.slice(0, -'.ts'.length)).sort()).toEqual(Object.keys(EXAMPLES).sort());
  for (const file of files) {
    const text = readFileSync(join(FOLDER, file), 'utf8');
    expect([file, text]).toEqual([file, expect.stringMatching(/^\/\*\*(?:\n \*)? [A-Z].{30,}/)]);
    expect([file, text]).toEqual([file, expect.not.stringMatching(/00[0-9]_[0-9a-f]{6,}/)]);
  }
});

test('loadExamples tells what is applied, what is patched in and what goes to the kubelet', () => {
  const examples = loadExamples();
  expect(examples.map((e) => e.name)).toEqual(Object.keys(EXAMPLES));
  expect(examples.filter((e) => e.debug).map(({ name, debug }) => [name, debug!.map((d) => [d.pod, d.container])]))
    .toEqual([['debug-container', [['payments', 'debugger']]]]);
  const [statics] = examples.filter((e) => e.staticPods);
  expect(statics).toMatchObject({ name: 'static-pod', manifests: [], staticPods: [{ kind: 'Pod', metadata: { name: 'etcd' } }] });
});
