/**
 * Builds and synthesizes the same Deployments with this library, as raw ApiObjects and with cdk8s-plus, interleaved in one
 * process, and prints medians and ratios. A ratio is what counts: the milliseconds are those of this machine today.
 */
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App, Chart } from 'cdk8s';
import { median, milliseconds, option, progress } from './measure';
import { mixedWithApiObjects, mixedWithPods, withApiObjects, withPlus, withPods } from './workloads';

const HELP = `usage: npm run bench -- constructs [--count N] [--rounds N]

  --count N   Deployments in a run (default 1000)
  --rounds N  measured rounds, after one that warms up (default 7)`;

const PEERS: { [name: string]: (chart: Chart, count: number) => void } = {
  'raw ApiObject': withApiObjects,
  'cdk8s-pods': withPods,
  'cdk8s-plus-33': withPlus,
  'mixed: raw ApiObject': mixedWithApiObjects,
  'mixed: cdk8s-pods': mixedWithPods,
};

function timeOf(build: (chart: Chart, count: number) => void, count: number): number {
  const outdir = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return milliseconds(() => {
      const app = new App({ outdir });
      build(new Chart(app, 'bench'), count);
      app.synth();
    });
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function main(): void {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return;
  }
  const count = option('--count', 1000, HELP);
  const rounds = option('--rounds', 7, HELP);
  const times: { [name: string]: number[] } = Object.fromEntries(Object.keys(PEERS).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, build] of Object.entries(PEERS)) {
      const time = timeOf(build, count);
      if (round > 0) {
        times[name].push(time);
      }
    }
    progress(`round ${round} of ${rounds}`);
  }
  progress('');
  console.log(`build and synth of ${count} Deployments, median of ${rounds} interleaved rounds`);
  for (const [name, values] of Object.entries(times)) {
    const time = median(values);
    const base = median(times[name.startsWith('mixed') ? 'mixed: raw ApiObject' : 'raw ApiObject']);
    console.log(`  ${name.padEnd(20)} ${time.toFixed(0).padStart(6)} ms   ${(time / base).toFixed(2)} × raw ApiObject`);
  }
}

main();
