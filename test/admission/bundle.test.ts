// The review as one file, which is what the package ships: it runs where there is no Node, and answers as the modules do.
import { spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { createContext, runInContext } from 'vm';
import { gzipSync } from 'zlib';
import { minimalPod } from './cases/base';
import { areas, asJson, casesOf } from '../../conformance/cases';
import { KUBERNETES_VERSIONS, review, ReviewOptions } from '../../src/admission';
import { bundle, BUNDLES } from '../../tools/bundle';

jest.setTimeout(120_000);

/** Of the bundle as a browser gets it. */
const MOST_GZIPPED = 200_000;
const forms = BUNDLES.filter(({ entry }) => entry === 'admission/index.ts');
let texts: string[];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  texts = forms.map(bundle);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a module for import and a script for require, each of our own sources alone', () => {
  expect(forms.map(({ format, platform }) => [format, platform])).toEqual([['cjs', 'node'], ['esm', 'browser']]);
  texts.forEach((text) => expect(gzipSync(text).length).toBeLessThan(MOST_GZIPPED));
  expect(() => bundle({ file: 'cli/bin.js', entry: 'cli/bin.ts', format: 'cjs', platform: 'node' }))
    .toThrow('the bundle of cli/bin.ts would contain node_modules/commander');
  expect(() => bundle({ file: 'check/worker.js', entry: 'check/worker.ts', format: 'cjs', platform: 'browser' }))
    .toThrow('Could not resolve "fs"');
});

test('the review runs where there is no Node', () => {
  const context = createContext(Object.assign(Object.create(null), { module: { exports: {} } }));
  runInContext(texts[0], context);
  const ask = (manifest: object): unknown =>
    JSON.parse(runInContext(`JSON.stringify(module.exports.review(${JSON.stringify(manifest)}, { podSecurity: 'baseline' }))`, context));
  expect(ask(minimalPod())).toMatchObject({ allowed: true, reviewed: true, findings: [], qosClass: 'BestEffort' });
  expect(ask(minimalPod({ hostNetwork: true, containers: [] }))).toMatchObject({ allowed: false });
});

const manifests = areas().flatMap((area) => casesOf(area)!.map(({ manifest }) => asJson(manifest)));
/** The minors share all code but their tables, so the oldest and the newest show what bundling could break. */
const minors = [KUBERNETES_VERSIONS[0], KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.length - 1]];
const settings: ReviewOptions[] = [{}, ...minors.map((kubernetesVersion) => ({ kubernetesVersion, podSecurity: 'restricted', advice: true }) as const)];

let digests: string[] | undefined;

/** The digest of each answer of the modules. */
function expected(): string[] {
  digests ??= settings.flatMap((options) =>
    manifests.map((manifest) => createHash('sha256').update(JSON.stringify(review(manifest, options))).digest('base64')));
  return digests;
}

/** Run with node, since jest knows no ES modules: prints the digest of each answer of a bundle. */
const ASK = `
const { createHash } = require('crypto');
const { manifests, settings } = JSON.parse(require('fs').readFileSync(0, 'utf8'));
import(process.argv[1]).then(({ review }) => {
  const digests = settings.flatMap((options) =>
    manifests.map((manifest) => createHash('sha256').update(JSON.stringify(review(manifest, options))).digest('base64')));
  process.stdout.write(JSON.stringify(digests));
});
`;

// Both forms hold the same code, so the module is asked under the first settings only.
test.each([['index.js', settings.length], ['index.mjs', 1]])('%s answers all recorded cases as the modules do under %d settings', (name, count) => {
  const file = join(folder, name);
  writeFileSync(file, texts[name === 'index.js' ? 0 : 1]);
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', ASK, file], {
    input: JSON.stringify({ manifests, settings: settings.slice(0, count) }), encoding: 'utf8', maxBuffer: 2 ** 26,
  });
  expect([status, stderr]).toEqual([0, '']);
  const answers = JSON.parse(stdout) as string[];
  expect(answers).toHaveLength(manifests.length * count);
  const different = expected().slice(0, answers.length).flatMap((digest, i) =>
    digest === answers[i] ? [] : [{ options: settings[Math.floor(i / manifests.length)], manifest: manifests[i % manifests.length] }]);
  expect(different).toEqual([]);
});
