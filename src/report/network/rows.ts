// What the formats of connections share: peers by name, and rows in few words.
import type { Connection, Connectivity, ConnectivityDiff, NetworkPeer, Unclear } from '../../links';
import { portsText } from '../../links/network/ports';
import { plain, shortened } from '../plain';

/** Names of one side of a row; the others are counted. */
const MOST_NAMES = 12;

const WHY: { readonly [why in Unclear]: string } = {
  'address': 'a block of addresses may have pods in it',
  'host-network': 'the network of a node',
  'labels': 'labels that are not known',
  'ingress-controller': 'nobody knows its pods',
};

/** Writes peers as people call them. */
export class PeerNames {
  private readonly names: ReadonlyMap<string, string>;
  private readonly workloads: readonly string[];
  private readonly all: readonly string[];

  constructor(peers: readonly NetworkPeer[]) {
    const workloads = peers.filter(({ type }) => type === 'workload');
    const isOne = new Set(workloads.map(({ namespace }) => namespace)).size <= 1;
    this.names = new Map(peers.map((peer) => [peer.id, nameOf(peer, isOne)]));
    this.workloads = workloads.map(({ id }) => id);
    // An ingress controller is one of the others, too.
    this.all = peers.filter(({ type }) => type !== 'ingress-controller').map(({ id }) => id);
  }

  /** One side of a row. `other`: the other side; two peers outside of the input never connect here. */
  public side(ids: readonly string[], other: readonly string[]): string {
    const own = new Set(ids);
    const isInside = other.some((id) => this.workloads.includes(id));
    if (isInside && this.all.length > 1 && this.all.every((id) => own.has(id))) {
      return 'everyone';
    }
    const [everyone, workloads] = [this.all.filter((id) => !own.has(id)), this.workloads.filter((id) => !own.has(id))];
    const rest = this.shown(ids.filter((id) => !this.workloads.includes(id)));
    const named = isInside && isNearly(everyone, this.all) ? [`everyone but ${this.shown(everyone).join(' and ')}`]
      : workloads.length === 0 && this.workloads.length > 2 ? ['every workload', ...rest]
        : isNearly(workloads, this.workloads) ? [`every workload but ${this.shown(workloads).join(' and ')}`, ...rest] : this.shown(ids);
    const more = named.length > MOST_NAMES ? [...named.slice(0, MOST_NAMES), `${named.length - MOST_NAMES} more`] : named;
    return more.join(', ');
  }

  private shown(ids: readonly string[]): string[] {
    return ids.map((id) => this.names.get(id) ?? plain(shortened(id)));
  }
}

/** Whether it takes fewer words to say who is missing. */
function isNearly(missing: readonly string[], all: readonly string[]): boolean {
  return missing.length <= 2 && all.length >= 6;
}

function nameOf({ id, kind, namespace, name }: NetworkPeer, isOne: boolean): string {
  const text = name === undefined ? id : `${kind ?? ''} ${isOne || namespace === undefined ? '' : `${namespace}/`}${name}`;
  return plain(shortened(text));
}

/** One row of a table of connections. */
export interface ConnectionRow {
  readonly from: string;
  readonly to: string;
  readonly ports: string;
}

/** The rows of a table. What is only left open since pods use the network of their node is said once, in the remarks. */
export function rowsOf({ connections, peers }: Connectivity): ConnectionRow[] {
  const names = new PeerNames(peers);
  return connections.filter((connection) => !isLeftOpen(connection)).map((connection) => ({
    from: names.side(connection.from, connection.to),
    to: names.side(connection.to, connection.from),
    ports: textOf(connection),
  }));
}

function isLeftOpen({ ports, unclear }: Omit<Connection, 'from' | 'to'>): boolean {
  return portsText(ports) === 'none' && unclear !== undefined && unclear.why.every((why) => why === 'host-network');
}

function textOf({ ports, unclear }: Omit<Connection, 'from' | 'to'>): string {
  const sure = plain(portsText(ports));
  const other = unclear?.why.filter((why) => why !== 'host-network') ?? [];
  return unclear === undefined || other.length === 0 ? sure
    : `${sure === 'none' ? '' : `${sure}, `}perhaps ${plain(portsText(unclear.ports))} (${other.map((why) => WHY[why]).join(', ')})`;
}

/** What the whole answer takes for granted. */
export function remarksOf({ peers, policies, notes }: Connectivity): string[] {
  const names = new PeerNames(peers);
  const onNodes = peers.filter(({ hostNetwork }) => hostNetwork).map(({ id }) => id);
  return [
    ...notes.map((note) => plain(shortened(note))),
    ...policies > 0 && onNodes.length > 0 ? [`on the network of their node: ${names.side(onNodes, [])}; what policies do with them is left to the network plugin`] : [],
    'a pod and its own node can always connect: no policy stops the probes of the kubelet',
    ...policies > 0 ? ['policies only work with a network plugin that enforces them'] : [],
  ];
}

/** One row of a table of changes. `changed`: something is open before and after. */
export interface ChangeRow extends ConnectionRow {
  readonly as: 'added' | 'removed' | 'changed';
}

const SIGNIFICANCE: readonly ChangeRow['as'][] = ['added', 'changed', 'removed'];

/** What changes of that which is allowed for certain: first what is gained. */
export function changesOf({ changes, peers }: ConnectivityDiff): ChangeRow[] {
  const names = new PeerNames(peers);
  const rows = changes.flatMap(({ from, to, before, after }): ChangeRow[] => {
    const [old, now] = [plain(portsText(before.ports)), plain(portsText(after.ports))];
    const as = old === 'none' ? 'added' : now === 'none' ? 'removed' : 'changed';
    return old === now ? [] : [{ as, from: names.side(from, to), to: names.side(to, from), ports: as === 'added' ? now : as === 'removed' ? old : `${old} → ${now}` }];
  });
  return rows.sort((a, b) => SIGNIFICANCE.indexOf(a.as) - SIGNIFICANCE.indexOf(b.as));
}
