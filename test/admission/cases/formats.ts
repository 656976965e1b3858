import { Case, container, Manifest, podCases, Tweak } from './base';
import { workloadCases } from './base-workloads';

/*
 * Strings of every format, at the limits of what is valid. Many valid ones share an object, since the stored object shows how the server read each;
 * each invalid one has its own object.
 */
const managed = (...times: string[]): Tweak => (object: Manifest) => {
  object.metadata.managedFields = times.map((time) => ({ manager: 'm', operation: 'Apply', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1: {}, time }));
};
const each = (what: string, texts: readonly string[], tweak: (text: string) => Tweak): { [name: string]: Tweak } =>
  Object.fromEntries(texts.map((text) => [`${what} '${text}'`, tweak(text)]));

const GOOD_TIMES = [
  '1970-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '0001-01-01T00:00:01Z', '0000-01-01T00:00:00Z', '0099-12-31T23:59:59Z', '9999-12-31T23:59:59Z',
  '2024-02-29T00:00:00Z', '2000-02-29T12:34:56Z', '2026-02-28T01:02:03Z', '2026-04-30T09:09:09Z', '2026-06-30T10:10:10Z', '2026-09-30T20:20:20Z',
  '2026-11-30T23:00:59Z', '2026-01-31T00:59:00Z', '2026-03-31T00:00:00Z', '2026-05-31T00:00:00Z', '2026-07-31T00:00:00Z', '2026-08-31T00:00:00Z',
  '2026-10-31T00:00:00Z', '2026-12-31T00:00:00Z', '2026-01-31T5:00:00Z', '2026-01-31T12:00:00.999999999Z', '2026-01-31T12:00:00,5Z',
  '2026-01-31T12:00:00.9999999999999Z', '2026-01-31T12:00:00+05:30', '2026-01-31T12:00:00-05:30', '2026-01-31T12:00:00+00:00', '2026-01-31T12:00:00-00:00',
  '2026-01-31T12:00:00+24:00', '2026-01-31T12:00:00+23:60', '2026-01-31T12:00:00-24:60', '2026-12-31T23:30:00-01:00', '2026-01-01T00:30:00+01:00',
  '0001-01-01T00:00:00.5Z', '0001-01-01T00:00:00Z', '0001-01-01T01:00:00+01:00', '0000-01-01T00:00:00+01:00', '1600-02-29T00:00:00Z',
];
const BAD_TIMES = [
  '2026-02-29T00:00:00Z', '1900-02-29T00:00:00Z', '2100-02-29T00:00:00Z', '2024-02-30T00:00:00Z', '2026-04-31T00:00:00Z', '2026-06-31T00:00:00Z',
  '2026-09-31T00:00:00Z', '2026-11-31T00:00:00Z', '2026-01-32T00:00:00Z', '2026-03-32T00:00:00Z', '2026-13-01T00:00:00Z', '2026-00-01T00:00:00Z',
  '2026-01-00T00:00:00Z', '2026-01-31T24:00:00Z', '2026-01-31T23:60:00Z', '2026-01-31T23:59:60Z', '2026-01-31T12:00:00+25:00', '2026-01-31T12:00:00+24:61',
  '2026-01-31T12:00:00+00:61', '2026-01-31T12:00:00', '2026-01-31 12:00:00Z', '2026-01-31T12:00Z', '2026-01-31T12:0:00Z', '2026-01-31T12:00:0Z', '2026-1-31T12:00:00Z',
  '2026-01-1T12:00:00Z', '226-01-31T12:00:00Z', '12026-01-31T12:00:00Z', '2026-01-31T123:00:00Z', '2026-01-31T12:00:00.Z', '2026-01-31T12:00:00;5Z',
  '2026-01-31T12:00:00+0530', '2026-01-31T12:00:00+5:30', '2026-01-31T12:00:00+05:3', ' 2026-01-31T12:00:00Z', '2026-01-31T12:00:00Z ', '2026-01-31T12:00:00Z\n',
  '-2026-01-31T12:00:00Z', '2026-01-31T:00:00Z',
];

