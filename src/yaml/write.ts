import { DEEPEST_WRITTEN, isPlainObject } from './plain-data';
import { block, inline, LoneSurrogate } from './scalar';
import { problemOf } from './unwritable';

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

/** How the keys and the short strings seen last are written. A verdict depends on the string alone, so that who wrote it first makes no difference. */
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
  try {
    return new Writer(options.sortKeys === true).document(value);
  } catch (error) {
    if (!(error instanceof Unwritable || error instanceof LoneSurrogate || error instanceof RangeError)) throw error;
    const { path, message } = problemOf(value, options.sortKeys === true);
    throw new YamlWriteError(message, path);
  }
}

/** Writes several documents, with a line of three dashes between them. No documents make an empty text. */
export function writeDocuments(values: readonly unknown[], options: WriteOptions = {}): string {
  let out = '';
  for (let i = 0; i < values.length; i++) {
    out += i === 0 ? writeYaml(values[i], options) : '---\n' + writeYaml(values[i], options);
  }
  return out;
}

class Writer {
  private out = '';
  /** Somebody gave all objects a property. */
  private readonly polluted: boolean;

  public constructor(private readonly sorted: boolean) {
    let inherited = false;
    for (const _ in {}) inherited = true;
    this.polluted = inherited;
  }

  public document(value: unknown): string {
    if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value)) {
        if (value.length === 0) return '[]\n';
        this.list(value, 0, false);
      } else {
        this.map(value, 0, false);
        if (this.out === '') return '{}\n';
      }
      return this.out.slice(1) + '\n';
    }
    // A block's indentation at the root is counted from different places.
    return (typeof value === 'string' ? inline(value) : scalar(value)) + '\n';
  }

  /** The entries, each after a line break; the first one in this line when `compact`. False when there are none. */
  private map(map: object, depth: number, compact: boolean): boolean {
    if (depth >= DEEPEST_WRITTEN || !isPlainObject(map)) throw new Unwritable();
    const indent = indentOf(depth);
    let started = false;
    if (this.sorted || this.polluted) {
      const own = Object.keys(map);
      if (this.sorted) own.sort();
      for (const key of own) started = this.entry(key, (map as Values)[key], depth, indent, compact && !started) || started;
    } else {
      for (const key in map) started = this.entry(key, (map as Values)[key], depth, indent, compact && !started) || started;
    }
    return started;
  }

  private entry(key: string, value: unknown, depth: number, indent: string, compact: boolean): boolean {
    if (value === undefined) return false;
    const start = compact ? keyText(key) : '\n' + indent + keyText(key);
    const written = start.length > LONGEST_KEY ? this.longKey(key, indent, compact) : start;
    switch (typeof value) {
      case 'string':
        this.out += written + ' ' + stringText(value, depth);
        break;
      case 'object':
        if (value === null) {
          this.out += written + ' null';
        } else if (Array.isArray(value)) {
          this.out += written;
          if (value.length === 0) this.out += ' []';
          else this.list(value, depth + 1, false);
        } else {
          this.out += written;
          if (!this.map(value, depth + 1, false)) this.out += ' {}';
        }
        break;
      default:
        this.out += written + ' ' + scalar(value);
    }
    return true;
  }

  private longKey(key: string, indent: string, compact: boolean): string {
    const text = inline(key);
    if (text.length < LONGEST_KEY) return compact ? text + ':' : '\n' + indent + text + ':';
    return (compact ? '' : '\n' + indent) + '? ' + text + '\n' + indent + ':';
  }

  private list(list: readonly unknown[], depth: number, compact: boolean): void {
    if (depth >= DEEPEST_WRITTEN) throw new Unwritable();
    const dash = '\n' + indentOf(depth) + '- ';
    for (let i = 0; i < list.length; i++) {
      const value = list[i];
      this.out += compact && i === 0 ? '- ' : dash;
      switch (typeof value) {
        case 'string':
          this.out += stringText(value, depth);
          break;
        case 'object':
          if (value === null) {
            this.out += 'null';
          } else if (Array.isArray(value)) {
            if (value.length === 0) this.out += '[]';
            else this.list(value, depth + 1, true);
          } else if (!this.map(value, depth + 1, true)) {
            this.out += '{}';
          }
          break;
        case 'undefined':
          this.out += 'null';
          break;
        default:
          this.out += scalar(value);
      }
    }
  }
}

type Values = { readonly [key: string]: unknown };

function indentOf(depth: number): string {
  while (INDENTS.length <= depth) INDENTS.push('  '.repeat(INDENTS.length));
  return INDENTS[depth];
}

/** The key with its colon. */
function keyText(key: string): string {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const text = inline(key) + ':';
  if (key.length <= LONGEST_CACHED) {
    if (keys.size >= MOST_CACHED) keys.clear();
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
      if (Number.isFinite(value)) return numberText(value);
      break;
    case 'object':
      if (value === null) return 'null';
  }
  throw new Unwritable();
}

/** YAML 1.1 takes an exponent only after a fraction, and with a sign. */
function numberText(value: number): string {
  const text = String(value);
  if (value === 0) return '0';
  const at = text.indexOf('e');
  return at < 0 || text.includes('.') ? text : text.slice(0, at) + '.0' + text.slice(at);
}
