import { KUBERNETES_VERSIONS, review } from '../../../../src/admission';

// The server generates a random name each time, so its answer cannot be recorded.
test.each(KUBERNETES_VERSIONS)('a LimitRange without a name gets one from %s', (kubernetesVersion) => {
  const spec = { limits: [{ type: 'Container', max: { cpu: '1' } }] };
  expect(review({ apiVersion: 'v1', kind: 'LimitRange', metadata: {}, spec }, { kubernetesVersion })).toMatchObject({ allowed: true, findings: [] });
});
