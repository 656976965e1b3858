type Step = 'field' | 'index' | 'key';

/**
 * A place in an object. Paths are immutable linked lists, which are cheap to extend on the way down; their text and keys are made only
 * where there is a finding.
 */
export class Path {
  /** The object itself. */
  public static readonly root = new Path(undefined, '', 'field');

  private constructor(
    private readonly parent: Path | undefined,
    private readonly name: string | number,
    private readonly step: Step,
  ) {}

  /** A field of a struct: `spec`. */
  public child(name: string): Path {
    return new Path(this, name, 'field');
  }

  /** An item of a list: `[0]`. */
  public index(index: number): Path {
    return new Path(this, index, 'index');
  }

  /** A value of a map: `[app.kubernetes.io/name]`. */
  public key(key: string): Path {
    return new Path(this, key, 'key');
  }

  /** As the API server writes it: `spec.containers[0].resources.limits[cpu]`. */
  public toString(): string {
    if (this.parent === undefined) {
      return '';
    }
    const before = this.parent.toString();
    return this.step === 'field' ? (before === '' ? String(this.name) : `${before}.${this.name}`) : `${before}[${this.name}]`;
  }

  /** The same as data: `['spec', 'containers', 0, 'resources', 'limits', 'cpu']`. */
  public keys(): (string | number)[] {
    const keys: (string | number)[] = [];
    for (let path: Path = this; path.parent !== undefined; path = path.parent) {
      keys.push(path.name);
    }
    return keys.reverse();
  }

  /** Whether both are the same place. */
  public equals(other: Path): boolean {
    if (this.parent === undefined || other.parent === undefined) {
      return this.parent === other.parent;
    }
    return this.name === other.name && this.step === other.step && this.parent.equals(other.parent);
  }

  /** Whether this place is the other one, or somewhere in it. */
  public isIn(other: Path): boolean {
    return this.equals(other) || (this.parent?.isIn(other) ?? false);
  }

  /** The same place with `to` instead of `from`, where it is `from` or somewhere in it; else the place itself. */
  public moved(from: Path, to: Path): Path {
    if (this.equals(from)) {
      return to;
    }
    const parent = this.parent?.moved(from, to);
    return parent === this.parent ? this : new Path(parent, this.name, this.step);
  }

  /** The index of the item of a list that this place is, or is in; undefined outside of the list. */
  public indexIn(list: Path): number | undefined {
    if (this.step === 'index' && this.parent!.equals(list)) {
      return this.name as number;
    }
    return this.parent?.indexIn(list);
  }
}
