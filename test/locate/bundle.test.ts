// An app that is bundled into one file, as esbuild makes it: this library, cdk8s and the user's code have the same file name there.
import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { buildSync } from 'esbuild';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '..', '..');

/** The line of each construct has a mark. */
const MAIN = `
import { App, Chart } from 'cdk8s';
import { Container, Deployment, Pod } from 'cdk8s-pods';
import { Website } from 'some-constructs';

const chart = new Chart(new App(), 'shop');
const web = new Deployment(chart, 'mark-deployment', {
  replicas: -1,
  template: { metadata: { labels: { app: 'web' } } },
});
new Container(web, 'mark-container', { image: '' });

class Worker extends Pod {
  constructor(id: string) {
    super(chart, id, { restartPolicy: 'Sometimes' as any, containers: [{ name: 'app', image: 'app:1' }] });
  }
}
new Worker('mark-subclass');
new Website(chart, 'mark-library');

(chart.node.root as App).synth();
`;

const LIBRARY = `
import { Construct } from 'constructs';
import { Pod } from 'cdk8s-pods';
export class Website extends Construct {
  constructor(scope, id) {
    super(scope, id);
    new Pod(this, 'inside-library', { dnsPolicy: 'Wrong', containers: [{ name: 'app', image: 'app:1' }] });
  }
}
`;

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'app with (spaces) ')));
  mkdirSync(join(folder, 'node_modules', 'some-constructs'), { recursive: true });
  writeFileSync(join(folder, 'main.ts'), MAIN);
  writeFileSync(join(folder, 'node_modules', 'some-constructs', 'index.js'), LIBRARY);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The places that the error of the bundled app names: of which construct, in which file and line. */
function places(format: 'cjs' | 'esm', sourcemap: boolean): { [construct: string]: string } {
  const outfile = join(folder, `${format}${sourcemap ? '-mapped' : ''}.${format === 'esm' ? 'mjs' : 'cjs'}`);
  buildSync({
    entryPoints: [join(folder, 'main.ts')],
    outfile,
    bundle: true,
    format,
    platform: 'node',
    sourcemap,
    logLevel: 'warning',
    alias: { 'cdk8s-pods': join(ROOT, 'src', 'index.ts'), 'cdk8s': join(ROOT, 'node_modules', 'cdk8s'), 'constructs': join(ROOT, 'node_modules', 'constructs') },
    banner: format === 'esm' ? { js: 'import { createRequire } from \'module\'; const require = createRequire(import.meta.url);' } : {},
  });
  const { stderr } = spawnSync(process.execPath, [...(sourcemap ? ['--enable-source-maps'] : []), outfile], { cwd: folder, encoding: 'utf8' });
  return Object.fromEntries([...stderr.matchAll(/ · (shop\/\S+) · (.+):(\d+):\d+ · /g)].map(([, construct, file, line]) => [construct, `${file}:${line}`]));
}

function lineOf(file: string, text: string): string {
  const lines = readFileSync(join(folder, file), 'utf8').split('\n');
  const found = lines.flatMap((line, index) => (line.includes(text) ? [index + 1] : []));
  expect(found).toHaveLength(1);
  return `${file}:${found[0]}`;
}

describe.each(['cjs', 'esm'] as const)('in one file of format %s', (format) => {
  test('a finding names the line of the bundle that made the construct', () => {
    const file = format === 'esm' ? 'esm.mjs' : 'cjs.cjs';
    expect(places(format, false)).toEqual({
      'shop/mark-deployment': lineOf(file, 'mark-deployment"'),
      'shop/mark-deployment/mark-container': lineOf(file, 'mark-container"'),
      'shop/mark-subclass': lineOf(file, 'mark-subclass"'),
      'shop/mark-library/inside-library': lineOf(file, 'inside-library"'), // nothing in the bundle tells that it is a library's
    });
  });

  test('with source maps, the line that the user wrote', () => {
    expect(places(format, true)).toEqual({
      'shop/mark-deployment': lineOf('main.ts', 'mark-deployment\''),
      'shop/mark-deployment/mark-container': lineOf('main.ts', 'mark-container\''),
      'shop/mark-subclass': lineOf('main.ts', 'mark-subclass\''),
      'shop/mark-library/inside-library': lineOf('main.ts', 'mark-library\''),
    });
  });
});
