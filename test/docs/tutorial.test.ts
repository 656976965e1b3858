// The tutorial, followed to the letter: its files are written, its commands run. Only what npm would install is linked instead.
import { spawnSync } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { parse } from 'yaml';
import { Block, blocksOf, ROOT } from './pages';
import { install as link, typedPackage } from '../run/package';

const PAGE = 'docs/tutorial.md';
const FAILS = / # fails$/;
jest.setTimeout(600_000);

let folder: string;
let project: string;
let said = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tutorial-'));
  project = join(folder, 'shop');
});
afterAll(() => rmSync(folder, { recursive: true }));

function shell(command: string): { status: number | null; output: string } {
  const { PATH, HOME } = process.env;
  const cwd = existsSync(project) ? project : folder;
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', command], { cwd, encoding: 'utf8', env: { PATH, HOME, CDK8S_CHECK_UPGRADE: 'false' } });
  return { status, output: `${stdout}\n${stderr}` };
}

/** What `npm install` does, with the packages of this repository. */
function install(names: readonly string[]): void {
  const to = join(project, 'node_modules');
  const missing = names.filter((name) => name !== 'cdk8s-pods' && !existsSync(join(ROOT, 'node_modules', name)));
  expect(missing).toEqual([]);
  if (!names.includes('cdk8s-pods')) {
    return;
  }
  link(to, typedPackage());
}

function follow({ language, marker, text }: Block): void {
  const file = marker === undefined ? '' : join(project, marker.of);
  if (marker?.what === 'file') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${text}\n`);
  } else if (marker?.what === 'change') {
    const [from, to] = ['-', '+'].map((sign) => text.split('\n').filter((line) => line.startsWith(sign)).map((line) => line.slice(1)).join('\n'));
    expect(readFileSync(file, 'utf8').split(from)).toHaveLength(2);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  } else if (language === 'sh') {
    text.split('\n').forEach(perform);
  } else if (language === 'text') {
    text.split('\n').forEach((line) => expect(said).toContain(line));
  } else {
    throw new Error(`what is to be done with this?\n${text}`);
  }
}

function perform(line: string): void {
  if (line.startsWith('npm install')) {
    install(line.split(' ').slice(2).filter((word) => !word.startsWith('-')).map((word) => word.replace(/(.)@[\d.]+$/, '$1')));
    return;
  }
  const { status, output } = shell(line.replace(FAILS, ''));
  said = output;
  expect({ line, failed: status !== 0, output }).toMatchObject({ line, failed: FAILS.test(line) });
}

test('every step of the tutorial does what it says', () => {
  const blocks = blocksOf(PAGE);
  expect(blocks.length).toBeGreaterThan(15);
  blocks.forEach(follow);

  expect(readFileSync(join(project, 'dist', 'shop.k8s.yaml'), 'utf8')).toContain('restartPolicy: Always');
  expect(readFileSync(join(project, '__snapshots__', 'shop.test.ts.snap'), 'utf8')).toContain('- name: logshipper');

  const steps: { run?: string }[] = parse(readFileSync(join(project, '.github', 'workflows', 'manifests.yml'), 'utf8')).jobs.manifests.steps;
  const commands = steps.flatMap(({ run }) => run ?? []).filter((run) => run !== 'npm ci');
  expect(commands).toHaveLength(3);
  commands.forEach(perform);
  const results: { ruleId: string; suppressions?: unknown[] }[] = JSON.parse(readFileSync(join(project, 'check.sarif'), 'utf8')).runs[0].results;
  expect(results.map(({ ruleId, suppressions = [] }) => [ruleId, suppressions.length])).toEqual([['pod-security/hostPathVolumes', 1]]);
});
