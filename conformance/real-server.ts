// Asks a real kube-apiserver, in the form of the oracle's answers.
import { build, ETCD, KUBE_APISERVER } from './build';
import { Client, json, Answer as Response } from './e2e/client';
import { ApiObject } from './e2e/examples';
import { Resources } from './e2e/resources';
import { makeDefaultAccount, Server } from './e2e/server';
import { isObject } from './generate/json';
import { Answer, Question } from './oracle-process';
import { answerOf } from './real-answer';
import { Manifest, RealUpdates } from './real-updates';
import { kindFacts } from '../src/k8s/kinds';

const AT_ONCE = 8;
const API_VERSION = /^(?:[^/]+\/)?[^/]+$/;
const NAMESPACE = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Label that a namespace needs before a claim in it may ask for admin access. */
const LABELS = { 'resource.kubernetes.io/admin-access': 'true' };

/** A server of its own, with nothing in it but what the questions need. */
export class RealServer {
  public static async open(say: (line: string) => void): Promise<RealServer> {
    const programs = { apiserver: await build(KUBE_APISERVER, say), etcd: await build(ETCD, say) };
    const server = await Server.start(programs, say);
    const client = new Client(server.endpoint);
    await client.patch('/api/v1/namespaces/default', { type: 'application/strategic-merge-patch+json', text: JSON.stringify({ metadata: { labels: LABELS } }) });
    await makeDefaultAccount(client, 'default');
    return new RealServer(server, client);
  }

  private readonly resources: Resources;
  private readonly updates: RealUpdates;
  private readonly namespaces = new Map<string, Promise<void>>();
  /** Services that are really created wait for one another: two may ask for one node port. */
  private services: Promise<unknown> = Promise.resolve();

  private constructor(private readonly server: Server, private readonly client: Client) {
    this.resources = new Resources(client);
    this.updates = new RealUpdates(client);
  }

  /** Answers in the order of the questions; undefined where the server's state decides, or no client would ask. */
  public async ask(questions: readonly Question[]): Promise<(Answer | undefined)[]> {
    const answers: (Answer | undefined)[] = new Array<Answer | undefined>(questions.length);
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let i = next++; i < questions.length; i = next++) {
        answers[i] = await this.answer(questions[i]);
      }
    }));
    return answers;
  }

  public async close(): Promise<void> {
    this.client.close();
    await this.server.stop();
  }

  private async answer({ id, manifest, old, subresource }: Question): Promise<Answer | undefined> {
    if (!isObject(manifest) || typeof manifest.kind !== 'string' || kindFacts(manifest.kind) === undefined || saysMore(manifest)
      || typeof manifest.apiVersion !== 'string' || !API_VERSION.test(manifest.apiVersion)) {
      return undefined;
    }
    const metadata = isObject(manifest.metadata) ? manifest.metadata : {};
    const ports = needsPorts(manifest);
    if (ports && old === undefined && metadata.resourceVersion !== undefined) {
      return undefined; // a version is of what is stored: only a dry run takes it
    }
    const collection = await this.collectionOf(manifest as Manifest, metadata);
    if (collection === undefined) {
      return undefined;
    }
    if (old !== undefined) {
      return this.updates.answer({ id, manifest, old: old as Manifest, subresource }, collection);
    }
    try {
      return answerOf(id, await this.post(collection, manifest, ports));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') {
        // Where the server's own code crashes, it closes the connection.
        return { id, accepted: false, stage: 'panic' };
      }
      throw error;
    }
  }

  /** Where objects of the kind are; makes the namespace. Undefined for what no server has. */
  private async collectionOf({ apiVersion, kind }: Manifest, metadata: { readonly [field: string]: unknown }): Promise<string | undefined> {
    const namespace = typeof metadata.namespace === 'string' && metadata.namespace !== '' ? metadata.namespace : 'default';
    try {
      const place = await this.resources.place({ apiVersion, kind, metadata: { name: '', namespace } } as ApiObject, namespace);
      if (place.namespace !== undefined && !NAMESPACE.test(namespace)) {
        return undefined;
      }
      if (place.namespace !== undefined) {
        await this.haveNamespace(namespace);
      }
      return place.collection;
    } catch {
      return undefined;
    }
  }

  private post(collection: string, manifest: object, ports: boolean): Promise<Response> {
    return ports ? this.createService(collection, manifest) : this.client.post(`${collection}?dryRun=All&fieldValidation=Strict`, json(manifest));
  }

  /** A dry run accepts node ports outside the range. */
  private createService(collection: string, manifest: object): Promise<Response> {
    const created = this.services.then(async () => {
      const response = await this.client.post(`${collection}?fieldValidation=Strict`, json(manifest));
      if (response.status === 201) {
        const path = `${collection}/${String(response.body.metadata.name)}`;
        await this.client.patch(path, { type: 'application/strategic-merge-patch+json', text: '{"metadata":{"finalizers":null}}' });
        await this.client.delete(path);
      }
      return response;
    });
    this.services = created.catch(() => undefined);
    return created;
  }

  private haveNamespace(name: string): Promise<void> {
    let made = this.namespaces.get(name);
    if (made === undefined) {
      made = name === 'default' ? Promise.resolve() : this.makeNamespace(name);
      this.namespaces.set(name, made);
    }
    return made;
  }

  private async makeNamespace(name: string): Promise<void> {
    await this.client.post('/api/v1/namespaces', json({ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: LABELS } }));
    await makeDefaultAccount(this.client, name);
  }
}

/** Go reads `Kind` as well as `kind`, so clients and the server may disagree about the kind of such an object. */
function saysMore(manifest: object): boolean {
  const names = Object.keys(manifest).map((name) => name.toLowerCase());
  return ['kind', 'apiversion', 'metadata'].some((name) => names.indexOf(name) !== names.lastIndexOf(name));
}

function needsPorts({ kind, spec }: { readonly [field: string]: unknown }): boolean {
  return kind === 'Service' && isObject(spec) && (spec.type === 'NodePort' || spec.type === 'LoadBalancer');
}
