// `npm run e2e`: every example through a real kube-apiserver.
import { parseArgs } from 'util';
import { build, ETCD, KUBE_APISERVER, needGo, Problem, stopBuilds } from '../build';
import { Applier } from './apply';
import { Client } from './client';
import { controlPlane, startControlPlane } from './control-plane';
import { Example } from './examples';
import { move } from './move';
import { nodeFacts } from './node-facts';
import { checkPods } from './pods';
import { Server } from './server';
import { loadExamples } from '../../examples/run';

const USAGE = `Creates every example through a real kube-apiserver ${KUBE_APISERVER.version} and reads it back. Then applies the two programs of
docs/from-cdk8s-plus.md, one after the other: nothing may be recreated.

npm run e2e -- [options]
  --only NAME   this example alone, without the move from cdk8s-plus; may be given several times
  --pods        with controllers, a scheduler and nodes: the pods of the examples come and are what podsOf says, those of the
                traps in test/admission/made-pods never come, and rollouts go as rolloutOf says
  --keep        leave the server running at the end until Ctrl-C, and say how to reach it
  --verbose     say what is made for each example
  --help        this text

Needs Go: the server and its store are built from their modules, once, into
$XDG_CACHE_HOME/cdk8s-pods (~/.cache/cdk8s-pods). Exit code 0 when all is well.`;

interface Options {
  readonly only?: string[];
  readonly keep?: boolean;
  readonly pods?: boolean;
  readonly verbose?: boolean;
  readonly help?: boolean;
}

const say = (line: string) => console.log(line);

function readOptions(): Options {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        keep: { type: 'boolean' },
        pods: { type: 'boolean' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new Problem(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function chosen(only: string[] | undefined): Example[] {
  const all: Example[] = loadExamples();
  const unknown = only?.filter((name) => !all.some((example) => example.name === name)) ?? [];
  if (unknown.length > 0) {
    throw new Problem(`no example is named ${unknown.join(', ')}; there are ${all.map((e) => e.name).join(', ')}`);
  }
  return only ? all.filter((example) => only.includes(example.name)) : all;
}

async function run(options: Options): Promise<number> {
  needGo();
  const examples = chosen(options.only);
  const programs = { apiserver: await build(KUBE_APISERVER, say), etcd: await build(ETCD, say) };
  const plane = options.pods ? await controlPlane(say) : undefined;
  const start = Date.now();
  const server = await Server.start(programs, say);
  say(`kube-apiserver ${KUBE_APISERVER.version} is ready on 127.0.0.1:${server.endpoint.port} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  const client = new Client(server.endpoint);
  try {
    if (plane !== undefined) {
      await startControlPlane(server, client, plane, nodeFacts(examples));
      say(`controllers, scheduler and nodes are ready (${((Date.now() - start) / 1000).toFixed(1)} s)`);
      const counts = await checkPods(client, examples, report);
      say(`${counts.passed} passed, ${counts.failed} failed`);
      if (options.keep) {
        await untilStopped(server);
      }
      return counts.failed === 0 && counts.passed > 0 ? 0 : 1;
    }
    let failed = await applyAll(examples, client, options.verbose ? say : () => undefined);
    let passed = examples.length - failed;
    if (options.only === undefined) {
      const failures = await move(client);
      report('move from cdk8s-plus', 'nothing is recreated', failures);
      [passed, failed] = failures.length === 0 ? [passed + 1, failed] : [passed, failed + 1];
    }
    say(`${passed} passed, ${failed} failed`);
    if (options.keep) {
      await untilStopped(server);
    }
    return failed === 0 && examples.length > 0 ? 0 : 1;
  } catch (error) {
    const troubles = server.troubles();
    throw troubles.length > 0 ? new Problem(`${(error as Error).message}\n${troubles.join('\n')}`) : error;
  } finally {
    client.close();
    await server.stop();
  }
}

async function applyAll(examples: Example[], client: Client, detail: (line: string) => void): Promise<number> {
  const applier = new Applier(client, detail);
  let failed = 0;
  for (const [i, example] of examples.entries()) {
    const { done, failures } = await applier.apply(example, `e2e-${i + 1}`);
    if (failures.length > 0) {
      failed++;
    }
    report(example.name, done.join(', '), failures);
  }
  return failed;
}

function report(name: string, done: string, failures: readonly string[]): void {
  say(failures.length === 0 ? `ok    ${name} (${done})` : `FAIL  ${name}`);
  for (const failure of failures) {
    say(`      ${failure}`);
  }
}

async function untilStopped(server: Server): Promise<void> {
  const { port, token } = server.endpoint;
  say(`the server stays until Ctrl-C; its data is in ${server.folder}`);
  say(`kubectl --server=https://127.0.0.1:${port} --token=${token} --certificate-authority=${server.folder}/certs/apiserver.crt get pods -A`);
  await new Promise(() => undefined);
}

let ending: Promise<void> | undefined;

/** Ends the run in order: whatever happens, nothing that was started stays behind. */
function end(code: number): void {
  ending ??= Promise.allSettled([stopBuilds(), Server.stopCurrent()]).then(() => process.exit(code));
}

function fail(error: unknown): void {
  // What fails because the run is being ended is no news.
  if (!ending) {
    console.error(error instanceof Problem ? `e2e: ${error.message}` : error);
  }
  end(1);
}

function main(): void {
  for (const [signal, number] of [['SIGHUP', 1], ['SIGINT', 2], ['SIGTERM', 15]] as const) {
    process.on(signal, () => end(128 + number));
  }
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  process.on('exit', () => Server.killCurrent());
  try {
    const options = readOptions();
    if (options.help) {
      say(USAGE);
      return;
    }
    run(options).then((code) => {
      process.exitCode = code;
    }, fail);
  } catch (error) {
    fail(error);
  }
}

main();
