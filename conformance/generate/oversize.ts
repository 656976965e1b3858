// Maps of a certain size.
import { Maker } from './make/maker';

/** Keys and values of so many bytes together. */
export function annotationsOfSize(bytes: number): { [key: string]: string } {
  const half = Math.floor(bytes / 2);
  return { a: 'x'.repeat(half - 1), b: 'x'.repeat(bytes - half - 1) };
}

export function labelsOf(m: Maker): { [key: string]: unknown } {
  return m.map('qualified', 'labelValue', 3, 8);
}
