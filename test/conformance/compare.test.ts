import { firstDifference } from '../../conformance/e2e/compare';
import { canonicalQuantity } from '../../conformance/e2e/quantity';

const container = (fields: object) => ({ spec: { containers: [{ name: 'app', ...fields }] } });

test.each<[string, unknown, unknown]>([
  ['fields that the server added', { a: 1 }, { a: 1, b: 2, status: {} }],
  ['a quantity in another notation', container({ resources: { limits: { cpu: '1000m' } } }), container({ resources: { limits: { cpu: '1' } } })],
  ['a quantity written as a number', container({ resources: { requests: { cpu: 0.5 } } }), container({ resources: { requests: { cpu: '500m' } } })],
  ['a size limit', { volumes: [{ emptyDir: { sizeLimit: '1024Mi' } }] }, { volumes: [{ emptyDir: { sizeLimit: '1Gi' } }] }],
  ['a divisor', { resourceFieldRef: { divisor: '0.001' } }, { resourceFieldRef: { divisor: '1m' } }],
  ['pod overhead', { overhead: { cpu: '0.25' } }, { overhead: { cpu: '250m' } }],
  ['tolerations that admission appended', { tolerations: [{ key: 'a' }] }, { tolerations: [{ key: 'a' }, { key: 'b' }] }],
  ['the token volume and its mounts', { volumes: [], volumeMounts: [{ name: 'v' }] }, { volumes: [{ name: 't' }], volumeMounts: [{ name: 'v' }, { name: 't' }] }],
  ['an empty value that the server leaves out', { env: [{ name: 'A', value: '' }] }, { env: [{ name: 'A' }] }],
  ['empty lists and maps that it leaves out', { args: [], labels: {} }, {}],
  ['false and 0 where absent means the same', { hostNetwork: false, stdin: false, initialDelaySeconds: 0 }, {}],
  ['null, which the server takes for absent', { a: null, b: { c: null } }, { b: {} }],
  ['the same key names as JavaScript has', { labels: { constructor: 'a' } }, { labels: { constructor: 'a' } }],
])('takes %s', (_, wrote, read) => {
  expect(firstDifference(wrote, read)).toBeUndefined();
});

test.each<[string, unknown, unknown, string]>([
  ['a lost field', container({ lifecycle: { stopSignal: 'SIGINT' } }), container({ lifecycle: {} }), 'spec.containers[0].lifecycle.stopSignal'],
  ['a lost struct', { emptyDir: {} }, {}, 'emptyDir'],
  ['a lost false', { hostUsers: false }, {}, 'hostUsers'],
  ['a lost 0', { replicas: 0 }, {}, 'replicas'],
  ['a lost empty class name', { storageClassName: '' }, {}, 'storageClassName'],
  ['another value', { metadata: { labels: { 'app.kubernetes.io/name': 'a' } } }, { metadata: { labels: { 'app.kubernetes.io/name': 'b' } } },
    'metadata.labels["app.kubernetes.io/name"]'],
  ['another type', { port: 80 }, { port: '80' }, 'port'],
  ['another order', { args: ['a', 'b'] }, { args: ['b', 'a'] }, 'args[0]'],
  ['a longer list', { args: ['a'] }, { args: ['a', 'b'] }, 'args'],
  ['a shorter list', { args: ['a', 'b'] }, { args: ['a'] }, 'args[1]'],
  ['another amount', { resources: { limits: { memory: '1G' } } }, { resources: { limits: { memory: '1Gi' } } }, 'resources.limits.memory'],
  ['an annotation that only looks like a quantity', { metadata: { annotations: { divisor: '1000m' } } }, { metadata: { annotations: { divisor: '1' } } },
    'metadata.annotations.divisor'],
  ['an inherited key', { labels: { toString: 'a' } }, { labels: {} }, 'labels.toString'],
  ['nothing at all', { a: 1 }, undefined, '(the whole object)'],
])('finds %s', (_, wrote, read, path) => {
  expect(firstDifference(wrote, read)?.path).toBe(path);
});

test.each([
  ['1', 1_000_000_000n], ['1000m', 1_000_000_000n], ['1e0', 1_000_000_000n], ['0.5', 500_000_000n], ['.5', 500_000_000n], ['5.', 5_000_000_000n],
  ['1k', 10n ** 12n], ['1Ki', 1024n * 10n ** 9n], ['1.5Gi', 1536n * 1024n ** 2n * 10n ** 9n], ['1E', 10n ** 27n], ['1E3', 10n ** 12n], ['-1m', -1_000_000n],
  ['+1u', 1000n], ['1n', 1n], ['0.1n', 1n], ['12e-1', 1_200_000_000n], [2, 2_000_000_000n], [0.25, 250_000_000n],
  ['', undefined], ['m', undefined], ['.', undefined], ['1KB', undefined], ['1 ', undefined], ['a', undefined], [true, undefined],
])('quantity %j', (text, value) => {
  expect(canonicalQuantity(text)).toBe(value);
});
