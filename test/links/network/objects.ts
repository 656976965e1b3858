// Manifests in short, for tests of connections.
import { connectivity, connectivityDiff } from '../../../src/links/network';
import type { Connection } from '../../../src/links/network';
import { portsText } from '../../../src/links/network/ports';

type Labels = { readonly [label: string]: string };

/** A workload of one container; `ports` are those with names: `80`, or `53/UDP`. */
export interface WorkloadOptions {
  readonly kind?: string;
  readonly namespace?: string;
  readonly labels?: Labels;
  readonly ports?: { readonly [name: string]: number | string };
  readonly hostNetwork?: boolean;
}

const GROUPS: { readonly [kind: string]: string } = { Deployment: 'apps/v1', StatefulSet: 'apps/v1', DaemonSet: 'apps/v1', Job: 'batch/v1', Pod: 'v1' };

export function workload(name: string, { kind = 'Deployment', namespace, labels = { app: name }, ports = {}, hostNetwork }: WorkloadOptions = {}): object {
  const named = Object.entries(ports).map(([port, text]) => {
    const [number, protocol = 'TCP'] = String(text).split('/');
    return { name: port, containerPort: Number(number), protocol };
  });
  const spec = {
    ...hostNetwork ? { hostNetwork } : {},
    ...kind === 'Job' ? { restartPolicy: 'Never' } : {},
    containers: [{ name: 'app', image: 'app:1', ports: named }],
  };
  const metadata = { name, ...namespace === undefined ? {} : { namespace } };
  if (kind === 'Pod') {
    return { apiVersion: 'v1', kind, metadata: { ...metadata, labels }, spec };
  }
  const own = kind === 'Job' ? {} : { selector: { matchLabels: labels }, ...kind === 'StatefulSet' ? { serviceName: name } : {} };
  return { apiVersion: GROUPS[kind], kind, metadata, spec: { ...own, template: { metadata: { labels }, spec } } };
}

export function policy(name: string, spec: object, namespace?: string): object {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, ...namespace === undefined ? {} : { namespace } }, spec };
}

export function namespaceOf(name: string, labels: Labels = {}): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** Every pair of peers with what is open between them: `web -> db: TCP 5432`. Workloads go by their name alone. */
export function pairsOf(manifests: readonly unknown[]): Map<string, string> {
  const { connections, peers } = connectivity(manifests);
  const names = new Map(peers.map(({ id, name }) => [id, name ?? id]));
  return new Map(connections.flatMap((connection) => connection.from.flatMap((from) =>
    connection.to.map((to) => [`${names.get(from)} -> ${names.get(to)}`, textOf(connection)] as const))));
}

/** Every pair that changes: `web -> db: TCP 5432 > none`. */
export function changesOf(before: readonly unknown[], after: readonly unknown[]): Map<string, string> {
  const { changes, peers } = connectivityDiff(before, after);
  const names = new Map(peers.map(({ id, name }) => [id, name ?? id]));
  return new Map(changes.flatMap((change) => change.from.flatMap((from) =>
    change.to.map((to) => [`${names.get(from)} -> ${names.get(to)}`, `${textOf(change.before)} > ${textOf(change.after)}`] as const))));
}

function textOf({ ports, unclear }: Omit<Connection, 'from' | 'to'>): string {
  return `${portsText(ports)}${unclear === undefined ? '' : ` (perhaps ${portsText(unclear.ports)}: ${unclear.why.join(', ')})`}`;
}

/** Objects, and what is open between some pairs of peers. */
export interface Case {
  readonly name: string;
  readonly objects: readonly object[];
  readonly open: { readonly [pair: string]: string };
}

/** Checks what is open between the pairs of a case. */
export function expectOpen({ objects, open }: Case): void {
  const pairs = pairsOf(objects);
  expect(Object.fromEntries(Object.keys(open).map((pair) => [pair, pairs.get(pair) ?? 'none']))).toEqual(open);
  // A misspelled name would give 'none' too, so every name must exist.
  const without = objects.filter((object) => (object as { kind: string }).kind !== 'NetworkPolicy');
  const known = new Set([...pairsOf(without).keys(), ...pairs.keys()].flatMap((pair) => pair.split(' -> ')));
  Object.keys(open).filter((pair) => !pair.includes('all other addresses')).flatMap((pair) => pair.split(' -> ')).forEach((name) => expect(known).toContain(name));
}
