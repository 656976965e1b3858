/**
 * Checks GitHub's files with actionlint: our workflows, those of examples and docs, and the steps of action.yml.
 * ts-node -T tools/workflows/main.ts; needs Go.
 */
import { spawnSync } from 'child_process';
import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parse, stringify } from 'yaml';
import { build, GoProgram, needGo, Problem } from '../../conformance/build';

const ROOT = join(__dirname, '../..');
const ACTIONLINT: GoProgram = {
  name: 'actionlint',
  version: '1.7.12',
  module: '../tools/workflows',
  target: 'github.com/rhysd/actionlint/cmd/actionlint',
  takes: '10 seconds',
};

/** The workflows in files, by path. */
function workflowFiles(): string[] {
  const folders = ['.', ...readdirSync(join(ROOT, 'examples')).map((name) => `examples/${name}`)].map((folder) => join(folder, '.github/workflows'));
  return folders.filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => join(folder, name)));
}

/** The workflows that pages quote. */
function workflowsOfPages(): [string, string][] {
  const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
  return pages.flatMap((page) => [...readFileSync(join(ROOT, page), 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
    .filter(([, text]) => /^jobs:$/m.test(text))
    .map(([, text]): [string, string] => [page, text]));
}

/** The action as a workflow with the same inputs and steps, which is what actionlint reads. */
function actionAsWorkflow(): string {
  const { inputs, runs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as { inputs: Record<string, object>; runs: { steps: object[] } };
  const typed = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, { type: 'string', ...input }]));
  return stringify({ on: { workflow_call: { inputs: typed } }, jobs: { action: { 'runs-on': 'ubuntu-latest', 'steps': runs.steps } } });
}

async function main(): Promise<void> {
  needGo();
  const program = await build(ACTIONLINT, console.log);
  const files = workflowFiles();
  const texts: [string, string][] = [...workflowsOfPages(), ['action.yml', actionAsWorkflow()]];
  const failed = [
    ...files.filter((path) => !passes(program, [path])),
    ...texts.filter(([name, text]) => !passes(program, ['-stdin-filename', name, '-'], text)).map(([name]) => name),
  ];
  if (failed.length > 0) {
    throw new Problem(`actionlint refuses ${failed.join(', ')}`);
  }
  console.log(`actionlint passes ${[...files, ...texts.map(([name]) => name)].join(', ')}`);
}

function passes(program: string, args: readonly string[], input = ''): boolean {
  // What else is installed, such as shellcheck, must not decide.
  const { status, stdout, stderr } = spawnSync(program, ['-shellcheck=', '-pyflakes=', ...args], { cwd: ROOT, input, encoding: 'utf8' });
  process.stdout.write(stdout + stderr);
  return status === 0;
}

main().catch((error: unknown) => {
  if (!(error instanceof Problem)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
});
