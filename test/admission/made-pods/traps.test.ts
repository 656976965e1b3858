import { TRAPS, workload, WORKLOADS } from './traps';
import { review } from '../../../src/admission';

test.each(TRAPS.map((trap) => [trap.name, trap] as const))('%s: the server takes it, and refuses its pods', (_, { manifest, code, at }) => {
  const before = JSON.stringify(manifest);
  const { allowed, findings } = review(manifest);
  expect({ allowed, errors: findings.filter(({ severity }) => severity === 'error').map(({ subject, code: found, at: place }) => [subject, found, place]) })
    .toEqual({ allowed: true, errors: [['pods', code, at]] });
  expect(JSON.stringify(manifest)).toBe(before);
});

test.each(WORKLOADS)('nothing is found in the pods of a plain %s', (kind) => {
  expect(review(workload(kind, 'plain'))).toMatchObject({ allowed: true, findings: [] });
});
