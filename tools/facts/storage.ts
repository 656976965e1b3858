import { notEmpty } from './formats';
import { Facts } from './types';

const MODES = '`ReadWriteOnce`: one node; `ReadOnlyMany`, `ReadWriteMany`: many nodes; `ReadWriteOncePod`: one pod, and then no other mode.';

/** Claims, volumes of the cluster and their classes. What claims of pods have too is in volumes.ts. */
export const storageFacts: Facts = {
  'PersistentVolumeSpec.accessModes': { range: 'at least one', says: `How the volume can be mounted. ${MODES}` },
  'PersistentVolumeSpec.capacity': { range: 'exactly `storage`, more than 0', says: 'How much the volume holds.' },
  'PersistentVolumeSpec.claimRef': { says: 'The claim that the volume is bound to, or kept for.' },
  'PersistentVolumeSpec.persistentVolumeReclaimPolicy': {
    default: '`Retain`',
    says: 'What happens to the volume when its claim is deleted. `Recycle` is deprecated.',
  },
  'PersistentVolumeSpec.storageClassName': { default: 'unset: only for claims with the class `\'\'`', says: 'Class of the volume.' },
  'PersistentVolumeSpec.volumeMode': { default: '`Filesystem`', says: 'Whether pods get a directory or a block device.' },
  'PersistentVolumeSpec.mountOptions': { says: 'Options of the mount, such as `ro` and `soft`; checked only by the mount.' },
  'PersistentVolumeSpec.nodeAffinity': { range: 'needed for `local`', says: 'Nodes that can reach the volume.' },
  'PersistentVolumeSpec.csi': { says: 'Storage of a CSI driver.' },
  'PersistentVolumeSpec.hostPath': { says: 'Directory of the node: for tests on one node only.' },
  'PersistentVolumeSpec.local': { says: 'Disk or directory of one node.' },
  'PersistentVolumeSpec.nfs': { says: 'Directory of an NFS server.' },
  'CSIPersistentVolumeSource.driver': { range: notEmpty, says: 'Name of the CSI driver.' },
  'CSIPersistentVolumeSource.volumeHandle': { range: notEmpty, says: 'Name of the volume at the driver. Cannot change.' },
  'LocalVolumeSource.path': { range: `${notEmpty}; without \`..\` as an element`, says: 'Disk or directory on the node.' },
  'StorageClass.provisioner': { range: 'qualified name in lower case', says: 'The driver that creates the volumes, such as `ebs.csi.aws.com`; `kubernetes.io/no-provisioner` if none are created. Cannot change.' },
  'StorageClass.parameters': { range: 'at most 512, together at most 256 KiB', says: 'What the provisioner is told. Cannot change.' },
  'StorageClass.reclaimPolicy': { default: '`Delete`', says: 'What happens to a volume when its claim is deleted. Cannot change.' },
  'StorageClass.volumeBindingMode': {
    default: '`Immediate`',
    says: 'When a volume is made: with the claim, or when a pod that uses it is scheduled, in its zone. Cannot change.',
  },
  'StorageClass.allowVolumeExpansion': { default: '`false`', says: 'Whether claims can ask for more later.' },
  'StorageClass.mountOptions': { says: 'Mount options of the volumes.' },
  'StorageClass.allowedTopologies': { default: 'unset: everywhere', says: 'Where volumes may be made, by labels of nodes.' },
  'VolumeAttributesClass.driverName': { says: 'CSI driver of the volumes. Cannot change.' },
  'VolumeAttributesClass.parameters': { range: 'at least one; at most 512, together at most 256 KiB', says: 'Attributes of the volumes, as the driver calls them. Cannot change.' },
  'CSIDriverSpec.attachRequired': { default: '`true`', says: 'Whether a volume is attached to a node before it is mounted.' },
  'CSIDriverSpec.podInfoOnMount': { default: '`false`', says: 'Whether the driver is told which pod a volume is mounted for.' },
  'CSIDriverSpec.fsGroupPolicy': { default: '`ReadWriteOnceWithFSType`', says: 'Whether Kubernetes changes owner and permissions of files.' },
  'CSIDriverSpec.volumeLifecycleModes': { default: '`Persistent`', says: 'Whether volumes belong to claims or to pods.' },
  'CSIDriverSpec.storageCapacity': { default: '`false`', says: 'Whether the scheduler looks at CSIStorageCapacity objects.' },
  'CSIDriverSpec.requiresRepublish': { default: '`false`', says: 'Whether the driver is called again and again, for content that changes.' },
};
