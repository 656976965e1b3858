// Disks that only one pod can have, and how many volumes a node can have.
import { Filter, refusing } from './filter';
import { about, claimsOf, isForeign, missing } from './volumes';
import { show } from '../../../admission/report';
import type * as k8s from '../../../k8s';
import type { Loose } from '../../../objects/loose';
import type { PodState } from '../pods';
import type { Claim } from '../storage';
import type { NodeReason } from '../types';
import type { NodeState, World } from '../world';

type PodVolume = Loose<k8s.Volume>;

/** Disks of old kinds, and claims that only one pod may use. */
export function volumeRestrictions(pod: PodState, world: World): Filter | undefined {
  const used = claimsOf(pod, world, false);
  const gone = used.filter(({ claim }) => claim === undefined);
  if (gone.length > 0) {
    return refusing(gone.map((one) => missing('VolumeRestrictions', one)));
  }
  const exclusive = used.filter(({ claim }) => claim!.accessModes.includes('ReadWriteOncePod')).map(({ name }) => name);
  const disks = (pod.spec.volumes ?? []).filter(isDisk);
  return exclusive.length + disks.length === 0 ? undefined : {
    passes: (node, say) => {
      const taken = disks.filter((disk) => [...node.pods].some(({ spec }) => (spec.volumes ?? []).some((other) => conflict(disk, other))));
      taken.forEach(({ name = '' }) => say?.(about('VolumeRestrictions', 'disk', name, `the disk of the volume ${show(name)} is used by another pod of the node`)));
      const inUse = exclusive.filter((name) => world.isUsed(pod.namespace, name));
      inUse.forEach((name) => say?.(about('VolumeRestrictions', 'read-write-once-pod', name, `the claim ${show(name)} is ReadWriteOncePod, and another pod uses it`)));
      return taken.length + inUse.length === 0;
    },
  };
}

function isDisk({ gcePersistentDisk, awsElasticBlockStore, rbd, iscsi }: PodVolume): boolean {
  return gcePersistentDisk !== undefined || awsElasticBlockStore !== undefined || rbd !== undefined || iscsi !== undefined;
}

/** Whether two volumes are the same disk, and not both only read it. */
function conflict(a: PodVolume, b: PodVolume): boolean {
  const [{ gcePersistentDisk: gce, awsElasticBlockStore: aws, iscsi, rbd }, other] = [a, b];
  const bothRead = (one: { readonly readOnly?: boolean }, two: { readonly readOnly?: boolean }) => one.readOnly === true && two.readOnly === true;
  const { gcePersistentDisk: gce2, awsElasticBlockStore: aws2, iscsi: iscsi2, rbd: rbd2 } = other;
  return (gce !== undefined && gce2 !== undefined && gce.pdName === gce2.pdName && !bothRead(gce, gce2))
    || (aws !== undefined && aws2 !== undefined && aws.volumeID === aws2.volumeID)
    || (iscsi !== undefined && iscsi2 !== undefined && iscsi.iqn === iscsi2.iqn && !bothRead(iscsi, iscsi2))
    || (rbd !== undefined && rbd2 !== undefined && (rbd.monitors ?? []).some((monitor) => (rbd2.monitors ?? []).includes(monitor))
      && rbd.pool === rbd2.pool && rbd.image === rbd2.image && !bothRead(rbd, rbd2));
}

/** The drivers that stand in for volumes of Kubernetes' own, as far as these count. */
const DRIVERS: { readonly [provisioner: string]: string } = {
  'kubernetes.io/aws-ebs': 'ebs.csi.aws.com',
  'kubernetes.io/gce-pd': 'pd.csi.storage.gke.io',
  'kubernetes.io/azure-disk': 'disk.csi.azure.com',
  'kubernetes.io/cinder': 'cinder.csi.openstack.org',
  'kubernetes.io/portworx-volume': 'pxd.portworx.com',
};
/** Provisioners of Kubernetes' own that have a driver too, but do not count. */
const UNCOUNTED = ['kubernetes.io/azure-file', 'kubernetes.io/vsphere-volume'];

/** The minor whose scheduler looks first whether a driver is installed at all. */
const DRIVERS_SINCE = 37;

