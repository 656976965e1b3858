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
    expect(reviewUpdate(pod(), pod()).defaulted).toEqual(review(pod()).defaulted);
    expect(reviewUpdate(pod(), pod()).defaulted).toMatchObject({ spec: { dnsPolicy: 'ClusterFirst', containers: [{ image: 'a:1' }] } });
  });

  test('what plugins and the cluster have added is in it when a manifest says it', () => {
    const added = { serviceAccountName: 'default', serviceAccount: 'default', priority: 0, preemptionPolicy: 'PreemptLowerPriority' };
    const old = { ...pod(added), metadata: live };
    expect(reviewUpdate(old, pod()).defaulted).toMatchObject({ spec: added });
    expect(reviewUpdate(pod(), pod({ priority: 0 })).defaulted).toMatchObject({ spec: { priority: 0 } });
    expect(Object.keys(added).filter((field) => JSON.stringify(reviewUpdate(pod(), pod()).defaulted).includes(`"${field}"`))).toEqual([]);
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

  test('an image that is missing is one mistake', () => {
    expect(codes(pod(), pod({ containers: [{ name: 'a' }] }))).toEqual([['image/missing', 'spec.containers[0].image', undefined]]);
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

describe('what a cluster gives', () => {
  const service = (spec: object = {}) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: [{ port: 80 }], ...spec } });
  const job = (spec: object = {}) => ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'a' }, spec: { template: { spec: { containers, restartPolicy: 'Never' } }, ...spec } });

  test('addresses, families and ports of a Service are not in the answer unless a manifest says them', () => {
    expect(reviewUpdate(service(), service({ type: 'NodePort' })).defaulted).toEqual(review(service({ type: 'NodePort' })).defaulted);
    const local = { type: 'LoadBalancer', externalTrafficPolicy: 'Local' };
    expect(reviewUpdate(service(local), service(local)).defaulted).toEqual(review(service(local)).defaulted);
    expect(reviewUpdate(service({ clusterIP: '10.96.0.10' }), service()).defaulted)
      .toEqual(review(service({ clusterIP: '10.96.0.10' })).defaulted);
  });

  test('what one sort of cluster accepts is accepted', () => {
    expect(codes(service(), service({ ipFamilies: ['IPv6'] }))).toEqual([]);
    expect(codes(service(), service({ ipFamilyPolicy: 'RequireDualStack' }))).toEqual([]);
    expect(codes(service({ ipFamilies: ['IPv4'] }), service({ ipFamilies: ['IPv6'] }))).toEqual([['service-update/ip-family', 'spec.ipFamilies[0]', undefined]]);
    expect(reviewUpdate(service({ ipFamilies: ['IPv4'] }), service({ ipFamilies: ['IPv6'] })).findings[0]).toMatchObject({
      field: 'spec.clusterIPs[0]', message: "the families of a Service cannot change: ipFamilies[0] is 'IPv4', got 'IPv6'",
    });
  });

  test('an address is where the manifest has it', () => {
    expect(codes(service(), service({ clusterIP: '10.96.0.11' }))).toEqual([['service-update/cluster-ip', 'spec.clusterIP', undefined]]);
    expect(reviewUpdate(service(), service({ clusterIP: '10.96.0.11' })).findings[0]).toMatchObject({
      field: 'spec.clusterIPs[0]', message: "the address of a Service cannot change: it is the one that the server gave it, got '10.96.0.11'", hint: 'remove clusterIP',
    });
  });

  test('two ports cannot get one node port', () => {
    const ports = [{ port: 80 }, { port: 80 }];
    expect(codes(service({ type: 'NodePort' }), service({ type: 'NodePort', ports }))).toEqual([['service-update/node-port-twice', 'spec.ports[1].nodePort', undefined]]);
  });

  test('the selector and labels of a Job are not in the answer unless a manifest says them', () => {
    expect(reviewUpdate(job(), job({ parallelism: 2 })).defaulted).toEqual(review(job({ parallelism: 2, completions: 1 })).defaulted);
    expect(codes(job(), job({ selector: {} }))).toEqual([]);
    expect(codes(job(), job({ manualSelector: true }))).toEqual([]);
  });
});
