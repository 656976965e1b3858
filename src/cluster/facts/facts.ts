import { isClusterScoped, KindName, kindNamed } from './find';
import type { FactProblem, Facts } from './model';
import { problemsOf } from './problems';
import { readFacts, Reading } from './read';
import type { KubernetesVersion } from '../../admission';
import type { ClusterAdmission } from '../../admission/context';
import { versionOf } from '../../admission/version';
import { groupOf } from '../../objects/identity';
import { JsonMap, textAt } from '../../objects/plain';
import { admissionOf } from '../plugins/run';
import { FactState } from '../state';

/** Where an object is that says nothing of its namespace. */
const DEFAULT_NAMESPACE = 'default';

/**
 * The facts of a cluster: plain objects of its API, as `kubectl get -o yaml` and `cdk8s-pods facts` write them. Lists are taken apart; an empty
 * list of one kind, such as a `SecretList` without items, says that there are none. What is not there is not known, and assumed to be there.
 * Never throws, and takes no part of what it is given: later changes of the input change nothing.
 *
 * @param objects an object, a list, or an array of both
 */
export function clusterFacts(objects: unknown): Facts {
  return new FactIndex(readFacts(objects));
}

/** The objects of one kind, by namespace and name. Those without a namespace are under ''. */
type KindIndex = Map<string, Map<string, JsonMap>>;

class FactIndex implements Facts {
  public readonly serverVersion?: string;
  public readonly kubernetesVersion?: KubernetesVersion;
  readonly #reading: Reading;
  readonly #byKind = new Map<string, KindIndex>();
  #admission: ClusterAdmission | undefined;
  #problems: readonly FactProblem[] | undefined;

  public constructor(reading: Reading) {
    this.#reading = reading;
    this.serverVersion = reading.serverVersion;
    this.kubernetesVersion = reading.serverVersion === undefined ? undefined : versionOf(reading.serverVersion);
    for (const { apiVersion, kind } of reading.listed) {
      this.kindIndex({ group: groupOf({ apiVersion }), kind });
    }
    for (const object of reading.objects) {
      this.add(object);
    }
  }

  public get objects(): readonly JsonMap[] {
    return this.#reading.objects;
  }

  public get kinds(): readonly string[] {
    return [...this.#byKind.keys()].map(nameOfKey);
  }

  public get problems(): readonly FactProblem[] {
    return this.#problems ??= problemsOf(this.#reading);
  }

  public admission(): ClusterAdmission {
    return this.#admission ??= admissionOf(new FactState(this));
  }

  public known(kind: string, namespace?: string): boolean {
    const named = kindNamed(kind);
    return this.#byKind.has(keyOfKind(named)) && (namespace === undefined || isClusterScoped(named) === true || this.speaksOf(namespace));
  }

  public has(kind: string, name: string, namespace?: string): boolean | undefined {
    if (this.get(kind, name, namespace) !== undefined) {
      return true;
    }
    const isKnown = kind === 'Namespace' ? this.known(kind) && this.speaksOf(name) : this.known(kind, namespace ?? DEFAULT_NAMESPACE);
    return isKnown ? false : undefined;
  }

  public get(kind: string, name: string, namespace = DEFAULT_NAMESPACE): JsonMap | undefined {
    const named = kindNamed(kind);
    const index = this.#byKind.get(keyOfKind(named));
    return index?.get(isClusterScoped(named) === true ? '' : namespace)?.get(name) ?? (isClusterScoped(named) === undefined ? index?.get('')?.get(name) : undefined);
  }

  public list(kind: string, namespace?: string): readonly JsonMap[] {
    const index = this.#byKind.get(keyOfKind(kindNamed(kind)));
    if (index === undefined) {
      return [];
    }
    const maps = namespace === undefined ? [...index.values()] : [index.get(namespace)];
    return maps.flatMap((map) => [...map?.values() ?? []]);
  }

  /** Whether the facts are about a namespace: about all, unless they were read from a few. */
  private speaksOf(namespace: string): boolean {
    return this.#reading.namespaces?.has(namespace) ?? true;
  }

  private add(object: JsonMap): void {
    const named = { group: groupOf(object), kind: textAt(object, 'kind')! };
    const scoped = isClusterScoped(named);
    const given = textAt(object, 'metadata', 'namespace');
    const namespace = scoped === true ? '' : given ?? (scoped === false ? DEFAULT_NAMESPACE : '');
    const index = this.kindIndex(named);
    let names = index.get(namespace);
    if (names === undefined) {
      index.set(namespace, names = new Map());
    }
    names.set(textAt(object, 'metadata', 'name')!, object);
  }

  private kindIndex(named: KindName): KindIndex {
    const key = keyOfKind(named);
    let index = this.#byKind.get(key);
    if (index === undefined) {
      this.#byKind.set(key, index = new Map());
    }
    return index;
  }
}

function keyOfKind({ group, kind }: KindName): string {
  return `${kind}.${group}`;
}

/** A kind as it is asked for. */
function nameOfKey(key: string): string {
  const kind = key.slice(0, key.indexOf('.'));
  const { group } = kindNamed(kind);
  return keyOfKind({ group, kind }) === key ? kind : key;
}
