/** A point in time, with nanoseconds. */
export interface Time {
  /** Seconds since 1970, UTC. */
  readonly seconds: number;
  readonly nanoseconds: number;
}

const RFC_3339 = /^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:[.,]([0-9]+))?(?:Z|([-+])([0-9]{2}):([0-9]{2}))$/;
const MICROSECONDS = /:[0-9]{2}[.,][0-9]{6}(?:Z|[-+])/;
/** Go's zero time: the first second of the year 1. */
const ZERO = -62135596800;
const DAY = 86400;

/** Parses a time like the server: RFC 3339, and also hours of one digit, decimal commas and offsets up to 24:60. */
export function parseTime(text: string): Time | undefined {
  const parts = RFC_3339.exec(text);
  if (parts === null) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number);
  const [offsetHours, offsetMinutes] = [Number(parts[9] ?? 0), Number(parts[10] ?? 0)];
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month) || hour > 23 || minute > 59 || second > 59
    || offsetHours > 24 || offsetMinutes > 60) {
    return undefined;
  }
  const offset = (offsetHours * 60 + offsetMinutes) * 60 * (parts[8] === '-' ? -1 : 1);
  const seconds = daysSince1970(year, month, day) * DAY + hour * 3600 + minute * 60 + second - offset;
  return { seconds, nanoseconds: Number((parts[7] ?? '').slice(0, 9).padEnd(9, '0')) };
}

/** Whether a time has exactly the six decimals that the server wants of times with microseconds. */
export function isMicroTime(text: string): boolean {
  return MICROSECONDS.test(text);
}

/** Whether it is Go's zero time, which counts as unset. */
export function isZeroTime(time: Time): boolean {
  return time.seconds === ZERO && time.nanoseconds === 0;
}

/** The string that the server writes: in UTC, without fractions of a second. */
export function formatTime(time: Time): string {
  const days = Math.floor(time.seconds / DAY);
  const rest = time.seconds - days * DAY;
  const date = new Date(days * DAY * 1000);
  const year = date.getUTCFullYear();
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}T${clock}Z`;
}

/** The string that the server writes of a time with microseconds. */
export function formatMicroTime(time: Time): string {
  return `${formatTime(time).slice(0, -1)}.${String(Math.floor(time.nanoseconds / 1000)).padStart(6, '0')}Z`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function daysIn(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Go uses the Gregorian calendar for all years. */
function daysSince1970(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // unlike Date.UTC, this does not map the years 0 to 99 to 1900 to 1999
  return date.getTime() / (DAY * 1000);
}
