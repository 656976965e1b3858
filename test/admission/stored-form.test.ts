// The stored form of an object is that of its review, and an update that replaces the whole object is decided as any other.
import { review, reviewReplacement, reviewUpdate, storedForm } from '../../src/admission';

const container = { name: 'app', image: 'a:1', ports: [{ containerPort: 80 }] };
const template = { metadata: { labels: { app: 'a' } }, spec: { containers: [container] } };
const named = (apiVersion: string, kind: string, rest: object) => ({ apiVersion, kind, metadata: { name: 'a' }, ...rest });
const OBJECTS = {
  pod: named('v1', 'Pod', { spec: { containers: [container] } }),
  deployment: named('apps/v1', 'Deployment', { spec: { selector: { matchLabels: { app: 'a' } }, template } }),
  statefulSet: named('apps/v1', 'StatefulSet', { spec: { serviceName: 'a', selector: { matchLabels: { app: 'a' } }, template } }),
  job: named('batch/v1', 'Job', { spec: { template: { spec: { ...template.spec, restartPolicy: 'Never' } } } }),
  service: named('v1', 'Service', { spec: { ports: [{ port: 80 }] } }),
  configMap: named('v1', 'ConfigMap', { immutable: true, data: { a: '1' } }),
};

test.each([
  ...Object.entries(OBJECTS),
  ['an unknown kind', named('example.com/v1', 'Thing', {})],
  ['a wrong type', named('v1', 'ConfigMap', { data: [] })],
  ['a list', { apiVersion: 'v1', kind: 'List', items: [OBJECTS.pod] }],
  ['nothing', undefined],
])('the stored form of %s', (_, manifest) => {
  const { reviewed, defaulted } = review(manifest);
  expect(storedForm(manifest)).toMatchObject({ reviewed });
  expect(storedForm(manifest).defaulted).toEqual(defaulted);
});

test('options without meaning give no form', () => {
  expect(storedForm(OBJECTS.pod, { kubernetesVersion: '9.9' as never })).toEqual({ reviewed: true });
});

/** The object with another value at the end of a way. */
function changed(object: any, [key, ...way]: readonly string[], value: unknown): any {
  return { ...object, [key]: way.length === 0 ? value : changed(object?.[key] ?? {}, way, value) };
}

test.each<[keyof typeof OBJECTS, string, unknown, boolean]>([
  ['deployment', 'spec.replicas', 3, true],
  ['deployment', 'spec.selector.matchLabels', { app: 'b' }, false],
  ['statefulSet', 'spec.podManagementPolicy', 'Parallel', false],
  ['statefulSet', 'metadata.labels', { a: 'b' }, true],
  ['job', 'spec.parallelism', 2, true],
  ['job', 'spec.template.spec.restartPolicy', 'OnFailure', false],
  ['service', 'spec.type', 'NodePort', true],
  ['configMap', 'data.a', '2', false],
  ['configMap', 'metadata.name', 'b', false],
])('a replaced %s with another %s', (name, way, value, allowed) => {
  const stored = storedForm(OBJECTS[name]);
  const next = changed(stored.defaulted, way.split('.'), value);
  const [found, wanted] = [reviewReplacement(stored, next), reviewUpdate(stored.defaulted, next)];
  expect(found.allowed).toBe(allowed);
  expect(found.findings).toEqual(wanted.findings);
  expect(found.defaulted).toEqual(wanted.defaulted);
});

test.each(['pod', 'job', 'service'] as const)('to a %s, the cluster adds what no manifest says: it has to be compared with the manifest', (name) => {
  expect(storedForm(OBJECTS[name]).replaced).toBeUndefined();
});
