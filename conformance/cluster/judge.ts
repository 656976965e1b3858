// The judge of a review with facts: a real kube-apiserver that has these facts, and gets the objects of an app one after another.
import { writeFileSync } from 'fs';
import { join } from 'path';
import { app } from './apps';
import { differencesOf, withoutMetadata } from './compare';
import { ApiObject, clusterWide, namespaced } from './facts';
import { review } from '../../src/admission';
import { DEFAULT_KUBERNETES_VERSION } from '../../src/admission/version';
import { clusterFacts, clusterSession } from '../../src/cluster';
import { JsonMap } from '../../src/objects/plain';
import { build, ETCD, KUBE_APISERVER, Problem } from '../build';
import { Answer, Client, json } from '../e2e/client';
import { Resources } from '../e2e/resources';
import { Server } from '../e2e/server';
import { Random } from '../generate/random';

/** Pairs that share what belongs to the whole cluster. */
const ROUND = 50;
const AT_ONCE = 8;
/** Until the server's plugins have seen what was created. */
const SEEN_MS = 400;
/** Pairs from here on are of classes, not of namespaces. */
const CLASSES = 2 ** 31;
const LISTED = 40;

export interface JudgeOptions {
  readonly count: number;
  readonly seed: number;
  readonly from: number;
  /** Whether the server's answers are written down, for tests that have no server. */
  readonly record: boolean;
}

/** A pair of facts and an app, with the server's answers to its objects. */
export interface RecordedPair {
  readonly facts: readonly object[];
  readonly objects: readonly { readonly manifest: object; readonly answer: Pick<Answer, 'status' | 'body' | 'warnings'> }[];
}

export const RECORDED = join(__dirname, '../../test/cluster/recorded.jsonl');

/** Kinds of which there may be none, which the facts then say. */
const LISTED_KINDS = [['v1', 'Namespace'], ['v1', 'ServiceAccount'], ['v1', 'LimitRange'], ['v1', 'ResourceQuota'], ['scheduling.k8s.io/v1', 'PriorityClass'], ['node.k8s.io/v1', 'RuntimeClass'], ['storage.k8s.io/v1', 'StorageClass'], ['networking.k8s.io/v1', 'IngressClass']]
  .map(([apiVersion, kind]) => ({ apiVersion, kind: `${kind}List`, items: [] }));

interface Tally {
  pairs: number;
  objects: number;
  accepted: number;
  readonly groups: Map<string, { count: number; sample: string }>;
  readonly disagreed: Set<number>;
}

