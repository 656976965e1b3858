/**
 * `check --helm` and `check --kustomize` with the real helm and kubectl, on the fixtures of test/cli/render: the same places are found, and what helm
 * writes is what is recorded there. `npm run conformance:render`; needs Go.
 */
import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join } from 'path';
import { build, GoProgram, KUBECTL, needGo, Problem } from './build';
import { EXPECTED, placesOf } from '../test/cli/render/expected';

const ROOT = join(__dirname, '..');
const FIXTURES = join(ROOT, 'test', 'cli', 'render', 'fixtures');
const HELM: GoProgram = {
  name: 'helm', version: '3.19.2', module: 'helm', target: 'helm.sh/helm/v3/cmd/helm', ldflags: '-s -w', takes: '2 minutes',
};

/** Runs the command as a user would, with only these programs on the PATH. */
function check(path: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const command = ['-r', require.resolve('ts-node/register/transpile-only'), join(ROOT, 'src', 'cli', 'bin.ts'), 'check', '--format', 'line', ...args];
  const env = { ...process.env, PATH: path, TS_NODE_PROJECT: join(ROOT, 'tsconfig.dev.json') };
  return spawnSync(process.execPath, command, { cwd: FIXTURES, encoding: 'utf8', env });
}

async function main(): Promise<void> {
  needGo();
  const [helm, kubectl] = [await build(HELM, console.error), await build(KUBECTL, console.error)];
  const folder = mkdtempSync(join(tmpdir(), 'render-'));
  try {
    for (const [option, program] of Object.entries({ '--helm': helm, '--kustomize': kubectl })) {
      const path = join(folder, option.slice(2));
      mkdirSync(path);
      symlinkSync(program, join(path, option === '--helm' ? 'helm' : 'kubectl'));
      const { of, places } = EXPECTED[option];
      const { status, stdout, stderr } = check(`${path}:${dirname(process.execPath)}`, option, of);
      if (status !== 1 || stderr !== '' || placesOf(stdout).join('\n') !== places.join('\n')) {
        throw new Problem(`check ${option} ${of} exits with ${status} and finds\n${stdout}${stderr}`);
      }
      console.log(`check ${option} ${of}: ${places.length} findings, at the expected lines`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const { stdout } = spawnSync(helm, ['template', 'web'], { cwd: FIXTURES, encoding: 'utf8' });
  if (stdout !== readFileSync(join(FIXTURES, 'helm.out'), 'utf8')) {
    throw new Problem(`helm template web writes something else than test/cli/render/fixtures/helm.out:\n${stdout}`);
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof Problem)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
});
