/** Above so many pairs of lines, none are compared. */
const MOST_PAIRS = 4_000_000;
const SAME = 4;
const FILLED_IN = 3;
const SAME_KEY = 1;

/** A line of a template for a line that was rendered. */
export interface Aligned {
  /** From 0. */
  readonly line: number;
  /** The line says just what was rendered. */
  readonly exact: boolean;
}

/**
 * Finds the lines of a template that a rendered text comes from: both are read side by side, and equal lines, lines that the template fills in,
 * and lines with the same key belong together.
 */
export class Alignment {
  private readonly pairs: readonly (number | undefined)[];

  constructor(private readonly rendered: readonly string[], private readonly template: readonly string[]) {
    this.pairs = rendered.length * template.length > MOST_PAIRS ? [] : pairsOf(rendered, template);
  }

  /** The line of the template for a rendered one; undefined where nothing is alike. */
  public lineOf(line: number): Aligned | undefined {
    const paired = this.pairs[line] ?? this.nearest(line);
    if (paired !== undefined) {
      return { line: paired, exact: likeness(this.rendered[line], this.template[paired]) === SAME };
    }
    return undefined;
  }

  /** The line of the template for what a rendered line is in: the nearest one above that is less indented. */
  public around(line: number): Aligned | undefined {
    let indent = indentOf(this.rendered[line] ?? '');
    for (let above = line - 1; above >= 0 && indent > 0; above--) {
      const own = indentOf(this.rendered[above]);
      if (this.rendered[above].trim() !== '' && own < indent) {
        indent = own;
        const found = this.lineOf(above);
        if (found !== undefined) {
          return { ...found, exact: false };
        }
      }
    }
    return undefined;
  }

  /** A line that a loop of the template has rendered before. */
  private nearest(line: number): number | undefined {
    if (this.pairs.length === 0 || this.rendered[line] === undefined || this.rendered[line].trim() === '') {
      return undefined;
    }
    const expected = this.pairs.slice(0, line).reduce<number>((last, pair) => pair ?? last, 0);
    let best: number | undefined;
    for (const [i, text] of this.template.entries()) {
      if (likeness(this.rendered[line], text) >= FILLED_IN && (best === undefined || Math.abs(i - expected) < Math.abs(best - expected))) {
        best = i;
      }
    }
    return best;
  }
}

/** The pairs of lines, in order in both texts, that are most alike in sum. */
function pairsOf(rendered: readonly string[], template: readonly string[]): (number | undefined)[] {
  const width = template.length + 1;
  const best = new Int32Array((rendered.length + 1) * width);
  const alike = rendered.map((line) => template.map((other) => likeness(line, other)));
  for (let i = 1; i <= rendered.length; i++) {
    for (let j = 1; j < width; j++) {
      const pair = alike[i - 1][j - 1];
      best[i * width + j] = Math.max(best[(i - 1) * width + j], best[i * width + j - 1], pair > 0 ? best[(i - 1) * width + j - 1] + pair : 0);
    }
  }
  const pairs: (number | undefined)[] = rendered.map(() => undefined);
  for (let i = rendered.length, j = template.length; i > 0 && j > 0;) {
    const here = best[i * width + j];
    if (here === best[i * width + j - 1]) {
      j--;
    } else if (here === best[(i - 1) * width + j]) {
      i--;
    } else {
      pairs[--i] = --j;
    }
  }
  return pairs;
}

function likeness(rendered: string, template: string): number {
  const line = rendered.trim();
  const other = template.trim();
  if (line === '' || other === '') {
    return 0;
  }
  if (line === other) {
    return SAME;
  }
  const key = keyOf(line);
  if (!other.includes('{{')) {
    return key !== undefined && key === keyOf(other) ? SAME_KEY : 0;
  }
  return fits(line, other) ? FILLED_IN : 0;
}

/** Whether a line can come from a template's: what stands around the actions is there in its order, and is more than punctuation. */
function fits(line: string, template: string): boolean {
  const parts = around(template);
  if (!parts.some((part) => /\w/.test(part)) || !line.startsWith(parts[0]) || !line.endsWith(parts[parts.length - 1])) {
    return false;
  }
  let from = 0;
  for (const part of parts) {
    const at = line.indexOf(part, from);
    if (at < 0) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}

/** What a line of a template has around its actions. */
function around(template: string): string[] {
  const [first, ...others] = template.split('{{');
  return [first, ...others.map((part) => part.slice(part.indexOf('}}') + 2))];
}

function keyOf(line: string): string | undefined {
  return /^(?:- )?[\w./-]+:/.exec(line)?.[0];
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
