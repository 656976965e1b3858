// What is drawn of an app: objects, and the links between them.
import type { Look } from '../../drawing/looks';
import { kindFacts } from '../../k8s/kinds';
import { Identity, keyOf } from '../../objects/identity';
import type { App } from '../app/app';
import { linksOf } from '../app/links';
import type { AppFinding, AppObject, OtherSide } from '../model';

/** `outside`: not among the objects, and nobody knows whether the cluster has it. */
export type State = 'whole' | 'outside' | 'broken';

/** An object in the picture. */
export interface Node {
  readonly name: string;
  readonly kind: string;
  /** Absent too when all have the same. */
  readonly namespace?: string;
  readonly look: Look;
  state: State;
  /** The codes of findings that are about it and no other object. */
  readonly codes: string[];
}

/** A link in the picture: from and to are indexes of nodes. */
export interface Edge {
  readonly from: number;
  readonly to: number;
  readonly relation: string;
  state: State;
}

/** The app as nodes and edges. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  /** Objects and links that are left out, since there are too many. */
  readonly left: { readonly objects: number; readonly links: number };
}

/** More than these make no picture. */
const MOST_NODES = 300;
const MOST_EDGES = 900;
const MOST_CODES = 3;

const NETWORK = ['Service', 'Ingress', 'IngressClass', 'NetworkPolicy', 'EndpointSlice', 'Endpoints'];
const STORES = ['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'PersistentVolume', 'StorageClass', 'VolumeAttributesClass', 'ResourceClaim', 'ResourceClaimTemplate'];
const ACCESS = ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'];

function lookOf(kind: string): Look {
  return NETWORK.includes(kind) ? 'network' : STORES.includes(kind) ? 'volume' : ACCESS.includes(kind) ? 'access' : kindFacts(kind)?.template === undefined ? 'pod' : 'app';
}

/** The graph of an app. What its findings call broken is broken here too. */
export function graphOf(app: App, findings: readonly AppFinding[]): Graph {
  const builder = new Builder();
  app.objects.forEach((object) => builder.nodeOf(object));
  for (const link of linksOf(app)) {
    const from = builder.nodeOf(link.from);
    if ('pods' in link) {
      link.pods.forEach(({ of }) => builder.edge(from, builder.nodeOf(of), link.relation, 'whole'));
      if (link.pods.length === 0) {
        builder.edge(from, builder.missing({ group: '', kind: '', namespace: link.from.id.namespace, name: 'no pod of the app' }, 'outside'), link.relation, 'outside');
      }
    } else if (link.found.where === 'input') {
      builder.edge(from, builder.nodeOf(link.found.object), link.relation, 'whole');
    } else {
      const state = link.found.where === 'missing' ? 'broken' : 'outside';
      builder.edge(from, builder.missing(link.to, state), link.relation, state);
    }
  }
  findings.filter(({ verdict }) => verdict === 'broken').forEach((finding) => builder.broken(finding));
  return builder.graph();
}

class Builder {
  private readonly nodes: Node[] = [];
  private readonly edges = new Map<string, Edge>();
  private readonly byKey = new Map<string, number>();

  public nodeOf({ key, id }: Pick<AppObject, 'key' | 'id'>): number {
    return this.node(key, id, 'whole');
  }

  /** An object that only a name stands for. */
  public missing(id: Identity, state: State): number {
    return this.node(keyOf(id), id, state);
  }

  public edge(from: number, to: number, relation: string, state: State): void {
    const key = `${from} ${to} ${relation}`;
    const known = this.edges.get(key);
    if (known === undefined) {
      this.edges.set(key, { from, to, relation, state });
    } else if (state === 'broken') {
      known.state = state;
    }
  }

  /** Marks the links that a finding is about; where there is none, the object. */
  public broken({ object, others, code }: AppFinding): void {
    const own = this.find(object);
    const ends = others.flatMap((other) => this.find(other) ?? []);
    if (own === undefined) {
      return;
    }
    const isEnd = (node: number): boolean => node !== own && ends.includes(node);
    const all = [...this.edges.values()];
    const out = all.filter(({ from, to }) => from === own && isEnd(to));
    // How others lead to it only counts where it does not lead to them.
    const between = out.length > 0 ? out : all.filter(({ from, to }) => to === own && isEnd(from));
    between.forEach((edge) => {
      edge.state = 'broken';
    });
    const node = this.nodes[own];
    if (between.length === 0 && !node.codes.includes(code)) {
      node.state = 'broken';
      node.codes.push(code);
    }
  }

  public graph(): Graph {
    const linked = new Set([...this.edges.values()].flatMap(({ from, to }) => [from, to]));
    const all = this.nodes.map((_, i) => i);
    // Of too many, those with links are shown.
    const kept = [...all.filter((i) => linked.has(i)), ...all.filter((i) => !linked.has(i))].slice(0, MOST_NODES).sort((a, b) => a - b);
    const places = new Map(kept.map((i, place) => [i, place]));
    const edges = [...this.edges.values()].filter(({ from, to }) => places.has(from) && places.has(to) && from !== to).slice(0, MOST_EDGES);
    // One namespace needs no name.
    const isMany = new Set(kept.flatMap((i) => this.nodes[i].namespace ?? [])).size > 1;
    return {
      nodes: kept.map((i) => {
        const { namespace, codes, ...node } = this.nodes[i];
        return { ...node, ...isMany && namespace !== undefined ? { namespace } : {}, codes: codes.slice(0, MOST_CODES) };
      }),
      edges: edges.map((edge) => ({ ...edge, from: places.get(edge.from)!, to: places.get(edge.to)! })),
      left: { objects: this.nodes.length - kept.length, links: [...this.edges.values()].filter(({ from, to }) => from !== to).length - edges.length },
    };
  }

  private node(key: string, { kind, name, namespace }: Identity, state: State): number {
    const known = this.byKey.get(key);
    if (known !== undefined) {
      return known;
    }
    this.byKey.set(key, this.nodes.length);
    this.nodes.push({ name, kind, ...namespace === undefined ? {} : { namespace }, look: state === 'broken' ? 'broken' : lookOf(kind), state, codes: [] });
    return this.nodes.length - 1;
  }

  private find(side: OtherSide): number | undefined {
    return this.byKey.get(keyOf(side));
  }
}
