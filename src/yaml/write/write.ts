import { DEEPEST_WRITTEN, isPlainObject } from '../plain-data';
import { problemOf } from './unwritable';
import { block, inline, LoneSurrogate } from '../read/scalar';

/** How YAML is written. */
export interface WriteOptions {
  /**
   * Whether keys are sorted by their UTF-16 units, on every level.
   *
   * @default false the order of insertion
   */
  readonly sortKeys?: boolean;
}

/** Data that cannot be written as YAML. The message names the place and what to do. */
export class YamlWriteError extends Error {
  public constructor(message: string, public readonly path: readonly (string | number)[]) {
    super(message);
    this.name = 'YamlWriteError';
  }
}

/** A key of more characters than readers look ahead for its colon is written with a question mark. */
const LONGEST_KEY = 1000;

const LONGEST_CACHED = 64;
const MOST_CACHED = 10_000;
const INDENTS: string[] = [''];

/**
 * How the keys and the short strings seen last are written. A verdict depends on the string alone, so that who wrote it first makes no
 * difference.
 */
const keys = new Map<string, string>();

class Unwritable extends Error {}

/**
 * Writes plain data as one YAML document that every reader of YAML 1.1 or 1.2 reads as exactly that data; ends with a line break.
 *
 * One form for one value: block style, two spaces a level, double quotes where quotes are needed, multi-line strings as literal blocks,
 * no anchors. What has the value undefined is left out of a map and is null in a list, as with `JSON.stringify`.
 *
 * @throws YamlWriteError for what YAML cannot say: half of a surrogate pair, NaN, a function, a class's instance, a cycle.
 */
export function writeYaml(value: unknown, options: WriteOptions = {}): string {
  return writing(value, options, (writer) => writer.text());
}

/** The same as `writeYaml`, in UTF-8. */
export function writeYamlBytes(value: unknown, options: WriteOptions = {}): Buffer {
  return writing(value, options, (writer) => writer.bytes());
}

function writing<T>(value: unknown, options: WriteOptions, answer: (writer: Writer) => T): T {
  const writer = new Writer(options.sortKeys === true);
  try {
    writer.document(value);
    return answer(writer);
  } catch (error) {
    if (!(error instanceof Unwritable || error instanceof LoneSurrogate || isTooLarge(error))) {
      throw error;
    }
    const { path, message } = problemOf(value, options.sortKeys === true);
    throw new YamlWriteError(message, path);
  } finally {
    writer.end();
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError || (error as any)?.code === 'ERR_STRING_TOO_LONG';
}

/** Writes several documents, with a line of three dashes between them. No documents make an empty text. */
export function writeDocuments(values: readonly unknown[], options: WriteOptions = {}): string {
  let out = '';
  for (let i = 0; i < values.length; i++) {
    out += i === 0 ? writeYaml(values[i], options) : '---\n' + writeYaml(values[i], options);
  }
  return out;
}

/** Bytes that a writer starts with, and those that are kept for the next one. */
const FIRST_BYTES = 65_536;
const MOST_KEPT = 1_048_576;

/** Up to here a loop is quicker than a call of the encoder. */
const SHORT = 64;

const LINE_BREAK = 0x0a;
const BLANK = 0x20;
const DASH = 0x2d;

/** The bytes of the last writer, for the next one. */
let spare: Buffer | undefined;

/** Writes bytes: as strings, the many small parts would keep the garbage collector busy. */
class Writer {
  private out = spare ?? Buffer.allocUnsafe(FIRST_BYTES);
  private start = 0;
  private at = 0;
  private ascii = true;
  /** Somebody gave all objects a property. */
  private readonly polluted: boolean;

  public constructor(private readonly sorted: boolean) {
    spare = undefined; // a getter of the data may write too
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

  public end(): void {
    if (this.out.length <= MOST_KEPT) {
      spare = this.out;
    }
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
    const text = keyText(key);
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
      this.room(1);
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
    this.room(1 + 2 * depth);
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
    this.room(3 * length);
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
  private room(count: number): void {
    const needed = this.at + count + 8;
    if (needed > this.out.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.out.length));
      this.out.copy(larger, 0, 0, this.at);
      this.out = larger;
    }
  }
}

type Values = { readonly [key: string]: unknown };

function indentOf(depth: number): string {
  while (INDENTS.length <= depth) {
    INDENTS.push('  '.repeat(INDENTS.length));
  }
  return INDENTS[depth];
}

/** The key with its colon. */
function keyText(key: string): string {
  const known = keys.get(key);
  if (known !== undefined) {
    return known;
  }
  const text = inline(key) + ':';
  if (key.length <= LONGEST_CACHED) {
    if (keys.size >= MOST_CACHED) {
      keys.clear();
    }
    keys.set(key, text);
  }
  return text;
}

function stringText(text: string, depth: number): string {
  return (text.includes('\n') ? block(text, indentOf(depth + 1)) : undefined) ?? inline(text);
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
