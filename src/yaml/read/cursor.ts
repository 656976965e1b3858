// A position in a text, and the plain scalars that start there.
import { folded, isBlank, isBreak, isEnd, isFlowIndicator } from './characters';
import { ReadError } from './read-error';

/** A position in a text, and the state that scalars depend on. */
export class Cursor {
  /** With U+0000 at its end. */
  public readonly text: string;
  public line = 0;
  public lineStart: number;
  /** Column of the innermost block collection; -1 outside. */
  public indent = -1;
  /** How many flow collections are open. */
  public flow = 0;
  /** Where the last plain or block scalar ended. */
  protected scalarEnd = 0;
  /** Whether a line break followed the last plain scalar. */
  protected sawBreak = false;

  public constructor(text: string, public pos = 0) {
    this.text = text + '\0';
    if (this.text.charCodeAt(pos) === 0xfeff) {
      this.pos++;
    }
    this.lineStart = this.pos;
  }

  /** Goes past a line break; returns its text in a scalar. */
  public lineBreak(): string {
    const c = this.text.charCodeAt(this.pos++);
    if (c === 0x0d && this.text.charCodeAt(this.pos) === 0x0a) {
      this.pos++;
    }
    this.line++;
    this.lineStart = this.pos;
    return c === 0x2028 ? '\u2028' : c === 0x2029 ? '\u2029' : '\n';
  }

  public endScalar(at: number): void {
    this.scalarEnd = at;
  }

  /** Whether `---` or `...` stands here, at the start of a line. */
  public atDocumentIndicator(): boolean {
    const { text, pos } = this;
    if (pos !== this.lineStart) {
      return false;
    }
    const c = text.charCodeAt(pos);
    return (c === 0x2d || c === 0x2e) && text.charCodeAt(pos + 1) === c && text.charCodeAt(pos + 2) === c && isEnd(text.charCodeAt(pos + 3));
  }

  protected plainText(): string {
    const { text } = this;
    const inFlow = this.flow > 0;
    const start = this.pos;
    const indent = this.indent + 1;
    let out = '';
    let from = this.pos;
    let end = this.pos;
    let breaks = '';
    let folds = false;
    for (;;) {
      if (this.atDocumentIndicator()) {
        break;
      }
      let { pos } = this;
      let c = text.charCodeAt(pos);
      if (c === 0x23) {
        break;
      }
      const wordStart = pos;
      while (!isEnd(c)) {
        if (c === 0x3a) {
          if (isEnd(text.charCodeAt(pos + 1))) {
            break;
          }
        } else if (inFlow && isFlowIndicator(c)) {
          break;
        }
        c = text.charCodeAt(++pos);
      }
      if (pos > wordStart) {
        if (folds) {
          out += text.slice(from, end) + folded(breaks);
          from = wordStart;
          folds = false;
        }
        end = pos;
      }
      this.pos = pos;
      if (!isBlank(c) && !isBreak(c)) {
        break;
      }
      while (isBlank(c) || isBreak(c)) {
        if (isBreak(c)) {
          breaks = folds ? breaks + this.lineBreak() : this.lineBreak();
          folds = true;
        } else {
          if (c === 0x09 && folds && this.pos - this.lineStart < indent) {
            throw new ReadError(this.pos, 'A tab cannot indent: use spaces');
          }
          this.pos++;
        }
        c = text.charCodeAt(this.pos);
      }
      if (!inFlow && this.pos - this.lineStart < indent) {
        break;
      }
    }
    if (end === start) {
      throw new ReadError(start, 'A string is expected here');
    }
    this.sawBreak = folds;
    this.scalarEnd = end;
    return out + text.slice(from, end);
  }
}
