// Where values are in a text. Kept while a document is read, for it costs next to nothing, and looked through only when somebody asks.

/** What a value is, in its row: an alias has the row it stands for instead, plus one. */
export const enum Rows {
  Scalar = 0,
  List = -1,
  Map = -2,
  /** Of a key: the entries of what follows are merged. */
  Merge = -1,
  /** Numbers a row has: start, end, the row behind all that is in it, and what it is; of a key, which name. */
  Size = 4,
}

/** A stretch of the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Most numbers that are kept of a document on suspicion; who asks for places of a larger one has it read again. */
export const MOST_ROWS = Rows.Size * 250_000;

/** A row for each key and value of a document, in the order of the text, what is in a value right after it. */
export class PlaceLog {
  private readonly rows: number[] = [];
  private readonly names: string[] = [];

  constructor(private readonly most: number) {}

  /** Whether there were too many. */
  public get overflown(): boolean {
    return this.rows.length >= this.most;
  }

  /** The row that comes next. */
  public get next(): number {
    return this.rows.length;
  }

  /** A value that holds no other. */
  public add(start: number, end: number, link: number = Rows.Scalar): number {
    const row = this.rows.length;
    if (row < this.most) {
      this.rows.push(start, end, row + Rows.Size, link);
    }
    return row;
  }

  /** The end of a list or map that began at a row. */
  public close(row: number, start: number, end: number, what: Rows.List | Rows.Map): void {
    if (row >= this.most) {
      return;
    }
    this.rows[row] = start;
    this.rows[row + 1] = end;
    this.rows[row + 2] = this.rows.length;
    this.rows[row + 3] = what;
  }

  /** Says that a row is a key; without a name, one that merges. */
  public name(row: number, name: string | undefined): void {
    if (row >= this.most) {
      return;
    }
    this.rows[row + 3] = name === undefined ? Rows.Merge : this.names.push(name) - 1;
  }

  /** The place at the end of a path, or of the key that leads there. */
  public find(path: readonly (string | number)[], what: 'key' | 'value'): Place | undefined {
    if (this.rows.length === 0) {
      return undefined;
    }
    let row = 0;
    let key: number | undefined;
    for (const step of path) {
      const entry = this.entry(row, String(step));
      const found = entry === undefined && typeof step === 'number' ? this.item(row, step) : entry?.value;
      if (found === undefined) {
        return undefined;
      }
      row = found;
      key = entry?.key;
    }
    const wanted = what === 'key' && key !== undefined ? key : row;
    return { start: this.rows[wanted], end: this.rows[wanted + 1] };
  }

  private meant(row: number): number {
    return this.rows[row + 3] > 0 ? this.rows[row + 3] - 1 : row;
  }

  private item(row: number, index: number): number | undefined {
    const list = this.meant(row);
    if (this.rows[list + 3] !== Rows.List) {
      return undefined;
    }
    const end = this.rows[list + 2];
    let item = list + Rows.Size;
    for (let i = 0; i < index && item < end; i++) {
      item = this.rows[item + 2];
    }
    return item < end ? item : undefined;
  }

  /** The entry of a map; of two, the one that is not merged, else the last. */
  private entry(row: number, name: string): { readonly key: number; readonly value: number } | undefined {
    const { rows } = this;
    const map = this.meant(row);
    if (rows[map + 3] !== Rows.Map) {
      return undefined;
    }
    const merges: number[] = [];
    for (let key = map + Rows.Size; key < rows[map + 2];) {
      const value = rows[key + 2];
      const link = rows[key + 3];
      if (link === Rows.Merge) {
        merges.unshift(value);
      } else if (this.names[link] === name) {
        return { key, value };
      }
      key = rows[value + 2];
    }
    for (const merged of merges) {
      const source = this.meant(merged);
      if (rows[source + 3] === Rows.Map) {
        const found = this.entry(source, name);
        if (found !== undefined) {
          return found;
        }
      } else {
        for (let item = source + Rows.Size; item < rows[source + 2]; item = rows[item + 2]) {
          const found = this.entry(item, name);
          if (found !== undefined) {
            return found;
          }
        }
      }
    }
    return undefined;
  }
}
