import { Case, Manifest } from './base';
import { objectCases } from './base-objects';

const head = (apiVersion: string, kind: string, rest: object): Manifest => ({ apiVersion, kind, metadata: { name: 'web' }, ...rest }) as Manifest;
const named = (name: string, rest: object = {}) => ({ metadata: { name }, ...rest });
const fixed = (podFixed: object) => ({ overhead: { podFixed } });
const scheduled = (scheduling: object) => ({ scheduling });
const finalized = (...finalizers: string[]) => ({ metadata: { name: 'web', finalizers } });
const spec = (fields: object) => ({ spec: fields });

export const cases: Case[] = [
  ...objectCases(head('scheduling.k8s.io/v1', 'PriorityClass', { value: 1000 }), {
    'the smallest': {},
    'no value': { value: undefined },
    'below 0': { value: -5 },
    'the highest value': { value: 1_000_000_000 },
    'a value of the system': { value: 1_000_000_001 },
    'a generation below 0': { metadata: { name: 'web', generation: -1 } },
    'never preempts': { preemptionPolicy: 'Never' },
    'another policy': { preemptionPolicy: 'Always' },
    'an empty policy': { preemptionPolicy: '' },
    'a name of the system': named('system-a'),
    'a class of the system': named('system-node-critical', { value: 2_000_001_000 }),
    'a class of the system with another value': named('system-node-critical', { value: 2_000_000_000 }),
    'a class of the system as default': named('system-cluster-critical', { value: 2_000_000_000, globalDefault: true }),
    'a default with a description': { globalDefault: true, description: 'all else' },
    'name with capitals': named('Web'),
    'a prefix of names': { metadata: { generateName: 'system-' } },
    'a field that is none': { priority: 5 },
  }),
  ...objectCases(head('node.k8s.io/v1', 'RuntimeClass', { handler: 'runc' }), {
    'the smallest': {},
    'finalizers without a domain': finalized('a', 'a.', 'kubernetes'),
    'no handler': { handler: undefined },
    'an empty handler': { handler: '' },
    'a handler with a dot': { handler: 'run.c' },
    'a handler with capitals': { handler: 'Runc' },
    'overhead': fixed({ cpu: '10m', memory: '1Mi' }),
    'no overhead': { overhead: {} },
    'overhead below 0': fixed({ cpu: '-1' }),
    'overhead of a bad resource': fixed({ 'a/': '1' }),
    'overhead of huge pages alone': fixed({ 'hugepages-2Mi': '2Mi' }),
    'a node selector': scheduled({ nodeSelector: { disk: 'ssd' } }),
    'a bad node selector': scheduled({ nodeSelector: { 'disk/': '-' } }),
    'an old node label': scheduled({ nodeSelector: { 'beta.kubernetes.io/arch': 'amd64' } }),
    'a toleration': scheduled({ tolerations: [{ operator: 'Exists' }] }),
    'a bad toleration': scheduled({ tolerations: [{ key: 'a', operator: 'Is' }] }),
    'the same toleration twice': scheduled({ tolerations: [{ key: 'a', operator: 'Exists', effect: 'NoExecute' }, { key: 'a', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 5 }] }),
  }),
  ...objectCases(head('coordination.k8s.io/v1', 'Lease', {}), {
    'the smallest': {},
    'finalizers without a domain': finalized('a', 'a.', 'kubernetes'),
    'a generation below 0': { metadata: { name: 'web', generation: -1 } },
    'all of it': spec({ holderIdentity: 'a', leaseDurationSeconds: 5, leaseTransitions: 0, renewTime: '2026-01-31T12:00:00.000000Z' }),
    'a duration of 0': spec({ leaseDurationSeconds: 0 }),
    'transitions below 0': spec({ leaseTransitions: -1 }),
    'a time without microseconds': spec({ acquireTime: '2026-01-31T12:00:00Z' }),
    'a time with milliseconds': spec({ acquireTime: '2026-01-31T12:00:00.123Z' }),
    'a time with nanoseconds': spec({ acquireTime: '2026-01-31T12:00:00.123456789Z' }),
    'a time with an offset': spec({ acquireTime: '2026-01-31T12:00:00.123456+02:00' }),
    'a time with a comma': spec({ acquireTime: '2026-01-31T12:00:00,123456Z' }),
    'the zero time': spec({ acquireTime: '0001-01-01T00:00:00.000000Z' }),
    'an empty time': spec({ acquireTime: '' }),
    'the oldest version': spec({ strategy: 'OldestEmulationVersion', preferredHolder: 'a' }),
    'another strategy': spec({ strategy: 'Newest' }),
    'a strategy of a domain': spec({ strategy: 'example.com/newest' }),
    'a bad strategy of a domain': spec({ strategy: 'example.com/' }),
    'an empty strategy': spec({ strategy: '' }),
    'a preferred holder without strategy': spec({ preferredHolder: 'a' }),
  }),
  ...objectCases(head('apps/v1', 'ControllerRevision', { revision: 1, data: { spec: {} } }), {
    'the smallest': {},
    'no revision': { revision: undefined },
    'a revision below 0': { revision: -1 },
    'no data': { data: undefined },
    'data null': { data: null },
    'data that are text': { data: 'a' },
    'data that are a list': { data: [] },
    'data that are a number': { data: 5 },
    'empty data': { data: {} },
    'data of any depth': { data: { a: [{ b: null }], kind: 'Pod' } },
  }),
];
