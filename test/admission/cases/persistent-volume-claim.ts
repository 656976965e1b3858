import { deploymentWithSource, podWithSource } from './volumes';

const GOOD = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const template = (name: string, volumeClaimTemplate: object | null) => podWithSource(`claim template: ${name}`, { ephemeral: { volumeClaimTemplate } });
const metadata = (name: string, value: object) => template(`metadata with ${name}`, { metadata: value, spec: GOOD });

/** The same claim in an ephemeral volume and among a StatefulSet's volumeClaimTemplates. */
function claim(name: string, spec: object) {
  const whole = { ...GOOD, ...spec };
  return [
    podWithSource(`claim: ${name}`, { ephemeral: { volumeClaimTemplate: { spec: whole } } }),
    {
      name: `claim of a StatefulSet: ${name}`,
      manifest: {
        apiVersion: 'apps/v1',
        kind: 'StatefulSet',
        metadata: { name: 'web' },
        spec: {
          serviceName: 'web',
          selector: { matchLabels: { app: 'web' } },
          template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'app', image: 'app:1' }] } },
          volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: whole }],
        },
      },
    },
  ];
}

const storage = (name: string, value: unknown) => claim(`storage ${name}`, { resources: { requests: { storage: value } } });
const named = (name: string, meta: object, volume: string) => {
  const pod = podWithSource(`claim name: ${name}`, { ephemeral: { volumeClaimTemplate: { spec: GOOD } } }, volume);
  return { ...pod, manifest: { ...pod.manifest, metadata: meta } };
};

