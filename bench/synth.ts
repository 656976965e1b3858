/**
 * `npm run bench -- synth`: the App of this package, which reviews everything, against the App of cdk8s, which does not, on the same
 * Deployments. Prints the time of each phase, the peak memory, and how both grow with ten times as many objects. Only the ratios count.
 */
import { execFileSync } from 'child_process';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { median, milliseconds, option, progress } from './measure';
import { mixedWithApiObjects, mixedWithPods, withApiObjects, withPlus, withPods } from './workloads';
import { review } from '../src/admission';
import { Pod } from '../src/constructs/objects/pod';
import { App } from '../src/synth/app';
import { orderOf } from '../src/synth/order';
import { walkTree } from '../src/synth/tree';
import { writeYaml } from '../src/yaml/write/write';

const HELP = `usage: npm run bench -- synth [--count N] [--rounds N] [--large N]

  --count N   Deployments in a run (default 1000)
  --rounds N  measured rounds, after one that warms up (default 7)
  --large N   objects in the largest run of the look at growth (default 50000; charts: a tenth)`;

type Build = (chart: Chart, count: number) => void;

const OURS = 'cdk8s-pods, its App, reviewed';
const PEERS: { readonly [name: string]: readonly [app: typeof Cdk8sApp, build: Build] } = {
  'raw ApiObject, cdk8s App': [Cdk8sApp, withApiObjects],
  [OURS]: [App, withPods],
  'cdk8s-pods, cdk8s App': [Cdk8sApp, withPods],
  'raw ApiObject, our App': [App, withApiObjects],
  'cdk8s-plus-33, cdk8s App': [Cdk8sApp, withPlus],
};
const MIXED_OURS = 'mixed: cdk8s-pods, its App';
const MIXED_PEERS: typeof PEERS = {
  'mixed: raw ApiObject': [Cdk8sApp, mixedWithApiObjects],
  [MIXED_OURS]: [App, mixedWithPods],
};
const ALL = { ...PEERS, ...MIXED_PEERS };

function inFolder<T>(action: (outdir: string) => T): T {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return action(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function run(name: string, count: number): number {
  const [AppClass, build] = ALL[name];
  return inFolder((outdir) => milliseconds(() => {
    const app = new AppClass({ outdir });
    build(new Chart(app, 'bench'), count);
    app.synth();
  }));
}

function comparePeers(count: number, rounds: number): void {
  const times = new Map<string, number[]>(Object.keys(ALL).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, values] of times) {
      progress(`round ${round} of ${rounds}: ${name}`);
      const time = run(name, count);
      if (round > 0) {
        values.push(time);
      }
    }
  }
  progress('');
  console.log(`build and synth of ${count} Deployments, median of ${rounds} interleaved rounds`);
  for (const [name, values] of times) {
    const ours = median(times.get(name in PEERS ? OURS : MIXED_OURS)!);
    console.log(`  ${name.padEnd(30)} ${median(values).toFixed(0).padStart(7)} ms  ${(median(values) / ours).toFixed(2).padStart(6)} × ours  ${memory(name, count)}`);
  }
}

/** Peak memory of processes of their own that do nothing else. */
function memory(name: string, count: number): string {
  const peak = () => Number(execFileSync(process.execPath, [...process.execArgv, ...process.argv.slice(1, 2), '--peak', name, '--count', `${count}`], { encoding: 'utf8' }));
  return `${(median([peak(), peak(), peak()]) / 1024).toFixed(0).padStart(5)} MB at most`;
}

function showSteps(count: number, rounds: number): void {
  const times: { [step: string]: number[] } = {};
  const step = (name: string, action: () => void) => (times[name] ??= []).push(milliseconds(action));
  for (let round = 0; round <= rounds; round++) {
    inFolder((outdir) => {
      const app = new App({ outdir });
      const chart = new Chart(app, 'bench');
      step('building the constructs', () => withPods(chart, count));
      step('walk and order', () => orderOf(walkTree(app)));
      let manifests: any[] = [];
      step('rendering manifests', () => {
        manifests = chart.apiObjects.map((object) => object.toJson());
      });
      step('reviewing them', () => manifests.forEach((manifest) => review(manifest)));
      let texts: string[] = [];
      step('making YAML', () => {
        texts = manifests.map((manifest) => writeYaml(manifest));
      });
      step('joining and encoding it', () => Buffer.from(texts.join('---\n')));
      manifests = [];
      step('all of synth', () => app.synth());
    });
  }
  console.log(`where the time goes, ${count} Deployments, median of ${rounds} rounds`);
  for (const [name, values] of Object.entries(times)) {
    console.log(`  ${name.padEnd(30)} ${median(values.slice(1)).toFixed(1).padStart(7)} ms`);
  }
}

const GROWTH: { readonly [what: string]: (app: Cdk8sApp, count: number) => void } = {
  'objects in one chart': (app, count) => {
    const chart = new Chart(app, 'bench');
    for (let i = 0; i < count; i++) {
      new Pod(chart, `pod-${i}`, { containers: [{ name: 'app', image: 'nginx:1.27' }] });
    }
  },
  'charts of one object': (app, count) => {
    for (let i = 0; i < count / 10; i++) {
      new Pod(new Chart(app, `chart-${i}`), 'pod', { containers: [{ name: 'app', image: 'nginx:1.27' }] });
    }
  },
  'charts, each depending on the one before': (app, count) => {
    let last: Chart | undefined;
    for (let i = 0; i < count / 10; i++) {
      const chart = new Chart(app, `chart-${i}`);
      new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
      if (last !== undefined) {
        chart.addDependency(last);
      }
      last = chart;
    }
  },
};

function showGrowth(large: number, rounds: number): void {
  console.log('ten times as much');
  for (const [what, build] of Object.entries(GROWTH)) {
    const time = (count: number) => inFolder((outdir) => milliseconds(() => {
      const app = new App({ outdir });
      build(app, count);
      app.synth();
    }));
    const counts = [large / 10, large].map(Math.round);
    const times = counts.map((count) => {
      progress(`${what}: ${count}`);
      time(count);
      return median(Array.from({ length: Math.min(rounds, 3) }, () => time(count)));
    });
    progress('');
    const shown = counts.map((count) => (what.startsWith('charts') ? count / 10 : count));
    console.log(`  ${what}: ${shown[0]} in ${times[0].toFixed(0)} ms, ${shown[1]} in ${times[1].toFixed(0)} ms: ${(times[1] / times[0]).toFixed(1)} × as long`);
  }
}

function main(): void {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  const count = option('--count', 1000, HELP);
  const peak = process.argv.indexOf('--peak');
  if (peak >= 0) {
    run(process.argv[peak + 1], count);
    console.log(process.resourceUsage().maxRSS);
    return;
  }
  const rounds = option('--rounds', 7, HELP);
  comparePeers(count, rounds);
  showSteps(count, rounds);
  showGrowth(option('--large', 50000, HELP), rounds);
}

main();
