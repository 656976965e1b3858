import { parseQuantity } from '../formats/quantity';

/** Whether it is an integer that fits into 32 bits. */
export function isInt32(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

/** Whether it is an integer that fits into 64 bits; JavaScript writes -(2 ** 63) as -9223372036854776000, which does not. */
export function isInt64(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > -(2 ** 63) && value < 2 ** 63;
}

/** Whether it is a quantity, which may be written as a number. */
export function isQuantity(value: unknown): value is string | number {
  return (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) && parseQuantity(value) !== undefined;
}
