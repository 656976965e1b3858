import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Misuse } from './misuse';
import { LATE_NAME, LATE_NAMES, mark, marked } from '../bridge/marks';
import { rootOf, synthOf } from '../bridge/session';
import { renameLate } from '../cdk8s/insides';

/**
 * The name of an object whose content decides it. What refers to the object holds a token, which gives the name when the manifest is made; so data
 * that is added until then counts. `object.name` is the name for the content so far.
 */
export class LateName {
  /** The names that the user's code has read before synth. */
  private readonly read = new Set<unknown>();
  private readonly base: string;
  private rendering = false;

  /**
   * @param object the object
   * @param made the name that a finished manifest gets, from the name that it would have otherwise
   * @param manifestOf renders the object
   */
  constructor(
    private readonly object: ApiObject,
    private readonly made: (manifest: any, base: string) => string,
    private readonly manifestOf: () => any,
  ) {
    this.base = object.name;
    renameLate(object, () => (this.rendering ? this.base : this.readNow()));
    mark(object, LATE_NAME, tokenFor(object, () => this.current()));
  }

  /** Renders the object, in which it has the name that it would have otherwise. */
  public whileRendering<T>(render: () => T): T {
    const before = this.rendering;
    this.rendering = true;
    try {
      return render();
    } finally {
      this.rendering = before;
    }
  }

  /** Writes the name into the finished manifest, unless a patch has written another one, and says who has read one that it is not. */
  public putInto(manifest: any): Misuse[] {
    if (manifest.metadata?.name === this.base) {
      manifest.metadata = { ...manifest.metadata, name: this.made(manifest, this.base) };
    }
    const name = manifest.metadata?.name;
    const names = synthOf(this.object)?.names;
    if (!names?.has(this.object)) {
      names?.set(this.object, name);
    }
    const other = [...this.read, names?.get(this.object)].find((one) => one !== undefined && one !== name);
    return other === undefined ? [] : [{
      keys: ['metadata', 'name'],
      message: `the name was read as '${String(other)}' before the content was complete; now it is '${String(name)}'`,
      hint: 'pass the object itself where its name is expected, or read the name after the last change of the content',
    }];
  }

  private readNow(): string {
    const name = this.current();
    if (synthOf(this.object) === undefined) {
      this.read.add(name);
    }
    return name;
  }

  private current(): string {
    return synthOf(this.object)?.names?.get(this.object) ?? this.manifestOf()?.metadata?.name ?? this.base;
  }
}

/** What stands for names in an app: the name of the object, by a string that nothing else is. */
export type LateNames = ReadonlyMap<string, () => string>;

/** The names of an app whose program is in another language; undefined where tokens do. */
export function lateNamesOf(root: IConstruct): LateNames | undefined {
  return marked(root, LATE_NAMES);
}

/**
 * A token for a name. A struct that a helper gives to a program in Python is copied there, field by field, and a name has to be a string: one that
 * is replaced when a manifest is made.
 */
function tokenFor(object: ApiObject, name: () => string): unknown {
  if (!process.env.JSII_AGENT) {
    return new NameToken(name);
  }
  const root = rootOf(object);
  const names: Map<string, () => string> = marked(root, LATE_NAMES) ?? new Map();
  const token = `cdk8s-pods:name-of:${object.node.path}`;
  names.set(token, name);
  mark(root, LATE_NAMES, names);
  return token;
}

/** Stands for the name of an object. cdk8s resolves what has a method `resolve`. */
class NameToken {
  readonly #name: () => string;

  constructor(name: () => string) {
    this.#name = name;
  }

  public resolve(): string {
    return this.#name();
  }

  public toString(): string {
    return this.#name();
  }

  public toJSON(): string {
    return this.#name();
  }
}

/** What stands for the name of an object until its content is complete; undefined for an object with a name of its own. */
export function lateNameOf(object: unknown): string | undefined {
  return marked(object, LATE_NAME);
}
