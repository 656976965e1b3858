import { Case, Manifest } from './base';
import { objectCases } from './base-objects';

const GPU = { name: 'gpu', exactly: { deviceClassName: 'gpu.example.com' } };
const FIRST = { name: 'any', firstAvailable: [{ name: 'big', deviceClassName: 'gpu.example.com' }, { name: 'small', deviceClassName: 'gpu.example.com', count: 2 }] };
const CLAIM = {
  apiVersion: 'resource.k8s.io/v1', kind: 'ResourceClaim', metadata: { name: 'web' }, spec: { devices: { requests: [GPU] } },
} as unknown as Manifest;
const TEMPLATE = { ...CLAIM, kind: 'ResourceClaimTemplate', spec: { spec: CLAIM.spec } } as unknown as Manifest;
const named = (name: string) => ({ metadata: { name } });
const devices = (fields: object) => ({ spec: { devices: { requests: [GPU, FIRST], ...fields } } });
const requests = (...list: object[]) => ({ spec: { devices: { requests: list } } });
const exactly = (fields: object) => requests({ name: 'gpu', exactly: { deviceClassName: 'gpu.example.com', ...fields } });
const both = (fields: object) => requests({ name: 'any', exactly: { deviceClassName: 'a', ...fields }, firstAvailable: [{ name: 'big', deviceClassName: 'a', ...fields }] });
const part = (fields: object) => requests({ name: 'any', firstAvailable: [{ name: 'big', deviceClassName: 'gpu.example.com', ...fields }] });
const tolerates = (...tolerations: object[]) => exactly({ tolerations });
const matches = (matchAttribute: string, rest: object = {}) => devices({ constraints: [{ matchAttribute, ...rest }] });
const config = (opaque: object | undefined, rest: object = {}) => devices({ config: [{ opaque, ...rest }] });
const OPAQUE = { driver: 'gpu.example.com', parameters: { a: 1 } };
const many = (count: number) => Array.from({ length: count }, (_, i) => i);
const cel = (expression: string) => exactly({ selectors: [{ cel: { expression } }] });
const template = (fields: object) => ({ spec: { spec: CLAIM.spec, ...fields } });

