// Makes the lists and maps of a document's tokens.
import { FlowParser } from './flow-parser';
import { Rows } from './place';
import { ReadError } from './read-error';
import { resolveTagged } from './resolve';
import { ScannedToken, Token, UNDECLARED } from './token';
import { Anchored, typeOf, Values } from './values';

/** Levels of lists and maps. Kubernetes' parser accepts more; the API's objects have far fewer. */
export const DEEPEST_READ = 1000;

/** One document. */
export class Parser extends FlowParser {
  private depth = 0;

  /** The document's value, and where text starts that Kubernetes' parser never reads, if there is any. */
  public document(): { readonly value: unknown; readonly rest?: number } {
    const { scanner } = this;
    let value: unknown = null;
    let token = scanner.peek();
    if (token.kind === Token.DocumentStart) {
      scanner.skip();
      token = scanner.peek();
      if (token.kind !== Token.DocumentStart && token.kind !== Token.DocumentEnd && token.kind !== Token.StreamEnd) {
        value = this.node(true, false);
      }
    } else if (token.kind !== Token.StreamEnd) {
      value = this.node(true, false);
    }
    value = this.finish(value);
    token = scanner.peek();
    while (token.kind === Token.DocumentEnd) {
      scanner.skip();
      try {
        token = scanner.peek();
      } catch (error) {
        if (error instanceof ReadError) {
          return { value, rest: error.offset };
        }
        throw error;
      }
    }
    return token.kind === Token.StreamEnd ? { value } : { value, rest: token.start };
  }

  protected node(block: boolean, indentless: boolean): unknown {
    const { scanner } = this;
    let token = scanner.peek();
    const { start } = token;
    if (token.kind === Token.Alias) {
      return this.alias(token);
    }
    this.counted(1);
    let anchor: Anchored | undefined;
    let tag = '';
    for (let i = 0; i < 2; i++) {
      if (token.kind === Token.Anchor && anchor === undefined) {
        anchor = { value: undefined, kind: 'scalar', isFloat: false, size: this.count - 1, row: this.log.next, open: true };
        this.anchors.set(token.value, anchor);
      } else if (token.kind === Token.Tag && tag === '') {
        tag = token.value;
        if (tag.startsWith(UNDECLARED)) {
          throw new ReadError(token.start, `The tag's handle ${tag.slice(1)} is not declared`);
        }
      } else {
        break;
      }
      this.end = token.end;
      scanner.skip();
      token = scanner.peek();
    }
    this.isMerge = false;
    let value: unknown;
    let row: number;
    switch (token.kind) {
      case Token.Plain: case Token.Quoted: case Token.Block:
        scanner.skip();
        this.end = token.end;
        value = this.scalar(token, tag);
        this.log.add(token.start, token.end);
        break;
      case Token.BlockEntry:
        if (!indentless) {
          return this.empty(start, anchor, tag, block);
        }
        row = this.enter(token.start);
        value = this.blockList(true);
        this.leave(row, token.start, 'list');
        break;
      case Token.FlowSequenceStart:
        row = this.enter(token.start);
        value = this.flowList();
        this.leave(row, token.start, 'list');
        break;
      case Token.FlowMappingStart:
        row = this.enter(token.start);
        value = this.flowMap();
        this.leave(row, token.start, 'map');
        break;
      case Token.SequenceStart:
        if (!block) {
          return this.empty(start, anchor, tag, block);
        }
        row = this.enter(token.start);
        value = this.blockList(false);
        this.leave(row, token.start, 'list');
        break;
      case Token.MappingStart: case Token.MappingStartAndKey:
        if (!block) {
          return this.empty(start, anchor, tag, block);
        }
        row = this.enter(token.start);
        value = this.blockMap();
        this.leave(row, token.start, 'map');
        break;
      default:
        return this.empty(start, anchor, tag, block);
    }
    return this.close(anchor, value);
  }

  private close(anchor: Anchored | undefined, value: unknown): unknown {
    if (anchor !== undefined) {
      anchor.value = value;
      anchor.kind = this.kind;
      anchor.isFloat = this.isFloat;
      anchor.size = this.count - anchor.size;
      anchor.open = false;
    }
    return value;
  }

