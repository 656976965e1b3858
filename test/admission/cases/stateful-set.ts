import { Case } from './base';
import { podSpec, SELECTORS, workloadCases } from './base-workloads';

const SPEC = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const claim = (name: string, spec: object = {}) => ({ metadata: { name }, spec: { ...SPEC, ...spec } });
const claims = (...list: object[]) => ({ volumeClaimTemplates: list });
const mounting = (...names: string[]) => ({ name: 'main', image: 'image:1', volumeMounts: names.map((name) => ({ name, mountPath: `/${name}` })) });
const withClaims = (templates: object[], pod: object) => (object: { [field: string]: any }) => {
  object.spec.volumeClaimTemplates = templates;
  Object.assign(object.spec.template.spec, pod);
};
const update = (updateStrategy: object) => ({ updateStrategy });
const retention = (persistentVolumeClaimRetentionPolicy: object) => ({ persistentVolumeClaimRetentionPolicy });

export const cases: Case[] = workloadCases('StatefulSet', {
  ...SELECTORS,
  'replicas below 0': { replicas: -1 },
  'no service': { serviceName: undefined },
  'empty service': { serviceName: '' },
  'service with a dot': { serviceName: 'web.a' },
  'service with a capital': { serviceName: 'Web' },
  'service that starts with a digit': { serviceName: '1web' },
  'Parallel': { podManagementPolicy: 'Parallel' },
  'another podManagementPolicy': { podManagementPolicy: 'Ordered' },
  'OnDelete': update({ type: 'OnDelete' }),
  'OnDelete with empty numbers': update({ type: 'OnDelete', rollingUpdate: {} }),
  'OnDelete with a partition': update({ type: 'OnDelete', rollingUpdate: { partition: -1 } }),
  'RollingUpdate': update({ type: 'RollingUpdate' }),
  'partition': update({ rollingUpdate: { partition: 2 } }),
  'partition below 0': update({ rollingUpdate: { partition: -1 } }),
  'maxUnavailable': update({ rollingUpdate: { maxUnavailable: 2 } }),
  'maxUnavailable of nothing': update({ rollingUpdate: { maxUnavailable: 0 } }),
  'maxUnavailable that is none': update({ rollingUpdate: { maxUnavailable: 'some' } }),
  'another strategy': update({ type: 'Rolling', rollingUpdate: { partition: -1 } }),
  'claims kept and deleted': retention({ whenDeleted: 'Delete', whenScaled: 'Retain' }),
  'claims kept when deleted': retention({ whenDeleted: 'Retain' }),
  'other retention': retention({ whenDeleted: 'Keep', whenScaled: 'delete' }),
  'first ordinal': { ordinals: { start: 5 } },
  'first ordinal below 0': { ordinals: { start: -1 } },
  'empty ordinals': { ordinals: {} },
  'revisionHistoryLimit below 0': { revisionHistoryLimit: -1 },
  'claim': withClaims([claim('data')], { containers: [mounting('data')] }),
  'claims': withClaims([claim('data'), claim('logs')], { containers: [mounting('logs', 'data')] }),
  'claim that nobody mounts': claims(claim('data')),
  'mount of what is no claim': withClaims([claim('data')], { containers: [mounting('date')] }),
  'claim without modes': claims({ metadata: { name: 'data' }, spec: { resources: SPEC.resources } }),
  'claim without storage': claims({ metadata: { name: 'data' }, spec: { accessModes: SPEC.accessModes } }),
  'claim of nothing': claims(claim('data', { resources: { requests: { storage: '0' } } })),
  'claim without a spec': claims({ metadata: { name: 'data' } }),
  'claim without metadata': claims({ spec: SPEC }),
  'empty claim': claims({}),
  'claim with a bad mode': claims(claim('data', { accessModes: ['Write'] })),
  'claim with a bad volume mode': claims(claim('data', { volumeMode: 'Tape' })),
  'claim with a bad class': claims(claim('data', { storageClassName: 'A_b' })),
  'claim with an empty class': claims(claim('data', { storageClassName: '' })),
  'claim with a selector': claims(claim('data', { selector: { matchLabels: { a: '-' } } })),
  'claim with a source': claims(claim('data', { dataSource: { kind: 'PersistentVolumeClaim', name: 'other' } })),
  'claim with a source of another group': claims(claim('data', { dataSource: { apiGroup: 'example.com', kind: 'Thing', name: 'x' } })),
  'claim with a bad name': claims(claim('Data')),
  'claim with a dot in its name': claims(claim('my.data')),
  'claim with bad labels': claims({ metadata: { name: 'data', labels: { 'a/': '-' } }, spec: SPEC }),
  'two claims of one name': withClaims([claim('data'), claim('data')], { containers: [mounting('data')] }),
  'claim and volume of one name': withClaims([claim('data')], { containers: [mounting('data')], volumes: [{ name: 'data', emptyDir: {} }] }),
  'claim hides a bad volume': withClaims([claim('data')], { volumes: [{ name: 'data', hostPath: {} }] }),
  'claim moves a bad volume': withClaims([claim('data')], { volumes: [{ name: 'data', emptyDir: {} }, { name: 'a', hostPath: {} }, { name: 'B', emptyDir: {} }] }),
  'claim and two volumes of one name': withClaims([claim('data')], { volumes: [{ name: 'a', emptyDir: {} }, { name: 'a', emptyDir: {} }] }),
  'claim as a device': withClaims([claim('data', { volumeMode: 'Block' })], {
    containers: [{ name: 'main', image: 'image:1', volumeDevices: [{ name: 'data', devicePath: '/dev/x' }] }],
  }),
  'claim with a volume attributes class': claims(claim('data', { volumeAttributesClassName: 'A_b' })),
  'hostname and subdomain are its own': podSpec({ hostname: 'A', subdomain: 'B_c' }),
  'bad volume': podSpec({ volumes: [{ name: 'a', hostPath: {} }] }),
  'bad annotation': (object) => object.spec.template.metadata.annotations = { 'bad/': 'a', 'seccomp.security.alpha.kubernetes.io/pod': 'x' },
  'all wrong': {
    replicas: -1,
    minReadySeconds: -1,
    podManagementPolicy: 'x',
    serviceName: 'X',
    ordinals: { start: -1 },
    ...update({ type: 'x' }),
    ...retention({ whenScaled: 'x' }),
    ...claims({}),
    selector: {},
    template: {},
  },
});
