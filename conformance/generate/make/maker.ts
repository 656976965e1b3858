// Makes values of the API's types from the field table; types whose fields hang together have a maker of their own.
import { allTypes } from '../../../src/k8s/field-table';
import { keySortOf, RESOURCE_NAMES, sortOf } from '../fields';
import { put } from '../json';
import { Sort, valueOf } from '../leaves';
import { Random } from '../random';

const TYPES = allTypes();

export interface Struct {
  [field: string]: unknown;
}
export type Make = (m: Maker) => Struct;

/** What the parts of a pod must know of each other to fit. */
export interface PodParts {
  windows: boolean;
  hostNetwork: boolean;
  hostUsers: boolean;
  /** Names of volumes that can be mounted, and of those that are devices. */
  mountable: string[];
  /** Those that are empty directories, which files of environment variables may be in. */
  scratch: string[];
  devices: string[];
  claims: string[];
  containers: string[];
  /** The pod restarts by itself, so that restart rules may say when not. */
  restartPolicy: string;
  podLevelResources: boolean;
}

export function newParts(): PodParts {
  return { windows: false, hostNetwork: false, hostUsers: true, mountable: ['data'], scratch: ['data'], devices: [], claims: [], containers: ['app'], restartPolicy: 'Always', podLevelResources: false };
}

/** How often fields are used that are newer than the oldest minor. */
const NEW_FIELDS = 0.25;

export class Maker {
  public pod = newParts();
  private depth = 0;

  public constructor(public readonly r: Random, private readonly own: { readonly [type: string]: Make }) {}

  /** A good value of a sort. */
  public good(sort: Sort): unknown {
    return valueOf(sort, this.r, 1);
  }

  public text(sort: Sort): string {
    return this.good(sort) as string;
  }

  /** A value of a type that is valid where it does not hang on others. */
  public make(type: string): Struct {
    const own = this.own[type];
    this.depth++;
    try {
      return own ? own(this) : this.anyFields(type);
    } finally {
      this.depth--;
    }
  }

  /** Required fields and some others, of the table. */
  public anyFields(type: string, except: readonly string[] = []): Struct {
    const made: Struct = {};
    for (const [name, def] of Object.entries(TYPES[type])) {
      if (except.includes(name)) {
        continue;
      }
      const chance = def.required ? 1 : this.depth > 6 ? 0.05 : def.since !== undefined && def.since > 33 ? NEW_FIELDS * 0.3 : 0.3;
      if (this.r.chance(chance)) {
        made[name] = this.field(type, name);
      }
    }
    return made;
  }

  /** A good value of a field. */
  public field(type: string, name: string): unknown {
    const def = TYPES[type][name];
    if (def.is === 'struct') {
      return this.make(def.of!);
    }
    if (def.is === 'list') {
      return this.r.many(1, this.r.chance(0.8) ? 1 : 3, () => this.item(type, name));
    }
    if (def.is === 'map') {
      const map = {};
      for (let i = this.r.between(1, 2); i > 0; i--) {
        put(map, this.key(name), this.item(type, name));
      }
      return map;
    }
    return this.item(type, name);
  }

  /** A good item of a list or map, or a good scalar. */
  public item(type: string, name: string): unknown {
    const def = TYPES[type][name];
    if (def.of !== undefined && Object.hasOwn(TYPES, def.of)) {
      return this.make(def.of);
    }
    return def.values ? this.r.pick(def.values) : this.good(sortOf(type, name, def));
  }

  public key(field: string): string {
    const sort = keySortOf(field);
    return sort === 'resourceName' ? this.r.pick(RESOURCE_NAMES) : this.text(sort);
  }

  /** A map with good keys and values. */
  public map(key: Sort, value: Sort, from: number, to: number): { [key: string]: unknown } {
    const made: { [key: string]: unknown } = {};
    for (let i = this.r.between(from, to); i > 0; i--) {
      made[this.text(key)] = this.good(value);
    }
    return made;
  }

  /** Good values of a sort, each once. */
  public distinct(sort: Sort, from: number, to: number): unknown[] {
    return [...new Set(this.r.many(from, to, () => this.good(sort)))];
  }
}
