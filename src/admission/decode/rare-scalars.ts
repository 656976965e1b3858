import { isInt32, isInt64, isQuantity } from './scalars';
import { isWellFormed, wellFormed } from './well-formed';
import type { FieldKind } from '../../k8s/field';
import { base64Of } from '../formats/base64';
import { isMicroTime, isZeroTime, parseTime } from '../formats/time';

/** Stands for a value that its field does not take. */
export const WRONG = Symbol('wrong');

/** The normal form of a scalar that is rare, or that takes some reading; undefined for a zero value, unless it is kept. */
export function rareScalar(value: unknown, kind: FieldKind, keepsZero: boolean): unknown {
  switch (kind) {
    case 'int64':
      return isInt64(value) ? number(value, keepsZero) : WRONG;
    case 'double':
      return typeof value === 'number' && Number.isFinite(value) ? number(value, keepsZero) : WRONG;
    case 'int-or-string':
      if (typeof value === 'string') {
        return isWellFormed(value) ? value : wellFormed(value); // '' is no zero value: that is the number 0
      }
      return isInt32(value) ? number(value, keepsZero) : WRONG;
    case 'quantity':
      return isQuantity(value) ? value : WRONG;
    case 'bytes': {
      const text = base64Of(value);
      return text === undefined ? WRONG : text !== '' || keepsZero ? text : undefined;
    }
    case 'date-time': case 'micro-time': {
      const time = typeof value === 'string' && (kind === 'date-time' || isMicroTime(value)) ? parseTime(value) : undefined;
      return time === undefined ? WRONG : keepsZero || !isZeroTime(time) ? value : undefined;
    }
    default:
      return WRONG;
  }
}

function number(value: number, keepsZero: boolean): number | undefined {
  return value !== 0 || keepsZero ? value + 0 : undefined; // -0 is 0
}
