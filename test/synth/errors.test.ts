import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App as Cdk8sApp, AppProps, Chart, JsonPatch, Lazy, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { filesIn } from './both';
import { Admission } from '../../src/constructs/bridge/admission';
import { Pod } from '../../src/constructs/objects/pod';
import { App } from '../../src/synth/app';

jest.mock('fs', () => ({ ...jest.requireActual('fs') }));
const fs: typeof import('fs') = jest.requireMock('fs');

let outdir: string;
beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'errors-'));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

function configMap(scope: Construct, id: string, metadata?: any, data: any = { a: 'b' }): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data } as any);
}

/** Two charts with an object each. */
function twoCharts(app: Cdk8sApp): [Chart, Chart] {
  const charts: [Chart, Chart] = [new Chart(app, 'data'), new Chart(app, 'web')];
  charts.forEach((chart) => configMap(chart, 'settings'));
  return charts;
}

interface Refused {
  readonly what: string;
  readonly props?: AppProps;
  readonly build: (app: App) => void;
  readonly message: RegExp;
}

const REFUSED: Refused[] = [
  {
    what: 'two objects of one identity',
    build: (app) => twoCharts(app).forEach((chart) => configMap(chart, 'twin', { name: 'cfg', namespace: 'shop' })),
    message: /^'data\/twin' and 'web\/twin' are both the ConfigMap 'cfg' \(v1\) in the namespace 'shop': .*; rename one of them, or use another namespace$/,
  },
  {
    what: 'two pairs of them, both told',
    build: (app) => twoCharts(app).forEach((chart) => ['a', 'b'].forEach((name) => configMap(chart, name, { name }))),
    message: /^2 objects cannot be written:\n  'data\/a' and 'web\/a' .*\n  'data\/b' and 'web\/b' /,
  },
  {
    what: 'two charts for one file',
    build: (app) => {
      for (const id of ['group', 'group/Default']) {
        const scope = id.split('/').reduce((at: Construct, part) => (at.node.tryFindChild(part) as Construct) ?? new Construct(at, part), app);
        configMap(new Chart(scope, 'x'), 'c');
      }
    },
    message: /^the chart 'group\/x' and the chart 'group\/Default\/x' would both be written to the file 'group-x-c8[0-9a-f]+\.k8s\.yaml'; give one of them another id$/,
  },
  {
    what: 'two objects for one file',
    props: { yamlOutputType: YamlOutputType.FILE_PER_RESOURCE },
    build: (app) => twoCharts(app).forEach((chart, i) => configMap(chart, 'x', { name: 'same', namespace: `n${i}` })),
    message: /^the ConfigMap 'data\/x' and the ConfigMap 'web\/x' would both be written to the file 'ConfigMap\.same\.k8s\.yaml'; give .*FOLDER_PER_CHART/,
  },
  {
    what: 'two objects for one file of a folder',
    props: { yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE },
    build: (app) => ['n1', 'n2'].forEach((namespace) => configMap(app.node.tryFindChild('c') as Chart ?? new Chart(app, 'c'), namespace, { name: 'x', namespace })),
    message: /would both be written to the file 'c\/ConfigMap\.x\.k8s\.yaml'/,
  },
  {
    what: 'a circle of charts',
    build: (app) => {
      const [data, web] = twoCharts(app);
      data.addDependency(web);
      web.addDependency(data);
    },
    message: /^Dependency cycle detected: data => web => data\. Each must be applied after the next one; remove one of these dependencies$/,
  },
  {
    what: 'a circle through objects of two charts',
    build: (app) => {
      const [data, web] = twoCharts(app);
      const first = configMap(data, 'first');
      first.addDependency(configMap(web, 'second'));
      configMap(web, 'third').addDependency(first);
    },
    message: /^Dependency cycle detected: (data => web => data|.*data.*=>.*web.*=>.*data.*)\. /,
  },
  {
    what: 'objects that depend on the construct they are in',
    build: (app) => {
      const scope = new Construct(new Chart(app, 'c'), 'scope');
      [configMap(scope, 'a'), configMap(scope, 'b')].forEach((o) => o.addDependency(scope));
    },
    message: /^Dependency cycle detected: c\/scope\/a => c\/scope\/b => c\/scope\/a/,
  },
  {
    what: 'a dependency on itself',
    build: (app) => {
      const [data] = twoCharts(app);
      data.addDependency(data);
    },
    message: /^'data' depends on itself; remove this dependency$/,
  },
  {
    what: 'a dependency on something outside of charts',
    build: (app) => twoCharts(app)[0].node.addDependency(new Construct(app, 'loose')),
    message: /^'data' depends on 'loose', but 'loose' is not in a chart of this app: only charts and what is in them have an order$/,
  },
  {
    what: 'validators that say no, one that throws among them: all are heard',
    build: (app) => {
      const [data, web] = twoCharts(app);
      data.node.addValidation({ validate: () => ['first'] });
      web.node.addValidation({
        validate: () => {
          throw new TypeError('boom');
        },
      });
      new Construct(web, 'late').node.addValidation({ validate: () => ['last'] });
    },
    message: /^Validation failed with the following errors:\n  \[data\] first\n  \[web\] its validation threw TypeError: boom\n  \[web\/late\] last$/,
  },
  {
    what: 'objects that cannot be rendered, both told',
    build: (app) => twoCharts(app).forEach((chart) => configMap(chart, 'bad', undefined, { when: new Date() })),
    message: /^2 objects cannot be written:\n  .*'data\/bad'.*Date.*\n  .*'web\/bad'.*Date/,
  },
  {
    what: 'what no YAML can carry',
    build: (app) => configMap(twoCharts(app)[0], 'half', undefined, { x: 'a\ud800b' }),
    message: /^'data\/half' cannot be written: .*data\.x/,
  },
  {
    what: 'what the server would refuse, of our own constructs and of others',
    build: (app) => {
      const [data] = twoCharts(app);
      Admission.of(app).enforce();
      new Pod(data, 'ours', { containers: [{ name: 'UPPER', image: 'a' }] });
      new ApiObject(data, 'theirs', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'x' }] } });
    },
    message: /data\/theirs.*image[\s\S]*\[data\/ours\][\s\S]*UPPER/,
  },
  {
    what: 'a wrong use of a construct does not hide what the server would refuse',
    build: (app) => new Pod(twoCharts(app)[0], 'pod', { containers: [{ name: 'a', image: ' b' }, { name: 'a', image: 'b' }] }),
    message: /names are unique among all containers of a pod\n(?![\s\S]*containers\[1\]\.name)[\s\S]*spec\.containers\[0\]\.image/,
  },
];

