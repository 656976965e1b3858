// An app: its objects, their pods, and what they name.
import { isBuiltIn } from './built-in';
import { Collected } from './collect';
import { ForeignObjects } from './foreign';
import { groupBy } from './group';
import { AppPods, PodIndex, podsOfObject } from './pods';
import type { Reference } from './reference';
import { referencesOf } from './references';
import { kindFacts } from '../../k8s/kinds';
import { groupOf, Identity, keyOf } from '../../objects/identity';
import type { Json } from '../../objects/plain';
import type { AppObject, AppSettings } from '../model';

/**
 * Where an object is. `input`: among the objects. `cluster`: the facts have it. `built-in`: every cluster has it. `absent`: not among the objects,
 * and nothing is known of the cluster. `missing`: neither among the objects nor in the facts. `unknown`: something that may have it or make it
 * could not be read.
 */
export type Lookup =
  | { readonly where: 'input'; readonly object: AppObject }
  | { readonly where: 'cluster'; readonly object: Json }
  | { readonly where: 'built-in' | 'absent' | 'missing' | 'unknown' };

/** The objects of an app, indexed once. Everything that asks about links starts here. */
export class App {
  public readonly objects: readonly AppObject[];
  public readonly pods: PodIndex;
  /** Objects that a later one takes the place of; they are not among `objects`. */
  public readonly replaced: Collected['replaced'];
  /** All of the input could be read. */
  public readonly isWhole: boolean;
  /** Namespaces with workloads that cannot be read. */
  private readonly unreadable: ReadonlySet<string>;
  private readonly byKey = new Map<string, AppObject>();
  private readonly byKind: ReadonlyMap<string, readonly AppObject[]>;
  private readonly podsByKey = new Map<string, AppPods>();
  private byName?: ReadonlyMap<string, readonly AppObject[]>;
  private found?: readonly Reference[];
  private others?: ForeignObjects;

  constructor({ objects, isWhole, replaced }: Collected, public readonly settings: AppSettings) {
    this.objects = objects;
    this.isWhole = isWhole;
    this.replaced = replaced;
    this.byKind = groupBy(objects, ({ kind }) => kind ?? '');
    const pods: AppPods[] = [];
    for (const object of objects) {
      this.byKey.set(object.key, object);
      const own = podsOfObject(object);
      if (own !== undefined) {
        pods.push(own);
        this.podsByKey.set(object.key, own);
      }
    }
    this.pods = new PodIndex(pods);
    this.unreadable = new Set(objects.filter(({ unreadable, kind = 'Service' }) => unreadable && kindFacts(kind)?.template !== undefined).map(({ id }) => id.namespace ?? ''));
  }

  /** The objects of a kind of Kubernetes, those that cannot be read left out. */
  public readable(kind: string): readonly AppObject[] {
    return (this.byKind.get(kind) ?? []).filter(({ unreadable }) => !unreadable);
  }

  /** All objects of a kind of Kubernetes; of no kind: the foreign ones. */
  public ofKind(kind: string | undefined): readonly AppObject[] {
    return this.byKind.get(kind ?? '') ?? [];
  }

  /** All objects of a kind that have a name, in any namespace. */
  public named(kind: string, name: string): readonly AppObject[] {
    this.byName ??= groupBy(this.objects, ({ id }) => `${id.kind} ${id.name}`);
    return this.byName.get(`${kind} ${name}`) ?? [];
  }

  /** The pods of an object of the input. */
  public podsOf(object: AppObject): AppPods | undefined {
    return this.podsByKey.get(object.key);
  }

  /**
   * Whether two objects may be in one namespace, whatever the namespaces that are assumed: one of them says nothing of its own, and whoever applies
   * it may choose.
   */
  public mayMeet(a: AppObject, b: AppObject): boolean {
    return a.id.namespace === b.id.namespace || !this.settings.isNamespaceGiven && (!a.isPlaced || !b.isPlaced);
  }

  /**
   * Whether a namespace may have other pods: something could not be read, a foreign object may make them, or the cluster itself has its own there.
   */
  public mayHaveOtherPods(namespace: string): boolean {
    return !this.isWhole || namespace === 'kube-system' || this.foreign.in(namespace) !== undefined || this.unreadable.has(namespace);
  }

  /** What names what, in the order of the objects. */
  public get references(): readonly Reference[] {
    return this.found ??= this.objects.flatMap((object) => object.unreadable ? [] : referencesOf(object, this.podsOf(object)));
  }

  /** The objects of kinds that are not Kubernetes' own. */
  public get foreign(): ForeignObjects {
    return this.others ??= new ForeignObjects(this.ofKind(undefined));
  }

  /** Where an object is. */
  public lookup(id: Identity): Lookup {
    const object = this.byKey.get(keyOf(id));
    if (object !== undefined) {
      return { where: 'input', object };
    }
    const { cluster } = this.settings;
    const kind = factKind(id);
    const known = cluster?.get(kind, id.name, id.namespace);
    if (known !== undefined) {
      return { where: 'cluster', object: known };
    }
    if (isBuiltIn(id)) {
      return { where: 'built-in' };
    }
    return { where: !this.isWhole || this.foreign.names(id.name) ? 'unknown' : cluster?.known(kind, id.namespace) === true ? 'missing' : 'absent' };
  }
}

/** A kind as facts are asked for it. */
function factKind({ group, kind }: Identity): string {
  const facts = kindFacts(kind);
  return facts !== undefined && groupOf({ apiVersion: facts.apiVersion }) === group || group === '' ? kind : `${kind}.${group}`;
}
