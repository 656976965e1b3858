// An app: its objects, their pods, and what they name.
import { isBuiltIn } from './built-in';
import { Collected } from './collect';
import { AppPods, PodIndex, podsOfObject } from './pods';
import { Reference, referencesOf } from './references';
import { Identity, keyOf } from '../../objects/identity';
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
  /** All of the input could be read. */
  public readonly isWhole: boolean;
  private readonly byKey = new Map<string, AppObject>();
  private readonly byKind = new Map<string, AppObject[]>();
  private readonly podsByKey = new Map<string, AppPods>();
  private found?: readonly Reference[];

  constructor({ objects, isWhole }: Collected, public readonly settings: AppSettings) {
    this.objects = objects;
    this.isWhole = isWhole;
    const pods: AppPods[] = [];
    for (const object of objects) {
      this.byKey.set(object.key, object);
      const list = this.byKind.get(object.kind ?? '');
      if (list === undefined) {
        this.byKind.set(object.kind ?? '', [object]);
      } else {
        list.push(object);
      }
      const own = podsOfObject(object);
      if (own !== undefined) {
        pods.push(own);
        this.podsByKey.set(object.key, own);
      }
    }
    this.pods = new PodIndex(pods);
  }

  /** The objects of a kind of Kubernetes, those that cannot be read left out. */
  public readable(kind: string): readonly AppObject[] {
    return (this.byKind.get(kind) ?? []).filter(({ unreadable }) => !unreadable);
  }

  /** All objects of a kind of Kubernetes; of no kind: the foreign ones. */
  public ofKind(kind: string | undefined): readonly AppObject[] {
    return this.byKind.get(kind ?? '') ?? [];
  }

  /** The pods of an object of the input. */
  public podsOf(object: AppObject): AppPods | undefined {
    return this.podsByKey.get(object.key);
  }

  /** What names what, in the order of the objects. */
  public get references(): readonly Reference[] {
    return this.found ??= this.objects.flatMap((object) => object.unreadable ? [] : referencesOf(object, this.podsOf(object)));
  }

  /** Where an object is. */
  public lookup(id: Identity): Lookup {
    const object = this.byKey.get(keyOf(id));
    if (object !== undefined) {
      return { where: 'input', object };
    }
    const { cluster } = this.settings;
    const known = cluster?.get(id);
    if (known !== undefined) {
      return { where: 'cluster', object: known };
    }
    if (isBuiltIn(id)) {
      return { where: 'built-in' };
    }
    return { where: !this.isWhole ? 'unknown' : cluster?.knows(id.group, id.kind) === true ? 'missing' : 'absent' };
  }
}
