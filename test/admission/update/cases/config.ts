import { LIVE, meta, minimal, updates } from './base';
import type { Case } from '../../../../conformance/cases';

const CONFIG_MAP = minimal('v1', 'ConfigMap', { data: { key: 'value' } });
const SECRET = minimal('v1', 'Secret', { data: { key: 'dmFsdWU=' } });

export const cases: Case[] = [
  ...updates(CONFIG_MAP, {
    'nothing': {},
    'data': { data: { key: 'other' } },
    'becomes immutable': { immutable: true, data: { key: 'last' } },
    'immutable, unchanged': [{ immutable: true }, {}],
    'immutable, labels': [{ immutable: true }, meta({ labels: { a: 'b' } })],
    'immutable, data': [{ immutable: true }, { data: { key: 'other' } }],
    'immutable, one more key': [{ immutable: true }, { data: { key: 'value', more: 'x' } }],
    'immutable, binaryData': [{ immutable: true }, { binaryData: { file: 'AAEC' } }],
    'immutable, mutable again': [{ immutable: true }, { immutable: false }],
    'immutable, unset': [{ immutable: true }, { immutable: undefined, data: {} }],
    'a key that is no key': { data: { 'a b': 'x' } },
    'a label that is none': meta({ labels: { a: 'x y' } }),
    'another name': meta({ name: 'b' }),
    'no name': meta({ name: undefined }),
    'another namespace': [meta({ namespace: 'a' }), meta({ namespace: 'b' })],
    'a deletion time': meta({ deletionTimestamp: '2026-01-01T00:00:00Z' }),
    'a finalizer without a domain': meta({ finalizers: ['x'] }),
    'a finalizer while it is being deleted': [meta({ ...LIVE, deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['example.com/a'] }), meta({ finalizers: ['example.com/a', 'example.com/b'] })],
    'another uid, of a live one': [meta(LIVE), meta({ uid: '0f5c1d2e-0000-4000-8000-000000000002' })],
    'a generation': meta({ generation: 7 }),
  }),
  ...updates(SECRET, {
    'data': { data: { key: 'b3RoZXI=' } },
    'stringData that says the same': { data: undefined, stringData: { key: 'value' } },
    'type': { type: 'example.com/x' },
    'type, written out': { type: 'Opaque' },
    'type, and what it needs': { type: 'kubernetes.io/tls' },
    'immutable, data': [{ immutable: true }, { data: { key: 'b3RoZXI=' } }],
    'stringData, removed with all data': [{ stringData: { 'tls.key': 'y' } }, { type: 'kubernetes.io/tls', data: undefined, stringData: undefined }],
    'stringData, removed with data emptied: its key stays': [{ stringData: { 'tls.key': 'y' } }, { type: 'kubernetes.io/tls', data: {}, stringData: undefined }],
    'stringData as before, and no data': [{ stringData: { '.dockercfg': '{}' } }, { type: 'kubernetes.io/dockercfg', data: undefined }],
    'immutable, the same as stringData': [{ immutable: true }, { data: undefined, stringData: { key: 'value' } }],
    'immutable, other stringData': [{ immutable: true }, { stringData: { key: 'other' } }],
    'immutable, mutable again': [{ immutable: true }, { immutable: undefined }],
  }),
  ...updates(minimal('v1', 'ServiceAccount', {}), {
    'token': { automountServiceAccountToken: false },
    'mountable secrets': meta({ annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } }),
    'mountable secrets, as before': [meta({ annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } }), meta({ labels: { a: 'b' } })],
  }),
];
