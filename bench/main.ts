/**
 * `npm run bench`: measures this library against its peers, each benchmark in a process of its own, in which it and its peers take turns.
 * Ratios are what counts: the times are those of this machine today.
 */
import { spawnSync } from 'child_process';
import { join } from 'path';

const BENCHMARKS: { readonly [name: string]: string } = {
  constructs: 'building and synthesizing through cdk8s\' App, review included',
  synth: 'the same through our App; where the time goes; how it grows',
  review: 'reviews against kubernetes-models; with --oracle against the real Kubernetes code too (needs Go)',
  diff: 'comparing two sets of manifests against reviewing both',
  import: 'importing the package',
  yaml: 'the YAML writer and reader',
  check: 'the command on 10,000 manifests against kubeconform and kubectl-validate (needs Go)',
};
const SLOW = ['check'];

const HELP = `usage: npm run bench [-- NAME…] [options of the one named]

${Object.entries(BENCHMARKS).map(([name, what]) => `  ${name.padEnd(12)}${what}`).join('\n')}

Without a name: all but ${SLOW.join(', ')}. \`npm run bench -- NAME --help\` tells its options.`;

function main(args: string[]): number {
  const first = args.findIndex((arg) => arg.startsWith('-'));
  const names = first < 0 ? args : args.slice(0, first);
  const options = first < 0 ? [] : args.slice(first);
  const unknown = names.filter((name) => !Object.hasOwn(BENCHMARKS, name));
  if (unknown.length > 0 || (names.length !== 1 && options.length > 0)) {
    const help = options.includes('--help') && unknown.length === 0;
    (help ? console.log : console.error)(unknown.length > 0 ? `there is no benchmark '${unknown[0]}'\n\n${HELP}` : HELP);
    return help ? 0 : 2;
  }
  let failed = 0;
  for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS).filter((known) => !SLOW.includes(known))) {
    console.log(`# ${name}: ${BENCHMARKS[name]}`);
    const { status } = spawnSync(process.execPath, [...process.execArgv, join(__dirname, `${name}.ts`), ...options], { stdio: 'inherit' });
    failed += status === 0 ? 0 : 1;
    console.log();
  }
  return failed > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
