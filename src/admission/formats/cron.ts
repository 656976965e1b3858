import { parseDuration } from './duration';
import { lowerCase } from './letter-case';
import { trimSpace, words } from './space';
import { TIME_ZONES } from './time-zones';

/** One of the five fields of a schedule: its meaning and bounds. */
interface Field {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names for the numbers, starting at `min`. */
  readonly names?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: 'minute', min: 0, max: 59 },
  { name: 'hour', min: 0, max: 23 },
  { name: 'day of month', min: 1, max: 31 },
  { name: 'month', min: 1, max: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { name: 'day of week', min: 0, max: 6, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];
const DESCRIPTORS: readonly string[] = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];
const EVERY = '@every ';
const INTEGER = /^[-+]?[0-9]+$/;
/** Files that most machines have beside the zones, and that Go accepts as zones. The directories posix and right hold all zones again. */
const OF_MACHINES: readonly string[] = ['localtime', 'posixrules'];

/** The problem with a schedule, as the rest of a sentence that starts with it. Source: robfig/cron v3, ParseStandard. */
export function cronProblem(schedule: string): string | undefined {
  let spec = schedule;
  if (schedule.startsWith('TZ=') || schedule.startsWith('CRON_TZ=')) {
    const space = schedule.indexOf(' ');
    const zone = schedule.slice(schedule.indexOf('=') + 1, space);
    if (space < 0) {
      return 'has a time zone but no schedule';
    }
    if (zone !== '' && zone !== 'Local' && !isTimeZone(zone)) {
      return `has the unknown time zone '${zone}'`;
    }
    spec = words(schedule.slice(space)).length === 0 ? '' : trimSpace(schedule.slice(space));
  }
  if (spec.startsWith('@')) {
    return descriptorProblem(spec);
  }
  const fields = words(spec);
  if (fields.length !== FIELDS.length) {
    return `must have 5 fields (minute, hour, day of month, month, day of week), got ${fields.length}`;
  }
  for (let i = 0; i < FIELDS.length; i++) {
    const problem = fieldProblem(fields[i], FIELDS[i]);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/** Whether a schedule sets a time zone, or seems to: the server looks for "TZ" anywhere in it. */
export function hasTimeZone(schedule: string): boolean {
  return schedule.includes('TZ');
}

/** The problem with the time zone of a CronJob, as the rest of a sentence that starts with it. */
export function timeZoneProblem(zone: string): string | undefined {
  if (zone === '') {
    return 'must not be empty';
  }
  if (zone.toLowerCase() === 'local') {
    return 'must be the name of a time zone such as Europe/Berlin, not the local zone of a machine';
  }
  return isTimeZone(zone) ? undefined : 'is not in the IANA time zone database (names are case-sensitive)';
}

function isTimeZone(full: string): boolean {
  if (OF_MACHINES.includes(full)) {
    return true;
  }
  const zone = full.startsWith('posix/') || full.startsWith('right/') ? full.slice(6) : full;
  const slash = zone.indexOf('/');
  return slash !== 0 && TIME_ZONES.get(slash < 0 ? '' : zone.slice(0, slash))?.has(zone.slice(slash + 1)) === true;
}

function descriptorProblem(spec: string): string | undefined {
  if (spec.startsWith(EVERY)) {
    return parseDuration(spec.slice(EVERY.length)) === undefined ? 'must have a duration such as \'1h30m\' after \'@every\'' : undefined;
  }
  return DESCRIPTORS.includes(spec) ? undefined : `is not a schedule: must be ${DESCRIPTORS.join(', ')} or @every with a duration`;
}

function fieldProblem(text: string, field: Field): string | undefined {
  if (text === '*') {
    return undefined; // most fields of most schedules
  }
  for (const range of text.split(',')) {
    const problem = range === '' ? undefined : rangeProblem(range, field);
    if (problem !== undefined) {
      return `has the invalid ${field.name} '${range.length > 40 ? `${range.slice(0, 40)}…` : range}': it ${problem}`;
    }
  }
  return undefined;
}

/** `*`, `?`, `5`, `1-5`, each with an optional step after a slash. The server ignores what follows the dash of `*-`. */
function rangeProblem(text: string, field: Field): string | undefined {
  const slash = text.indexOf('/');
  const bounds = slash < 0 ? text : text.slice(0, slash);
  const dash = bounds.indexOf('-');
  const low = dash < 0 ? bounds : bounds.slice(0, dash);
  let start: number | undefined = field.min;
  let end: number | undefined = field.max;
  if (low !== '*' && low !== '?') {
    start = numberOf(low, field);
    end = dash < 0 ? start : numberOf(bounds.slice(dash + 1), field);
  }
  if (start === undefined || end === undefined) {
    return 'contains something that is not a number';
  }
  if (slash >= 0) {
    const step = integer(text.slice(slash + 1));
    if (step === undefined || step === 0) {
      return 'must have a step of 1 or more after the slash';
    }
    end = dash < 0 ? field.max : end;
  }
  if (start < field.min || end > field.max) {
    return `must be from ${field.min} to ${field.max}`;
  }
  return start > end ? 'must not start after its end' : undefined;
}

function numberOf(text: string, field: Field): number | undefined {
  const index = field.names === undefined || text.length !== 3 ? -1 : field.names.indexOf(lowerCase(text));
  return index < 0 ? integer(text) : index + field.min;
}

/** A non-negative integer, as Go's Atoi parses it. */
function integer(text: string): number | undefined {
  if (!INTEGER.test(text)) {
    return undefined;
  }
  const value = Number(text);
  return value < 0 || (value > 9e18 && BigInt(text.replace('+', '')) >= 2n ** 63n) ? undefined : value;
}
