import { isStruct, Key, placeText } from './fit';
import { plain, shortened } from '../../report/plain';
import type { YamlDocument } from '../../yaml/read/read';

/** Comments of a longer document are not looked for: locating each of its values would take long. */
const MOST_VALUES = 5000;

/** A comment inside a document, and the value that it is about: the next one below it, or the one on its line. */
export interface InnerComment {
  readonly path: readonly Key[];
  /** Lines, safe for a comment in code. */
  readonly lines: readonly string[];
}

/** The comments right above a document, one a line; blank lines between them do not count. */
export function commentsAbove(lines: readonly string[], line: number): string[] {
  const comments: string[] = [];
  for (let i = line - 2; i >= 0 && /^\s*(?:#|$)/.test(lines[i]); i--) {
    const text = commentText(lines[i]);
    if (text !== '') {
      comments.push(text);
    }
  }
  return comments.reverse();
}

/** The comments inside a document, in the order of its lines. */
export function commentsInside({ value, locate }: Pick<YamlDocument, 'value' | 'locate'>, lines: readonly string[]): InnerComment[] {
  const bounds = locate([]);
  if (bounds === undefined || !lines.slice(bounds.line - 1).some((line) => line.includes('#'))) {
    return [];
  }
  const found = new Scan(locate, lines);
  found.visit(value, []);
  return found.isComplete ? found.comments(bounds.line, lastLine(lines, bounds.endLine)) : [];
}

/** The last line of a document, comments below its values included. */
function lastLine(lines: readonly string[], from: number): number {
  let last = from;
  while (last < lines.length && /^\s*(?:#|$)/.test(lines[last])) {
    last++;
  }
  return last;
}

class Scan {
  /** The outermost value that begins on a line. */
  private readonly begins = new Map<number, readonly Key[]>();
  /** The comment at the end of a line, with its value. */
  private readonly trailing = new Map<number, InnerComment>();
  /** Lines inside of strings, in which `#` begins no comment. */
  private readonly inString = new Set<number>();
  private values = 0;

  public constructor(private readonly locate: YamlDocument['locate'], private readonly lines: readonly string[]) {}

  public get isComplete(): boolean {
    return this.values <= MOST_VALUES;
  }

  public visit(value: unknown, path: readonly Key[]): void {
    if (++this.values > MOST_VALUES) {
      return;
    }
    const key = this.locate(path, 'key');
    const at = this.locate(path);
    if (key === undefined || at === undefined) {
      return;
    }
    if (path.length > 0 && !this.begins.has(key.line)) {
      this.begins.set(key.line, path);
    }
    if (Array.isArray(value)) {
      value.forEach((item, i) => this.visit(item, [...path, i]));
    } else if (isStruct(value)) {
      Object.entries(value).forEach(([name, item]) => this.visit(item, [...path, name]));
    } else {
      for (let line = at.line + 1; line <= at.endLine; line++) {
        this.inString.add(line);
      }
    }
    this.look(path, key.endLine, /^["']?\s*:(?:\s+[|>][-+0-9]*)?\s+#(.*)$/.exec(this.after(key.endLine, key.endColumn)));
    this.look(path, at.endLine, /^\s+#(.*)$/.exec(this.after(at.endLine, at.endColumn)));
  }

  /** The comments between two lines. Those on lines of their own belong to what begins below them, at the end to the document. */
  public comments(from: number, to: number): InnerComment[] {
    const found: InnerComment[] = [];
    let above: string[] = [];
    for (let line = from; line <= to; line++) {
      const path = this.begins.get(line);
      if (path !== undefined && above.length > 0) {
        found.push({ path, lines: above });
        above = [];
      }
      const trailing = this.trailing.get(line);
      if (trailing !== undefined) {
        found.push(trailing);
      }
      const own = !this.inString.has(line) && /^\s*#/.test(this.lines[line - 1] ?? '') ? commentText(this.lines[line - 1]) : '';
      above.push(...own === '' ? [] : [own]);
    }
    return above.length === 0 ? found : [...found, { path: [], lines: above }];
  }

  private after(line: number, column: number): string {
    return (this.lines[line - 1] ?? '').slice(column - 1);
  }

  private look(path: readonly Key[], line: number, match: RegExpExecArray | null): void {
    const text = match === null ? '' : commentText(match[1]);
    if (text !== '' && !this.trailing.has(line)) {
      this.trailing.set(line, { path, lines: [text] });
    }
  }
}

function commentText(line: string): string {
  return shortened(plain(line.trim().replace(/^#+ ?/, '').trimEnd()));
}

/**
 * Comments on their way from the YAML into the code. They are found by the map or list that has the value, so whoever copies one of those has to
 * `carry` them. Those that the code has no place for go above the statement of the object.
 */
export class Comments {
  private readonly of = new WeakMap<object, Map<string, InnerComment[]>>();

  public constructor(value: unknown, private readonly comments: readonly InnerComment[]) {
    for (const comment of comments) {
      const parent = comment.path.slice(0, -1).reduce<any>((one, key) => (one === null || one === undefined ? undefined : one[key]), value);
      if (comment.path.length > 0 && typeof parent === 'object' && parent !== null) {
        const known = this.of.get(parent) ?? new Map<string, InnerComment[]>();
        const key = String(comment.path[comment.path.length - 1]);
        known.set(key, [...known.get(key) ?? [], comment]);
        this.of.set(parent, known);
      }
    }
  }

  /** Gives a copy of a map or list the comments of the original. */
  public carry<T extends object>(from: object, to: T): T {
    const known = this.of.get(from);
    if (known !== undefined) {
      this.of.set(to, known);
    }
    return to;
  }

  /** The comments of one entry of a map or list, to be written above it. */
  public above(parent: object, key: Key): readonly string[] {
    return (this.of.get(parent)?.get(String(key)) ?? []).flatMap(({ lines }) => lines);
  }

  /** Those that are not among the written ones, with the place that they had. */
  public besides(written: ReadonlySet<string>): string[] {
    return this.comments.filter(({ lines }) => !lines.every((line) => written.has(line)))
      .flatMap(({ path, lines }) => (path.length === 0 ? lines : lines.map((line, i) => (i === 0 ? `${placeText(path)}: ${line}` : line))));
  }
}
