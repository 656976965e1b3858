import { Case, Manifest } from './base';
import { objectCases } from './base-objects';

const head = (kind: string, rest: object = {}): Manifest => ({ apiVersion: 'v1', kind, metadata: { name: 'web' }, ...rest }) as Manifest;
const named = (name: string) => ({ metadata: { name } });
const labelled = (labels: object) => ({ metadata: { name: 'web', labels } });
const finalizers = (...list: string[]) => ({ spec: { finalizers: list } });
const limits = (...list: object[]) => ({ spec: { limits: list } });
const ofContainers = (fields: object) => limits({ type: 'Container', ...fields });
const hard = (amounts: object, rest: object = {}) => ({ spec: { hard: amounts, ...rest } });
const scopes = (list: string[], amounts: object = { pods: '5' }) => hard(amounts, { scopes: list });
const selects = (matchExpressions: object[], amounts: object = { pods: '5' }) => hard(amounts, { scopeSelector: { matchExpressions } });
const RESOURCES = [
  'cpu', 'memory', 'storage', 'ephemeral-storage', 'pods', 'services', 'configmaps', 'requests.cpu', 'limits.memory', 'requests.storage', 'limits.ephemeral-storage',
  'services.nodeports', 'hugepages-2Mi', 'requests.hugepages-2Mi', 'limits.hugepages-2Mi', 'example.com/gpu', 'requests.example.com/gpu', 'count/deployments.apps', 'gold.storageclass.storage.k8s.io/requests.storage',
  'gpu', 'Cpu', 'a/', '/a', 'kubernetes.io/a', '',
];
const SCOPES = ['Terminating', 'NotTerminating', 'BestEffort', 'NotBestEffort', 'PriorityClass', 'CrossNamespacePodAffinity', 'VolumeAttributesClass', 'Other', ''];

