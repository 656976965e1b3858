// What the plugins of a cluster see: its facts, and what was applied since.
import type { Facts } from './facts/model';
import { CountedQuota, quotasOf } from './quota/counted';
import type { Minor } from '../admission/version';
import type { JsonMap } from '../objects/plain';

/** Namespaces that every server makes for itself. */
const SYSTEM_NAMESPACES: readonly string[] = ['default', 'kube-system', 'kube-public', 'kube-node-lease'];

/** The objects of a cluster at one moment. */
export interface ClusterState {
  /** An object; `absent` when the cluster does not have it, `unknown` when the facts do not say. */
  find(kind: string, name: string, namespace?: string): JsonMap | 'absent' | 'unknown';
  /** An object that is known to be there. */
  get(kind: string, name: string, namespace?: string): JsonMap | undefined;
  /** The objects of a kind that are known. */
  list(kind: string, namespace?: string): readonly JsonMap[];
  /** The quotas of a namespace, with what is used of them. */
  quotas(namespace: string, minor: Minor): readonly CountedQuota[];
}

/** Whether a server makes a namespace by itself. */
export function isSystemNamespace(name: string): boolean {
  return SYSTEM_NAMESPACES.includes(name);
}

/** The state of a cluster as its facts have it. */
export class FactState implements ClusterState {
  readonly #quotas = new Map<string, readonly CountedQuota[]>();

  public constructor(private readonly facts: Facts) {}

  public find(kind: string, name: string, namespace?: string): JsonMap | 'absent' | 'unknown' {
    return this.facts.get(kind, name, namespace) ?? (this.facts.has(kind, name, namespace) === false ? 'absent' : 'unknown');
  }

  public get(kind: string, name: string, namespace?: string): JsonMap | undefined {
    return this.facts.get(kind, name, namespace);
  }

  public list(kind: string, namespace?: string): readonly JsonMap[] {
    return this.facts.list(kind, namespace);
  }

  public quotas(namespace: string, minor: Minor): readonly CountedQuota[] {
    let quotas = this.#quotas.get(namespace);
    if (quotas === undefined) {
      this.#quotas.set(namespace, quotas = quotasOf(this, namespace, minor));
    }
    return quotas;
  }
}
