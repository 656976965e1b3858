import { review } from '../../../../src/admission';

const fieldsOf = (manifest: object) => review(manifest).findings.filter(({ severity }) => severity === 'error').map(({ type, field }) => `${type} ${field}`);

// What the server says of the same manifests; the cases compare only what a partial review does say.
test.each([
  ['v1', 'Node'],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
  ['storage.k8s.io/v1', 'CSINode'],
])('a name of %s %s is a DNS subdomain', (apiVersion, kind) => {
  const rest = kind === 'CSINode' ? { spec: { drivers: [] } } : {};
  expect(fieldsOf({ apiVersion, kind, metadata: { name: 'a_b' }, ...rest })).toEqual(['FieldValueInvalid metadata.name']);
  expect(fieldsOf({ apiVersion, kind, metadata: { name: 'a.b' }, ...rest })).toEqual([]);
});

test('an Event may have any name that is a path segment', () => {
  const event = { apiVersion: 'v1', kind: 'Event', involvedObject: { namespace: 'default' } };
  expect(fieldsOf({ ...event, metadata: { name: 'a_b', namespace: 'default' } })).toEqual([]);
  expect(fieldsOf({ ...event, metadata: { name: 'a/b', namespace: 'default' } })).toContain('FieldValueInvalid metadata.name');
});
