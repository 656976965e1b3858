/**
 * Records what kubectl and a real kube-apiserver make of one file applied over another: test/diff/apply.recorded.json, for every case of
 * test/diff/apply-cases.ts, with `kubectl apply` and with `kubectl apply --server-side`. `npm run conformance:apply`; needs Go.
 */
import { spawnSync } from 'child_process';
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { build, ETCD, KUBE_APISERVER, KUBECTL, needGo, Problem } from './build';
import { Client, json } from './e2e/client';
import { makeDefaultAccount, Server } from './e2e/server';
import { APPLY_CASES, ApplyCase, comparable } from '../test/diff/apply-cases';

const RECORD = join(__dirname, '..', 'test', 'diff', 'apply.recorded.json');
const WAYS = { client: [], server: ['--server-side'] };
interface Recorded {
  readonly accepted: boolean;
  readonly object?: object;
}

class Recorder {
  private count = 0;

  constructor(private readonly kubectl: string, private readonly server: Server, private readonly client: Client) {}

  /** What is stored after the new file was applied over the old one, in a namespace of its own; undefined where the old one is refused. */
  public async record({ name, old, new: wanted }: ApplyCase, flags: readonly string[]): Promise<Recorded | undefined> {
    const namespace = `case-${this.count++}`;
    await this.client.post('/api/v1/namespaces', json({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } }));
    await makeDefaultAccount(this.client, namespace);
    // The volume of a token has a random name, and is not in the files.
    await this.client.patch(`/api/v1/namespaces/${namespace}/serviceaccounts/default`, {
      type: 'application/merge-patch+json', text: '{"automountServiceAccountToken":false}',
    });
    const before = this.run(['apply', ...flags, '-f', '-'], namespace, old);
    if (before.status !== 0) {
      console.error(`case '${name}', ${flags.join(' ') || 'client'}: the old file is refused: ${before.stderr.trim()}`);
      return undefined;
    }
    if (this.run(['apply', ...flags, '-f', '-'], namespace, wanted).status !== 0) {
      return { accepted: false };
    }
    const read = this.run(['get', wanted.kind, wanted.metadata.name, '-o', 'json'], namespace, wanted);
    if (read.status !== 0) {
      throw new Problem(`case '${name}': ${read.stderr}`);
    }
    return { accepted: true, object: sorted(comparable(JSON.parse(read.stdout))) };
  }

  private run(args: readonly string[], namespace: string, manifest: object) {
    const { port, token } = this.server.endpoint;
    const connection = ['--server', `https://127.0.0.1:${port}`, '--token', token, '--insecure-skip-tls-verify', '--namespace', namespace];
    const env = { ...process.env, HOME: this.server.folder, KUBECONFIG: join(this.server.folder, 'none') };
    return spawnSync(this.kubectl, [...connection, ...args], { input: JSON.stringify(manifest), encoding: 'utf8', env });
  }
}

/** The keys of maps in the order of the alphabet. */
function sorted(value: any): any {
  if (Array.isArray(value)) {
    return (value as unknown[]).map(sorted);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a < b ? -1 : 1).map(([key, of]) => [key, sorted(of)]))
    : value;
}

/** A line for each answer, so that a difference can be read. */
function textOf(recorded: { readonly [name: string]: object }): string {
  const cases = Object.entries(recorded).map(([name, ways]) => {
    const lines = Object.entries(ways).filter(([, answer]) => answer !== undefined).map(([way, answer]) => `    ${JSON.stringify(way)}: ${JSON.stringify(answer)}`);
    return `  ${JSON.stringify(name)}: {\n${lines.join(',\n')}\n  }`;
  });
  return `{\n${cases.join(',\n')}\n}\n`;
}

async function main(): Promise<void> {
  const say = (line: string): void => console.error(line);
  needGo();
  const kubectl = await build(KUBECTL, say);
  const server = await Server.start({ apiserver: await build(KUBE_APISERVER, say), etcd: await build(ETCD, say) }, say);
  const client = new Client(server.endpoint);
  const recorded: { [name: string]: { [way: string]: Recorded | undefined } } = {};
  try {
    const recorder = new Recorder(kubectl, server, client);
    for (const one of APPLY_CASES) {
      recorded[one.name] = { client: await recorder.record(one, WAYS.client), server: await recorder.record(one, WAYS.server) };
    }
  } finally {
    client.close();
    await server.stop();
  }
  const text = textOf(recorded);
  console.log(text === readFileSync(RECORD, 'utf8') ? `${APPLY_CASES.length} cases, as recorded` : `${APPLY_CASES.length} cases: the record has changed`);
  writeFileSync(RECORD, text);
}

main().catch((error: Error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
