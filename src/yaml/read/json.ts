// JSON, exactly; kubectl reads a text that starts with a brace as JSON before it tries YAML.
import { PlaceLog, Rows } from './place';
import { ReadError } from './read-error';
import { show, towardZero } from './resolve';

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const SPACE = /[ \t\r\n]*/y;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const DEEPEST = 1000;
const MOST_PROBLEMS = 20;

type Values = { [key: string]: unknown };

/** Reads one value after another. */
export class JsonParser {
  public readonly problems: { readonly offset: number; readonly message: string }[] = [];
  /** Records the places of the values that are read next. */
  public log = new PlaceLog(0);
  private depth = 0;

  constructor(private readonly text: string, public pos: number, private readonly exact: boolean) {}

  /** Goes over white space; false at the end of the text. */
  public more(): boolean {
    SPACE.lastIndex = this.pos;
    SPACE.exec(this.text);
    this.pos = SPACE.lastIndex;
    return this.pos < this.text.length;
  }

  public value(): unknown {
    this.more();
    const start = this.pos;
    const c = this.text[start];
    switch (c) {
      case '{': return this.nested(start, Rows.Map);
      case '[': return this.nested(start, Rows.List);
      case '"': {
        const text = this.string();
        this.log.add(start, this.pos);
        return text;
      }
      case 't': return this.word('true', true);
      case 'f': return this.word('false', false);
      case 'n': return this.word('null', null);
      default: return this.number();
    }
  }

  private nested(start: number, what: Rows.List | Rows.Map): unknown {
    if (++this.depth > DEEPEST) {
      throw new ReadError(start, `The document is nested deeper than ${DEEPEST} levels`);
    }
    const row = this.log.add(start, start);
    const value = what === Rows.Map ? this.object() : this.array();
    this.depth--;
    this.log.close(row, start, this.pos, what);
    return value;
  }

  private object(): Values {
    const map: Values = {};
    this.pos++;
    for (let first = true; !this.closed('}', first); first = false) {
      const start = this.pos;
      if (this.text[start] !== '"') {
        throw new ReadError(start, 'A key in double quotes is expected here');
      }
      const key = this.string();
      this.log.name(this.log.add(start, this.pos), key);
      this.more();
      if (this.text[this.pos] !== ':') {
        throw new ReadError(this.pos, 'A colon is expected here');
      }
      this.pos++;
      const value = this.value();
      if (Object.hasOwn(map, key)) {
        if (this.problems.length < MOST_PROBLEMS) {
          this.problems.push({ offset: start, message: `Duplicate key ${show(key)} in this map` });
        }
      } else {
        Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
      }
    }
    return map;
  }

  private array(): unknown[] {
    const list: unknown[] = [];
    this.pos++;
    for (let first = true; !this.closed(']', first); first = false) {
      list.push(this.value());
    }
    return list;
  }

  /** Goes to the next entry; true when there is none. */
  private closed(bracket: string, first: boolean): boolean {
    this.more();
    if (this.text[this.pos] === bracket && (first || this.text[this.pos - 1] !== ',')) {
      this.pos++;
      return true;
    }
    if (first) {
      return false;
    }
    if (this.text[this.pos] !== ',') {
      throw new ReadError(this.pos, `A comma or ${bracket} is expected here`);
    }
    this.pos++;
    this.more();
    if (this.text[this.pos] === bracket) {
      throw new ReadError(this.pos, `Another entry is expected before ${bracket}`);
    }
    return false;
  }

  private string(): string {
    const { text, pos: start } = this;
    let end = start + 1;
    let plain = true;
    for (let c = text.charCodeAt(end); c !== 0x22; c = text.charCodeAt(++end)) {
      if (Number.isNaN(c) || c < 0x20) {
        throw new ReadError(end, Number.isNaN(c) ? 'The closing quote of a string is missing' : 'A control character in a string must be written as an escape');
      }
      if (c === 0x5c) {
        plain = false;
        end++;
      } else if (c >= 0xd800 && c <= 0xdfff) {
        plain = false;
      }
    }
    this.pos = end + 1;
    if (plain) {
      return text.slice(start + 1, end);
    }
    try {
      return (JSON.parse(text.slice(start, end + 1)) as string).replace(LONE_SURROGATE, '\ufffd'); // as Go reads it
    } catch {
      throw new ReadError(start, 'This string has an escape that JSON does not allow');
    }
  }

  private word<T>(word: string, value: T): T {
    const { pos } = this;
    if (!this.text.startsWith(word, pos)) {
      throw new ReadError(pos, 'A value is expected here');
    }
    this.pos += word.length;
    this.log.add(pos, this.pos);
    return value;
  }

  private number(): number | bigint {
    const { pos } = this;
    NUMBER.lastIndex = pos;
    const found = NUMBER.exec(this.text);
    if (found === null) {
      throw new ReadError(pos, 'A value is expected here');
    }
    this.pos = NUMBER.lastIndex;
    this.log.add(pos, this.pos);
    const value = Number(found[0]);
    if (!Number.isFinite(value)) {
      throw new ReadError(pos, `${show(found[0])} is too large for a number`);
    }
    if (Number.isSafeInteger(value) || !/^-?[0-9]{16,20}$/.test(found[0])) {
      return value + 0;
    }
    return this.exact ? BigInt(found[0]) : towardZero(BigInt(found[0]));
  }
}