export const cases = [
  // the template
  template('null', null),
  template('with nothing in it', {}),
  template('without spec', { metadata: { labels: { a: 'b' } } }),
  template('good', { metadata: { labels: { a: 'b' }, annotations: { 'A/b': 'c' } }, spec: GOOD }),
  metadata('a name', { name: 'a' }),
  metadata('everything', {
    name: 'a',
    generateName: 'b',
    namespace: 'c',
    selfLink: 'd',
    uid: 'e',
    resourceVersion: '1',
    generation: 1,
    creationTimestamp: '2020-01-01T00:00:00Z',
    deletionTimestamp: '2020-01-01T00:00:00Z',
    deletionGracePeriodSeconds: 0,
    finalizers: ['a'],
    ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'b' }],
    managedFields: [{ manager: 'a' }],
  }),
  metadata('zero values', { name: '', generation: 0, creationTimestamp: null, labels: {}, annotations: {} }),
  metadata('a bad label', { labels: { 'a b': 'c', 'd': 'e f' } }),
  metadata('a bad annotation', { annotations: { 'a b': 'c', '': 'd' } }),
  metadata('annotations that are too long', { annotations: { a: 'a'.repeat(256 * 1024) } }),
  deploymentWithSource('claim template: in a Deployment', { ephemeral: { volumeClaimTemplate: { metadata: { uid: 'a' }, spec: {} } } }),

  // the claim's name
  named('of a long volume', { name: 'web' }, 'a'.repeat(63)),
  named('of 253', { name: 'a'.repeat(189) }, 'a'.repeat(63)),
  named('of 254', { name: 'a'.repeat(190) }, 'a'.repeat(63)),
  named('of a bad pod', { name: 'Web' }, 'data'),
  named('of a pod without name', { name: '' }, 'data'),
  named('of a pod with generated name', { generateName: 'web-' }, 'a'.repeat(63)),
  named('of a pod with a bad generated name', { generateName: 'Web-' }, 'data'),
  named('of a bad volume', { name: 'web' }, 'Data'),
  named('of a volume without name', { name: 'web' }, ''),

  // access modes
  ...claim('good', {}),
  ...['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod', 'readwriteonce', ''].flatMap((mode) => claim(`mode '${mode}'`, { accessModes: [mode] })),
  ...claim('no modes', { accessModes: [] }),
  ...claim('two modes', { accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] }),
  ...claim('one mode twice', { accessModes: ['ReadWriteOnce', 'ReadWriteOnce'] }),
  ...claim('ReadWriteOncePod twice', { accessModes: ['ReadWriteOncePod', 'ReadWriteOncePod'] }),
  ...claim('ReadWriteOncePod with another', { accessModes: ['ReadWriteOnce', 'ReadWriteOncePod'] }),
  ...claim('ReadWriteOncePod with one that is none', { accessModes: ['ReadWriteOncePod', 'A', 'B'] }),

  // resources
  ...claim('no resources', { resources: {} }),
  ...claim('limits only', { resources: { limits: { storage: '1Gi' } } }),
  ...claim('requests for something else', { resources: { requests: { cpu: '1', constructor: '1' } } }),
  ...claim('limits below requests', { resources: { requests: { storage: '2Gi', A: '-1' }, limits: { storage: '1Gi', B: '-1' } } }),
  ...storage('0', '0'),
  ...storage('negative', '-1Gi'),
  ...storage('tiny', '1n'),
  ...storage('a fraction', '0.5'),
  ...storage('a number', 5),
  ...storage('of 2 to the 70', '1180591620717411303424'),

  // selector
  ...claim('selector', { selector: { matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] } }),
  ...claim('empty selector', { selector: {} }),
  ...claim('bad selector', { selector: { matchLabels: { 'a b': 'c d' }, matchExpressions: [{ key: '', operator: 'In' }, { key: 'a', operator: 'Gt', values: ['1'] }] } }),

  // class, mode, volume
  ...['fast', '', 'Fast', 'a'.repeat(254)].flatMap((storageClassName) => claim(`class '${storageClassName}'`, { storageClassName })),
  ...['gold', '', 'Gold'].flatMap((volumeAttributesClassName) => claim(`attributes class '${volumeAttributesClassName}'`, { volumeAttributesClassName })),
  ...['Block', 'Filesystem', '', 'block'].flatMap((volumeMode) => claim(`volume mode '${volumeMode}'`, { volumeMode })),
  ...claim('volume name', { volumeName: 'Any Name' }),

  // data sources
  ...claim('source', { dataSource: { kind: 'PersistentVolumeClaim', name: 'a' } }),
  ...claim('source of a group', { dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' } }),
  ...claim('source with nothing', { dataSource: {} }),
  ...claim('source with an empty group', { dataSource: { apiGroup: '', kind: 'A', name: 'a' } }),
  ...claim('source of another kind', { dataSource: { kind: 'VolumeSnapshot', name: 'a' } }),
  ...claim('source of a bad group', { dataSource: { apiGroup: 'A_b', kind: 'A', name: 'a' } }),
  ...claim('source ref', { dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'a' } }),
  ...claim('source ref with nothing', { dataSourceRef: {} }),
  ...claim('source ref of a bad group', { dataSourceRef: { apiGroup: '-', kind: 'A' } }),
  ...claim('source ref elsewhere', { dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'a', namespace: 'n' } }),
  ...claim('source ref in a bad namespace', { dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'a', namespace: 'N' } }),
  ...claim('source ref in an empty namespace', { dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'a', namespace: '' } }),
  ...claim('source and ref, the same', { dataSource: { apiGroup: 'a.b', kind: 'A', name: 'a' }, dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'a' } }),
  ...claim('source and ref of two names', { dataSource: { apiGroup: 'a.b', kind: 'A', name: 'a' }, dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'b' } }),
  ...claim('source and ref of two groups', { dataSource: { apiGroup: 'a.b', kind: 'A', name: 'a' }, dataSourceRef: { apiGroup: 'a.c', kind: 'A', name: 'a' } }),
  ...claim('source and ref, an empty group and none', {
    dataSource: { apiGroup: '', kind: 'PersistentVolumeClaim', name: 'a' }, dataSourceRef: { kind: 'PersistentVolumeClaim', name: 'a' },
  }),
  ...claim('source and ref elsewhere', {
    dataSource: { apiGroup: 'a.b', kind: 'A', name: 'a' }, dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'a', namespace: 'n' },
  }),
  ...claim('source and ref in an empty namespace', {
    dataSource: { apiGroup: 'a.b', kind: 'A', name: 'a' }, dataSourceRef: { apiGroup: 'a.b', kind: 'A', name: 'a', namespace: '' },
  }),
];
