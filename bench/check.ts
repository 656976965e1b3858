/**
 * `npm run bench -- check`: checks the same manifests with `cdk8s-pods check`, kubeconform and kubectl-validate in turns. Prints the ratios of
 * their elapsed and processor times, and how much of what the API server refuses each of them finds. Only the ratios count: the milliseconds are
 * those of this machine today. What the server refuses comes from the oracle in `conformance/`. For a list, the oracle is asked about each item,
 * since kubectl sends the items one by one. Manifests of kinds that `check` does not review are counted separately.
 */
import { spawnSync } from 'child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { availableParallelism, tmpdir } from 'os';
import { dirname, join } from 'path';
import { writeSchemas } from './schemas';
import { cacheFolder, needGo, Problem } from '../conformance/build';
import { generate } from '../conformance/generate';
import { Oracle } from '../conformance/oracle-process';
import { DEFAULT_KUBERNETES_VERSION } from '../src/admission/version';
import { typeOfKind } from '../src/k8s/kinds';
import { readYaml } from '../src/yaml/read/read';
import { writeYaml, YamlWriteError } from '../src/yaml/write/write';
import { BUNDLES, bundle } from '../tools/bundle';

const HELP = `usage: npx ts-node -T -P tsconfig.dev.json bench/check.ts [--count N] [--rounds N] [--seed N] [--folder PATH]

  --count N      manifests, each in a file of its own (default 10000)
  --rounds N     measured rounds, after one that warms the file cache up (default 3)
  --seed N       which manifests (default 1)
  --folder PATH  the manifests of a folder instead, of one document each

Needs Go: kubeconform, kubectl-validate and the oracle are built once, into a folder of the user's cache.`;

const KUBERNETES = DEFAULT_KUBERNETES_VERSION;
const PEERS = {
  'kubeconform': { module: 'github.com/yannh/kubeconform/cmd/kubeconform', version: 'v0.8.0' },
  'kubectl-validate': { module: 'sigs.k8s.io/kubectl-validate', version: 'v0.0.4' },
};
const BIN = 'cli/bin.js';
const MOST_OUTPUT = 1 << 30; // eslint-disable-line no-bitwise

/** A checker of a folder: how to run it, and how to read which files it refuses. */
interface Checker {
  readonly name: string;
  readonly command: readonly string[];
  readonly refused: (output: string) => Set<string>;
  readonly left?: (output: string) => Set<string>;
}

interface Times {
  readonly clock: number;
  /** Of all threads, user and system. */
  readonly processors: number;
}

interface Verdicts {
  readonly times: Times[];
  refused: Set<string>;
  /** Files that it says it does not judge. */
  left: Set<string>;
}

/** The command as it is published. */
function bundleCommand(folder: string): string {
  for (const made of BUNDLES.filter(({ file }) => file === BIN || file === 'check/worker.js')) {
    const path = join(folder, 'lib', made.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bundle(made));
  }
  copyFileSync(join(__dirname, '..', 'package.json'), join(folder, 'package.json'));
  return join(folder, 'lib', BIN);
}

function install(name: keyof typeof PEERS): string {
  const { module, version } = PEERS[name];
  const folder = join(cacheFolder(), `${name}-${version}`);
  const program = join(folder, name);
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    console.log(`installing ${name} ${version} (once, into ${folder})`);
    const { status, stderr } = spawnSync('go', ['install', `${module}@${version}`], { env: { ...process.env, GOBIN: folder, GOWORK: 'off' }, encoding: 'utf8' });
    if (status !== 0) {
      throw new Problem(`go install ${module} failed:\n${stderr}`);
    }
  }
  return program;
}

