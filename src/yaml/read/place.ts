// Where values are in a text. Recorded while a document is read, which is cheap; searched only when a position is asked for.

/** The last number of a value's row: what the value is. For an alias, it is the row of its anchor plus one. */
export const enum Rows {
  Scalar = 0,
  List = -1,
  Map = -2,
  /** For a key: `<<`. */
  Merge = -1,
  /** Numbers in a row: start, end, the row after everything inside, and what it is (for a key, the index of its name). */
  Size = 4,
}

/** A range of the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** The most numbers that are recorded while reading. To locate values of a larger document, it is read again. */
export const MOST_ROWS = Rows.Size * 250_000;

/** A row for each key and value of a document, in the order of the text. The rows of what is inside a value follow its row. */
export class PlaceLog {
  private readonly rows: number[] = [];
  private readonly names: string[] = [];

  constructor(private readonly most: number) {}

  /** Whether there were too many rows to record. */
  public get overflown(): boolean {
    return this.rows.length >= this.most;
  }

  /** The row that comes next. */
  public get next(): number {
    return this.rows.length;
  }

  /** Adds a scalar, or the start of a list or map. */
  public add(start: number, end: number, link: number = Rows.Scalar): number {
    const row = this.rows.length;
    if (row < this.most) {
      this.rows.push(start, end, row + Rows.Size, link);
    }
    return row;
  }

  /** Completes the row of a list or map. */
  public close(row: number, start: number, end: number, what: Rows.List | Rows.Map): void {
    if (row >= this.most) {
      return;
    }
    this.rows[row] = start;
    this.rows[row + 1] = end;
    this.rows[row + 2] = this.rows.length;
    this.rows[row + 3] = what;
  }

  /** Marks a row as a key; without a name, as a merge. */
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

  /** The entry of a map: its own, else one from the last merge that has it. */
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
