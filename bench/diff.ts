/**
 * Compares two sets of manifests, in turns with a review of both sets. Prints medians of processor time and their ratio, which must not be more
 * than 2. Only the ratio counts: the milliseconds are those of this machine today.
 */
import { MANIFESTS } from './manifests';
import { median, option } from './measure';
import { review } from '../src/admission';
import { diff } from '../src/diff';

const HELP = `usage: npm run bench -- diff [--count N] [--rounds N]

  --count N   objects of each set (default 10000)
  --rounds N  measured rounds, after one that warms up (default 5)`;
const MOST = 2;

interface Manifest {
  readonly metadata: object;
}

function main(args: readonly string[]): number {
  if (args.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const [count, rounds] = [option('--count', 10_000, HELP), option('--rounds', 5, HELP)];
  const all = Object.values(MANIFESTS);
  const named = (i: number, labels: object): object => {
    const manifest = structuredClone(all[i % all.length](i)) as unknown as Manifest;
    return { ...manifest, metadata: { ...manifest.metadata, name: `object-${i}`, labels } };
  };
  const old = Array.from({ length: count }, (_, i) => named(i, { version: '1' }));
  let worst = 0;
  for (const [what, share] of [['every object changed', 1], ['one in a hundred changed', 100]] as const) {
    const wanted = old.map((object, i) => i % share === 0 ? named(i, { version: '2' }) : structuredClone(object));
    const times: { readonly reviews: number; readonly diff: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      times.push({ reviews: timeOf(() => [...old, ...wanted].forEach((manifest) => review(manifest))), diff: timeOf(() => diff(old, wanted)) });
    }
    const measured = times.slice(1);
    const ratio = median(measured.map((time) => time.diff / time.reviews));
    worst = Math.max(worst, ratio);
    const [reviews, own] = [median(measured.map((time) => time.reviews)), median(measured.map((time) => time.diff))];
    console.log(`${what}: reviews of both sets ${reviews.toFixed(0)} ms, diff ${own.toFixed(0)} ms: ratio ${ratio.toFixed(2)}`);
  }
  return worst > MOST ? 1 : 0;
}

function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

process.exitCode = main(process.argv.slice(2));