/** How many volumes of a driver a node can have. */
export function nodeVolumeLimits(pod: PodState, world: World): Filter | undefined {
  const used = claimsOf(pod, world, true);
  const wrong = used.flatMap((one): NodeReason[] => one.claim === undefined ? [missing('NodeVolumeLimits', one)]
    : isForeign(one, pod) ? [about('NodeVolumeLimits', 'claim-of-another-pod', one.name, `the claim ${show(one.name)} was not made for this pod`)] : []);
  if (wrong.length > 0) {
    return refusing(wrong);
  }
  if (used.length === 0 && !(pod.spec.volumes ?? []).some((volume) => inlineDisk(volume) !== undefined)) {
    return undefined;
  }
  return {
    passes: (node, say) => {
      const wanted = volumesOn(pod, node, world);
      const absent = world.minor < DRIVERS_SINCE ? [] : [...new Set(wanted.values())].filter((driver) => isAbsent(driver, node, world));
      absent.forEach((driver) => say?.(about('NodeVolumeLimits', 'missing-driver', driver, `the driver ${show(driver)} is not installed on the node`)));
      const over = absent.length > 0 ? [] : overLimit(wanted, node, world);
      over.forEach(({ driver, there, limit }) => say?.(about('NodeVolumeLimits', 'volume-limit', driver, `the node has ${there} volumes of ${show(driver)}, and can have ${limit}`)));
      return absent.length + over.length === 0;
    },
  };
}

function isAbsent(driver: string, { csi }: NodeState, world: World): boolean {
  return world.drivers.get(driver)?.spec?.preventPodSchedulingIfMissing === true && csi?.drivers.has(driver) !== true;
}

function overLimit(wanted: ReadonlyMap<string, string>, node: NodeState, world: World): { driver: string; there: number; limit: number }[] {
  const limits = node.csi?.limits ?? new Map<string, number>();
  if (limits.size === 0 || ![...wanted.values()].some((driver) => limits.has(driver))) {
    return [];
  }
  const there = new Map([...node.pods].flatMap((other) => [...volumesOn(other, node, world)]));
  const added = new Map([...wanted].filter(([volume]) => !there.has(volume)));
  node.attached.forEach((driver, volume) => there.set(volume, driver));
  return [...new Set(added.values())].flatMap((driver) => {
    const limit = limits.get(driver);
    const count = (volumes: ReadonlyMap<string, string>) => [...volumes.values()].filter((one) => one === driver).length;
    return limit !== undefined && count(there) + count(added) > limit ? [{ driver, there: count(there), limit }] : [];
  });
}

/** The volumes of a pod that count on a node: each by a name that no other has, with its driver. */
function volumesOn(pod: PodState, node: NodeState, world: World): Map<string, string> {
  const found = new Map<string, string>();
  const add = (driver: string, handle: string) => driver !== '' && handle !== '' && found.set(`${driver}/${handle}`, driver);
  for (const { claim } of claimsOf(pod, world, true)) {
    if (claim !== undefined) {
      const [driver, handle] = driverOf(claim, node, world);
      add(driver, handle);
    }
  }
  for (const volume of pod.spec.volumes ?? []) {
    const disk = inlineDisk(volume);
    if (disk !== undefined && node.csi !== undefined) {
      add(DRIVERS[disk[0]] ?? '', disk[1]);
    }
  }
  return found;
}

const NONE = ['', ''] as const;

function driverOf(claim: Claim, node: NodeState, world: World): readonly [string, string] {
  const volume = world.volumes.get(claim.volume);
  if (volume === undefined) {
    const provisioner = world.classes.get(claim.className)?.provisioner ?? '';
    const handle = `claim ${claim.namespace}/${claim.name}`;
    if (UNCOUNTED.includes(provisioner) || (Object.hasOwn(DRIVERS, provisioner) && node.csi === undefined)) {
      return NONE;
    }
    return [Object.hasOwn(DRIVERS, provisioner) ? DRIVERS[provisioner] : provisioner, handle];
  }
  if (volume.source.csi !== undefined) {
    return [volume.source.csi.driver ?? '', volume.source.csi.volumeHandle ?? ''];
  }
  const disk = inlineDisk(volume.source);
  return disk === undefined || node.csi === undefined ? NONE : [DRIVERS[disk[0]], disk[1]];
}

/** A volume of Kubernetes' own that a driver stands in for: the old provisioner, and the disk. */
function inlineDisk(source: PodVolume | Loose<k8s.PersistentVolumeSpec>): readonly [string, string] | undefined {
  const { awsElasticBlockStore: aws, gcePersistentDisk: gce, azureDisk: azure, cinder, portworxVolume: portworx } = source;
  return aws !== undefined ? ['kubernetes.io/aws-ebs', (aws.volumeID ?? '').replace(/^.*\//, '')]
    : gce !== undefined ? ['kubernetes.io/gce-pd', gce.pdName ?? '']
      : azure !== undefined ? ['kubernetes.io/azure-disk', azure.diskURI ?? '']
        : cinder !== undefined ? ['kubernetes.io/cinder', cinder.volumeID ?? '']
          : portworx !== undefined ? ['kubernetes.io/portworx-volume', portworx.volumeID ?? ''] : undefined;
}