/** Returns how many pairs of facts and apps the two disagree about. */
export async function judgeCluster(options: JudgeOptions, say: (line: string) => void): Promise<number> {
  const programs = { apiserver: await build(KUBE_APISERVER, say), etcd: await build(ETCD, say) };
  const server = await Server.start(programs, say);
  const client = new Client(server.endpoint);
  const judge = new Judge(options, client);
  const start = Date.now();
  try {
    for (let from = options.from; from < options.from + options.count; from += ROUND) {
      await judge.round(from, Math.min(ROUND, options.from + options.count - from));
    }
  } finally {
    client.close();
    await server.stop();
  }
  if (options.record) {
    writeFileSync(RECORDED, judge.recorded.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
  }
  judge.report((Date.now() - start) / 1000, say);
  return judge.tally.disagreed.size;
}

class Judge {
  public readonly tally: Tally = { pairs: 0, objects: 0, accepted: 0, groups: new Map(), disagreed: new Set() };
  public readonly recorded: RecordedPair[] = [];
  private readonly resources: Resources;

  public constructor(private readonly options: JudgeOptions, private readonly client: Client) {
    this.resources = new Resources(client);
  }

  public async round(from: number, count: number): Promise<void> {
    const { seed } = this.options;
    const classes = await this.makeAll(clusterWide(new Random(seed, CLASSES + Math.floor(from / ROUND))));
    const pairs = Array.from({ length: count }, (_, i) => {
      const random = new Random(seed, from + i);
      const namespace = `n${from + i}`;
      return { index: from + i, namespace, facts: namespaced(random, namespace), objects: app(random, namespace) };
    });
    await this.each(pairs, async (pair) => {
      pair.facts = await this.makeAll(pair.facts);
    });
    await sleep(SEEN_MS);
    await this.each(pairs, ({ index, facts, objects }) => this.judge(index, [...LISTED_KINDS, ...classes, ...facts], objects));
    await this.each(pairs, async ({ namespace }) => {
      await this.client.delete(`/api/v1/namespaces/${namespace}`);
    });
    for (const one of classes) {
      const { collection } = await this.resources.place(one as never, '');
      await this.client.delete(`${collection}/${one.metadata.name}`);
    }
    await sleep(SEEN_MS);
  }

  public report(seconds: number, say: (line: string) => void): void {
    const { pairs, objects, accepted, groups, disagreed } = this.tally;
    say(`kube-apiserver ${DEFAULT_KUBERNETES_VERSION}: ${pairs} pairs of facts and apps, ${objects} objects, ${accepted} of them accepted; agreement on ${pairs - disagreed.size} of ${pairs} pairs; `
      + `${(pairs / seconds).toFixed(1)} pairs a second`);
    for (const [difference, { count, sample }] of [...groups].sort(([, a], [, b]) => b.count - a.count).slice(0, LISTED)) {
      say(`${String(count).padStart(8)}  ${difference}\n    ${sample}`);
    }
  }

  private async judge(index: number, facts: readonly object[], objects: readonly ApiObject[]): Promise<void> {
    const session = clusterSession(clusterFacts(facts));
    this.tally.pairs++;
    const answers: RecordedPair['objects'][number][] = [];
    this.recorded.push({ facts, objects: answers });
    for (const one of objects) {
      const real = await this.create(one);
      answers.push({ manifest: one, answer: { status: real.status, body: shortened(real.body as JsonMap), warnings: real.warnings } });
      const ours = review(one, { cluster: session, kubernetesVersion: DEFAULT_KUBERNETES_VERSION });
      this.tally.objects++;
      this.tally.accepted += real.status === 201 ? 1 : 0;
      const found = differencesOf(real, ours);
      found.forEach((difference) => this.note(index, one, difference, real));
      if (found.length > 0) {
        return; // what comes after it depends on it
      }
    }
  }

  private note(index: number, one: ApiObject, difference: string, { body, text }: Answer): void {
    this.tally.disagreed.add(index);
    const key = `${one.kind}: ${difference}`;
    const group = this.tally.groups.get(key) ?? { count: 0, sample: `pair ${index}, ${one.metadata.name}: ${String((body as JsonMap | undefined)?.message ?? text).slice(0, 300)}\n    ${JSON.stringify(one).slice(0, 700)}` };
    group.count++;
    this.tally.groups.set(key, group);
  }

  /** Makes facts; what the server refuses is none. */
  private async makeAll(facts: readonly ApiObject[]): Promise<ApiObject[]> {
    const made: ApiObject[] = [];
    for (const one of facts) {
      if ((await this.create(one)).status === 201) {
        await this.writeStatus(one);
        made.push(one);
      }
    }
    return made;
  }

  /** What of a quota is used, which a controller counts in a cluster. */
  private async writeStatus(one: ApiObject): Promise<void> {
    if (one.kind === 'ResourceQuota') {
      const path = `/api/v1/namespaces/${one.metadata.namespace}/resourcequotas/${one.metadata.name}/status`;
      const patched = await this.client.patch(path, { type: 'application/merge-patch+json', text: JSON.stringify({ status: one.status }) });
      if (patched.status !== 200) {
        throw new Problem(`the status of a quota is refused: ${patched.text}`);
      }
    }
  }

  private async create(one: ApiObject): Promise<Answer> {
    const { collection } = await this.resources.place(one as never, '');
    return this.client.post(`${collection}?fieldValidation=Strict`, json(one));
  }

  private async each<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      while (next < items.length) {
        await act(items[next++]);
      }
    }));
  }
}

/** What is compared of an answer. */
function shortened({ kind, metadata, spec, data, imagePullSecrets, secrets, message, details }: JsonMap): JsonMap {
  return JSON.parse(JSON.stringify(withoutMetadata({ kind, metadata, spec, data, imagePullSecrets, secrets, message, details }))) as JsonMap;
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
