// Runs the steps of a composite action as GitHub's runner does: expressions, environment, working directory, outputs.
import { spawnSync } from 'child_process';
import { mkdtempSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { parse } from 'yaml';

/** What a workflow gives to an action. */
export interface ActionCall {
  /** The action's folder. */
  readonly action: string;
  readonly inputs?: { readonly [name: string]: string };
  /** The folder of the repository that is checked out. */
  readonly workspace: string;
  /** The `github` context without what follows from the above. */
  readonly github?: object;
  readonly env?: NodeJS.ProcessEnv;
}

/** The result of the steps; a step that fails is the last. */
export interface ActionResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Step {
  readonly 'id'?: string;
  readonly 'shell': string;
  readonly 'run': string;
  readonly 'env'?: { readonly [name: string]: string };
  readonly 'working-directory'?: string;
}

/** Runs all steps of an action. */
export function runComposite({ action, inputs = {}, workspace, github = {}, env = process.env }: ActionCall): ActionResult {
  const definition = parse(readFileSync(join(action, 'action.yml'), 'utf8'));
  const unknown = Object.keys(inputs).find((name) => !Object.hasOwn(definition.inputs, name));
  if (unknown !== undefined) {
    throw new Error(`the action has no input ${unknown}`);
  }
  const defaults = Object.fromEntries(Object.entries<any>(definition.inputs).map(([name, input]) => [name, input.default ?? '']));
  const steps: { [id: string]: { outputs: { [name: string]: string } } } = {};
  const context = { inputs: { ...defaults, ...inputs }, github: { ...github, action_path: action }, steps };
  const temp = mkdtempSync(join(tmpdir(), 'runner-'));
  try {
    return runSteps(definition.runs.steps as Step[], temp);
  } finally {
    rmSync(temp, { recursive: true });
  }

  function runSteps(all: readonly Step[], folder: string): ActionResult {
    let stdout = '';
    let stderr = '';
    for (const [i, step] of all.entries()) {
      if (step.shell !== 'bash') {
        throw new Error(`shell ${step.shell} is not known here`);
      }
      const output = join(folder, `output-${i}`);
      const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, expanded(value, context)]));
      const result = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', expanded(step.run, context)], {
        cwd: resolve(workspace, expanded(step['working-directory'] ?? '', context)),
        encoding: 'utf8',
        env: { ...env, CI: 'true', GITHUB_WORKSPACE: workspace, GITHUB_OUTPUT: output, RUNNER_TEMP: folder, ...own },
      });
      stdout += result.stdout;
      stderr += result.stderr;
      if (result.status !== 0) {
        return { status: result.status, stdout, stderr };
      }
      steps[step.id ?? `step-${i}`] = { outputs: outputsIn(output) };
    }
    return { status: 0, stdout, stderr };
  }
}

/** `name=value`, one a line. */
function outputsIn(file: string): { [name: string]: string } {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // A step without outputs writes none.
  }
  return Object.fromEntries(text.split('\n').filter((line) => line.includes('=')).map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

/** Expressions that are names of a context, with `||` between them; there are no others here. */
function expanded(text: string, context: object): string {
  return text.replace(/\$\{\{([^{}]*)\}\}/g, (_, expression: string) => {
    for (const name of expression.split('||').map((one) => one.trim())) {
      if (!/^[a-z]+(?:\.[\w-]+)+$/.test(name)) {
        throw new Error(`the expression '${name}' is not known here`);
      }
      const value = name.split('.').reduce<any>((found, key) => found?.[key], context);
      if (value !== undefined && value !== '') {
        return String(value);
      }
    }
    return '';
  });
}
