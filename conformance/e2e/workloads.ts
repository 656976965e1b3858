// The pods of workloads in a running cluster: what comes, and whether it is what `podsOf` says.
import { Client, json, refusal } from './client';
import { firstDifference } from './compare';
import { ApiObject } from './examples';
import { podsOf } from '../../src/controllers';

/** Says how one check went. */
export type Report = (name: string, done: string, failures: readonly string[]) => void;

/** One after the other, from the workload to what is made of it. */
export class Cluster {
  constructor(private readonly client: Client) {}

  public async list(path: string): Promise<any[]> {
    const answer = await this.client.get(path);
    if (answer.status !== 200) {
      throw new Error(`${path}: ${refusal(answer)}`);
    }
    return answer.body.items as any[];
  }

  /** The items of a list have no kind of their own. */
  public async pods(namespace: string): Promise<any[]> {
    return (await this.list(`/api/v1/namespaces/${namespace}/pods`)).map((pod) => ({ apiVersion: 'v1', kind: 'Pod', ...pod }));
  }

  /** The pods of a workload, through its ReplicaSet or Job. */
  public async podsOf(workload: any, namespace: string): Promise<any[]> {
    const owners = new Set([workload.metadata.uid]);
    for (const path of [`/apis/apps/v1/namespaces/${namespace}/replicasets`, `/apis/batch/v1/namespaces/${namespace}/jobs`]) {
      (await this.list(path)).filter((object) => isOwned(object, owners)).forEach((object) => owners.add(object.metadata.uid));
    }
    return (await this.pods(namespace)).filter((pod) => isOwned(pod, owners));
  }

  /** Gives a volume to every claim that waits for one: nothing here makes volumes. */
  public async bindClaims(): Promise<void> {
    for (const { metadata, spec, status } of await this.list('/api/v1/persistentvolumeclaims')) {
      if (status.phase === 'Pending') {
        await this.client.post('/api/v1/persistentvolumes', json({
          apiVersion: 'v1',
          kind: 'PersistentVolume',
          metadata: { name: `e2e-${metadata.uid}` },
          spec: {
            capacity: spec.resources.requests,
            accessModes: spec.accessModes,
            volumeMode: spec.volumeMode,
            storageClassName: spec.storageClassName ?? '',
            claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: metadata.name, namespace: metadata.namespace, uid: metadata.uid },
            hostPath: { path: '/tmp' },
          },
        }));
      }
    }
  }
}

export function isOwned({ metadata }: any, owners: ReadonlySet<string>): boolean {
  return (metadata.ownerReferences ?? []).some(({ uid, controller }: any) => controller === true && owners.has(uid));
}

/** How the pods of a cluster differ from what `podsOf` says of the manifest. */
export function differences(manifest: ApiObject, pods: readonly any[], nodes: number): string[] {
  const expected = podsOf(manifest, { nodes });
  if (expected === undefined) {
    return ['podsOf says nothing'];
  }
  const found: string[] = [];
  if (expected.count !== undefined && manifest.kind !== 'CronJob' && pods.length !== expected.count) {
    found.push(`podsOf says ${expected.count} pods, there are ${pods.length}`);
  }
  for (const pod of pods) {
    const candidates = expected.pods.map(({ manifest: wrote }) => wholeDifference(filled(wrote, pod), pod));
    if (!candidates.includes(undefined)) {
      found.push(`Pod ${pod.metadata.name}: ${candidates[0]}`);
    }
  }
  return found;
}

/** The pod of `podsOf` with what only the cluster knows, read from the pod that came. */
function filled(wrote: any, { metadata, spec }: any): any {
  const labels = metadata.labels ?? {};
  const hash = labels['pod-template-hash'] ?? String(labels['controller-revision-hash'] ?? '').replace(/^.*-/, '');
  const owner = metadata.ownerReferences[0];
  const node = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms?.[0]?.matchFields?.[0]?.values?.[0];
  const text = JSON.stringify(wrote)
    .replaceAll('<hash>', hash).replaceAll('<uid>', owner.uid).replaceAll('<node>', node ?? '').replaceAll('<minutes>', String(owner.name).replace(/^.*-/, ''));
  return JSON.parse(text);
}

/** What the server and its plugins add to every pod. */
const SERVER_METADATA = new Set(['name', 'namespace', 'uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields']);

/** Labels of the node that a pod gets when it is bound. */
const OF_THE_NODE = new Set(['topology.kubernetes.io/zone', 'topology.kubernetes.io/region']);

/** The first place where a pod has less or other things than was written, or names, labels, annotations, owners or containers more. */
function wholeDifference(wrote: any, read: any): string | undefined {
  const lost = firstDifference({ ...wrote, metadata: { ...wrote.metadata, namespace: read.metadata.namespace } }, read);
  if (lost !== undefined) {
    return `podsOf has ${JSON.stringify(lost.wrote)} at ${lost.path}, the pod ${JSON.stringify(lost.read)}`;
  }
  for (const field of Object.keys(read.metadata).filter((each) => !SERVER_METADATA.has(each))) {
    const [own, theirs] = [wrote.metadata[field], read.metadata[field]]
      .map((value) => Object.keys(value ?? {}).filter((key) => !OF_THE_NODE.has(key)).sort().join(' '));
    if (typeof read.metadata[field] === 'object' && own !== theirs) {
      return `metadata.${field} has ${theirs}, podsOf says ${own}`;
    }
  }
  for (const field of ['hostname', 'subdomain', 'nodeSelector', 'initContainers', 'affinity'] as const) {
    if (wrote.spec[field] === undefined && read.spec[field] !== undefined) {
      return `spec.${field} is not what podsOf says`;
    }
  }
  return undefined;
}
