// Asks the scheduler's and the kubelet's own code and our insights about generated pods, and shows where they part.
import { parseArgs } from 'util';
import { compareNodes } from './nodes';
import { compareResources } from './resources';
import { compareSpread } from './spread';
import { needGo, Problem, stopBuilds } from '../build';

const USAGE = `npm run conformance:insight -- [options]
  --resources N   pods whose requests, limits, class and out-of-memory scores are compared (default 100000)
  --spread N      clusters in which the nodes for a pod are compared (default 5000)
  --nodes N       clusters in which the nodes for a pod and all reasons against the others are compared (default 5000)
  --seed S        of the generators (default 1)`;
const SHOWN = 5;

const say = (line: string): void => console.log(line);

function whole(name: string, value: string | undefined, otherwise: number): number {
  const number = value === undefined ? otherwise : Number(value.replaceAll('_', ''));
  if (!Number.isSafeInteger(number) || number < 0) {
    throw new Problem(`--${name} ${value} is no whole number\n${USAGE}`);
  }
  return number;
}

async function main(args: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { resources: text, spread: text, nodes: text, seed: text, help: { type: 'boolean' } } });
  if (values.help) {
    throw new Problem(USAGE);
  }
  needGo();
  const seed = whole('seed', values.seed, 1);
  const runs = [
    ['resources', await compareResources(whole('resources', values.resources, 100_000), seed, say)],
    ['topology spread', await compareSpread(whole('spread', values.spread, 5000), seed, say)],
    ['nodes', await compareNodes(whole('nodes', values.nodes, 5000), seed, say)],
  ] as const;
  for (const [what, { compared, differences }] of runs) {
    say(`${what}: agreement on ${compared - differences.length} of ${compared} (seed ${seed})`);
    differences.slice(0, SHOWN).forEach(say);
  }
  return runs.some(([, { differences }]) => differences.length > 0) ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, async (error: unknown) => {
  await stopBuilds();
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 2;
});
