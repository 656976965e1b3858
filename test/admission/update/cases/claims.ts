import { both, LIVE, Manifest, meta, minimal, spec, updates } from './base';
import type { Case } from '../../../../conformance/cases';

const CLAIM = minimal('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } } } });
const VOLUME = minimal('v1', 'PersistentVolume', { spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, csi: { driver: 'csi.example.com', volumeHandle: 'a' } } });
const ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

const storage = (amount: string) => spec({ resources: { requests: { storage: amount } } });
const named = (name: string) => spec({ storageClassName: name });
const status = (fields: object) => (object: Manifest): unknown => Object.assign(object, { status: fields });
const live = (fields: object) => both(meta(LIVE), status(fields));
const zone = (key: string, value = 'a') => spec({ nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }] } } });

export const cases: Case[] = [
  ...updates(CLAIM, {
    'grows': storage('3Gi'),
    'shrinks': storage('1Gi'),
    'the same, written otherwise': storage('2048Mi'),
    'grows, of a class': [named('fast'), storage('3Gi')],
    'grows, of no class': [named(''), storage('3Gi')],
    'grows while pending': [live({ phase: 'Pending' }), storage('3Gi')],
    'shrinks to more than it has': [live({ phase: 'Bound', capacity: { storage: '1Gi' } }), storage('1500Mi')],
    'shrinks to what it has': [live({ phase: 'Bound', capacity: { storage: '1Gi' } }), storage('1Gi')],
    'no storage': spec({ resources: {} }),
    'access modes': spec({ accessModes: ['ReadWriteMany'] }),
    'limits': spec({ resources: { requests: { storage: '2Gi' }, limits: { storage: '5Gi' } } }),
    'selector': spec({ selector: { matchLabels: { a: 'b' } } }),
    'volume mode': spec({ volumeMode: 'Block' }),
    'volume, of a bound claim': spec({ volumeName: 'pv' }),
    'volume, of a pending claim': [live({ phase: 'Pending' }), spec({ volumeName: 'pv' })],
    'another volume': [spec({ volumeName: 'pv' }), spec({ volumeName: 'other' })],
    'volume, unset': [spec({ volumeName: 'pv' }), spec({ volumeName: undefined })],
    'names a class': named('fast'),
    'names a class and grows': both(named('fast'), storage('3Gi')),
    'another class': [named('fast'), named('slow')],
    'class, unset': [named('fast'), spec({ storageClassName: undefined })],
    'from the annotation to the field': [meta({ annotations: { [ANNOTATION]: 'fast' } }), both(meta({ annotations: {} }), named('fast'))],
    'another class in the annotation': [meta({ annotations: { [ANNOTATION]: 'fast' } }), meta({ annotations: { [ANNOTATION]: 'slow' } })],
    'attributes class': spec({ volumeAttributesClassName: 'gold' }),
    'another attributes class': [spec({ volumeAttributesClassName: 'gold' }), spec({ volumeAttributesClassName: 'silver' })],
    'attributes class, unset': [spec({ volumeAttributesClassName: 'gold' }), spec({ volumeAttributesClassName: undefined })],
    'attributes class that the volume has, unset': [both(spec({ volumeAttributesClassName: 'gold' }), live({ phase: 'Bound', capacity: { storage: '2Gi' }, currentVolumeAttributesClassName: 'gold' })), spec({ volumeAttributesClassName: undefined })],
    'attributes class of a pending claim': [live({ phase: 'Pending' }), spec({ volumeAttributesClassName: 'gold' })],
    'data source': spec({ dataSource: { kind: 'PersistentVolumeClaim', name: 'b' } }),
    'data source, as the server writes it': [spec({ dataSource: { kind: 'PersistentVolumeClaim', name: 'b' } }), spec({ dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'b' } })],
    'an empty data source of a live claim, removed': [both(live({}), spec({ dataSource: {} })), spec({ dataSource: undefined })],
    'data source of a live claim, emptied': [both(live({}), spec({ dataSource: { kind: 'VolumeSnapshot', apiGroup: 'snapshot.storage.k8s.io', name: 'a' } })), spec({ dataSource: {} })],
    'another data source': [spec({ dataSource: { kind: 'PersistentVolumeClaim', name: 'b' } }), spec({ dataSource: { kind: 'PersistentVolumeClaim', name: 'c' } })],
  }),
  ...updates(VOLUME, {
    'capacity': spec({ capacity: { storage: '2Gi' } }),
    'reclaim policy': spec({ persistentVolumeReclaimPolicy: 'Delete' }),
    'reclaim policy that is none': spec({ persistentVolumeReclaimPolicy: 'Keep' }),
    'class': spec({ storageClassName: 'fast' }),
    'handle': spec({ csi: { driver: 'csi.example.com', volumeHandle: 'b' } }),
    'another source': spec({ csi: undefined, hostPath: { path: '/data' } }),
    'secret to expand with': spec({ csi: { driver: 'csi.example.com', volumeHandle: 'a', controllerExpandSecretRef: { name: 'a', namespace: 'b' } } }),
    'secret to publish with': spec({ csi: { driver: 'csi.example.com', volumeHandle: 'a', nodePublishSecretRef: { name: 'a', namespace: 'b' } } }),
    'volume mode': spec({ volumeMode: 'Block' }),
    'node affinity, set': zone('a'),
    'node affinity, another': [zone('a'), zone('a', 'b')],
    'node affinity, the label that replaced another': [zone('failure-domain.beta.kubernetes.io/zone'), zone('topology.kubernetes.io/zone')],
    'node affinity, the label and another value': [zone('failure-domain.beta.kubernetes.io/zone'), zone('topology.kubernetes.io/zone', 'b')],
    'node affinity, unset': [zone('a'), spec({ nodeAffinity: undefined })],
    'attributes class': spec({ volumeAttributesClassName: 'gold' }),
    'attributes class, unset': [spec({ volumeAttributesClassName: 'gold' }), spec({ volumeAttributesClassName: undefined })],
  }),
];
