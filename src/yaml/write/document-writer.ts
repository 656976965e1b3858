import { DEEPEST_WRITTEN, isPlainObject } from '../plain-data';
import { block, inline } from './scalar';

/** A key of more characters than readers look ahead for its colon is written with a question mark. */
const LONGEST_KEY = 1000;

/** Keys longer than this are not remembered, and never more keys than that. */
const LONGEST_CACHED = 64;
const MOST_CACHED = 10_000;

/** The data has a value that YAML cannot say; `problemOf` finds out which. */
export class Unwritable extends Error {}

/** A larger room for bytes is not kept for the next document. */
const MOST_KEPT = 1_048_576;

/** Up to here a loop is quicker than a call of the encoder. */
const SHORT = 64;

const LINE_BREAK = 0x0a;
const BLANK = 0x20;
const DASH = 0x2d;

/** Writes one document as bytes: as strings, its many small parts would keep the garbage collector busy. */
export class DocumentWriter {
  private start = 0;
  private at = 0;
  private ascii = true;
  /** Object.prototype has been polluted: every object inherits an enumerable property. */
  private readonly polluted: boolean;

  /**
   * @param sorted whether keys are sorted
   * @param keys how keys seen before are written; grows
   * @param out room for the bytes
   */
  public constructor(private readonly sorted: boolean, private readonly keys: Map<string, string>, private out: Buffer) {
    let inherited = false;
    for (const _ in {}) {
      inherited = true;
    }
    this.polluted = inherited;
  }

  public text(): string {
    return this.out.toString(this.ascii ? 'latin1' : 'utf8', this.start, this.at);
  }

  public bytes(): Buffer {
    return Buffer.from(this.out.subarray(this.start, this.at));
  }

  /** The room, for the next document; undefined when it is too large to keep. */
  public room(): Buffer | undefined {
    return this.out.length <= MOST_KEPT ? this.out : undefined;
  }

  public document(value: unknown): void {
    if (typeof value === 'object' && value !== null) {
      this.start = 1; // after the line break before the first entry
      if (Array.isArray(value)) {
        if (value.length === 0) {
          this.put('\n[]');
        } else {
          this.list(value, 0, false);
        }
      } else if (!this.map(value, 0, false)) {
        this.put('\n{}');
      }
    } else {
      // A block's indentation at the root is counted from different places.
      this.put(typeof value === 'string' ? inline(value) : scalar(value));
    }
    this.put('\n');
  }

  /** The entries, each after a line break; the first one in this line when `compact`. False when there are none. */
  private map(map: object, depth: number, compact: boolean): boolean {
    if (depth >= DEEPEST_WRITTEN || !isPlainObject(map)) {
      throw new Unwritable();
    }
    let started = false;
    if (this.sorted || this.polluted) {
      const own = Object.keys(map);
      if (this.sorted) {
        own.sort();
      }
      for (const key of own) {
        started = this.entry(key, (map as Values)[key], depth, compact && !started) || started;
      }
    } else {
      for (const key in map) {
        started = this.entry(key, (map as Values)[key], depth, compact && !started) || started;
      }
    }
    return started;
  }

  private entry(key: string, value: unknown, depth: number, compact: boolean): boolean {
    if (value === undefined) {
      return false;
    }
    const text = this.keyText(key);
    if (text.length + 2 * depth >= LONGEST_KEY) {
      this.longKey(key, depth, compact);
    } else {
      if (!compact) {
        this.line(depth);
      }
      this.put(text);
    }
    if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value)) {
        if (value.length === 0) {
          this.put(' []');
        } else {
          this.list(value, depth + 1, false);
        }
      } else if (!this.map(value, depth + 1, false)) {
        this.put(' {}');
      }
    } else {
      this.out[this.at++] = BLANK; // there is always room for one more
      this.put(typeof value === 'string' ? stringText(value, depth) : scalar(value));
    }
    return true;
  }

  /** A key with its colon. */
  private keyText(key: string): string {
    const known = this.keys.get(key);
    if (known !== undefined) {
      return known;
    }
    const text = inline(key) + ':';
    if (key.length <= LONGEST_CACHED) {
      if (this.keys.size >= MOST_CACHED) {
        this.keys.clear();
      }
      this.keys.set(key, text);
    }
    return text;
  }

  private longKey(key: string, depth: number, compact: boolean): void {
    const text = inline(key);
    if (!compact) {
      this.line(depth);
    }
    if (text.length < LONGEST_KEY) {
      this.put(text);
    } else {
      this.put('? ');
      this.put(text);
      this.line(depth);
    }
    this.put(':');
  }

  private list(list: readonly unknown[], depth: number, compact: boolean): void {
    if (depth >= DEEPEST_WRITTEN) {
      throw new Unwritable();
    }
    for (let i = 0; i < list.length; i++) {
      const value = list[i];
      if (!compact || i > 0) {
        this.line(depth);
      }
      this.out[this.at++] = DASH;
      this.ensure(1);
      this.out[this.at++] = BLANK;
      if (typeof value === 'object' && value !== null) {
        if (Array.isArray(value)) {
          if (value.length === 0) {
            this.put('[]');
          } else {
            this.list(value, depth + 1, true);
          }
        } else if (!this.map(value, depth + 1, true)) {
          this.put('{}');
        }
      } else if (value === undefined) {
        this.put('null');
      } else {
        this.put(typeof value === 'string' ? stringText(value, depth) : scalar(value));
      }
    }
  }

  /** A new line with its indentation. */
  private line(depth: number): void {
    this.ensure(1 + 2 * depth);
    const { out } = this;
    let { at } = this;
    out[at++] = LINE_BREAK;
    for (let i = 0; i < depth; i++) {
      out[at++] = BLANK;
      out[at++] = BLANK;
    }
    this.at = at;
  }

  private put(text: string): void {
    const { length } = text;
    this.ensure(3 * length);
    if (length <= SHORT) {
      const { out } = this;
      let { at } = this;
      let i = 0;
      for (; i < length; i++) {
        const code = text.charCodeAt(i);
        if (code >= 0x80) {
          break;
        }
        out[at++] = code;
      }
      if (i === length) {
        this.at = at;
        return;
      }
    }
    const written = this.out.write(text, this.at);
    if (written !== length) {
      this.ascii = false;
    }
    this.at += written;
  }

  /** Makes room for some bytes and a few more. */
  private ensure(count: number): void {
    const needed = this.at + count + 8;
    if (needed > this.out.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.out.length));
      this.out.copy(larger, 0, 0, this.at);
      this.out = larger;
    }
  }
}

type Values = { readonly [key: string]: unknown };

function stringText(text: string, depth: number): string {
  return (text.includes('\n') ? block(text, '  '.repeat(depth + 1)) : undefined) ?? inline(text);
}

function scalar(value: unknown): string {
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (Number.isFinite(value)) {
        return numberText(value);
      }
      break;
    case 'object':
      if (value === null) {
        return 'null';
      }
  }
  throw new Unwritable();
}

/** YAML 1.1 takes an exponent only after a fraction, and with a sign. */
function numberText(value: number): string {
  const text = String(value);
  if (value === 0) {
    return '0';
  }
  const at = text.indexOf('e');
  return at < 0 || text.includes('.') ? text : text.slice(0, at) + '.0' + text.slice(at);
}