describe('one clear error, and the folder as it was', () => {
  test.each(REFUSED)('$what', ({ props, build, message }) => {
    writeFileSync(join(outdir, 'data.k8s.yaml'), 'earlier');
    writeFileSync(join(outdir, 'unrelated.txt'), 'stays');
    const app = new App({ outdir, ...props });
    build(app);
    expect(() => app.synth()).toThrow(message);
    expect(filesIn(outdir)).toEqual({ 'data.k8s.yaml': 'earlier', 'unrelated.txt': 'stays' });
  });

  test.each(REFUSED.filter(({ message }) => !message.source.includes('file')))('no folder is made, and synthYaml refuses too: $what', ({ props, build, message }) => {
    const folder = join(outdir, 'not', 'yet');
    const app = new App({ ...props, outdir: folder });
    build(app);
    expect(() => app.synthYaml()).toThrow(message);
    expect(() => app.synth()).toThrow(message);
    expect(readdirSync(outdir)).toEqual([]);
  });
});

describe('a folder that cannot be written', () => {
  const fill = () => {
    writeFileSync(join(outdir, 'data.k8s.yaml'), 'earlier');
    const app = new App({ outdir });
    twoCharts(app);
    return app;
  };

  test.each([
    ['ENOSPC', /^'.*data\.k8s\.yaml' cannot be written to the output folder '.*' \(ENOSPC\): the disk is full; free some space, .* earlier output is as it was$/],
    ['EIO', /\(EIO\)/],
  ])('%s in the middle of the second file', (code, message) => {
    const app = fill();
    const { writeSync } = jest.requireActual('fs');
    let calls = 0;
    jest.spyOn(fs, 'writeSync').mockImplementation((...args: any[]) => {
      if (++calls === 2) {
        throw Object.assign(new Error(`${code}: cannot write`), { code });
      }
      return writeSync(...args);
    });
    expect(() => app.synth()).toThrow(code === 'ENOSPC' ? /\(ENOSPC\): the disk is full/ : message);
    expect(filesIn(outdir)).toEqual({ 'data.k8s.yaml': 'earlier' });
  });

  test('a move that fails takes back those before it', () => {
    const app = fill();
    const { renameSync } = jest.requireActual('fs');
    jest.spyOn(fs, 'renameSync').mockImplementation((from: any, to: any) => {
      if (String(to).endsWith('web.k8s.yaml')) {
        throw Object.assign(new Error('EPERM'), { code: 'EPERM', path: to });
      }
      renameSync(from, to);
    });
    expect(() => app.synth()).toThrow(/web\.k8s\.yaml' cannot be written .*\(EPERM\): this user is not allowed to write there/);
    expect(filesIn(outdir)).toEqual({ 'data.k8s.yaml': 'earlier' });
  });

  test('a folder in the place of a file', () => {
    const app = fill();
    mkdirSync(join(outdir, 'web.k8s.yaml'));
    expect(() => app.synth()).toThrow(/web\.k8s\.yaml' cannot be written .*\(EISDIR\): a folder with this name exists; remove it/);
    expect(filesIn(outdir)).toEqual({ 'data.k8s.yaml': 'earlier' });
  });

  test.each([['itself', ''], ['above it', '/deeper']])('a file in the place of the folder, %s', (_, rest) => {
    writeFileSync(join(outdir, 'file'), 'x');
    const app = new App({ outdir: join(outdir, 'file') + rest });
    twoCharts(app);
    expect(() => app.synth()).toThrow(/file.*cannot be written.*\((EEXIST|ENOTDIR)\): a file with the name of .* exists/);
    expect(filesIn(outdir)).toEqual({ file: 'x' });
  });

  // A superuser may write everywhere.
  (process.getuid?.() === 0 ? test.skip : test)('no permission', () => {
    const app = fill();
    chmodSync(outdir, 0o555);
    expect(() => app.synth()).toThrow(/\(EACCES\): this user is not allowed to write there/);
    chmodSync(outdir, 0o755);
    expect(filesIn(outdir)).toEqual({ 'data.k8s.yaml': 'earlier' });
  });
});

test('files of earlier runs are replaced, links stay links, other files stay, and nothing temporary is left', () => {
  mkdirSync(join(outdir, 'out'));
  writeFileSync(join(outdir, 'elsewhere'), 'old');
  symlinkSync(join(outdir, 'elsewhere'), join(outdir, 'out', 'data.k8s.yaml'));
  writeFileSync(join(outdir, 'out', 'other.k8s.yaml'), 'kept, as cdk8s keeps it');
  for (let run = 0; run < 2; run++) {
    const app = new App({ outdir: join(outdir, 'out') });
    twoCharts(app);
    app.synth();
  }
  expect(readdirSync(join(outdir, 'out')).sort()).toEqual(['data.k8s.yaml', 'other.k8s.yaml', 'web.k8s.yaml']);
  expect(lstatSync(join(outdir, 'out', 'data.k8s.yaml')).isSymbolicLink()).toBe(true);
  expect(filesIn(outdir).elsewhere).toMatch(/^---\napiVersion: v1\nkind: ConfigMap\n/);
});

test('each construct is validated once, and each object rendered once', () => {
  const app = new App({ outdir, yamlOutputType: YamlOutputType.FILE_PER_RESOURCE, recordConstructMetadata: true });
  Admission.of(app).enforce();
  const counts: { [what: string]: number } = {};
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const chart of twoCharts(app)) {
    chart.node.addValidation({
      validate: () => {
        count('validated');
        return [];
      },
    });
    new Pod(chart, 'pod', {
      containers: [{
        name: 'a',
        image: 'a',
        args: [Lazy.any({
          produce: () => {
            count('pod');
            return 'x';
          },
        })],
      }],
    });
    configMap(chart, 'raw', undefined, {
      a: Lazy.any({
        produce: () => {
          count('raw');
          return 'x';
        },
      }),
    });
  }
  app.synth();
  expect(counts).toEqual({ validated: 2, pod: 2, raw: 2 });
});

describe('objects are reviewed as they are written', () => {
  /** Charts that are written in the other order than that of the tree; what is wrong is in the one that is written last. */
  function build(app: App, image?: string): string[] {
    const validated: string[] = [];
    const [first, second] = ['first', 'second'].map((id) => new Chart(app, id));
    first.addDependency(second);
    for (const chart of [first, second]) {
      const pod = new Pod(chart, 'pod', { containers: [{ name: 'app', image: chart === first ? image : 'nginx:1.27' }] });
      pod.node.addValidation({
        validate: () => {
          validated.push(pod.node.path);
          return [];
        },
      });
    }
    return validated;
  }

  test('in the order of the tree, whatever the order of files', () => {
    const app = new App({ outdir });
    const validated = build(app, 'nginx:1.27');
    app.synth();
    expect(validated).toEqual(['first/pod', 'second/pod']);
    expect(readdirSync(outdir)).toEqual(['0000-second.k8s.yaml', '0001-first.k8s.yaml']);
  });

  test.each<[string, (app: App) => void]>([
    ['a file in the place of the folder', (app) => writeFileSync(app.outdir, '')],
    ['a circle of dependencies', (app) => app.node.findChild('second').node.addDependency(app.node.findChild('first'))],
    ['two objects of one identity', (app) => ['a', 'b'].forEach((id) => configMap(app.node.findChild('second') as Chart, id, { name: 'twin' }))],
  ])('what they refuse is said before %s, and nothing is left', (_, spoil) => {
    const app = new App({ outdir: join(outdir, 'out') });
    build(app);
    spoil(app);
    const before = readdirSync(outdir);
    expect(() => app.synth()).toThrow(/^Validation failed with the following errors:\n  \[first\/pod\] spec\.containers\[0\]\.image: /);
    expect(readdirSync(outdir)).toEqual(before);
  });
});

test('what changes after a review is seen by the next synth, and a patch between them is written', () => {
  const app = new App({ outdir });
  const pod = new Pod(new Chart(app, 'c'), 'pod', { containers: [{ name: 'a', image: 'a' }] });
  app.synth();
  pod.addJsonPatch(JsonPatch.replace('/spec/containers/0/image', 'b'));
  app.synth();
  expect(filesIn(outdir)['c.k8s.yaml']).toContain('image: b');
  pod.addJsonPatch(JsonPatch.remove('/spec/containers/0/name'));
  expect(() => app.synth()).toThrow(/spec\.containers\[0\]\.name/);
  expect(filesIn(outdir)['c.k8s.yaml']).toContain('image: b');
  expect(existsSync(join(outdir, 'c.k8s.yaml'))).toBe(true);
});
