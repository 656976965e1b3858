// Strings that a pattern of the review or of the importer took quadratic time for: 100,000 characters took 14 to 35 seconds.
import { container, minimalPod } from './cases/base';
import { review } from '../../src/admission';
import { importManifests } from '../../src/cli/import';

const LENGTH = 100_000;

/** Milliseconds of the processor. */
function time(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  return process.cpuUsage(start).user / 1000;
}

const cronJob = (schedule: string): object => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'a' },
  spec: { schedule, jobTemplate: { spec: { template: { spec: { containers: [container()], restartPolicy: 'Never' } } } } },
});
const secret = (value: string): object => minimalPod({ containers: [container({ env: [{ name: 'PASSWORD', value }] })] });
const named = (name: string): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } });

test.each<[string, (part: string) => unknown, string]>([
  ['a duration of digits', (long) => review(cronJob(`@every ${long}`)), '1'],
  ['a duration of decimals', (long) => review(cronJob(`@every 1.${long}`)), '1'],
  ['a duration of many parts', (long) => review(cronJob(`@every ${long}`)), '1ns'],
  ['a duration of units', (long) => review(cronJob(`@every ${long}`)), 'h'],
  ['fields of a schedule', (long) => review(cronJob(long)), '1-2,'],
  ['white space in a schedule', (long) => review(cronJob(`a${long}b`)), ' '],
  ['the value of a secret with open references', (long) => review(secret(long), { advice: true }), '$('],
  ['the value of a secret with empty references', (long) => review(secret(long), { advice: true }), '$()'],
  ['white space in a quantity', (long) => review(minimalPod({ overhead: { cpu: `1${long}1` } })), ' '],
  ['a name of dashes', (long) => review(named(`a${long}b`)), '-'],
  ['a name to import', (long) => importManifests([{ value: named(`a${long}b`), file: 'a.yaml' }]), '-'],
  ['a file to import from', (long) => importManifests([{ value: named('a'), file: `a${long}b.yaml` }]), '-'],
])('%s', (_, run, part) => {
  expect(time(() => run(part.repeat(LENGTH / part.length)))).toBeLessThan(1000);
});

test('a secret that refers to another variable is no secret in the manifest', () => {
  const codes = (value: string): string[] => review(secret(value), { advice: true }).findings.map(({ code }) => code);
  for (const value of ['$(A)', 'x$()$(A)', '$($(A', '$()', '$(', '$(A']) {
    expect([value, codes(value).includes('advice/secret-literal')]).toEqual([value, !/\$\([^)]+\)/.test(value)]);
  }
});
