// A kube-apiserver with its etcd on loopback, with temporary data.
import { ChildProcess, spawn } from 'child_process';
import { generateKeyPairSync, randomBytes } from 'crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { createServer } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { Client, Endpoint, json } from './client';
import { Problem } from '../build';

const READY_MS = 60_000;
const STOP_MS = 15_000;
const ATTEMPTS = 3;

export interface Programs {
  readonly etcd: string;
  readonly apiserver: string;
}

/** Something that was started and is to be stopped. */
interface Program {
  readonly name: string;
  readonly log: string;
  readonly child: ChildProcess;
  /** How it ended, once it has. */
  ended?: string;
}

export class Server {
  /** Started on free ports; stopped again when it does not get ready. */
  public static async start(programs: Programs, say: (line: string) => void): Promise<Server> {
    for (let attempt = 1; ; attempt++) {
      const server = new Server();
      Server.current = server;
      try {
        await server.startBoth(programs);
        return server;
      } catch (error) {
        const taken = server.logs().some((log) => log.includes('address already in use'));
        await server.stop();
        if (!taken || attempt === ATTEMPTS) {
          throw error;
        }
        say('a port was taken in the meantime; trying others');
      }
    }
  }

  /** Stops what runs now, if anything does. */
  public static async stopCurrent(): Promise<void> {
    await Server.current?.stop();
  }

  /** The last resort, for an exit that cannot wait. */
  public static killCurrent(): void {
    Server.current?.kill();
  }

  private static current?: Server;

  public readonly folder = mkdtempSync(join(tmpdir(), 'cdk8s-pods-e2e-'));
  private readonly programs: Program[] = [];
  private theEndpoint?: Endpoint;
  private stopping?: Promise<void>;

  private constructor() {}

  public get endpoint(): Endpoint {
    if (!this.theEndpoint) {
      throw new Error('the server is not ready');
    }
    return this.theEndpoint;
  }

  /** What to tell when a request failed: how a program ended, and the end of its log. */
  public troubles(): string[] {
    return this.programs.filter((p) => p.ended).map((p) => `${p.name} ended (${p.ended}); the end of its log:\n${tail(p.log)}`);
  }

  /** Starts another program beside the server; it ends before the server does. */
  public run(name: string, path: string, args: string[]): void {
    this.startProgram(name, path, args);
  }

  public freePorts(count: number): Promise<number[]> {
    return freePorts(count);
  }

  /** Stops the server before its store, or it lingers, and removes the data. */
  public stop(): Promise<void> {
    this.stopping ??= (async () => {
      for (const program of [...this.programs].reverse()) {
        await stopProgram(program);
      }
      rmSync(this.folder, { recursive: true, force: true });
    })();
    return this.stopping;
  }

