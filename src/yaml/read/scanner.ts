// Cuts one document's text into tokens, by the rules of YAML 1.1 as Kubernetes' own reader applies them. Those differ from YAML 1.2 and from
// what other readers for JavaScript take: where tabs may stand, how far a flow collection or quoted string is indented, what ends a plain one.
import { isBlank, isBreak, isEnd } from './characters';
import { ReadError } from './read-error';
import { blockText } from './scan-block';
import { nameToken, tagToken } from './scan-name';
import { quotedText } from './scan-quoted';
import { Token } from './token';
import { noKey, TokenQueue } from './token-queue';

/** Gives the tokens of a text one by one, no further ahead than needed. */
export class Scanner extends TokenQueue {
  protected fetch(): void {
    this.toNextToken();
    const { text, pos } = this;
    const column = pos - this.lineStart;
    if (this.flow === 0) {
      this.unroll(column);
    }
    const c = text.charCodeAt(pos);
    if (c === 0) {
      if (column > 0) {
        this.line++;
      } // no key reaches over the end
      this.endBlocks();
      this.push(Token.StreamEnd, 0);
      return;
    }
    if (column === 0) {
      if (c === 0x25) {
        throw new ReadError(pos, 'A line that starts with % is a directive, which kubectl cannot read: remove it, or put the string in quotes');
      }
      if (this.atDocumentIndicator()) {
        this.endBlocks();
        this.push(c === 0x2d ? Token.DocumentStart : Token.DocumentEnd, 3);
        return;
      }
    }
    switch (c) {
      case 0x5b: return this.flowStart(Token.FlowSequenceStart); // [
      case 0x7b: return this.flowStart(Token.FlowMappingStart); // {
      case 0x5d: return this.flowEnd(Token.FlowSequenceEnd); // ]
      case 0x7d: return this.flowEnd(Token.FlowMappingEnd); // }
      case 0x2c: // ,
        this.removeKey();
        this.keyAllowed = true;
        return this.push(Token.FlowEntry, 1);
      case 0x2d: // -
        if (isEnd(text.charCodeAt(pos + 1))) {
          return this.blockEntry(column);
        }
        break;
      case 0x3f: // ?
        if (this.flow > 0 || isEnd(text.charCodeAt(pos + 1))) {
          return this.explicitKey(column);
        }
        break;
      case 0x3a: // :
        if (this.flow > 0 || isEnd(text.charCodeAt(pos + 1))) {
          return this.value(column);
        }
        break;
      case 0x2a: case 0x26: case 0x21: // * & !
        this.saveKey();
        this.keyAllowed = false;
        this.queue.push(c === 0x21 ? tagToken(this) : nameToken(this, c === 0x2a ? Token.Alias : Token.Anchor));
        return;
      case 0x7c: case 0x3e: // | >
        if (this.flow === 0) {
          this.removeKey();
          this.keyAllowed = true;
          const start = pos;
          const value = blockText(this);
          this.queue.push({ kind: Token.Block, start, end: this.scalarEnd, value });
          return;
        }
        break;
      case 0x22: case 0x27: { // " '
        this.saveKey();
        this.keyAllowed = false;
        const value = quotedText(this);
        this.queue.push({ kind: Token.Quoted, start: pos, end: this.pos, value });
        return;
      }
      default:
    }
    if (!this.startsPlain(c)) {
      throw this.noToken(c);
    }
    this.saveKey();
    this.keyAllowed = false;
    const value = this.plainText();
    if (this.sawBreak) {
      this.keyAllowed = true;
    }
    this.queue.push({ kind: Token.Plain, start: pos, end: this.scalarEnd, value });
  }

  private startsPlain(c: number): boolean {
    switch (c) {
      case 0x2d: // -
        return !isBlank(this.text.charCodeAt(this.pos + 1));
      case 0x3f: case 0x3a: // ? :
        return this.flow === 0;
      case 0x09: case 0x23: case 0x25: case 0x40: case 0x60: case 0x7c: case 0x3e: // tab # % @ ` | >
        return false;
      default:
        return true;
    }
  }

  private noToken(c: number): ReadError {
    if (c === 0x09) {
      return new ReadError(this.pos, 'A tab cannot indent: use spaces');
    }
    return new ReadError(this.pos, `A string cannot start with ${String.fromCharCode(c)}: put it in quotes`);
  }

  private toNextToken(): void {
    const { text } = this;
    for (;;) {
      let c = text.charCodeAt(this.pos);
      while (c === 0x20 || (c === 0x09 && (this.flow > 0 || !this.keyAllowed))) {
        c = text.charCodeAt(++this.pos);
      }
      if (c === 0x23) {
        while (c !== 0 && !isBreak(c)) {
          c = text.charCodeAt(++this.pos);
        }
      }
      if (!isBreak(c)) {
        return;
      }
      this.lineBreak();
      if (this.flow === 0) {
        this.keyAllowed = true;
      }
    }
  }

  private unroll(column: number): void {
    while (this.indent > column) {
      this.push(Token.BlockEnd, 0);
      this.indent = this.indents.pop()!;
    }
  }

  private roll(column: number): boolean {
    if (this.flow > 0 || this.indent >= column) {
      return false;
    }
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private endBlocks(): void {
    if (this.flow === 0) {
      this.unroll(-1);
    }
    this.removeKey();
    this.keyAllowed = false;
  }

  private flowStart(kind: Token): void {
    this.saveKey();
    const inner = noKey();
    inner.offset = this.pos;
    this.keys.push(inner);
    this.flow++;
    this.keyAllowed = true;
    this.push(kind, 1);
  }

  private flowEnd(kind: Token): void {
    this.removeKey();
    if (this.flow > 0) {
      this.flow--;
      const inner = this.keys.pop()!;
      const outer = this.keys[this.keys.length - 1];
      if (inner.token === undefined && outer.possible && outer.offset === inner.offset) {
        outer.lost = true;
        outer.token!.kind = Token.None;
      }
    }
    this.keyAllowed = false;
    this.push(kind, 1);
  }

  private blockEntry(column: number): void {
    if (this.flow === 0) {
      if (!this.keyAllowed) {
        throw new ReadError(this.pos, 'A list cannot start here: put its first - on its own line, or put the string in quotes');
      }
      if (this.roll(column)) {
        this.push(Token.SequenceStart, 0);
      }
    }
    this.removeKey();
    this.keyAllowed = true;
    this.push(Token.BlockEntry, 1);
  }

  private explicitKey(column: number): void {
    if (this.flow === 0) {
      if (!this.keyAllowed) {
        throw new ReadError(this.pos, 'A key cannot start here');
      }
      if (this.roll(column)) {
        this.push(Token.MappingStart, 0);
      }
    }
    this.removeKey();
    this.keyAllowed = this.flow === 0;
    this.push(Token.Key, 1);
  }

  private value(column: number): void {
    const key = this.keys[this.keys.length - 1];
    if (key.possible && !this.expired(key)) {
      if (key.lost) {
        throw new ReadError(key.offset, 'A list or map cannot be a key');
      }
      key.token!.kind = this.roll(key.column) ? Token.MappingStartAndKey : Token.Key;
      key.possible = false;
      this.keyAllowed = false;
    } else {
      if (this.flow === 0) {
        if (!this.keyAllowed) {
          throw new ReadError(this.pos, 'A value is not allowed here: a line can have only one key, and a string with a colon and a space must be in quotes');
        }
        if (this.roll(column)) {
          this.push(Token.MappingStart, 0);
        }
      }
      this.keyAllowed = this.flow === 0;
    }
    this.push(Token.Value, 1);
  }
}
