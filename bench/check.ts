/**
 * `npx ts-node -T -P tsconfig.dev.json bench/check.ts`: checks the same manifests with `cdk8s-pods check`, kubeconform and kubectl-validate,
 * in turns, and prints the ratios of their times, and what each one catches of what the API server refuses. A ratio is what counts: the
 * milliseconds are those of this machine today. The server's word is the oracle's of `conformance/`.
 */
import { spawnSync } from 'child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { availableParallelism, tmpdir } from 'os';
import { join } from 'path';
import { writeSchemas } from './schemas';
import { cacheFolder, needGo, Problem } from '../conformance/build';
import { generate } from '../conformance/generate';
import { Oracle } from '../conformance/oracle-process';
import { writeYaml, YamlWriteError } from '../src/yaml/write';
import { compilePackage } from '../test/cli/compile';

const HELP = `usage: npx ts-node -T -P tsconfig.dev.json bench/check.ts [--count N] [--rounds N] [--seed N]

  --count N   manifests, each in a file of its own (default 10000)
  --rounds N  measured rounds, after one that warms the file cache up (default 3)
  --seed N    which manifests (default 1)

Needs Go: kubeconform, kubectl-validate and the oracle are built once, into a folder of the user's cache.`;

const KUBERNETES = '1.36';
const PEERS = {
  'kubeconform': { module: 'github.com/yannh/kubeconform/cmd/kubeconform', version: 'v0.8.0' },
  'kubectl-validate': { module: 'sigs.k8s.io/kubectl-validate', version: 'v0.0.4' },
};
const MOST_OUTPUT = 1 << 30; // eslint-disable-line no-bitwise

/** A checker of a folder: how to run it, and how to read which files it refuses. */
interface Checker {
  readonly name: string;
  readonly command: readonly string[];
  readonly refused: (output: string) => Set<string>;
}

interface Verdicts {
  readonly milliseconds: number[];
  refused: Set<string>;
}

function install(name: keyof typeof PEERS): string {
  const { module, version } = PEERS[name];
  const folder = join(cacheFolder(), `${name}-${version}`);
  const program = join(folder, name);
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    console.log(`installing ${name} ${version} (once, into ${folder})`);
    const { status, stderr } = spawnSync('go', ['install', `${module}@${version}`], { env: { ...process.env, GOBIN: folder, GOWORK: 'off' }, encoding: 'utf8' });
    if (status !== 0) throw new Problem(`go install ${module} failed:\n${stderr}`);
  }
  return program;
}

function checkers(folder: string, work: string): Checker[] {
  const schemas = writeSchemas(join(work, 'schemas'), Number(KUBERNETES.slice(2)));
  const base = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  return [
    {
      name: 'cdk8s-pods check',
      command: [process.execPath, compilePackage(join(work, 'package')), 'check', folder, '--format', 'json'],
      refused: (output) => new Set(JSON.parse(output).results.filter((r: any) => !r.allowed).map((r: any) => base(r.file))),
    },
    {
      name: 'kubeconform',
      command: [install('kubeconform'), '-strict', '-n', String(availableParallelism()), '-output', 'json', '-schema-location', schemas, folder],
      refused: (output) => new Set(JSON.parse(output).resources.map((r: any) => base(r.filename))),
    },
    {
      name: 'kubectl-validate',
      command: [install('kubectl-validate'), folder, '--output', 'json'],
      refused: (output) => new Set(Object.entries<any>(JSON.parse(output)).filter(([, r]) => r.some((one: any) => one.status !== 'Success')).map(([file]) => base(file))),
    },
  ];
}

function run({ name, command }: Checker): { milliseconds: number; output: string } {
  const [program, ...args] = command;
  const start = process.hrtime.bigint();
  const { stdout, stderr, status, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (error || (status !== 0 && status !== 1)) throw new Problem(`${name} ended with ${status ?? error}:\n${stderr.slice(-2000)}`);
  return { milliseconds, output: stdout };
}

function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Problem(`${name} needs a whole number above 0\n\n${HELP}`);
  return value;
}

function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const percent = (part: number, whole: number): string => `${(100 * part / Math.max(1, whole)).toFixed(1)} %`;

interface Written {
  readonly file: string;
  readonly manifest: unknown;
}

function write(folder: string, count: number, seed: number): Written[] {
  const manifests: Written[] = [];
  for (let i = 0; manifests.length < count; i++) {
    const manifest = generate(seed, i);
    const file = `${String(i).padStart(6, '0')}.yaml`;
    try {
      writeFileSync(join(folder, file), writeYaml(manifest));
      manifests.push({ file, manifest });
    } catch (error) {
      // Half a character can be in an object, but in no file.
      if (!(error instanceof YamlWriteError)) throw error;
    }
  }
  return manifests;
}

async function refusedByServer(manifests: readonly Written[]): Promise<Set<string>> {
  const oracle = await Oracle.open(KUBERNETES, console.log);
  try {
    const answers = await oracle.ask(manifests.map(({ file, manifest }) => ({ id: file, manifest })));
    return new Set(answers.filter(({ accepted }) => !accepted).map(({ id }) => id));
  } finally {
    oracle.close();
  }
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  const [count, rounds, seed] = [option('--count', 10_000), option('--rounds', 3), option('--seed', 1)];
  needGo();
  const work = mkdtempSync(join(tmpdir(), 'bench-check-'));
  try {
    const folder = join(work, 'manifests');
    mkdirSync(folder);
    const manifests = write(folder, count, seed);
    const all = checkers(folder, work);
    const verdicts = new Map(all.map(({ name }): [string, Verdicts] => [name, { milliseconds: [], refused: new Set() }]));
    for (let round = 0; round <= rounds; round++) {
      for (const checker of all) {
        const { milliseconds, output } = run(checker);
        const verdict = verdicts.get(checker.name)!;
        if (round > 0) verdict.milliseconds.push(milliseconds);
        else verdict.refused = checker.refused(output);
      }
    }
    report(count, rounds, verdicts, await refusedByServer(manifests));
  } finally {
    rmSync(work, { recursive: true });
  }
}

function report(count: number, rounds: number, verdicts: ReadonlyMap<string, Verdicts>, refused: ReadonlySet<string>): void {
  console.log(`${count} manifests, ${refused.size} of which Kubernetes ${KUBERNETES} refuses; ${availableParallelism()} cores, median of ${rounds} rounds`);
  const ours = median(verdicts.get('cdk8s-pods check')!.milliseconds);
  for (const [name, verdict] of verdicts) {
    const time = median(verdict.milliseconds);
    const caught = [...verdict.refused].filter((file) => refused.has(file)).length;
    const alarms = verdict.refused.size - caught;
    console.log(`  ${name.padEnd(17)} ${time.toFixed(0).padStart(6)} ms  ${(time / ours).toFixed(2).padStart(5)} × ours`
      + `   catches ${String(caught).padStart(5)} (${percent(caught, refused.size)})   false alarms ${alarms}`);
  }
}

main().catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