  private enter(start: number): number {
    if (++this.depth > DEEPEST_READ) {
      throw new ReadError(start, `The document is nested deeper than ${DEEPEST_READ} levels`);
    }
    return this.log.add(start, start);
  }

  private leave(row: number, start: number, kind: 'list' | 'map'): void {
    this.depth--;
    this.kind = kind;
    this.isAlias = false;
    this.isMerge = false;
    this.log.close(row, start, Math.max(this.end, start), kind === 'list' ? Rows.List : Rows.Map);
  }

  /** A value without content: only an anchor or tag. An error when there is neither. */
  private empty(start: number, anchor: Anchored | undefined, tag: string, block: boolean): unknown {
    const token = this.scanner.peek();
    if (anchor === undefined && tag === '') {
      throw this.unexpected(token, block);
    }
    this.kind = 'scalar';
    this.log.add(start, this.end);
    return this.close(anchor, this.number(tag === '' ? null : resolveTagged(tag, '', start), ''));
  }

  private unexpected(token: ScannedToken, block: boolean): ReadError {
    switch (token.kind) {
      case Token.StreamEnd: return new ReadError(token.start, block ? 'The document ends where a value is expected' : 'The closing ] or } is missing');
      case Token.BlockEntry: return new ReadError(token.start, 'A list item is not allowed here: the list must start on its own line');
      case Token.FlowSequenceEnd: return new ReadError(token.start, 'Unexpected ]: no [ is open; put the string in quotes');
      case Token.FlowMappingEnd: return new ReadError(token.start, 'Unexpected }: no { is open; put the string in quotes');
      case Token.FlowEntry: return new ReadError(token.start, block ? 'A string cannot start with a comma: put it in quotes' : 'A value is missing before this comma');
      case Token.Anchor: case Token.Tag: return new ReadError(token.start, 'A value can have only one anchor and one tag');
      case Token.Alias: return new ReadError(token.start, 'An alias cannot have an anchor or a tag');
      default: return new ReadError(token.start, 'A value is expected here');
    }
  }

  private blockList(indentless: boolean): unknown[] {
    const { scanner } = this;
    const list: unknown[] = [];
    if (!indentless) {
      scanner.skip();
    }
    for (;;) {
      let token = scanner.peek();
      if (token.kind !== Token.BlockEntry) {
        if (!indentless) {
          if (token.kind !== Token.BlockEnd) {
            throw new ReadError(token.start, 'A list item that starts with - is expected here: is the indentation right?');
          }
          scanner.skip();
        }
        break;
      }
      const after = this.end = token.end;
      scanner.skip();
      token = scanner.peek();
      const missing = token.kind === Token.BlockEntry || token.kind === Token.BlockEnd
        || (indentless && (token.kind === Token.Key || token.kind === Token.Value));
      list.push(this.finish(missing ? this.emptyScalar(after) : this.node(true, false)));
    }
    return list;
  }

  private blockMap(): Values {
    const { scanner } = this;
    const map: Values = {};
    scanner.skip();
    for (;;) {
      let token = scanner.peek();
      if (token.kind === Token.BlockEnd) {
        scanner.skip();
        break;
      }
      if (token.kind !== Token.Key) {
        throw new ReadError(token.start, 'A key is expected here: is the indentation right?');
      }
      const after = token.end;
      scanner.skip();
      token = scanner.peek();
      const start = token.start;
      const noKey = token.kind === Token.Key || token.kind === Token.Value || token.kind === Token.BlockEnd;
      this.beforeKey();
      const row = this.log.next;
      const key = noKey ? this.emptyScalar(after) : this.node(true, true);
      const name = this.keyName(key, start, row);
      const { isFloat } = this;
      this.put(map, name, typeOf(key, isFloat), start, this.blockValue());
    }
    return map;
  }

  private blockValue(): unknown {
    const { scanner } = this;
    let token = scanner.peek();
    if (token.kind !== Token.Value) {
      return this.emptyScalar(token.start);
    }
    const colon = this.end = token.end;
    scanner.skip();
    token = scanner.peek();
    if (token.kind === Token.Key || token.kind === Token.Value || token.kind === Token.BlockEnd) {
      return this.emptyScalar(colon);
    }
    return this.node(true, true);
  }
}