  private kill(): void {
    for (const program of [...this.programs].reverse()) {
      if (!program.ended) {
        program.child.kill('SIGKILL');
      }
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private logs(): string[] {
    return this.programs.map((p) => readFileSync(p.log, 'utf8'));
  }

  private async startBoth(programs: Programs): Promise<void> {
    const [port, client, peer] = await freePorts(3);
    const token = randomBytes(24).toString('hex');
    const certs = join(this.folder, 'certs');
    const keyFile = join(this.folder, 'service-account.key');
    const tokenFile = join(this.folder, 'tokens.csv');
    mkdirSync(certs);
    const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(keyFile, keys.privateKey.export({ type: 'pkcs1', format: 'pem' }), { mode: 0o600 });
    writeFileSync(tokenFile, `${token},e2e,e2e,system:masters\n`, { mode: 0o600 });

    const store = `http://127.0.0.1:${client}`;
    this.startProgram('etcd', programs.etcd, [
      '--name=e2e', `--data-dir=${join(this.folder, 'etcd')}`, '--log-level=warn', '--unsafe-no-fsync',
      `--listen-client-urls=${store}`, `--advertise-client-urls=${store}`,
      `--listen-peer-urls=http://127.0.0.1:${peer}`, `--initial-advertise-peer-urls=http://127.0.0.1:${peer}`,
      `--initial-cluster=e2e=http://127.0.0.1:${peer}`,
    ]);
    this.startProgram('kube-apiserver', programs.apiserver, [
      `--etcd-servers=${store}`, '--bind-address=127.0.0.1', `--secure-port=${port}`, `--cert-dir=${certs}`,
      '--service-cluster-ip-range=10.0.0.0/16', `--token-auth-file=${tokenFile}`, '--authorization-mode=RBAC', '--allow-privileged=true',
      `--service-account-issuer=https://127.0.0.1:${port}`, `--service-account-key-file=${keyFile}`,
      `--service-account-signing-key-file=${keyFile}`, '--shutdown-delay-duration=0s', '--profiling=false',
    ]);
    this.theEndpoint = await this.ready(port, token, join(certs, 'apiserver.crt'));
  }

  private startProgram(name: string, path: string, args: string[]): void {
    const log = join(this.folder, `${name}.log`);
    const out = openSync(log, 'a');
    // A group of its own, so that Ctrl-C reaches us alone and the order of stopping stays ours.
    const child = spawn(path, args, { cwd: this.folder, stdio: ['ignore', out, out], detached: true });
    closeSync(out);
    const program: Program = { name, log, child };
    child.on('error', (error) => {
      program.ended = error.message;
    });
    child.on('exit', (code, signal) => {
      program.ended = signal ?? `exit code ${code}`;
    });
    this.programs.push(program);
  }

  private async ready(port: number, token: string, certificate: string): Promise<Endpoint> {
    const limit = Date.now() + READY_MS;
    let last = 'no answer yet';
    while (Date.now() < limit) {
      const troubles = this.troubles();
      if (troubles.length > 0) {
        throw new Problem(troubles.join('\n'));
      }
      if (this.stopping) {
        throw new Problem('stopped while starting');
      }
      let client: Client | undefined;
      try {
        const endpoint = { port, token, ca: readFileSync(certificate) };
        client = new Client(endpoint);
        const answer = await client.get('/readyz');
        // The namespace comes from the server itself, a moment after it is ready.
        if (answer.status === 200 && (await client.get('/api/v1/namespaces/default')).status === 200) {
          return endpoint;
        }
        last = answer.text;
      } catch (error) {
        last = (error as Error).message;
      } finally {
        client?.close();
      }
      await sleep(100);
    }
    const logs = this.programs.map((p) => `${p.name}:\n${tail(p.log)}`);
    throw new Problem(`kube-apiserver was not ready after ${READY_MS / 1000} s (${last})\n${logs.join('\n')}`);
  }
}

/** Makes a namespace's `default` ServiceAccount, which a controller does in a cluster. */
export async function makeDefaultAccount(client: Client, namespace: string): Promise<number> {
  const account = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } };
  return (await client.post(`/api/v1/namespaces/${namespace}/serviceaccounts`, json(account))).status;
}

async function stopProgram(program: Program): Promise<void> {
  for (const [signal, wait] of [['SIGTERM', STOP_MS], ['SIGKILL', 5_000]] as const) {
    if (program.ended || program.child.pid === undefined) {
      return;
    }
    program.child.kill(signal);
    const limit = Date.now() + wait;
    while (!program.ended && Date.now() < limit) {
      await sleep(20);
    }
  }
}

/** Ports that the system gives out, all different since they are held at the same time. */
async function freePorts(count: number): Promise<number[]> {
  const holders = await Promise.all(Array.from({ length: count }, () => new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const holder = createServer();
    holder.on('error', reject);
    holder.listen(0, '127.0.0.1', () => resolve(holder));
  })));
  const ports = holders.map((holder) => (holder.address() as { port: number }).port);
  await Promise.all(holders.map((holder) => new Promise((resolve) => holder.close(resolve))));
  return ports;
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).map((line) => `    ${line}`).join('\n');
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