export const cases: Case[] = [
  ...objectCases(CLAIM, {
    'the smallest': {},
    'no spec': { spec: undefined },
    'an empty spec': { spec: {} },
    'no devices': { spec: { devices: {} } },
    'no name': { metadata: {} },
    'name with a capital': named('Web'),
    'name with a dot': named('web.a'),
    'a status': { status: { reservedFor: [{ name: 'a', resource: 'pods', uid: 'b' }] } },
    'a request of neither': requests({ name: 'gpu' }),
    'a request of both': requests({ ...FIRST, ...GPU }),
    'a request of both, with a bad mode': both({ allocationMode: 'Some' }),
    'a request of both, with counts': both({ allocationMode: 'All', count: 2 }),
    'a request of both, with bad classes': both({ deviceClassName: 'A B' }),
    'a request of both, without classes': both({ deviceClassName: undefined }),
    'a request of both, with bad tolerations': both({ tolerations: [{ key: 'a b', operator: 'Is', effect: 'Never' }, { operator: 'Exists', value: 'a' }, { operator: 'Equal', value: '-' }] }),
    'a request of both, with empty selectors': both({ selectors: [{}, { cel: {} }] }),
    'a request of both, with 33 selectors': both({ selectors: many(33).map(() => ({ cel: { expression: 'true' } })) }),
    'a request of both, with parts of one name': requests({ name: 'Any', exactly: {}, firstAvailable: [{ name: 'A' }, { name: 'A' }] }),
    'a request of both, with 9 parts': requests({ name: 'any', exactly: { deviceClassName: 'a' }, firstAvailable: many(9).map((i) => ({ name: `a${i}`, deviceClassName: 'a' })) }),
    'a request of the first available': requests(FIRST),
    'a request of an empty list': requests({ name: 'gpu', firstAvailable: [] }),
    'a request without name': requests({ exactly: GPU.exactly }),
    'a request with a bad name': requests({ ...GPU, name: 'A.b' }),
    'a request twice': requests(GPU, GPU),
    'a part twice': requests({ name: 'any', firstAvailable: [FIRST.firstAvailable[0], FIRST.firstAvailable[0]] }),
    'a part without name': part({ name: undefined }),
    '32 requests': requests(...many(32).map((i) => ({ ...GPU, name: `a${i}` }))),
    '33 requests': requests(...many(33).map(() => ({ ...GPU, name: 'A' }))),
    '9 parts': requests({ name: 'any', firstAvailable: many(9).map((i) => ({ name: `a${i}`, deviceClassName: 'a' })) }),
    'no class': exactly({ deviceClassName: undefined }),
    'an empty class': exactly({ deviceClassName: '' }),
    'a bad class': exactly({ deviceClassName: 'A' }),
    'no class of a part': part({ deviceClassName: undefined }),
    'a bad class of a part': part({ deviceClassName: 'A' }),
    'all devices': exactly({ allocationMode: 'All' }),
    'all devices, counted': exactly({ allocationMode: 'All', count: 1 }),
    'a mode that is none': exactly({ allocationMode: 'Some', count: 2 }),
    'a mode of a part that is none': part({ allocationMode: 'Some' }),
    'a count': exactly({ allocationMode: 'ExactCount', count: 2 }),
    'count 0': exactly({ count: 0 }),
    'count -1': exactly({ count: -1 }),
    'a selector': cel('device.driver == "gpu.example.com"'),
    'a selector without CEL': exactly({ selectors: [{}] }),
    'a selector with an empty expression': cel(''),
    'a selector that is too long': cel('a'.repeat(10 * 1024 + 1)),
    '33 selectors': exactly({ selectors: many(33).map(() => ({ cel: { expression: 'true' } })) }),
    'tolerations': tolerates({ key: 'a', operator: 'Exists' }, { key: 'a', value: 'b', effect: 'NoSchedule' }, { operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }),
    'a toleration of no effect': tolerates({ key: 'a', operator: 'Exists', effect: 'None' }),
    'bad tolerations': tolerates({ key: 'a b', operator: 'Is', effect: 'PreferNoSchedule' }, { operator: 'Exists', value: 'a' }, { value: 'a b' }, {}),
    'tolerations of a part': part({ tolerations: [{ key: 'a b', operator: 'Is' }, { key: 'a' }] }),
    'a capacity': exactly({ capacity: { requests: { memory: '1Gi' } } }),
    'a capacity of a part': part({ capacity: { requests: { memory: '1Gi' } } }),
    'derived attributes': exactly({ derivedAttributes: [{ name: 'example.com/a', expression: '1' }] }),
    'derived attributes of a part': part({ derivedAttributes: [{ name: 'example.com/a', expression: '1' }] }),
    'a constraint': matches('example.com/model'),
    'a constraint of requests': matches('example.com/model', { requests: ['gpu', 'any', 'any/big'] }),
    'a constraint of no request': matches('example.com/model', { requests: ['other', 'any/other', 'other/big', 'gpu/big', 'any/big/a', 'A/b', ''] }),
    'a constraint of a request twice': matches('example.com/model', { requests: ['gpu', 'gpu'] }),
    'a constraint of 33 requests': matches('example.com/model', { requests: many(33).map(() => 'gpu') }),
    'an empty constraint': devices({ constraints: [{}] }),
    'a constraint that is distinct': devices({ constraints: [{ distinctAttribute: 'example.com/model' }] }),
    'a constraint that is badly distinct': devices({ constraints: [{ distinctAttribute: 'model' }] }),
    'a constraint of both': matches('example.com/model', { distinctAttribute: 'a' }),
    'a constraint with capitals': matches('Example.com/model'),
    'a constraint without domain': matches('model'),
    'a constraint of an empty attribute': matches(''),
    'a constraint of an empty domain': matches('/model'),
    'a constraint of an empty name': matches('example.com/'),
    'a constraint of a slash': matches('/'),
    'a constraint of two slashes': matches('example.com/a/b'),
    'a constraint of a bad attribute': matches('a_b/1-a'),
    'a constraint of a long attribute': matches(`${'w'.repeat(64)}/${'w'.repeat(33)}`),
    '33 constraints': devices({ constraints: many(33).map(() => ({})) }),
    'a configuration': config(OPAQUE),
    'a configuration of requests': config(OPAQUE, { requests: ['gpu', 'other', 'gpu'] }),
    'a configuration without a driver': config({ parameters: { a: 1 } }),
    'a configuration of a bad driver': config({ ...OPAQUE, driver: 'a_b' }),
    'a configuration of a long driver': config({ ...OPAQUE, driver: 'w'.repeat(64) }),
    'a configuration without parameters': config({ driver: 'gpu.example.com' }),
    'a configuration with empty parameters': config({ ...OPAQUE, parameters: {} }),
    'a configuration with long parameters': config({ ...OPAQUE, parameters: { a: 'w'.repeat(10 * 1024) } }),
    'a configuration with parameters that are a list': config({ ...OPAQUE, parameters: [1] }),
    'a configuration with parameters that are a number': config({ ...OPAQUE, parameters: 5 }),
    'an empty configuration': config(undefined),
    '33 configurations': devices({ config: many(33).map(() => ({})) }),
    'several faults': { metadata: { name: 'Web' }, spec: { devices: { requests: [{}, { name: 'a', exactly: {} }], constraints: [{}], config: [{}] } } },
  }),
  ...objectCases(TEMPLATE, {
    'the smallest': {},
    'no spec': { spec: undefined },
    'an empty spec': { spec: {} },
    'name with a capital': named('Web'),
    'labels': template({ metadata: { labels: { a: 'b' }, annotations: { a: 'b' } } }),
    'bad labels': template({ metadata: { labels: { 'a b': 'c' }, annotations: { 'a b': 'c' } } }),
    'other metadata': template({ metadata: { name: 'a', finalizers: ['b'] } }),
    'other metadata that is empty': template({ metadata: { finalizers: [], ownerReferences: [], managedFields: [] } }),
    'no devices': { spec: { spec: {} } },
    'faults': { spec: { spec: { devices: { requests: [{}, { name: 'a', exactly: { tolerations: [{}] } }], constraints: [{}] } } } },
    'what may be dropped': { spec: { spec: { devices: { requests: [{ ...GPU, exactly: { ...GPU.exactly, tolerations: [{ key: 'a' }] } }], constraints: [{ distinctAttribute: 'a.b/c' }] } } } },
  }),
];
