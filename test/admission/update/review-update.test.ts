import { review, reviewUpdate } from '../../../src/admission';

const configMap = (changes: object = {}) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...changes });
const containers = [{ name: 'a', image: 'a:1' }];
const pod = (spec: object = {}) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers, ...spec } });
const live = { name: 'a', uid: 'u', creationTimestamp: '2026-01-01T00:00:00Z', resourceVersion: '5' };
const codes = (old: unknown, now: unknown, options = {}) =>
  reviewUpdate(old, now, options).findings.map(({ code, at, subject }) => [code, at, subject]);

describe('any object', () => {
  test('no change is allowed', () => {
    expect(reviewUpdate(pod(), pod())).toMatchObject({ allowed: true, findings: [] });
  });

  test('the answer has the object as it is stored then', () => {
    expect(reviewUpdate(configMap(), configMap({ data: { a: 'b' } })).defaulted).toEqual(review(configMap({ data: { a: 'b' } })).defaulted);
    expect(reviewUpdate(pod(), pod()).defaulted).toMatchObject({ spec: { serviceAccountName: 'default', priority: 0, containers: [{ image: 'a:1' }] } });
  });

  test.each([
    ['another name', configMap(), configMap({ metadata: { name: 'b' } }), 'metadata.name'],
    ['another namespace', configMap({ metadata: { name: 'a', namespace: 'x' } }), configMap({ metadata: { name: 'a', namespace: 'y' } }), 'metadata.namespace'],
    ['another kind', configMap(), pod(), 'kind'],
  ])('%s is another object', (_, old, now, at) => {
    expect(codes(old, now)).toEqual([['update/another-object', at, undefined]]);
  });

  test('a namespace or name that is not written is the same one', () => {
    expect(codes(configMap({ metadata: { name: 'a', namespace: 'x' } }), configMap())).toEqual([]);
  });

  test('what the server fills in need not be written, and cannot be changed', () => {
    const old = configMap({ metadata: { ...live, generation: 3 } });
    expect(codes(old, configMap())).toEqual([]);
    expect(codes(old, configMap({ metadata: { name: 'a', creationTimestamp: '2025-01-01T00:00:00Z' } }))).toEqual([]);
    expect(codes(old, configMap({ metadata: { name: 'a', uid: 'v' } }))).toEqual([['metadata/uid-immutable', 'metadata.uid', undefined]]);
    expect(codes(configMap(), configMap({ metadata: { name: 'a', deletionTimestamp: '2025-01-01T00:00:00Z' } })))
      .toEqual([['metadata/deletion-immutable', 'metadata.deletionTimestamp', undefined]]);
  });

  test('what the cluster has decided about a live pod need not be written, and cannot be changed', () => {
    const old = { ...pod({ nodeName: 'node-1', serviceAccountName: 'default', priority: 0, preemptionPolicy: 'PreemptLowerPriority' }), metadata: live };
    expect(codes(old, pod())).toEqual([]);
    expect(codes(old, pod({ nodeName: 'node-2' }))).toEqual([['pod-update/spec', 'spec.nodeName', undefined]]);
  });

  test('an object that is being deleted gets no new finalizers', () => {
    const deleted = (finalizers: string[]) => configMap({ metadata: { ...live, deletionTimestamp: '2026-01-02T00:00:00Z', finalizers } });
    expect(codes(deleted(['a/b']), deleted(['a/b', 'c/d']))).toEqual([['metadata/finalizers-of-deleted', 'metadata.finalizers', undefined]]);
    expect(codes(deleted(['a/b', 'c/d']), configMap({ metadata: { name: 'a', finalizers: ['c/d'] } }))).toEqual([]);
  });

  test('mistakes in the new manifest are found as in a new object', () => {
    expect(codes(configMap(), configMap({ dat: {} }))).toEqual([['decode/unknown-field', 'dat', undefined]]);
    expect(codes(configMap(), configMap({ dat: {}, metadata: { name: 'a', labels: { '-': '' } } }))).toEqual([
      ['decode/unknown-field', 'dat', undefined], ['metadata/label-key', 'metadata.labels[-]', undefined],
    ]);
  });

  test('mistakes in the old manifest are warnings about that one', () => {
    const result = reviewUpdate(configMap({ dat: {} }), configMap());
    expect(result).toMatchObject({ allowed: true, findings: [{ code: 'decode/unknown-field', severity: 'warning', subject: 'old', at: 'dat' }] });
  });

  test('an old manifest that is none leaves what there is to say of the new one', () => {
    expect(codes(null, configMap({ dat: {} }))).toEqual([['decode/no-object', '', 'old'], ['decode/unknown-field', 'dat', undefined]]);
    expect(reviewUpdate(3, configMap())).toMatchObject({ allowed: false });
  });

  test('of an object of another group nothing is said', () => {
    const other = { apiVersion: 'example.com/v1', kind: 'Thing', metadata: { name: 'a' } };
    expect(reviewUpdate(other, other)).toMatchObject({ reviewed: false, coverage: 'none', allowed: true });
    expect(codes(other, configMap())).toEqual([['update/another-object', 'kind', undefined]]);
  });

  test('options that make no sense are findings', () => {
    expect(codes(pod(), pod(), { subresource: 'status' })).toEqual([['review/subresource', '', undefined]]);
    expect(codes(configMap(), configMap(), { subresource: 'resize' })).toEqual([['review/subresource', '', undefined]]);
    expect(codes(pod(), pod(), { kubernetesVersion: '1.2' })).toEqual([['review/kubernetes-version', '', undefined]]);
  });

  test('nothing is changed', () => {
    const old = Object.freeze(pod());
    const now = Object.freeze(pod());
    const before = JSON.stringify([old, now]);
    reviewUpdate(old, now);
    expect(JSON.stringify([old, now])).toBe(before);
  });
});
