/**
 * A place in an object: an immutable linked list, made cheaply on the way down and written out only where there is a finding.
 */
export class Path {
  /** The object itself. */
  public static readonly root = new Path(undefined, '', 'field');

  private constructor(
    private readonly parent: Path | undefined,
    private readonly name: string | number,
    private readonly kind: 'field' | 'index' | 'key',
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
    return this.kind === 'field' ? (before === '' ? String(this.name) : `${before}.${this.name}`) : `${before}[${this.name}]`;
  }
}
