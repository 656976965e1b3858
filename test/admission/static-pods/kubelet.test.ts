import { staticPodFindings } from '../../../src/admission/static-pods/kubelet';
import { DEFAULT_KUBERNETES_VERSION } from '../../../src/admission/version';

const pod = (spec: object, metadata: object = { name: 'a' }): object => ({ apiVersion: 'v1', kind: 'Pod', metadata, spec });

test.each<[string, object, string[]]>([
  ['a plain one', pod({ containers: [{ name: 'a', image: 'b' }] }), []],
  ['no name', pod({}, { generateName: 'a-' }), ['static-pod/name']],
  ['another kind', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' } }, ['static-pod/kind']],
  ['references', pod({ serviceAccountName: 'x', volumes: [{ name: 'v', configMap: {} }], containers: [{ env: [{ valueFrom: { secretKeyRef: {} } }] }] }),
    ['static-pod/api-reference', 'static-pod/api-reference', 'static-pod/api-reference']],
  ['rubbish', pod(null as any, null as any), ['static-pod/name']],
])('%s', (_, object, codes) => {
  expect(staticPodFindings(object, DEFAULT_KUBERNETES_VERSION).map(({ code }) => code)).toEqual(codes);
});

test('a 1.33 kubelet refuses less', () => {
  const spec = { serviceAccountName: 'x', resourceClaims: [{ name: 'y' }] };
  expect(staticPodFindings(pod(spec), '1.33').map(({ at, severity }) => [at, severity])).toEqual([['spec.serviceAccountName', 'warning'], ['spec.resourceClaims', 'error']]);
});
