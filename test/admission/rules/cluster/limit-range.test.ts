import { KUBERNETES_VERSIONS, review } from '../../../../src/admission';

// The server makes up another name each time, so that no answer of it can be recorded.
test.each(KUBERNETES_VERSIONS)('a LimitRange without a name gets one from %s', (kubernetesVersion) => {
  const spec = { limits: [{ type: 'Container', max: { cpu: '1' } }] };
  expect(review({ apiVersion: 'v1', kind: 'LimitRange', metadata: {}, spec }, { kubernetesVersion })).toMatchObject({ allowed: true, findings: [] });
});
