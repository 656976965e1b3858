import { Command, InvalidArgumentError, Option } from 'commander';
import { parseQuantity, value } from '../../admission/formats/quantity';
import type { DebugArguments } from '../insight/debug';
import type { ExplainArguments } from '../insight/explain';
import { versionOption } from '../options';

function bytes(text: string): number {
  const quantity = parseQuantity(text);
  const amount = quantity === undefined ? 0 : Number(value(quantity));
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new InvalidArgumentError('It must be a quantity above 0, such as 16Gi.');
  }
  return amount;
}

const MOST_SECONDS = 31_536_000;

function takes(text: string, before: { [container: string]: number } | undefined): { [container: string]: number } {
  const [, name, seconds] = /^([^=]+)=(\d{1,8}(?:\.\d{1,3})?)s?$/.exec(text) ?? [];
  if (name === undefined || Number(seconds) > MOST_SECONDS) {
    throw new InvalidArgumentError('It must be a container and seconds, such as app=20.');
  }
  return Object.fromEntries([...Object.entries(before ?? {}), [name, Number(seconds) * 1000]]);
}

/** The command `explain`: a finding by its code, the life of the pods of a file, or an app as a whole. */
export function addExplain(program: Command, done: (code: number) => void): void {
  program.command('explain')
    .summary('explain how a pod will live, how an app hangs together, or the code of a finding')
    .showHelpAfterError('(cdk8s-pods explain --help shows the options)')
    .description('Of a file: how its pods will live. Resources and class, start, stop and restarts, and what the server adds.\n'
      + 'Of a folder, or of a file with several objects: the app as a picture (--diagram), and who can connect to whom (--network).\n'
      + 'Of a code: the cause, the fix and an example of the finding, as in the documentation.')
    .argument('<code...>', 'a file, a folder or - and, of several objects, KIND/NAME; or codes as printed in a report, such as image/missing')
    .addOption(versionOption('the version of the cluster'))
    .addOption(new Option('-f, --format <format>', 'text, or json: all of it as data; with --network or --cluster markdown too (default: text)').choices(['text', 'json', 'markdown']))
    .option('--cluster <file>', 'which nodes of the cluster whose facts are in this file can take the pods, and why the others cannot (see: cdk8s-pods facts)')
    .addOption(new Option('--node-memory <number>', 'the memory of the node, such as 16Gi, for the out-of-memory scores').argParser(bytes))
    .addOption(new Option('--takes <id>', 'container=seconds: how long an init container runs, or another one until it answers; repeat for more').argParser(takes))
    .addOption(new Option('--diagram <kind>', 'draw the pod; of several objects the app, broken links in red: svg, or mermaid for Markdown').choices(['svg', 'mermaid']))
    .option('--timeline', 'with --diagram: draw how it starts and stops')
    .option('--network', 'who can connect to whom, and by which ports, under the NetworkPolicies')
    .option('-o, --output <file>', 'write to a file instead of the standard output')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
Exit code: 0 all is well, 1 the server would refuse one of the objects, 2 wrong use, or a file that cannot be read.

Examples:
  $ cdk8s-pods explain image/missing
  $ cdk8s-pods explain web.yaml
  $ cdk8s-pods explain dist/shop.k8s.yaml Deployment/web --takes app=20 --node-memory 16Gi
  $ cdk8s-pods explain dist/ Deployment/web --cluster cluster.yaml
  $ cdk8s-pods explain web.yaml --diagram svg -o web.svg
  $ cdk8s-pods explain dist/ --diagram mermaid -o app.mmd
  $ cdk8s-pods explain dist/ --network
  $ kubectl get pod web -o yaml | cdk8s-pods explain -`)
    .action((what: string[], options: ExplainArguments) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
      const { explain } = require('../insight/explain') as typeof import('../insight/explain');
      done(explain(what, options));
    });
}

/** The command `debug`: the patch that adds an ephemeral container to a running pod. */
export function addDebug(program: Command, done: (code: number) => void): void {
  program.command('debug')
    .summary('print the patch that adds a debug container to a running pod')
    .showHelpAfterError('(cdk8s-pods debug --help shows the options)')
    .description('Prints the patch for the subresource ephemeralcontainers of a running pod, and the kubectl lines that apply and use it. Nothing is applied.')
    .argument('<id>', 'the name of the pod')
    .option('-n, --namespace <id>', 'its namespace (default: that of your kubectl)')
    .option('-c, --container <id>', 'the name of the debug container', 'debugger')
    .option('-i, --image <id>', 'its image', 'busybox:1.36')
    .option('-t, --target <id>', 'the container whose processes it sees')
    .option('--command <word...>', 'what it runs, word by word')
    .option('-o, --output <file>', 'write the patch to a file')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', `
Examples:
  $ cdk8s-pods debug web --target app
  $ cdk8s-pods debug web -n shop --image nicolaka/netshoot:v0.13 -o debug.json`)
    .action((name: string, options: DebugArguments) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when the command runs
      const { debug } = require('../insight/debug') as typeof import('../insight/debug');
      done(debug(name, options));
    });
}