export const cases: Case[] = [
  ...objectCases(head('Namespace'), {
    'the smallest': {},
    'name with a dot': named('web.a'),
    'name with a capital': named('Web'),
    'name of 63': named('w'.repeat(63)),
    'name of 64': named('w'.repeat(64)),
    'no name': { metadata: {} },
    'a prefix of names': { metadata: { generateName: 'web-' } },
    'a prefix with a dot': { metadata: { generateName: 'web.' } },
    'another name in the label': labelled({ 'kubernetes.io/metadata.name': 'other' }),
    'a bad label': labelled({ 'a/': 'b' }),
    'a finalizer': finalizers('kubernetes'),
    'a finalizer of a domain': finalizers('example.com/a'),
    'a finalizer without domain': finalizers('a'),
    'a bad finalizer': finalizers('kubernetes', 'a b'),
    'an empty finalizer': finalizers(''),
    'a status': { status: { phase: 'Terminating' } },
    'security levels': labelled({ 'pod-security.kubernetes.io/enforce': 'restricted', 'pod-security.kubernetes.io/warn-version': 'v1.30' }),
    'a level that is none': labelled({ 'pod-security.kubernetes.io/enforce': 'strict' }),
    'a level to warn of that is none': labelled({ 'pod-security.kubernetes.io/warn': 'strict', 'pod-security.kubernetes.io/audit': '' }),
    'a version that is none': labelled({ 'pod-security.kubernetes.io/enforce-version': '1.30' }),
    'the latest version': labelled({ 'pod-security.kubernetes.io/enforce-version': 'latest', 'pod-security.kubernetes.io/audit-version': 'v1.999' }),
  }),
  ...objectCases(head('LimitRange', { spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] } }), {
    'the smallest': {},
    'no spec': { spec: undefined },
    'name with a capital': named('Web'),
    'no type': limits({ max: { cpu: '1' } }),
    'another type': limits({ type: 'Service' }),
    'a type of a domain': limits({ type: 'example.com/a', max: { 'gpu': '1', 'example.com/b': '1' } }),
    'a bad type': limits({ type: 'a b' }),
    'the same type twice': limits({ type: 'Pod' }, { type: 'Pod' }),
    'Pods': limits({ type: 'Pod', max: { cpu: '2' }, min: { cpu: '1' } }),
    'Pods with defaults': limits({ type: 'Pod', default: { cpu: '2' }, defaultRequest: { cpu: '1' } }),
    'claims': limits({ type: 'PersistentVolumeClaim', max: { storage: '1Gi' } }),
    'claims without storage': limits({ type: 'PersistentVolumeClaim', max: { cpu: '1' } }),
    ...Object.fromEntries(RESOURCES.map((name) => [`resource '${name}'`, ofContainers({ max: { [name]: '1' }, min: { [name]: '1' } })])),
    'min above max': ofContainers({ min: { cpu: '2' }, max: { cpu: '1' } }),
    'min above the request': ofContainers({ min: { cpu: '2' }, defaultRequest: { cpu: '1' } }),
    'the request above max': ofContainers({ defaultRequest: { cpu: '2' }, max: { cpu: '1' } }),
    'the request above the limit': ofContainers({ defaultRequest: { cpu: '2' }, default: { cpu: '1' } }),
    'min above the limit': ofContainers({ min: { cpu: '2' }, default: { cpu: '1' } }),
    'the limit above max': ofContainers({ default: { cpu: '2' }, max: { cpu: '1' } }),
    'only min': ofContainers({ min: { memory: '1Gi' } }),
    'only a limit': ofContainers({ default: { memory: '1Gi' } }),
    'another request of a device': ofContainers({ default: { 'example.com/gpu': '2' }, defaultRequest: { 'example.com/gpu': '1' } }),
    'a ratio': ofContainers({ maxLimitRequestRatio: { cpu: '2' } }),
    'a ratio below 1': ofContainers({ maxLimitRequestRatio: { cpu: '500m' } }),
    'a ratio above max by min': ofContainers({ min: { cpu: '1' }, max: { cpu: '2' }, maxLimitRequestRatio: { cpu: '2.5' } }),
    'a ratio of max by min': ofContainers({ min: { cpu: '100m' }, max: { cpu: '250m' }, maxLimitRequestRatio: { cpu: '2.5' } }),
    'a ratio with min 0': ofContainers({ min: { cpu: '0' }, max: { cpu: '2' }, maxLimitRequestRatio: { cpu: '9' } }),
    'a ratio of all 0': ofContainers({ min: { cpu: '0' }, max: { cpu: '0' }, maxLimitRequestRatio: { cpu: '9' } }),
    'a ratio of what is too large for thousandths': ofContainers({ min: { memory: '8Pi' }, max: { memory: '16Pi' }, maxLimitRequestRatio: { memory: '2500m' } }),
    'below 0': ofContainers({ min: { cpu: '-1' } }),
    'millionths': ofContainers({ min: { cpu: '1u' }, max: { cpu: '1.0001' } }),
  }),
  ...objectCases(head('ResourceQuota', { spec: { hard: { pods: '5' } } }), {
    'the smallest': {},
    'no spec': { spec: undefined },
    'no name': { metadata: {} },
    'name with a capital': named('Web'),
    'a status': { status: { hard: { gpu: '1' } } },
    ...Object.fromEntries(RESOURCES.map((name) => [`resource '${name}'`, hard({ [name]: '1' })])),
    'below 0': hard({ cpu: '-1', pods: '-1' }),
    'requests above the limits': hard({ 'requests.cpu': '4', 'limits.cpu': '3', 'requests.memory': '2Gi', 'limits.memory': '1Gi', 'requests.ephemeral-storage': '2', 'limits.ephemeral-storage': '1' }),
    'requests of the limits': hard({ 'requests.cpu': '1000m', 'limits.cpu': '1' }),
    'bare requests above the limits': hard({ 'cpu': '4', 'limits.cpu': '3', 'ephemeral-storage': '2', 'limits.ephemeral-storage': '1' }),
    'bare requests beside others': hard({ 'cpu': '4', 'requests.cpu': '2', 'limits.cpu': '3' }),
    'half a Pod': hard({ pods: '500m' }),
    'half a device': hard({ 'example.com/gpu': '1.5' }),
    'half a CPU': hard({ cpu: '500m' }),
    'millionths of a CPU': hard({ cpu: '1u' }),
    ...Object.fromEntries(SCOPES.map((scope) => [`scope '${scope}'`, scopes([scope])])),
    ...Object.fromEntries(SCOPES.map((scope) => [`scope '${scope}' of storage`, scopes([scope], { 'persistentvolumeclaims': '1', 'requests.storage': '1Gi', 'example.com/gpu': 1 })])),
    ...Object.fromEntries(SCOPES.map((scope) => [`scope '${scope}' of CPUs`, scopes([scope], { 'cpu': '1', 'limits.memory': '1Gi', 'services': 1 })])),
    'best effort and not': scopes(['BestEffort', 'NotBestEffort']),
    'terminating and not': scopes(['Terminating', 'NotTerminating', 'Terminating']),
    ...Object.fromEntries(SCOPES.map((scope) => [`selects scope '${scope}'`, selects([{ scopeName: scope, operator: 'Exists' }])])),
    ...Object.fromEntries(SCOPES.map((scope) => [`selects values of scope '${scope}'`, selects([{ scopeName: scope, operator: 'In', values: ['a'] }])])),
    'selects no values': selects([{ scopeName: 'PriorityClass', operator: 'In' }]),
    'selects values that exist': selects([{ scopeName: 'PriorityClass', operator: 'Exists', values: ['a'] }]),
    'selects by another operator': selects([{ scopeName: 'PriorityClass', operator: 'Is' }]),
    'selects without operator': selects([{ scopeName: 'BestEffort' }]),
    'selects best effort and not': selects([{ scopeName: 'BestEffort', operator: 'Exists' }, { scopeName: 'NotBestEffort', operator: 'Exists' }]),
    ...Object.fromEntries(['foo', 'count/pods', 'hugepages-2Mi', 'requests.hugepages-2Mi', 'services.nodeports', 'requests.nvidia.com/gpu']
      .map((resource) => [`scope of best effort with ${resource}`, scopes(['BestEffort'], { [resource]: 1 })])),
    'selects scopes of storage': selects([{ scopeName: 'BestEffort', operator: 'Exists' }], { 'requests.storage': '1Gi' }),
  }),
];
