import { Path } from '../../../../src/admission/path';
import { Report } from '../../../../src/admission/report';
import { podContext } from '../../../../src/admission/rules/pod/pod-context';
import { validateVolumes } from '../../../../src/admission/rules/volumes';
import { MINORS } from '../../../../src/admission/version';

/** Where the server writes one path and the mistake is at another: the volume's source, what the server writes, the exact place. */
const ROWS: [string, object, string, string][] = [
  ['a second source named downwarAPI', { emptyDir: {}, downwardAPI: {} }, 'downwarAPI', 'downwardAPI'],
  ['a second source named cephFS', { emptyDir: {}, cephfs: { monitors: ['a'] } }, 'cephFS', 'cephfs'],
  ['gcePersistentDisk without its prefix', { gcePersistentDisk: {} }, 'persistentDisk.pdName', 'gcePersistentDisk.pdName'],
  [
    'initiatorname in small letters',
    { iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com:a', initiatorName: 'a' } },
    'iscsi.initiatorname', 'iscsi.initiatorName',
  ],
  ['files without their index', { downwardAPI: { items: [{ path: 'a', fieldRef: { apiVersion: 'v1', fieldPath: 'a' } }] } },
    'downwardAPI.fieldRef.fieldPath', 'downwardAPI.items[0].fieldRef.fieldPath'],
  ['files of a projection without their index', { projected: { sources: [{}, { downwardAPI: { items: [{ path: 'a' }] } }] } },
    'projected.sources[1].downwardAPI', 'projected.sources[1].downwardAPI.items[0]'],
  ['a token\'s path at its volume', { projected: { sources: [{ serviceAccountToken: { expirationSeconds: 3600 } }] } },
    'projected.path', 'projected.sources[0].serviceAccountToken.path'],
  [
    'a path that is taken at its volume',
    { projected: { sources: [{ secret: { name: 'a', items: [{ key: 'a', path: 'a' }, { key: 'b', path: 'a' }] } }] } },
    'projected', 'projected.sources[0].secret.items[1].path',
  ],
  ['a Secret of a CSI driver at the driver', { csi: { driver: 'a', nodePublishSecretRef: { name: 'A' } } }, 'csi.name', 'csi.nodePublishSecretRef.name'],
  ['uID', { ephemeral: { volumeClaimTemplate: { metadata: { uid: 'a' }, spec: claim({}) } } },
    'ephemeral.volumeClaimTemplate.metadata.uID', 'ephemeral.volumeClaimTemplate.metadata.uid'],
  ['access modes without their index', { ephemeral: { volumeClaimTemplate: { spec: claim({ accessModes: ['ReadWriteOnce', 'A'] }) } } },
    'ephemeral.volumeClaimTemplate.spec.accessModes', 'ephemeral.volumeClaimTemplate.spec.accessModes[1]'],
  ['storage without requests', { ephemeral: { volumeClaimTemplate: { spec: claim({ resources: {} }) } } },
    'ephemeral.volumeClaimTemplate.spec.resources[storage]', 'ephemeral.volumeClaimTemplate.spec.resources.requests[storage]'],
  [
    'a data source that differs at the spec',
    { ephemeral: { volumeClaimTemplate: { spec: claim({ dataSource: source('a'), dataSourceRef: source('b') }) } } },
    'ephemeral.volumeClaimTemplate.spec', 'ephemeral.volumeClaimTemplate.spec.dataSource',
  ],
];

function claim(spec: object): object {
  return { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec };
}

function source(name: string): object {
  return { kind: 'PersistentVolumeClaim', type: 'PersistentVolumeClaim', name };
}

test.each(ROWS)('%s', (_, volume, field, at) => {
  const report = new Report();
  validateVolumes([{ name: 'v', ...volume }], Path.root.child('spec').child('volumes'), podContext({}, { name: 'a' }, { report, minor: MINORS[MINORS.length - 1], kind: 'Pod', type: 'Pod' }, true));
  expect(report.findings).toHaveLength(1);
  expect(report.findings[0]).toMatchObject({ field: `spec.volumes[0].${field}`, at: `spec.volumes[0].${at}` });
});
