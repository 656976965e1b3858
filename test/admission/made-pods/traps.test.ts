import { TRAPS, workload, WORKLOADS } from './traps';
import { review } from '../../../src/admission';

test.each(TRAPS.map((trap) => [trap.name, trap] as const))('%s: the server takes it, and refuses its pods', (_, { manifest, code, at }) => {
  const before = JSON.stringify(manifest);
  const { allowed, findings } = review(manifest);
  expect({ allowed, errors: findings.filter(({ severity }) => severity === 'error').map(({ subject, code: found, at: place }) => [subject, found, place]) })
    .toEqual({ allowed: true, errors: [['pods', code, at]] });
  expect(JSON.stringify(manifest)).toBe(before);
});

test.each([['1.33', 1], ['1.34', 0]] as const)('%s: the name of a Deployment is cut since 1.34', (kubernetesVersion, errors) => {
  expect(review(workload('Deployment', 'n'.repeat(250)), { kubernetesVersion }).findings.filter(({ severity }) => severity === 'error')).toHaveLength(errors);
});

test.each(WORKLOADS)('nothing is found in the pods of a plain %s', (kind) => {
  expect(review(workload(kind, 'plain'))).toMatchObject({ allowed: true, findings: [] });
});
