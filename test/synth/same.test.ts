import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Yaml, YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import { synthesized } from './both';
import { build, randomApp } from './trees';
import { EXAMPLES } from '../../examples/all';

const TYPES = [YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE].map((type) => [YamlOutputType[type], type] as const);

let folder: string;
let includes: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'includes-'));
  includes = join(folder, 'some.yaml');
  writeFileSync(includes, 'apiVersion: v1\nkind: Secret\nmetadata: {generateName: s-}\n---\napiVersion: v1\nkind: Endpoints\nmetadata: {generateName: e-}\n');
});

// Include starts a process to read its file; here it reads each file once.
const load = Yaml.load.bind(Yaml);
const loaded = new Map<string, any[]>();
beforeEach(() => {
  jest.spyOn(Yaml, 'load').mockImplementation((file) => {
    loaded.set(file, loaded.get(file) ?? load(file));
    return structuredClone(loaded.get(file)!);
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(TYPES)('the same files as with the App of cdk8s: %s', (_, yamlOutputType) => {
  test.each(Object.entries(EXAMPLES))('example %s', (name, Example) => {
    const [ours, theirs] = (['ours', 'cdk8s'] as const).map((kind) =>
      synthesized(kind, { yamlOutputType, recordConstructMetadata: true }, (app) => new Example(app, name)));
    expect(Object.keys(ours)).toContain('construct-metadata.json');
    expect(ours).toEqual(theirs);
  });

  test('random trees of charts, constructs and objects, in the same order', () => {
    let circles = 0;
    fc.assert(fc.property(randomApp, fc.boolean(), (random, any) => {
      const [ours, theirs] = (['ours', 'cdk8s'] as const).map((kind) => synthesized(kind, { yamlOutputType }, (app) => build(app, random, includes, any)));
      if (typeof theirs === 'string' && theirs.includes('cycle')) {
        circles++;
        expect(ours).toMatch(/^Dependency cycle detected: (.*) => .*\. Each has/);
      } else if (typeof ours === 'string') {
        expect(ours).toMatch(/would both be written to/); // cdk8s writes the second one over the first
      } else {
        expect(ours).toEqual(theirs);
      }
    }), { seed: 6, numRuns: 300 });
    expect(circles).toBeGreaterThan(30);
  }, 120_000);
});
