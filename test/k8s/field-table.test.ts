import { MINORS } from '../../src/admission/version';
import { Field, inMinor } from '../../src/k8s/field';
import { allTypes, fieldOf } from '../../src/k8s/field-table';
import { KINDS, POD_KINDS } from '../../src/k8s/kinds';
import { readReduced, SCALARS } from '../../tools/generate/model';

const TYPES = allTypes();

const NEWEST = MINORS[MINORS.length - 1];

const allFields = Object.entries(TYPES).flatMap(([type, fields]) => (
  Object.entries(fields).map(([name, field]) => ({ type, name, field }))));

test.each(MINORS)('has exactly the fields of 1.%i', (minor) => {
  const expected = Object.entries(readReduced(minor).types).flatMap(([type, { fields }]) => Object.keys(fields).map((name) => `${type}.${name}`));
  const found = allFields.filter(({ field }) => inMinor(field, minor)).map(({ type, name }) => `${type}.${name}`);
  expect(found.sort()).toEqual(expected.sort());
});

test('says of every field of the newest minor what OpenAPI says', () => {
  for (const [type, { fields }] of Object.entries(readReduced(NEWEST).types)) {
    for (const [name, field] of Object.entries(fields)) {
      const entry = fieldOf(type, name, NEWEST)!;
      const item = ['struct', 'list', 'map'].includes(entry.is) ? entry.of : entry.is;
      expect({
        name: `${type}.${name}`,
        type: `${entry.is === 'list' ? '[]' : entry.is === 'map' ? '{}' : ''}${item}`,
        list: entry.list,
        keys: entry.keys,
        ptr: entry.ptr,
      })
        .toEqual({ name: `${type}.${name}`, type: field.type.replace('{}[]string', '{}strings'), list: field.list, keys: field.keys, ptr: field.ptr });
    }
  }
});

test('leads to no type that it does not have', () => {
  const unknown = allFields.filter(({ field }) => field.of !== undefined && !SCALARS.has(field.of) && !(field.of in TYPES));
  expect(unknown).toEqual([]);
});

test('the kinds of pods, each with its apiVersion', () => {
  expect(Object.fromEntries(POD_KINDS.map((kind) => [kind, KINDS[kind].apiVersion]))).toEqual({
    Pod: 'v1',
    PodTemplate: 'v1',
    ReplicationController: 'v1',
    Service: 'v1',
    ReplicaSet: 'apps/v1',
    Deployment: 'apps/v1',
    StatefulSet: 'apps/v1',
    DaemonSet: 'apps/v1',
    Job: 'batch/v1',
    CronJob: 'batch/v1',
  });
});

test.each([
  ['PodSpec', 'containers', undefined, { is: 'list', of: 'Container', required: true, keep: true, list: 'map', keys: ['name'] }],
  ['PodSpec', 'overhead', 33, { is: 'map', of: 'quantity' }],
  ['PodSpec', 'hostnameOverride', 33, undefined],
  ['PodSpec', 'hostnameOverride', 34, { is: 'string', ptr: true, since: 34 }],
  ['PodSpec', 'workloadRef', 34, undefined],
  ['PodSpec', 'workloadRef', 35, { is: 'struct', of: 'WorkloadReference', ptr: true, since: 35, until: 35 }],
  ['PodSpec', 'workloadRef', 36, undefined],
  ['PodSpec', 'workloadRef', undefined, { is: 'struct', of: 'WorkloadReference', ptr: true, since: 35, until: 35 }],
  ['PodSpec', 'constructor', undefined, undefined],
  ['toString', 'length', undefined, undefined],
  ['PodSpec', '__proto__', undefined, undefined],
])('fieldOf(%s, %s, %s)', (type, name, minor, expected) => {
  expect(fieldOf(type, name, minor)).toEqual(expected);
});

test.each(MINORS)('knows what 1.%i writes though it is empty', (minor) => {
  const expected = Object.entries(readReduced(minor).types).flatMap(([type, { fields }]) => (
    Object.entries(fields).filter(([, { keep }]) => keep).map(([name]) => `${type}.${name}`)));
  const found = allFields.filter(({ field }) => inMinor(field, minor) && field.keep !== undefined && (field.keep === true || minor <= field.keep));
  expect(found.map(({ type, name }) => `${type}.${name}`).sort()).toEqual(expected.sort());
});

test.each([
  ['ObjectMeta', 'creationTimestamp', { is: 'date-time', keep: 33 }],
  ['Container', 'resources', { is: 'struct', of: 'ResourceRequirements', keep: true }],
  ['PodSpec', 'securityContext', { is: 'struct', of: 'PodSecurityContext', ptr: true }],
  ['ResourceFieldSelector', 'divisor', { is: 'quantity', keep: true }],
  ['DeploymentSpec', 'selector', { is: 'struct', of: 'LabelSelector', required: true, ptr: true, keep: true }],
])('empty values of %s.%s', (type, name, expected) => {
  expect(fieldOf(type, name)).toEqual(expected);
});

test('values that came later say since when', () => {
  expect(fieldOf('Toleration', 'operator')).toMatchObject({ values: ['Exists', 'Equal', 'Lt', 'Gt'], valuesSince: { Lt: 35, Gt: 35 } });
});

describe('kinds', () => {
  test.each(MINORS)('are those that OpenAPI of 1.%i has', (minor) => {
    const served = Object.entries(KINDS).filter(([, { since = 0 }]) => since <= minor);
    const found = served.map(([kind, { apiVersion, type, also, clusterScoped }]) => [kind, { apiVersion, type, also, namespaced: !clusterScoped }]);
    expect(Object.fromEntries(found)).toEqual(readReduced(minor).kinds);
  });

  test.each(Object.entries(KINDS))('the way to the template of a %s leads to one, and is all there is', (called, { template, optional, type: kind = called }) => {
    const fields = (template ?? []).reduce<Field[]>((way, name) => [...way, TYPES[way[way.length - 1]?.of ?? kind][name]], []);
    expect(fields.map(({ is }) => is)).toEqual((template ?? []).map(() => 'struct'));
    expect([kind, fields[fields.length - 1]?.of]).toEqual([kind, kind === 'Pod' || template === undefined ? undefined : 'PodTemplateSpec']);
    expect(optional ?? false).toBe(fields.some(({ ptr }) => ptr));
    const has = (type: string): boolean => Object.entries(TYPES[type]).some(([name, { is, of = '' }]) => name !== 'status' && is === 'struct'
      && (of === 'PodTemplateSpec' || (Object.hasOwn(TYPES, of) && has(of))));
    expect(has(kind)).toBe((template?.length ?? 0) > 0);
  });
});
