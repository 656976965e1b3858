import type { TimeRange } from '../../insight/types-timeline';

const MS = 1000;
const MINUTE = 60 * MS;
const HOUR = 60 * MINUTE;

/** A time as people write it: `0 s`, `1.5 s`, `2 min 30 s`, `1 h`. */
export function timeText(ms: number): string {
  if (ms < 2 * MINUTE) {
    return `${ms / MS} s`;
  }
  const [big, unit, small, rest] = ms < 2 * HOUR ? [MINUTE, 'min', MS, 's'] as const : [HOUR, 'h', MINUTE, 'min'] as const;
  const left = Math.round((ms % big) / small);
  return `${Math.floor(ms / big)} ${unit}${left === 0 ? '' : ` ${left} ${rest}`}`;
}

/** A range in words: `at 0 s`, `after 1 s to 3 s, at most 32 s`. */
export function rangeText({ shortestMs, promptMs, longestMs }: TimeRange): string {
  const usual = promptMs > shortestMs ? `${timeText(shortestMs)} to ${timeText(promptMs)}` : timeText(shortestMs);
  return longestMs === undefined ? `${usual} or later` : longestMs > promptMs ? `${usual}, at most ${timeText(longestMs)}` : usual;
}
