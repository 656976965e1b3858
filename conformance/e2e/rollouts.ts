// Whether rollouts go as `rolloutOf` says: which pods are replaced, and how many at a time.
import { Client, json, refusal } from './client';
import { NODES } from './control-plane';
import { Cluster, Report } from './workloads';
import { Rollout, rolloutOf } from '../../src/controllers';
import { workload, Workload } from '../../test/admission/made-pods/traps';

const NAMESPACE = 'rollouts';
const LIMIT_MS = 60_000;
const STEP_MS = 40;

interface Case {
  readonly name: string;
  readonly kind: Workload;
  readonly spec: object;
}

const CASES: readonly Case[] = [
  { name: 'deployment-defaults', kind: 'Deployment', spec: { replicas: 4 } },
  { name: 'deployment-one-by-one', kind: 'Deployment', spec: { replicas: 3, strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } } },
  { name: 'deployment-surge', kind: 'Deployment', spec: { replicas: 4, strategy: { rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 } } } },
  { name: 'deployment-recreate', kind: 'Deployment', spec: { replicas: 3, strategy: { type: 'Recreate' } } },
  { name: 'stateful-set', kind: 'StatefulSet', spec: { replicas: 3 } },
  { name: 'stateful-set-partition', kind: 'StatefulSet', spec: { replicas: 4, ordinals: { start: 2 }, updateStrategy: { rollingUpdate: { partition: 2 } } } },
  { name: 'stateful-set-on-delete', kind: 'StatefulSet', spec: { replicas: 2, updateStrategy: { type: 'OnDelete' } } },
  { name: 'daemon-set', kind: 'DaemonSet', spec: {} },
  { name: 'daemon-set-surge', kind: 'DaemonSet', spec: { updateStrategy: { rollingUpdate: { maxSurge: '50%', maxUnavailable: 0 } } } },
  { name: 'daemon-set-on-delete', kind: 'DaemonSet', spec: { updateStrategy: { type: 'OnDelete' } } },
  { name: 'replica-set', kind: 'ReplicaSet', spec: { replicas: 2 } },
];

/** What was seen of the pods while they were replaced. */
interface Seen {
  most: number;
  fewestReady: number;
}

export async function checkRollouts(client: Client, report: Report): Promise<void> {
  await client.post('/api/v1/namespaces', json({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } }));
  while ((await client.get(`/api/v1/namespaces/${NAMESPACE}/serviceaccounts/default`)).status !== 200) {
    await sleep(STEP_MS);
  }
  for (const each of CASES) {
    const failures = await new RolloutCheck(client, each).run();
    report(`rollout ${each.name}`, 'the pods and numbers that rolloutOf says', failures);
  }
}

class RolloutCheck {
  private readonly cluster: Cluster;
  private readonly path: string;
  private readonly manifest: any;
  private readonly rollout: Rollout;

  constructor(private readonly client: Client, { name, kind, spec }: Case) {
    this.cluster = new Cluster(client);
    this.path = `/apis/apps/v1/namespaces/${NAMESPACE}/${kind.toLowerCase()}s`;
    this.manifest = workload(kind, name, (template, object) => {
      Object.assign(object.spec, spec);
      // A pod must be ready for a moment, so that one that is not can be seen.
      object.spec.minReadySeconds = kind === 'ReplicaSet' ? 0 : 1;
      Object.assign(template.metadata.labels, { app: name });
      object.spec.selector = { matchLabels: { app: name } };
    });
    this.rollout = rolloutOf(this.manifest, { nodes: NODES.length })!;
  }

  public async run(): Promise<string[]> {
    const created = await this.client.post(this.path, json(this.manifest));
    if (created.status !== 201) {
      return [refusal(created)];
    }
    const before = await this.settled(created.body, () => true);
    if (before === undefined) {
      return ['its first pods did not get ready'];
    }
    await sleep(1_500);
    const text = JSON.stringify({ spec: { template: { spec: { containers: [{ name: 'app', image: 'app:2' }] } } } });
    const changed = await this.client.patch(`${this.path}/${this.manifest.metadata.name}`, { type: 'application/strategic-merge-patch+json', text });
    if (changed.status !== 200) {
      return [refusal(changed)];
    }
    const seen: Seen = { most: 0, fewestReady: Infinity };
    const expected = this.expected(before);
    const after = await this.settled(created.body, (pods) => pods.filter(isNew).length === expected.length, seen);
    if (after === undefined) {
      return [`${expected.length} pods should be replaced; that did not happen in ${LIMIT_MS / 1000} s`];
    }
    if (expected.length === 0) {
      await sleep(3_000);
    }
    return this.judge(expected, (await this.live(created.body)).filter(isNew), seen);
  }

  /** The names of the pods that are replaced; of those with random names, how many. */
  private expected(before: readonly any[]): string[] {
    const { method, updated } = this.rollout;
    const names = before.map(({ metadata }) => metadata.name as string).sort();
    if (method === 'on-delete') {
      return [];
    }
    return this.manifest.kind !== 'StatefulSet' ? names : names.filter((name) => {
      const ordinal = Number(name.slice(name.lastIndexOf('-') + 1));
      return updated !== undefined && ordinal >= updated.from && ordinal <= updated.to;
    });
  }

  private judge(expected: readonly string[], replaced: readonly any[], seen: Seen): string[] {
    const { method, mostPods, fewestAvailable, maxSurge, maxUnavailable } = this.rollout;
    const failures: string[] = [];
    const names = replaced.map(({ metadata }) => metadata.name as string).sort();
    if (this.manifest.kind === 'StatefulSet' ? names.join() !== expected.join() : names.length !== expected.length) {
      failures.push(`replaced are ${names.join(', ') || 'none'}, rolloutOf says ${expected.join(', ') || 'none'}`);
    }
    if (expected.length > 0 && method === 'rolling') {
      if (seen.most > mostPods! || (maxSurge !== 0 && seen.most === this.rollout.desired)) {
        failures.push(`there were up to ${seen.most} pods, rolloutOf says up to ${mostPods}`);
      }
      if (seen.fewestReady < fewestAvailable! || (maxUnavailable !== 0 && maxSurge === 0 && seen.fewestReady === this.rollout.desired)) {
        failures.push(`there were as few as ${seen.fewestReady} ready pods, rolloutOf says at least ${fewestAvailable}`);
      }
    }
    if (method === 'recreate' && seen.fewestReady !== 0) {
      failures.push(`there were never fewer than ${seen.fewestReady} ready pods, rolloutOf says all are stopped first`);
    }
    return failures;
  }

  /** Waits until as many pods as desired are there, all ready; writes down what it sees on the way. */
  private async settled(owner: any, isDone: (pods: readonly any[]) => boolean, seen?: Seen): Promise<any[] | undefined> {
    const limit = Date.now() + LIMIT_MS;
    while (Date.now() < limit) {
      const pods = await this.live(owner);
      const ready = pods.filter(isReady);
      if (seen !== undefined) {
        seen.most = Math.max(seen.most, pods.length);
        seen.fewestReady = Math.min(seen.fewestReady, ready.length);
      }
      if (pods.length === this.rollout.desired && ready.length === pods.length && isDone(pods)) {
        return pods;
      }
      await sleep(STEP_MS);
    }
    return undefined;
  }

  private async live(owner: any): Promise<any[]> {
    return (await this.cluster.podsOf(owner, NAMESPACE)).filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  }
}

const isNew = ({ spec }: any): boolean => spec.containers[0].image === 'app:2';

function isReady({ status }: any): boolean {
  return (status.conditions ?? []).some(({ type, status: is }: any) => type === 'Ready' && is === 'True');
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
