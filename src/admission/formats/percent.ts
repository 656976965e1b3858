const PERCENT = /^[0-9]+%$/;

/** Whether a string is digits and a percent sign. */
export function isPercent(value: string): boolean {
  return PERCENT.test(value);
}

/** The problem with a percentage, as the rest of a sentence that starts with it. */
export function percentProblem(value: string): string | undefined {
  return isPercent(value) ? undefined : 'must be a percentage such as 25%';
}

/** The number of a percentage; undefined if it is not one. */
export function percentValue(value: string): number | undefined {
  return isPercent(value) ? Math.min(Number(value.slice(0, -1)), Number.MAX_SAFE_INTEGER) : undefined;
}
