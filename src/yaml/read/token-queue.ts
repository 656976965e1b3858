// The tokens that were scanned and not yet taken, and which of them may still turn out to be the start of a key.
import { Cursor } from './cursor';
import { ReadError } from './read-error';
import { ScannedToken, Token } from './token';

/** A key is on one line, and its colon comes within this many characters. */
const LONGEST_KEY = 1024;

interface SimpleKey {
  possible: boolean;
  required: boolean;
  token: ScannedToken | undefined;
  /** It is an empty list or map in brackets, which Kubernetes' parser does not accept as a key. */
  lost: boolean;
  line: number;
  offset: number;
  column: number;
}

/** Hands out tokens one by one; `fetch` scans no further ahead than needed. */
export abstract class TokenQueue extends Cursor {
  protected queue: ScannedToken[] = [];
  private head = 0;
  protected readonly indents: number[] = [];
  protected readonly keys: SimpleKey[] = [noKey()];
  /** Whether a key may start here without a question mark. */
  protected keyAllowed = true;

  /** Scans another token, or several. */
  protected abstract fetch(): void;

  /** The next token, which stays the next. */
  public peek(): ScannedToken {
    for (;;) {
      if (this.head < this.queue.length) {
        const token = this.queue[this.head];
        if (token.kind === Token.None) {
          this.head++;
          continue;
        }
        if (token.kind !== Token.Pending) {
          return token;
        }
        if (!this.stillPossible(token)) {
          continue;
        }
      } else if (this.head > 0) {
        this.queue.length = 0;
        this.head = 0;
      }
      this.fetch();
    }
  }

  /** Goes past the next token. */
  public skip(): void {
    const token = this.queue[this.head];
    if (token.kind === Token.MappingStartAndKey) {
      token.kind = Token.Key;
    } else if (token.kind !== Token.StreamEnd) {
      this.head++;
    }
  }

  private stillPossible(token: ScannedToken): boolean {
    for (const key of this.keys) {
      if (key.possible && key.token === token) {
        return !this.expired(key);
      }
    }
    token.kind = Token.None;
    return false;
  }

  protected push(kind: Token, length: number): void {
    this.queue.push({ kind, start: this.pos, end: this.pos + length, value: '' });
    this.pos += length;
  }

  /** Whether a possible key can no longer be one; that is an error where only a key is allowed. */
  protected expired(key: SimpleKey): boolean {
    if (key.line === this.line && (this.pos - key.offset <= LONGEST_KEY || this.characters(key.offset, this.pos) <= LONGEST_KEY)) {
      return false;
    }
    this.drop(key);
    return true;
  }

  private drop(key: SimpleKey): void {
    if (key.required) {
      throw new ReadError(key.offset, 'A key is expected here, with a colon and a space (or a line break) after it');
    }
    key.possible = false;
    key.token!.kind = Token.None;
  }

  private characters(from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i++) {
      const c = this.text.charCodeAt(i);
      if (c < 0xdc00 || c > 0xdfff) {
        count++;
      }
    }
    return count;
  }

  protected saveKey(): void {
    if (!this.keyAllowed) {
      return;
    }
    const key = this.keys[this.keys.length - 1];
    if (key.possible) {
      this.drop(key);
    }
    const column = this.pos - this.lineStart;
    const token = { kind: Token.Pending, start: this.pos, end: this.pos, value: '' };
    this.queue.push(token);
    key.possible = true;
    key.lost = false;
    key.required = this.flow === 0 && this.indent === column;
    key.token = token;
    key.line = this.line;
    key.offset = this.pos;
    key.column = column;
  }

  protected removeKey(): void {
    const key = this.keys[this.keys.length - 1];
    if (key.possible) {
      this.drop(key);
    }
  }
}

/** Of a collection that has no key yet. */
export function noKey(): SimpleKey {
  return { possible: false, required: false, token: undefined, lost: false, line: 0, offset: 0, column: 0 };
}
