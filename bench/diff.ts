/**
 * Compares two sets of manifests, in turns with a review of both sets. Prints medians of processor time and their ratio, which has a limit: 2 for
 * a change of a few objects, as a pull request makes it. An object that changes costs a merge, the review of an update, two stored
 * forms and a comparison, and is allowed more. Only the ratio counts: the milliseconds are those of this machine today.
 */
import { MANIFESTS } from './manifests';
import { median, option } from './measure';
import { review } from '../src/admission';
import { diff } from '../src/diff';

const HELP = `usage: npm run bench -- diff [--count N] [--rounds N]

  --count N   objects of each set (default 10000)
  --rounds N  measured rounds, after one that warms up (default 5)`;
/** For each case: one of how many objects changes, and the highest allowed ratio to the time of the reviews. */
const CASES = [
  { what: 'every object changed', share: 1, most: 10 },
  { what: 'one in ten changed', share: 10, most: 3 },
  { what: 'one in a hundred changed', share: 100, most: 2 },
];

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
  let slow = 0;
  for (const { what, share, most } of CASES) {
    const wanted = old.map((object, i) => i % share === 0 ? named(i, { version: '2' }) : structuredClone(object));
    const times: { readonly reviews: number; readonly diff: number }[] = [];
    for (let round = 0; round <= rounds; round++) {
      times.push({ reviews: timeOf(() => [...old, ...wanted].forEach((manifest) => review(manifest))), diff: timeOf(() => diff(old, wanted)) });
    }
    const measured = times.slice(1);
    const ratio = median(measured.map((time) => time.diff / time.reviews));
    slow += ratio > most ? 1 : 0;
    const [reviews, own] = [median(measured.map((time) => time.reviews)), median(measured.map((time) => time.diff))];
    console.log(`${what}: reviews of both sets ${reviews.toFixed(0)} ms, diff ${own.toFixed(0)} ms: ratio ${ratio.toFixed(2)}, at most ${most}`);
  }
  return slow > 0 ? 1 : 0;
}

function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

process.exitCode = main(process.argv.slice(2));
