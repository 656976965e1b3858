// Objects of kinds that are not Kubernetes' own: what they make is not known, but what they name may be made by them.
import { isMap, Json } from '../../objects/plain';
import type { AppObject } from '../model';

/** No name of an object is longer. */
const LONGEST_NAME = 253;

/** What foreign objects name, and where they are. */
export class ForeignObjects {
  private readonly strings = new Set<string>();
  private readonly namespaces = new Map<string, AppObject>();

  constructor(objects: readonly AppObject[]) {
    for (const object of objects) {
      this.namespaces.set(object.id.namespace ?? '', object);
      this.strings.add(object.id.name);
      this.learn(object.object);
    }
  }

  /** Whether one of them has a name, or names it somewhere: it may make what is called so. */
  public names(name: string): boolean {
    return this.strings.has(name);
  }

  /** One of them in a namespace, which may make pods there. */
  public in(namespace: string): AppObject | undefined {
    return this.namespaces.get(namespace);
  }

  private learn(value: Json | undefined): void {
    if (typeof value === 'string') {
      if (value.length <= LONGEST_NAME) {
        this.strings.add(value);
      }
    } else if (Array.isArray(value)) {
      value.forEach((item) => this.learn(item));
    } else if (isMap(value)) {
      Object.values(value).forEach((inner) => this.learn(inner));
    }
  }
}
