import type { TimeRange } from '../types-timeline';

const seconds = (ms: number): string => `${ms / 1000} s`;

/** A range, short: `0 s`, `≥ 0 s`, `1–3 s, ≤ 32 s`. */
export function shortRange({ shortestMs, promptMs, longestMs }: TimeRange): string {
  const usual = promptMs > shortestMs ? `${shortestMs / 1000}–${seconds(promptMs)}` : seconds(shortestMs);
  return longestMs === undefined ? `≥ ${usual}` : longestMs > promptMs ? `${usual}, ≤ ${seconds(longestMs)}` : usual;
}
