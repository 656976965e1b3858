import { existsSync, readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { disagreement, PageProgram } from './page';
import { CommandOf } from './programs';
import { answers, Problem, run } from './run-command';
import { environment, versions } from './scratch';

/** An environment of Python with the built wheel in it; gives the path of its interpreter. */
export function installWheel(folder: string): string {
  const wheels = join(folder, 'dist', 'python');
  const wheel = readdirSync(wheels).find((name) => name.endsWith('.whl'));
  if (wheel === undefined) {
    throw new Problem(`jsii-pacmak has left no wheel in ${wheels}`);
  }
  const python = join(folder, 'venv', 'bin', 'python');
  const { cdk8s, constructs, jsii } = versions();
  run('python3', ['-m', 'venv', join(folder, 'venv')]);
  run(python, ['-m', 'pip', 'install', '--quiet', join(wheels, wheel), `cdk8s==${cdk8s}`, `constructs==${constructs}`, `jsii==${jsii}`],
    { env: environment(folder) });
  return python;
}

export function needPython(): void {
  if (!answers('python3', '-c', 'import venv, ensurepip')) {
    throw new Problem('python3 with its venv module is needed, and does not answer here');
  }
}

export function pythonPrograms(folder: string, python: string): CommandOf {
  return (program) => [python, join(folder, 'examples', 'python', `${program}.py`)];
}

/** Runs a program of a page in a folder of its own; gives what it did otherwise than the page says. */
export function runPageProgram(program: PageProgram, folder: string, python: string): string | undefined {
  const outdir = join(folder, 'written', `line-${program.line}`);
  const file = join(folder, 'page.py');
  writeFileSync(file, program.code);
  const { status, stdout, stderr } = run(python, [file], { cwd: folder, env: { ...environment(folder), CDK8S_OUTDIR: outdir }, statuses: [0, 1] });
  const written = existsSync(outdir) ? readdirSync(outdir).map((name) => readFileSync(join(outdir, name), 'utf8')) : [];
  return disagreement(program, { status, yaml: written.length > 0 ? written.join('---\n') : undefined, said: `${stdout}${stderr}` });
}
