/**
 * Reviews manifests, in turns and in one process with `validate()` of kubernetes-models, which knows only the schema, and with --oracle also
 * with the API server's own Go code. Prints medians of processor time and their ratios. Only the ratios count: the microseconds are those of
 * this machine today.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { pathToFileURL } from 'url';
import { MANIFESTS } from './manifests';
import { median, option } from './measure';
import { generate } from '../conformance/generate';
import { Oracle } from '../conformance/oracle-process';
import type { review as reviewType } from '../src/admission';
import { DEFAULT_KUBERNETES_VERSION } from '../src/admission/version';
import { KINDS } from '../src/k8s/kinds';
import { bundle } from '../tools/bundle';

const HELP = `usage: npm run bench -- review [--count N] [--rounds N] [--oracle]

  --count N   reviews in a run (default 1000)
  --rounds N  measured rounds, after ten that warm up (default 15)
  --oracle    asks the server's Go code too, which is built when it is not there`;

const ORACLE = 'oracle (Go, with JSON)';
const WARM_UP = 10;
const MODELS = join(__dirname, '../node_modules/kubernetes-models');

type Manifest = { readonly kind: string };
type Model = new (data: object) => { validate(): void };
type Peer = (manifests: readonly Manifest[]) => void | Promise<void>;

/** kubernetes-models is an ES module, which TypeScript would turn into a `require`. */
const importModule = new Function('name', 'return import(name)') as (name: string) => Promise<{ [name: string]: Model }>;

async function readModels(): Promise<ReadonlyMap<string, Model>> {
  return new Map(await Promise.all(Object.entries(KINDS).map(async ([kind, { apiVersion }]): Promise<[string, Model]> =>
    [kind, (await importModule(pathToFileURL(join(MODELS, apiVersion, `${kind}.js`)).href))[kind]])));
}

type Review = typeof reviewType;

/** The review as it is published: one bundled file. */
function readReview(): Review {
  const folder = mkdtempSync(join(tmpdir(), 'bench-review-'));
  try {
    const file = join(folder, 'index.js');
    writeFileSync(file, bundle({ file: 'admission/index.js', entry: 'admission/index.ts', format: 'cjs', platform: 'node' }));
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the file has just been written
    return (require(file) as { review: Review }).review;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function accepted(manifest: unknown, review: Review): boolean {
  const { allowed, reviewed } = review(manifest);
  return allowed && reviewed;
}

/** Sets of as many manifests each, as JSON gives them. */
function workloads(count: number, review: Review): [string, Manifest[]][] {
  const parsed = (manifest: unknown): Manifest => JSON.parse(JSON.stringify(manifest));
  const sets = Object.entries(MANIFESTS).map(([name, make]): [string, Manifest[]] =>
    [name, Array.from({ length: count }, (_, i) => parsed(make(i)))]);
  const generated: Manifest[] = [];
  for (let i = 0; generated.length < count; i++) {
    const manifest = parsed(generate(7, i));
    if (accepted(manifest, review)) {
      generated.push(manifest);
    }
  }
  return [...sets, ['generated, accepted', generated]];
}

/**
 * Time per manifest. Processor time, garbage collection and compilation included, since other processes disturb it less than elapsed time. For
 * a peer in another process: elapsed time.
 */
async function microseconds(peer: Peer, manifests: readonly Manifest[], byClock: boolean): Promise<number> {
  const start = process.hrtime.bigint();
  const used = process.cpuUsage();
  await peer(manifests);
  const { user, system } = process.cpuUsage(used);
  return (byClock ? Number(process.hrtime.bigint() - start) / 1e3 : user + system) / manifests.length;
}

function withModels(models: ReadonlyMap<string, Model>): Peer {
  return (manifests) => {
    for (const manifest of manifests) {
      try {
        new (models.get(manifest.kind)!)(manifest).validate();
      } catch {
        // kubernetes-models refuses some manifests that the server accepts
      }
    }
  };
}

function withReview(review: Review): Peer {
  return (manifests) => {
    for (const manifest of manifests) {
      review(manifest);
    }
  };
}

function withOracle(oracle: Oracle): Peer {
  return async (manifests) => {
    await oracle.ask(manifests.map((manifest, i) => ({ id: String(i), manifest })));
  };
}

async function main(): Promise<void> {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  const count = option('--count', 1000, HELP);
  const rounds = option('--rounds', 15, HELP);
  const oracle = process.argv.includes('--oracle') ? await Oracle.open(DEFAULT_KUBERNETES_VERSION, console.error) : undefined;
  const review = readReview();
  const peers: [string, Peer][] = [
    ['review', withReview(review)],
    ['kubernetes-models', withModels(await readModels())],
    ...oracle === undefined ? [] : [[ORACLE, withOracle(oracle)] as [string, Peer]],
  ];
  console.log(`${count} manifests of each sort, median of ${rounds} interleaved rounds`);
  for (const [name, manifests] of workloads(count, review)) {
    const times = peers.map((): number[] => []);
    for (let round = -WARM_UP; round < rounds; round++) {
      for (let i = 0; i < peers.length; i++) {
        const time = await microseconds(peers[i][1], manifests, peers[i][0] === ORACLE);
        if (round >= 0) {
          times[i].push(time);
        }
      }
    }
    const base = median(times[0]);
    console.log(name);
    peers.forEach(([peer], i) => {
      const time = median(times[i]);
      console.log(`  ${peer.padEnd(24)} ${time.toFixed(1).padStart(7)} µs   ${Math.round(1e6 / time).toString().padStart(7)} a second   ${(time / base).toFixed(2)} × review`);
    });
  }
  oracle?.close();
}

void main();