const sizes = (...amounts: (string | number)[]): Tweak => ({ volumes: amounts.map((sizeLimit, i) => ({ name: `v${i}`, emptyDir: { sizeLimit } })) });
const SUFFIXES = ['', 'n', 'u', 'm', 'k', 'M', 'G', 'T', 'P', 'E', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei', 'e3', 'E3', 'e-3', 'e+3', 'e0', 'e1', 'e2', 'e4', 'e18', 'e19', 'e21', 'e-9', 'e-10'];
const MANTISSAS = ['0', '1', '8', '10', '100', '1000', '1024', '1023', '1025', '12', '0.5', '.5', '5.', '1.5', '0.0001', '1.125', '0.001', '1.0', '1.000', '+3', '007', '00', '0.0', '.0',
  '1048576', '123456789', '999999999999999', '9007199254740991', '9007199254740992', '9007199254740993', '9223372036854775807', '9223372036854775808', '100000000000000000',
  '999999999999999999', '1000000000000000000', '0.000000001', '0.0000000001', '0.0000000009', '1.0000000001', '123.456', '100.001', '0.1000000000000000000001'];
const BAD_QUANTITIES = ['', ' ', '.', '+', '-', '+-1', '--1', '1..', '1.1.1', '1 ', 'k', 'Ki', '.k', '-k', '1KI', '1mi', '1i', '1kk', '1e', '1e+', '1ee3', '1e3.5', '1e3k', '1 k',
  '0x1', '1_000', '1,5', 'e3', '1E', '1Ei1', '1e9223372036854775808', '1e99999999999999999999', '1µ', '١', '1K', '1B', '1g'];
/** Where the number of bits of Go decides. */
const WIDE = ['1e00000000000000000000000003', '1e-00000000003', '1000E', '1000000E', '1024Ei', '8Ei', '7Ei', '16Ei', '1e100', '123e98', '1e-100'];

const schedule = (text: string): Tweak => ({ schedule: text });
const SCHEDULES = [
  '0 0 1 1 0', '59 23 31 12 6', '60 * * * *', '* 24 * * *', '* * 32 * *', '* * * 13 *', '* * * 0 *', '* * 0 * *', '* * * * 7', '-1 * * * *', '+5 * * * *', '05 * * * *',
  ...['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((month) => `* * * ${month.toUpperCase()} *`),
  ...['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => `* * * * ${day}`),
  '* * * * January', '* * * january *', 'jan * * * *', '* * jan * *', '* * * sun *', '* * * * jan', '* * * dec-jan *', '* * * jan-dec *', '* * * * sun-sat', '* * * * sat-sun',
  '5-5 * * * *', '5-4 * * * *', '0-59 * * * *', '0-60 * * * *', '*/1 * * * *', '*/60 * * * *', '5/5 * * * *', '5-10/2 * * * *', '10-5/2 * * * *', '50-60/2 * * * *', '*/-1 * * * *', '*/ * * * *',
  '*/x * * * *', '*/5/5 * * * *', '1/2-3 * * * *', '1-2-3 * * * *', '*-5 * * * *', '*-x * * * *', '?-5/5 * * * *', '5- * * * *', '-5 * * * *', ', * * * *', '1, * * * *', '1,,2 * * * *',
  '1,60 * * * *', '1,2,3 * * * *', '* * ? * ?', '?/5 * * * *', '** * * * *', '*5 * * * *', 'L * * * *', '5# * * * *', '9223372036854775807 * * * *', '*/9223372036854775807 * * * *',
  '*/9223372036854775808 * * * *', '*/9000000000000000001 * * * *', '*/99999999999999999999 * * * *', '*/+5 * * * *', '*/0x5 * * * *', '*/+9223372036854775807 * * * *', '*/+9223372036854775808 * * * *',
  '*\t*\t*\t*\t*', '*\n*\n*\n*\n*', '*\u00a0*\u00a0*\u00a0*\u00a0*', '*\u3000*\u3000*\u3000*\u3000*', '*\u200b* * * *', '* * * * *\u0085', '* * * *', '* * * * * *', '   ', '\t',
  '@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly', '@reboot', '@Daily', '@', '@daily ', ' @daily', '@every', '@every ', '@every  1h', '@every 1h ', '@everything',
];
const DURATIONS = ['0', '+0', '-0', '1', '1s', '-1s', '+1s', '1.5h', '.5s', '5.s', '.s', 's', '1h30m', '1h 30m', '1d', '1ns', '1us', '1µs', '1μs', '1ms', '1m', '1H', '--1s', '', '1.5.5s', '1s1', '00s', '1e3s',
  '2562047h', '2562048h', '9223372036854775807ns', '9223372036854775808ns', '-9223372036854775808ns', '-9223372036854775809ns', '9999999999999999999ns', '10000000000000000000ns',
  '00000000000000000000000001s', '0.9223372036854775807s', '0.9223372036854775808s', '0.99999999999999999999999999s', '9223372036.854775807s', '9223372036.854775808s', '2562047h47m16.854775807s',
  '2562047h47m16.854775808s', '153722867m16.9s', '0.1ns', '9223372036854775807.9ns'];
const ZONES = ['UTC', 'utc', 'GMT', 'EST', 'EST5EDT', 'CET', 'Europe/Zurich', 'Europe/zurich', 'Etc/GMT+5', 'Etc/GMT-14', 'Etc/GMT-15', 'GMT0', 'GMT+0', 'America/Port-au-Prince', 'America/Indiana/Knox',
  'America/Indiana', 'America/North_Dakota/New_Salem', 'US/Pacific', 'US/Pacific-New', 'Factory', 'Zulu', 'UTC ', ' UTC', 'UTC GMT', 'Europe//Zurich', 'Europe/Zurich/', 'Europe/../UTC', './UTC',
  'Zurich', 'posix/UTC', 'right/UTC', 'posix/', 'posix', 'right/', 'posix/posix/UTC', 'posix/posixrules', 'posixrules', 'localtime', 'LOCAL', 'lOcAl', 'Local/UTC', 'zone.tab', 'tzdata.zi',
  'a/b/c/d/e/f/g/h/i/j', 'Europe/Zurich-Zurich12', '+UTC', '0', '_', 'Europe\\Zurich', 'UTC\n', 'Antarctica/DumontDUrville', 'Australia/ACT', 'W-SU', 'Africa/Addis_Ababa', 'Asia/Kolkata', 'Pacific/Auckland',
  'Atlantic/Azores', 'Indian/Maldives', 'Arctic/Longyearbyen', 'Brazil/East', 'Canada/Yukon', 'Chile/Continental', 'Mexico/General', 'constructor', 'Etc/toString'];

export const cases: Case[] = [
  ...podCases({
    'good times': managed(...GOOD_TIMES),
    ...each('time', GOOD_TIMES, (text) => (pod: Manifest) => {
      pod.metadata.creationTimestamp = text;
    }),
    ...each('time', BAD_TIMES, (text) => managed(text)),
    'a time of 1000 letters': managed(`2026-01-31T12:00:00.${'0'.repeat(979)}Z`),
    'a time of 2000 letters': managed(`2026-01-31T12:00:00.${'0'.repeat(1979)}Z`),
    ...Object.fromEntries(SUFFIXES.flatMap((suffix) => [[`quantities with '${suffix}'`, sizes(...MANTISSAS.map((text) => text + suffix))],
      ...['-1', '-0', '-0.1', '-1024', '-9223372036854775808', '-1000000000000000000000'].map((text) => [`quantity '${text}${suffix}'`, sizes(text + suffix)])])),
    'quantities that are wide': sizes(...WIDE),
    ...each('quantity', BAD_QUANTITIES, (text) => sizes(text)),
    'numbers for quantities': sizes(0, 1, 1.5, 0.1, 1e21, 1e-7, 1e15, 123456789012345680000, 5e-324, 1024, 0.001, 1e-9),
    'quantities of resources': {
      containers: ['1', '1m', '0.5', '1.5m', '0.0001', '1n', '1u', '2.000', '1e3', '1Ki', '0', '100.0001', '1e-4', '1.5Ki', '12345678901234567890'].map((cpu, i) =>
        container({ name: `c${i}`, resources: { limits: { cpu, 'memory': cpu, 'ephemeral-storage': cpu }, requests: { cpu: '0' } } })),
    },
  }).map(({ name, manifest }) => ({ name: `formats: ${name}`, manifest })),
  ...workloadCases('CronJob', {
    ...each('schedule', SCHEDULES, schedule),
    ...each('every', DURATIONS, (text) => schedule(`@every ${text}`)),
    ...each('zone', ZONES, (timeZone) => ({ timeZone })),
    ...each('zone in the schedule', [...ZONES, 'Local', ''], (zone) => schedule(`TZ=${zone} * * * * *`)),
    ...each('schedule', ['TZ=UTC ', 'TZ=UTC  ', 'TZ= * * * * *', 'TZ=UTC @daily', 'TZ=UTC\t* * * * *', 'CRON_TZ=UTC * * * * *', 'CRON_TZ=Moon * * * * *', 'cron_tz=UTC * * * * *', 'TZ=UTC   * * * * *  ', 'TZ=UTC * * * * * *',
      'TZ=UTC \u3000', 'TZ=UTC \u3000@daily', 'TZ=UTC \u0085* * * * *', 'TZ=a=b * * * * *', 'ATZ=UTC * * * * *'], schedule),
  }).map(({ name, manifest }) => ({ name: `formats: ${name}`, manifest })),
];
