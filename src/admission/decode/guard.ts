import type { DecodeReport } from './decode-report';
import { isPlain, UNREADABLE } from './reading';
import { FieldKind } from '../../k8s/field';

/** No request that the server takes (3 MiB) has more values; a small object that refers to its parts many times may well have. */
const MOST_VALUES = 3 * 1024 * 1024;

/** Says which objects a decoding may enter, and ends it when there are too many values. One for each decoding. */
export class Guard {
  private values = 0;
  /** Object.prototype has been polluted: every object inherits enumerable fields. */
  public readonly polluted = hasField({});

  public constructor(private readonly problems: DecodeReport) {}

  /** Whether to look only at an object's own fields; undefined, with a finding, for what is no plain object. */
  public enter(value: unknown, wanted: FieldKind): boolean | undefined {
    if (typeof value === 'object' && value !== null && !this.problems.stopped) {
      this.count();
      try {
        const prototype: unknown = Object.getPrototypeOf(value);
        if (prototype === Object.prototype) {
          return this.polluted;
        }
        if (!Array.isArray(value) && isPlain(value)) {
          return true;
        }
      } catch {
        this.problems.wrong(UNREADABLE, wanted);
        return undefined;
      }
    }
    this.problems.wrong(value, wanted);
    return undefined;
  }

  /** Counts a value. */
  public count(): void {
    if (++this.values > MOST_VALUES && !this.problems.stopped) {
      this.problems.stop('decode/too-large', 'the object is too large: it has more values than the server accepts in a request');
    }
  }
}

/** Whether an object has any enumerable field, inherited ones included. */
export function hasField(object: object): boolean {
  for (const _ in object) {
    return true;
  }
  return false;
}
