// Builds the Go programs of this folder, once each, into a cache outside the sources.
import { ChildProcess, spawn, spawnSync } from 'child_process';
import { createHash } from 'crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'fs';
import { homedir } from 'os';
import { join } from 'path';
import { DEFAULT_KUBERNETES_VERSION } from '../src/admission/version';
import { RELEASES } from '../tools/releases';

export interface GoProgram {
  readonly name: string;
  readonly version: string;
  /** Folder of the Go module that knows the versions, below this one. */
  readonly module: string;
  /** What to build: a package of the module or of one of its requirements. */
  readonly target: string;
  readonly ldflags?: string;
  /** The go.mod to build by, for a module that has several. */
  readonly modfile?: string;
  readonly tags?: string;
  /** What to expect on two cores, for the message. */
  readonly takes: string;
}

const KUBERNETES = RELEASES[DEFAULT_KUBERNETES_VERSION];
const VERSION_PACKAGE = 'k8s.io/component-base/version';

function controlPlane(name: string, takes: string): GoProgram {
  return {
    name,
    version: KUBERNETES,
    module: 'server',
    target: `k8s.io/kubernetes/cmd/${name}`,
    // Without these the server calls itself v0.0.0-master, and derives its emulated version from that.
    ldflags: [
      '-s -w',
      `-X ${VERSION_PACKAGE}.gitVersion=v${KUBERNETES}`,
      `-X ${VERSION_PACKAGE}.gitMajor=${KUBERNETES.split('.')[0]}`,
      `-X ${VERSION_PACKAGE}.gitMinor=${KUBERNETES.split('.')[1]}`,
    ].join(' '),
    takes,
  };
}

export const KUBE_APISERVER = controlPlane('kube-apiserver', '3 to 4 minutes');

/** These share most of their packages with kube-apiserver: the times hold after that has been built. */
export const CONTROLLER_MANAGER = controlPlane('kube-controller-manager', '1 minute');
export const SCHEDULER = controlPlane('kube-scheduler', '20 seconds');

/** It plays the kubelets of nodes that do not exist. */
export const KWOK: GoProgram = { name: 'kwok', version: '0.8.0', module: 'server/kwok', target: 'sigs.k8s.io/kwok/cmd/kwok', ldflags: '-s -w', takes: '1 minute' };

/** Needed since the result of an apply depends on what `kubectl apply` sends. */
export const KUBECTL: GoProgram = { name: 'kubectl', version: '0.37.1', module: 'server/kubectl', target: '.', ldflags: '-s -w', takes: '1 minute' };

export const ETCD: GoProgram = { name: 'etcd', version: '3.6.8', module: 'server/etcd', target: '.', ldflags: '-s -w', takes: '30 seconds' };

export const YAML_PARSER: GoProgram = { name: 'yaml-parser', version: '1.6.0', module: 'yaml', target: '.', takes: '5 seconds' };

/** A failure that the user can act on: shown without a stack. */
export class Problem extends Error {}

export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-pods');
}

/** Throws a Problem unless a Go toolchain answers. */
export function needGo(): void {
  const answer = spawnSync('go', ['version'], { encoding: 'utf8' });
  if (answer.status === 0) {
    return;
  }
  throw new Problem('Go is needed: its toolchain builds what this check runs, and `go version` does not work here'
    + (answer.error ? ` (${answer.error.message})` : `:\n${answer.stderr}`));
}

/** The path of the built program; builds it when the cache has none for these sources. */
export async function build(program: GoProgram, say: (line: string) => void): Promise<string> {
  const source = join(__dirname, program.module);
  const folder = cacheFolder();
  const path = join(folder, `${program.name}-${program.version}-${fingerprint(program, source)}`);
  if (existsSync(path)) {
    return path;
  }
  mkdirSync(folder, { recursive: true });
  // Renamed only when it is whole, so that an interrupted build leaves nothing that looks like a program.
  const unfinished = join(folder, `.${program.name}-${process.pid}.part`);
  say(`building ${program.name} ${program.version} (once, into ${folder}; about ${program.takes} on two cores)`);
  const start = Date.now();
  const progress = setInterval(() => say(`  still building ${program.name}, ${seconds(start)} s`), 20_000);
  try {
    await goBuild(source, ['-o', unfinished, '-trimpath', '-buildvcs=false', '-mod=readonly',
      ...program.modfile ? ['-modfile', program.modfile] : [], ...program.tags ? ['-tags', program.tags] : [],
      ...program.ldflags ? ['-ldflags', program.ldflags] : [], program.target]);
    renameSync(unfinished, path);
  } finally {
    clearInterval(progress);
    rmSync(unfinished, { force: true });
  }
  say(`built ${program.name} in ${seconds(start)} s`);
  return path;
}

function fingerprint(program: GoProgram, source: string): string {
  const modfile = program.modfile ?? 'go.mod';
  const module = [modfile, modfile.replace(/mod$/, 'sum')];
  const options = [program.target, program.ldflags, process.platform, process.arch, ...program.tags ? [program.tags] : []];
  const hash = createHash('sha256').update(JSON.stringify(options));
  for (const file of readdirSync(source).filter((f) => module.includes(f) || f.endsWith('.go')).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(source, file)));
  }
  // A program in a folder of its own.
  const own = program.target.startsWith('./') ? join(source, program.target) : undefined;
  for (const file of own === undefined ? [] : readdirSync(own).filter((f) => f.endsWith('.go')).sort()) {
    hash.update(`\0${program.target}/${file}\0`).update(readFileSync(join(own!, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

const running = new Map<ChildProcess, Promise<void>>();

/** Ends the builds under way, for a run that is being stopped; settles when they have ended and cleaned up. */
export async function stopBuilds(): Promise<void> {
  for (const child of running.keys()) {
    // A group of its own: the compilers that go starts end with it.
    try {
      process.kill(-child.pid!, 'SIGTERM');
    } catch { /* it has ended by itself */ }
  }
  await Promise.allSettled(running.values());
  await new Promise((resolve) => setImmediate(resolve));
}

async function goBuild(cwd: string, args: string[]): Promise<void> {
  const child = spawn('go', ['build', ...args], { cwd, env: { ...process.env, GOWORK: 'off' }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let text = '';
  const keep = (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-8000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => code === 0 ? resolve()
      : reject(new Problem(`go build ${args[args.length - 1]} in ${cwd} failed (${signal ?? `exit code ${code}`}):\n${text.trim()}`)));
  });
  running.set(child, ended);
  try {
    await ended;
  } finally {
    running.delete(child);
  }
}

function seconds(since: number): string {
  return ((Date.now() - since) / 1000).toFixed(0);
}