function checkers(folder: string, work: string): Checker[] {
  const schemas = writeSchemas(join(work, 'schemas'), Number(KUBERNETES.slice(2)));
  const base = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  return [
    {
      name: 'cdk8s-pods check',
      command: [process.execPath, bundleCommand(join(work, 'package')), 'check', folder, '--format', 'json'],
      refused: (output) => new Set(JSON.parse(output).results.filter((r: any) => !r.allowed).map((r: any) => base(r.file))),
      left: (output) => new Set(JSON.parse(output).results.filter((r: any) => !r.reviewed).map((r: any) => base(r.file))),
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

/** Runs a checker below a shell, which reports the processor time of its child. */
function run({ name, command }: Checker): { times: Times; output: string } {
  const start = performance.now();
  const script = '"$@"; status=$?; times >&2; exit $status';
  const { stdout, stderr, status, error } = spawnSync('sh', ['-c', script, 'sh', ...command], { encoding: 'utf8', maxBuffer: MOST_OUTPUT });
  const clock = performance.now() - start;
  if (error || (status !== 0 && status !== 1)) {
    throw new Problem(`${name} ended with ${status ?? error}:\n${stderr.slice(-2000)}`);
  }
  const children = stderr.trimEnd().split('\n').pop() ?? '';
  const processors = [...children.matchAll(/(?<!\d)(\d+)m(\d+(?:[.,]\d+)?)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60_000 + Number(s.replace(',', '.')) * 1000, 0);
  return { times: { clock, processors }, output: stdout };
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function option(name: string, otherwise: number): number {
  const value = Number(argument(name) ?? otherwise);
  if (!Number.isInteger(value) || value < 1) {
    throw new Problem(`${name} needs a whole number above 0\n\n${HELP}`);
  }
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
      // A lone surrogate can be in an object, but not in a file.
      if (!(error instanceof YamlWriteError)) {
        throw error;
      }
    }
  }
  return manifests;
}

/** The files of a folder that are one document of a kind that `check` reviews. */
function copy(from: string, to: string, count: number): Written[] {
  const manifests: Written[] = [];
  for (const file of readdirSync(from).filter((name) => /\.(?:ya?ml|json)$/.test(name))) {
    const bytes = readFileSync(join(from, file));
    const { documents, problems } = readYaml(bytes, { mergeOverrides: 'allow' });
    const manifest: any = documents[0]?.value;
    const known = typeOfKind(String(manifest?.kind), String(manifest?.apiVersion)) !== undefined;
    if (known && problems.length === 0 && documents.length === 1 && manifests.length < count) {
      writeFileSync(join(to, file), bytes);
      manifests.push({ file, manifest });
    }
  }
  return manifests;
}

/** What the server would be sent one by one: of a list, its items. */
function sent(manifest: any): unknown[] {
  const isList = manifest?.apiVersion === 'v1' && typeof manifest.kind === 'string' && manifest.kind.endsWith('List') && Array.isArray(manifest.items);
  const kind = isList && manifest.kind !== 'List' ? { apiVersion: 'v1', kind: manifest.kind.slice(0, -'List'.length) } : {};
  const isObject = (item: unknown): boolean => typeof item === 'object' && item !== null && !Array.isArray(item);
  return isList ? manifest.items.flatMap((item: any) => sent(isObject(item) ? { ...kind, ...item } : item)) : [manifest];
}

async function refusedByServer(manifests: readonly Written[]): Promise<Set<string>> {
  const oracle = await Oracle.open(KUBERNETES, console.log);
  try {
    const answers = await oracle.ask(manifests.flatMap(({ file, manifest }) => sent(manifest).map((one) => ({ id: file, manifest: one }))));
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
    const from = argument('--folder');
    const manifests = from === undefined ? write(folder, count, seed) : copy(from, folder, count);
    const all = checkers(folder, work);
    const verdicts = new Map(all.map(({ name }): [string, Verdicts] => [name, { times: [], refused: new Set(), left: new Set() }]));
    for (let round = 0; round <= rounds; round++) {
      for (const checker of all) {
        const { times, output } = run(checker);
        const verdict = verdicts.get(checker.name)!;
        if (round > 0) {
          verdict.times.push(times);
        } else {
          verdict.refused = checker.refused(output);
          verdict.left = checker.left?.(output) ?? new Set();
        }
      }
    }
    report(manifests.length, rounds, verdicts, await refusedByServer(manifests));
  } finally {
    rmSync(work, { recursive: true });
  }
}

function report(count: number, rounds: number, verdicts: ReadonlyMap<string, Verdicts>, refused: ReadonlySet<string>): void {
  console.log(`${count} manifests, ${refused.size} of which Kubernetes ${KUBERNETES} refuses; ${availableParallelism()} cores, median of ${rounds} rounds`);
  const middle = ({ times }: Verdicts): Times => ({
    clock: median(times.map((time) => time.clock)),
    processors: median(times.map((time) => time.processors)),
  });
  const ours = middle(verdicts.get('cdk8s-pods check')!);
  for (const [name, verdict] of verdicts) {
    const { clock, processors } = middle(verdict);
    const time = (what: number, own: number): string => `${what.toFixed(0).padStart(6)} ms ${(what / own).toFixed(2).padStart(5)} × ours`;
    const caught = [...verdict.refused].filter((file) => refused.has(file)).length;
    const left = [...verdict.left].filter((file) => refused.has(file) && !verdict.refused.has(file)).length;
    console.log(`  ${name.padEnd(17)} ${time(clock, ours.clock)}   processors ${time(processors, ours.processors)}`
      + `   catches ${String(caught).padStart(5)} (${percent(caught, refused.size)}), leaves ${left} as not its own, misses ${refused.size - caught - left}`
      + `, false alarms ${verdict.refused.size - caught}`);
  }
}

main().catch((error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
