// Asks the real Kubernetes code and our review about many manifests, and shows where they disagree.
import { fork } from 'child_process';
import { isAbsolute, join } from 'path';
import { needGo, Problem, stopBuilds } from './build';
import { judgeCluster } from './cluster/judge';
import { Server } from './e2e/server';
import { Options, parse } from './options';
import { Oracle } from './oracle-process';
import { bothSides, writeResults } from './results';
import { merge, newTally, run, Tally } from './run';
import { checkServer } from './server-check';
import { find, total } from './source';
import { KUBERNETES_VERSIONS, KubernetesVersion } from '../src/admission/version';

const PROGRESS_MS = 500;

const say = (line: string): void => console.log(line);

async function main(args: string[]): Promise<number> {
  if (args.includes('--versions')) {
    KUBERNETES_VERSIONS.forEach(say);
    return 0;
  }
  const options = parse(args);
  needGo();
  if (options.share) {
    return share(options);
  }
  if (options.cluster) {
    return await judgeCluster(options, say) > 0 ? 1 : 0;
  }
  if (options.server) {
    return await checkServer(options, say) > 0 ? 1 : 0;
  }
  let disagreed = 0;
  for (const version of options.versions) {
    const oracle = await Oracle.open(version, say, options.explain === undefined ? 'accepted' : 'all');
    try {
      if (options.explain !== undefined) {
        await explain(options, version, oracle);
      } else {
        disagreed += await compareAll(options, version, oracle, args);
      }
    } finally {
      oracle.close();
    }
  }
  return disagreed > 0 ? 1 : 0;
}

async function explain(options: Options, version: KubernetesVersion, oracle: Oracle): Promise<void> {
  const asked = find(options, options.explain!);
  const [answer] = await oracle.ask([asked]);
  say(JSON.stringify(bothSides(asked, answer, version), null, 1));
}

/** Returns how many manifests the two disagree about. */
async function compareAll(options: Options, version: KubernetesVersion, oracle: Oracle, args: string[]): Promise<number> {
  const start = Date.now();
  const tally = options.jobs === 1 ? await run(options, version, oracle, progressOf(total(options))) : await inProcesses(options, version, args);
  clearProgress();
  const seconds = (Date.now() - start) / 1000;
  const compared = tally.asked - tally.notCompared;
  const percent = (part: number, whole: number): string => `${(100 * part / Math.max(1, whole)).toFixed(part === whole ? 0 : 3)} %`;
  say(`${version}: ${tally.asked} manifests (${options.file ?? `seed ${options.seed}, from ${options.from}`}), ${percent(tally.accepted, tally.asked)} accepted by the server; `
    + `agreement on ${compared - tally.disagreed} of ${compared} (${percent(compared - tally.disagreed, compared)})`);
  say(`${seconds.toFixed(1)} s, ${(tally.asked / seconds).toFixed(0)} a second; our review took ${(1000 * tally.reviewMs / Math.max(1, compared)).toFixed(1)} µs each`
    + `${tally.crashed > 0 ? `; ${tally.crashed} made the server's own code crash and are not compared` : ''}`);
  await writeResults(tally, isAbsolute(options.out) ? options.out : join(process.cwd(), options.out), version, oracle, say);
  return tally.disagreed;
}

function progressOf(count: number): (tally: Tally) => void {
  let last = 0;
  return (tally) => {
    if (!process.stderr.isTTY || Date.now() - last < PROGRESS_MS) {
      return;
    }
    last = Date.now();
    process.stderr.write(`\r\x1b[K${tally.asked} of ${count}, ${tally.disagreed} disagreements in ${Object.keys(tally.groups).length} ways`);
  };
}

function clearProgress(): void {
  if (process.stderr.isTTY) {
    process.stderr.write('\r\x1b[K');
  }
}

/** One of several processes: it sends its results to the process that started it. */
async function share(options: Options): Promise<number> {
  const [version] = options.versions;
  const oracle = await Oracle.open(version, say);
  const tally = await run(options, version, oracle, () => { /* the first process shows nothing either */ });
  oracle.close();
  process.send!(tally);
  return 0;
}

async function inProcesses(options: Options, version: KubernetesVersion, args: string[]): Promise<Tally> {
  const tally = newTally();
  await Promise.all(Array.from({ length: options.jobs }, (_, i) => new Promise<void>((resolve, reject) => {
    const child = fork(__filename, [...args, '--version', version, '--share', `${i}/${options.jobs}`], { execArgv: process.execArgv });
    child.on('message', (message) => merge(tally, message as Tally));
    child.on('error', reject);
    child.on('exit', (code) => code === 0 ? resolve() : reject(new Problem(`a process of the run ended with exit code ${code}`)));
  })));
  return tally;
}

process.on('SIGINT', () => {
  void stopBuilds();
  process.exit(130);
});
process.on('exit', () => Server.killCurrent());

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, (error: Error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 2;
});
