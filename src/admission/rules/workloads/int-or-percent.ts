import { Context } from '../../context';
import { isPercent, percentValue } from '../../formats/percent';
import { Path } from '../../path';
import { show } from '../../report';

/** A number, or a percentage as a string. */
export type IntOrPercent = number | string;

const DIGITS = /^[-+]?0*([0-9]*)/;
const MAX_UINT64 = '18446744073709551615';
const SHORT = /^[0-9]{1,9}$/;

/** A number of 0 or more, or a percentage. */
export function validateIntOrPercent(value: IntOrPercent, at: Path, code: string, ctx: Context): void {
  if (typeof value === 'number') {
    if (value < 0) {
      ctx.report.invalid(at, code, `must be 0 or more, got ${value}`);
    }
  } else if (!isPercent(value)) {
    ctx.report.invalid(at, code, `must be an integer or a percentage such as 25%, got ${show(value)}`,
      { hint: SHORT.test(value) ? `write ${value} without quotes, or ${value}%` : 'use a percentage such as 25%' });
  }
}

/** A percentage may be at most 100; numbers are not limited. */
export function validateAtMostAll(value: IntOrPercent, at: Path, code: string, ctx: Context): void {
  const percent = typeof value === 'string' ? percentValue(value) : undefined;
  if (percent !== undefined && percent > 100) {
    ctx.report.invalid(at, code, `must be at most 100%, got ${show(value)}`);
  }
}

/** Whether it counts as zero: 0, 0%, or a string without a number. */
export function isNone(value: IntOrPercent): boolean {
  if (typeof value === 'number') {
    return value === 0;
  }
  const percent = percentValue(value);
  if (percent !== undefined) {
    return percent === 0;
  }
  const [all, digits] = DIGITS.exec(value)!;
  // Go stops parsing at a number that is too large, so characters after it do not matter.
  return digits === '' || (all.length < value.length && !isAbove(digits, MAX_UINT64));
}

function isAbove(digits: string, max: string): boolean {
  return digits.length > max.length || (digits.length === max.length && digits > max);
}
