// Lists and maps in brackets.
import { Rows } from './place';
import { ReadError } from './read-error';
import { ScannedToken, Token } from './token';
import { typeOf, ValueMaker, Values } from './values';

/** Makes lists and maps of the tokens between brackets. */
export abstract class FlowParser extends ValueMaker {
  /** Any value; `block` says that it is not within brackets. */
  protected abstract node(block: boolean, indentless: boolean): unknown;

  protected flowList(): unknown[] {
    const { scanner } = this;
    const list: unknown[] = [];
    const opened = scanner.peek().start;
    scanner.skip();
    for (let first = true; ; first = false) {
      let token = scanner.peek();
      if (token.kind === Token.FlowSequenceEnd) {
        break;
      }
      if (!first) {
        if (token.kind !== Token.FlowEntry) {
          throw this.unclosed(token, opened, ']');
        }
        scanner.skip();
        token = scanner.peek();
        if (token.kind === Token.FlowSequenceEnd) {
          break;
        }
      }
      if (token.kind === Token.StreamEnd) {
        throw this.unclosed(token, opened, ']');
      }
      list.push(this.finish(token.kind === Token.Key ? this.pair() : this.node(false, false)));
    }
    this.end = scanner.peek().end;
    scanner.skip();
    return list;
  }

  /** A map of one entry, as an item of a list in brackets. */
  private pair(): Values {
    const { scanner } = this;
    const map: Values = {};
    const { start } = scanner.peek();
    this.counted(1);
    const opened = this.log.add(start, start);
    scanner.skip();
    const token = scanner.peek();
    let key: unknown;
    const row = this.log.next;
    this.beforeKey();
    if (token.kind === Token.Value || token.kind === Token.FlowEntry || token.kind === Token.FlowSequenceEnd) {
      scanner.skip();
      key = this.emptyScalar(token.end);
    } else {
      key = this.node(false, false);
    }
    const name = this.keyName(key, token.start, row);
    const { isFloat } = this;
    this.put(map, name, typeOf(key, isFloat), token.start, this.flowValue(Token.FlowSequenceEnd));
    this.kind = 'map';
    this.log.close(opened, start, this.end, Rows.Map);
    return map;
  }

  private flowValue(closing: Token): unknown {
    const { scanner } = this;
    let token = scanner.peek();
    if (token.kind === Token.Value) {
      this.end = token.end;
      scanner.skip();
      token = scanner.peek();
      if (token.kind !== Token.FlowEntry && token.kind !== closing) {
        return this.node(false, false);
      }
    }
    return this.emptyScalar(token.start);
  }

  protected flowMap(): Values {
    const { scanner } = this;
    const map: Values = {};
    const opened = scanner.peek().start;
    scanner.skip();
    for (let first = true; ; first = false) {
      let token = scanner.peek();
      if (token.kind === Token.FlowMappingEnd) {
        break;
      }
      if (!first) {
        if (token.kind !== Token.FlowEntry) {
          throw this.unclosed(token, opened, '}');
        }
        scanner.skip();
        token = scanner.peek();
        if (token.kind === Token.FlowMappingEnd) {
          break;
        }
      }
      if (token.kind === Token.StreamEnd) {
        throw this.unclosed(token, opened, '}');
      }
      this.beforeKey();
      const explicit = token.kind === Token.Key;
      if (explicit) {
        scanner.skip();
        token = scanner.peek();
      }
      const { start } = token;
      const noKey = explicit && (token.kind === Token.Value || token.kind === Token.FlowEntry || token.kind === Token.FlowMappingEnd);
      const row = this.log.next;
      const key = noKey ? this.emptyScalar(start) : this.node(false, false);
      const name = this.keyName(key, start, row);
      const { isFloat } = this;
      const value = explicit ? this.flowValue(Token.FlowMappingEnd) : this.emptyScalar(scanner.peek().start);
      this.put(map, name, typeOf(key, isFloat), start, value);
    }
    this.end = scanner.peek().end;
    scanner.skip();
    return map;
  }

  private unclosed(token: ScannedToken, opened: number, bracket: string): ReadError {
    if (token.kind === Token.StreamEnd) {
      return new ReadError(opened, `The closing ${bracket} is missing`);
    }
    return new ReadError(token.start, `A comma or ${bracket} is expected here`);
  }
}
