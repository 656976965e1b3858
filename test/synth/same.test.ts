import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App as Cdk8sApp, Chart, IResolver, Yaml, YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import { synthesized } from './both';
import { build, randomApp } from './trees';
import { EXAMPLES } from '../../examples/all';
import { Pod } from '../../src/constructs/objects/pod';

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
        expect(ours).toMatch(/^Dependency cycle detected: (.*) => .*\. Each must/);
      } else if (typeof ours === 'string') {
        expect(ours).toMatch(/would both be written to/); // cdk8s writes the second one over the first
      } else {
        expect(ours).toEqual(theirs);
      }
    }), { seed: 6, numRuns: 300 });
    expect(circles).toBeGreaterThan(30);
  }, 120_000);

  test('a chart with a toJson of its own, resolvers, sorting', () => {
    class Own extends Chart {
      public toJson(): any[] {
        return [...super.toJson().map((m: any) => ({ ...m, data: { ...m.data, own: 'yes' } })), { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'more' } }];
      }
    }
    const shout: IResolver = {
      resolve: (c) => {
        if (c.value === 'quiet') {
          c.replaceValue('LOUD');
        }
      },
    };
    const all = (app: Cdk8sApp) => {
      new ApiObject(new Own(app, 'own'), 'o', { apiVersion: 'v1', kind: 'ConfigMap', data: { z: 'quiet', a: 'b' } } as any);
      new Pod(new Chart(app, 'pods', { namespace: 'n', labels: { l: 'quiet' } }), 'pod', { containers: [{ name: 'a', image: 'a', args: ['quiet'] }] });
    };
    const [ours, theirs] = (['ours', 'cdk8s'] as const).map((kind) => synthesized(kind, { yamlOutputType, resolvers: [shout] }, all));
    if (yamlOutputType === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) {
      expect(JSON.stringify(ours)).toContain('LOUD'); // there cdk8s leaves what toJson says out
    } else {
      expect(JSON.stringify(ours)).toBe(JSON.stringify(theirs));
      expect(JSON.stringify(ours)).toMatch(/"own":"yes".*LOUD/);
    }
  });
});
