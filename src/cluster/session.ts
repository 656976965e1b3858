import type { Facts } from './facts/model';
import { admissionOf, namespaceOf } from './plugins/run';
import { CountedQuota, isCounted, quotaOf } from './quota/counted';
import { evaluatorOf } from './quota/evaluators';
import { madeBy } from './quota/made-by';
import { ClusterState, FactState } from './state';
import type { Cluster, KubernetesVersion } from '../admission';
import type { ClusterAdmission, Context } from '../admission/context';
import type { NormalObject } from '../admission/decode/normal';
import { negate, times } from '../admission/formats/quantity';
import type { Minor } from '../admission/version';
import { addAll, Amounts } from '../insight/amounts';
import { JsonMap, textAt } from '../objects/plain';

/** A cluster while manifests are applied to it, one review after another: each sees what was created before it. */
export interface ClusterSession extends Cluster {
  readonly facts: Facts;
  /** What manifests named and the facts do not know, in order: `PriorityClass high`, `Secret shop/db`. It was assumed to be there. */
  readonly assumed: readonly string[];
}

/**
 * Begins to apply manifests to a cluster: a review with the session as its `cluster` creates the object in it, unless it is refused. The
 * facts stay as they are.
 */
export function clusterSession(facts: Facts): ClusterSession {
  return new Session(facts);
}

class Session implements ClusterSession {
  public readonly kubernetesVersion?: KubernetesVersion;
  readonly #state: SessionState;
  readonly #admission: ClusterAdmission;

  public constructor(public readonly facts: Facts) {
    this.kubernetesVersion = facts.kubernetesVersion;
    const state = this.#state = new SessionState(facts);
    const plugins = admissionOf(state);
    this.#admission = {
      ...plugins,
      admit(object, context) {
        if (context.madeFrom === undefined) {
          state.begin();
        }
        return plugins.admit(object, context);
      },
      admitValid(object, context) {
        plugins.admitValid(object, context);
        if (context.madeFrom !== undefined) {
          state.willBeMade(object, context);
        }
      },
      created: (stored, context) => state.created(stored as JsonMap, context),
    };
  }

  public get assumed(): readonly string[] {
    return [...this.#state.assumed];
  }

  public admission(): ClusterAdmission {
    return this.#admission;
  }
}

/** What a controller will make of the object that is reviewed. */
interface Promised {
  readonly quota: CountedQuota;
  readonly usage: Amounts;
}

class SessionState implements ClusterState {
  public readonly assumed = new Set<string>();
  readonly #facts: FactState;
  /** What was created, by kind, namespace and name. */
  readonly #created = new Map<string, Map<string, JsonMap>>();
  readonly #quotas = new Map<string, CountedQuota[]>();
  #promised: Promised[] = [];

  public constructor(facts: Facts) {
    this.#facts = new FactState(facts);
  }

  public find(kind: string, name: string, namespace?: string): JsonMap | 'absent' | 'unknown' {
    const created = this.#created.get(kind)?.get(placeOf(namespace, name));
    if (created !== undefined) {
      return created;
    }
    const found = this.#facts.find(kind, name, namespace);
    if (found === 'unknown' && namespace !== undefined && this.isNew(namespace)) {
      return 'absent';
    }
    // Every namespace gets a default account from the cluster itself: that one need not be said.
    if (found === 'unknown' && !(kind === 'ServiceAccount' && name === 'default')) {
      this.assumed.add(`${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
    }
    return found;
  }

  public get(kind: string, name: string, namespace?: string): JsonMap | undefined {
    return this.#created.get(kind)?.get(placeOf(namespace, name)) ?? this.#facts.get(kind, name, namespace);
  }

  public list(kind: string, namespace?: string): readonly JsonMap[] {
    const created = this.#created.get(kind);
    const known = this.#facts.list(kind, namespace);
    if (created === undefined) {
      return known;
    }
    const own = [...created.values()].filter((object) => namespace === undefined || textAt(object, 'metadata', 'namespace') === namespace);
    const isOld = (object: JsonMap) => !created.has(placeOf(textAt(object, 'metadata', 'namespace'), textAt(object, 'metadata', 'name') ?? ''));
    return [...known.filter(isOld), ...own];
  }

  public quotas(namespace: string, minor: Minor): readonly CountedQuota[] {
    let quotas = this.#quotas.get(namespace);
    if (quotas === undefined) {
      quotas = this.#facts.quotas(namespace, minor).map((quota) => ({ ...quota, used: new Map(quota.used), expected: new Map() }));
      this.#quotas.set(namespace, quotas);
    }
    return quotas;
  }

  /** Another object is reviewed. */
  public begin(): void {
    this.#promised = [];
  }

  /** Notes what a controller will make, until its workload is created. */
  public willBeMade(object: NormalObject, { kind, minor, madeFrom }: Context): void {
    const namespace = namespaceOf(object, kind);
    const evaluator = evaluatorOf(kind);
    if (namespace === undefined || evaluator === undefined) {
      return;
    }
    const { count } = madeBy(madeFrom!, kind, this);
    const usage = new Map([...evaluator.usage(object, minor)].map(([name, quantity]) => [name, times(quantity, count)]));
    const counting = this.quotas(namespace, minor).filter((quota) => isCounted(quota, evaluator, object, minor));
    counting.forEach((quota) => this.#promised.push({ quota, usage }));
  }

  public created(object: JsonMap, { kind, minor }: Context): void {
    const namespace = namespaceOf(object, kind);
    const name = textAt(object, 'metadata', 'name') ?? `${textAt(object, 'metadata', 'generateName') ?? ''}#${this.#created.size}`;
    const before = this.get(kind, name, namespace);
    const stored: JsonMap = namespace === undefined ? object : { ...object, metadata: { ...object.metadata as JsonMap, namespace } };
    if (namespace !== undefined) {
      this.count(stored, before, { kind, namespace, minor });
      this.#promised.forEach(({ quota, usage }) => addAll(quota.expected, limited(usage, quota)));
    }
    this.begin();
    let objects = this.#created.get(kind);
    if (objects === undefined) {
      this.#created.set(kind, objects = new Map());
    }
    objects.set(placeOf(namespace, name), stored);
    if (kind === 'ResourceQuota') {
      const quotas = this.quotas(namespace!, minor).filter((quota) => quota.name !== name);
      this.#quotas.set(namespace!, [...quotas, quotaOf(stored, this, namespace!, minor)].sort((a, b) => a.name < b.name ? -1 : 1));
    }
  }

  private count(object: JsonMap, before: JsonMap | undefined, { kind, namespace, minor }: { kind: string; namespace: string; minor: Minor }): void {
    const evaluator = evaluatorOf(kind);
    if (evaluator === undefined) {
      return;
    }
    for (const quota of this.quotas(namespace, minor)) {
      if (isCounted(quota, evaluator, object, minor)) {
        addAll(quota.used, limited(evaluator.usage(object, minor), quota));
      }
      if (before !== undefined && isCounted(quota, evaluator, before, minor)) {
        const freed = new Map([...evaluator.usage(before, minor)].map(([name, quantity]) => [name, negate(quantity)]));
        addAll(quota.used, limited(freed, quota));
      }
    }
  }

  /** Whether a namespace was created in this session, so that nothing is in it but what was created too. */
  private isNew(namespace: string): boolean {
    return this.#created.get('Namespace')?.has(placeOf(undefined, namespace)) === true && this.#facts.find('Namespace', namespace) === 'absent';
  }
}

function limited(usage: Amounts, { hard }: CountedQuota): Amounts {
  return new Map([...usage].filter(([name]) => hard.has(name)));
}

function placeOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}
