import type { TimeRange } from './types-timeline';

/** At once. */
export const NOW: TimeRange = { shortestMs: 0, promptMs: 0, longestMs: 0 };

/** A range of three ends; without the last there is no limit. */
export function range(shortestMs: number, promptMs: number, longestMs?: number): TimeRange {
  return { shortestMs, promptMs, ...longestMs !== undefined && { longestMs } };
}

/** As long as that, whatever happens. */
export function exactly(ms: number): TimeRange {
  return range(ms, ms, ms);
}

/** One after the other. */
export function after(a: TimeRange, b: TimeRange): TimeRange {
  return combined(a, b, (x, y) => x + y);
}

/** Whichever takes longer. */
export function later(a: TimeRange, b: TimeRange): TimeRange {
  return combined(a, b, Math.max);
}

function combined(a: TimeRange, b: TimeRange, of: (x: number, y: number) => number): TimeRange {
  const longest = a.longestMs === undefined || b.longestMs === undefined ? undefined : of(a.longestMs, b.longestMs);
  return range(of(a.shortestMs, b.shortestMs), of(a.promptMs, b.promptMs), longest);
}
