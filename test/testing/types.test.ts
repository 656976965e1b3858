import { readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { Project } from './compile';

const USES = `
declare const chart: Chart;
test('uses', () => {
  expect(chart).toBeAdmitted();
  expect(chart).toBeAdmitted({ kubernetesVersion: '1.35', podSecurity: 'baseline' });
  expect(chart).not.toMeetPodSecurity('restricted');
  expect(chart).toHaveContainer('app', { image: expect.stringMatching(/^nginx:/), ports: expect.arrayContaining([{ containerPort: 80 }]) });
  expect(chart).toHaveContainer('app', { resources: { limits: { cpu: '1' } }, livenessProbe: undefined });
  expect(chart).toHaveContainer('app', expect.objectContaining({ image: 'nginx' }));
  expect(chart).toHaveSidecar('log', { volumeMounts: [{ mountPath: '/logs' }] });
  expect(chart).toHaveInitContainers(['wait', { name: 'migrate', image: expect.any(String) }]);
  expect(chart).toHaveProbe('app', 'readiness', { httpGet: { path: '/ready' } });
  expect(chart).toMountVolume('app', '/data', { emptyDir: {} }, { readOnly: true });
  expect(chart).toMatchManifest({ kind: 'Deployment', spec: { replicas: 2 } });
  expect(chart).toHaveFinding('ports/container-port', { field: 'spec.containers[0].ports[0].containerPort' }, { advice: true });
  const image: string | undefined = podOf(chart, 'web').spec.containers?.[0]?.image;
  const names: string[] = manifestsOf(chart).map((manifest) => manifest.metadata.name);
  expect([image, ...names]).toHaveLength(2);
});
test('refusals', async () => {
  expect(chart).toBeAdmitted({ kubernetesVersion: '1.20' });
  expect(chart).toMeetPodSecurity('privileged');
  expect(chart).toHaveContainer('app', { immage: 'nginx' });
  expect(chart).toHaveContainer('app', { ports: [{ containerPort: '80' }] });
  expect(chart).toHaveContainer();
  expect(chart).toHaveInitContainers('wait');
  expect(chart).toHaveProbe('app', 'ready');
  expect(chart).toHaveFinding('a/b', { fields: 'x' });
});
`;

/** Ways to find packages, and the name of a file that is read so. */
const MODES: readonly [string, ts.CompilerOptions, string][] = [
  ['node10', { module: ts.ModuleKind.CommonJS, moduleResolution: ts.ModuleResolutionKind.Node10, ignoreDeprecations: '5.0' }, 'main.ts'],
  ['node16', { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }, 'main.ts'],
  ['node16 from ESM', { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }, 'main.mts'],
  ['bundler', { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }, 'main.ts'],
];

const RUNNERS: readonly [string, string, string[]][] = [
  ['jest, with @types/jest', 'import { manifestsOf, podOf } from \'cdk8s-pods/jest\';', ['jest', 'node']],
  ['jest, with @jest/globals', 'import { expect, test } from \'@jest/globals\'; import { manifestsOf, podOf } from \'cdk8s-pods/jest\';', ['node']],
  ['jest, with @jest/globals after ours', 'import { manifestsOf, podOf } from \'cdk8s-pods/jest\'; import { expect, test } from \'@jest/globals\';', ['node']],
  ['vitest', 'import { expect, test } from \'vitest\'; import { manifestsOf, matchers, podOf, podSerializer } from \'cdk8s-pods/vitest\';'
    + ' expect.extend(matchers); expect.addSnapshotSerializer(podSerializer({ maskHashes: true }));', ['node']],
  ['vitest after ours', 'import { manifestsOf, podOf } from \'cdk8s-pods/vitest\'; import { expect, test } from \'vitest\';', ['node']],
];

type Case = [string, string, string, ts.CompilerOptions, string];
const CASES = RUNNERS.flatMap(([runner, imports, types]) =>
  MODES.map(([mode, options, file]): Case => [runner, mode, imports, { ...options, types }, file]));

let project: Project;
let lonely: Project;

beforeAll(() => {
  project = new Project();
  lonely = new Project(['cdk8s', 'constructs']);
}, 60_000);

afterAll(() => [project, lonely].forEach((one) => one.remove()));

test.each(CASES)('%s, %s: what is right compiles, and what is wrong does not', (_runner, _mode, imports, options, file) => {
  const text = `import { Chart } from 'cdk8s'; ${imports}${USES}`;
  const first = text.split('\n').findIndex((line) => line.includes('refusals')) + 2;
  const lines = project.compile(text, options, file).map((error) => Number(error.split(':')[0]) || error);
  expect(lines).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => first + index));
}, 60_000);

test('expect.extend of jest takes the matchers as they are', () => {
  const text = 'import { expect } from \'@jest/globals\'; import { matchers, podSerializer } from \'cdk8s-pods/jest\';\n'
    + 'expect.extend(matchers); expect.addSnapshotSerializer(podSerializer());';
  expect(project.compile(text, { ...MODES[1][1], types: ['node'] })).toEqual([]);
}, 60_000);

const BLOCKS = [...readFileSync(join(__dirname, '..', '..', 'docs', 'testing.md'), 'utf8').matchAll(/^```ts\n([^]*?)^```$/gm)].map(([, code]) => code);

test.each(BLOCKS)('the docs compile: %#', (code) => {
  expect(project.compile(code, { ...MODES[1][1], types: code.includes('from \'vitest\'') ? ['node'] : ['jest', 'node'] })).toEqual([]);
}, 60_000);

test.each(MODES)('a project without vitest, or without any runner, compiles, %s', (_, options, file) => {
  const text = 'import { matchers, podOf } from \'cdk8s-pods/jest\'; podOf([], \'x\').spec; matchers.toBeAdmitted;';
  expect(lonely.compile(text, { ...options, types: [] }, file)).toEqual([]);
}, 60_000);
