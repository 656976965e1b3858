import { MountOptions, VolumeDevice, VolumeMount } from './volume-mount';
import {
  ConfigMapVolumeOptions, EphemeralVolumeOptions, HostPathVolumeOptions, ImageVolumeOptions, PersistentVolumeClaimOptions,
  ProjectedFilesOptions, SecretVolumeOptions,
} from './volume-options';
import * as k8s from '../../k8s';
import { fail } from '../bridge/attach';
import { CLAIM_TEMPLATE, IS_VOLUME } from '../bridge/marks';
import { INamed } from '../plain/named';
import { nameOf, withReference, withReferencesOf } from '../plain/references';

export { VolumeDevice, VolumeMount } from './volume-mount';

/**
 * A volume of a pod: shaped as `k8s.Volume`, one static method for every source that the API has. A volume belongs to a pod because
 * one of its containers mounts it with `mount()` or `device()`, or because the pod's `volumes` name it.
 */
export class Volume implements INamed {
  /**
   * A volume from a literal of the API, for `mount()` and `device()`.
   *
   * @param literal a volume with one source
   */
  public static of(literal: k8s.Volume): Volume {
    const { name, ...source } = literal;
    return new Volume(name, source);
  }

  /**
   * An empty directory that lives as long as the pod: `volumes[].emptyDir`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source `medium: 'Memory'` for a tmpfs, and a `sizeLimit`
   */
  public static emptyDir(id: string, source: k8s.EmptyDirVolumeSource = {}): Volume {
    return new Volume(id, { emptyDir: source });
  }

  /**
   * A file or directory of the node: `volumes[].hostPath`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param nodePath path on the node, without `..`
   * @param options what has to be there
   */
  public static hostPath(id: string, nodePath: string, options: HostPathVolumeOptions = {}): Volume {
    return new Volume(id, { hostPath: { path: nodePath, ...options } });
  }

  /**
   * The keys of a ConfigMap as files: `volumes[].configMap`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param configMap the ConfigMap or its name
   * @param options which keys, as which files
   */
  public static configMap(id: string, configMap: string | INamed, options: ConfigMapVolumeOptions = {}): Volume {
    return withReference(new Volume(id, { configMap: { name: nameOf(configMap, `Volume.configMap('${id}')`, 'ConfigMap'), ...options } }), configMap);
  }

  /**
   * The keys of a Secret as files: `volumes[].secret`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param secret the Secret or its name
   * @param options which keys, as which files
   */
  public static secret(id: string, secret: string | INamed, options: SecretVolumeOptions = {}): Volume {
    return withReference(new Volume(id, { secret: { secretName: nameOf(secret, `Volume.secret('${id}')`, 'Secret'), ...options } }), secret);
  }

  /**
   * Fields of the pod and its containers as files: `volumes[].downwardAPI`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param files the files, made with `DownwardVolume`
   * @param options the files' mode
   */
  public static downwardAPI(id: string, files: k8s.DownwardAPIVolumeFile[], options: ProjectedFilesOptions = {}): Volume {
    return new Volume(id, { downwardAPI: { items: files, ...options } });
  }

  /**
   * Several sources in one directory: `volumes[].projected`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param sources the sources, made with `ProjectedSource`
   * @param options the files' mode
   */
  public static projected(id: string, sources: k8s.VolumeProjection[], options: ProjectedFilesOptions = {}): Volume {
    const volume = new Volume(id, { projected: { sources, ...options } });
    return withReferencesOf(volume, sources);
  }

  /**
   * A PersistentVolumeClaim: `volumes[].persistentVolumeClaim`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param claim the PersistentVolumeClaim or its name
   * @param options whether it is mounted read-only everywhere
   */
  public static persistentVolumeClaim(id: string, claim: string | INamed, options: PersistentVolumeClaimOptions = {}): Volume {
    const claimName = nameOf(claim, `Volume.persistentVolumeClaim('${id}')`, 'PersistentVolumeClaim');
    return withReference(new Volume(id, { persistentVolumeClaim: { claimName, ...options } }), claim);
  }

  /**
   * A claim that is created and deleted with the pod: `volumes[].ephemeral`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param claim the spec of the claim
   * @param options labels and annotations of the claim
   */
  public static ephemeral(id: string, claim: k8s.PersistentVolumeClaimSpec, options: EphemeralVolumeOptions = {}): Volume {
    return new Volume(id, { ephemeral: { volumeClaimTemplate: { ...options, spec: claim } } });
  }

  /**
   * A claim for each pod of a StatefulSet, kept when the pod is deleted: an entry of its `volumeClaimTemplates`. Only a container of a
   * StatefulSet can mount it.
   *
   * @param id the name of the claim template and of the volume: a DNS label
   * @param claim the spec of the claim
   * @param options labels and annotations of the claims
   */
  public static claimTemplate(id: string, claim: k8s.PersistentVolumeClaimSpec, options: EphemeralVolumeOptions = {}): Volume {
    return new Volume(id, {}, { metadata: { ...options.metadata, name: id }, spec: claim });
  }

  /**
   * The content of an OCI image or artifact, read-only: `volumes[].image`. On by default since Kubernetes 1.35.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param reference the image, as in `Container.image`
   * @param options when it is pulled
   */
  public static image(id: string, reference: string, options: ImageVolumeOptions = {}): Volume {
    return new Volume(id, { image: { reference, ...options } });
  }

  /**
   * An AWS EBS disk: `volumes[].awsElasticBlockStore`. Deprecated by the API, handled by the CSI driver ebs.csi.aws.com; prefer `csi` or a claim.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `AWSElasticBlockStoreVolumeSource`
   */
  public static awsElasticBlockStore(id: string, source: k8s.AWSElasticBlockStoreVolumeSource): Volume {
    return new Volume(id, { awsElasticBlockStore: source });
  }

  /**
   * An Azure data disk: `volumes[].azureDisk`. Deprecated by the API, handled by the CSI driver disk.csi.azure.com; prefer `csi` or a claim.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `AzureDiskVolumeSource`
   */
  public static azureDisk(id: string, source: k8s.AzureDiskVolumeSource): Volume {
    return new Volume(id, { azureDisk: source });
  }

  /**
   * An Azure file share: `volumes[].azureFile`. Deprecated by the API, handled by the CSI driver file.csi.azure.com; prefer `csi` or a claim.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `AzureFileVolumeSource`
   */
  public static azureFile(id: string, source: k8s.AzureFileVolumeSource): Volume {
    return new Volume(id, { azureFile: source });
  }

  /**
   * A CephFS mount: `volumes[].cephfs`. Deprecated by the API, and no longer mounted by kubelets since 1.31; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `CephFSVolumeSource`
   */
  public static cephfs(id: string, source: k8s.CephFSVolumeSource): Volume {
    return new Volume(id, { cephfs: source });
  }

  /**
   * An OpenStack Cinder disk: `volumes[].cinder`. Deprecated by the API, handled by the CSI driver cinder.csi.openstack.org; prefer `csi` or a claim.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `CinderVolumeSource`
   */
  public static cinder(id: string, source: k8s.CinderVolumeSource): Volume {
    return new Volume(id, { cinder: source });
  }

  /**
   * A volume that a CSI driver makes for this pod alone: `volumes[].csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `CSIVolumeSource`
   */
  public static csi(id: string, source: k8s.CSIVolumeSource): Volume {
    return new Volume(id, { csi: source });
  }

  /**
   * A Fibre Channel disk: `volumes[].fc`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `FCVolumeSource`
   */
  public static fc(id: string, source: k8s.FCVolumeSource): Volume {
    return new Volume(id, { fc: source });
  }

  /**
   * A volume of an exec-based plugin: `volumes[].flexVolume`. Deprecated by the API; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `FlexVolumeSource`
   */
  public static flexVolume(id: string, source: k8s.FlexVolumeSource): Volume {
    return new Volume(id, { flexVolume: source });
  }

  /**
   * A Flocker dataset: `volumes[].flocker`. Deprecated by the API, and no longer mounted by kubelets; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `FlockerVolumeSource`
   */
  public static flocker(id: string, source: k8s.FlockerVolumeSource): Volume {
    return new Volume(id, { flocker: source });
  }

  /**
   * A Google Compute Engine disk: `volumes[].gcePersistentDisk`. Deprecated by the API, handled by the CSI driver pd.csi.storage.gke.io;
   * prefer `csi` or a claim.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `GCEPersistentDiskVolumeSource`
   */
  public static gcePersistentDisk(id: string, source: k8s.GCEPersistentDiskVolumeSource): Volume {
    return new Volume(id, { gcePersistentDisk: source });
  }

  /**
   * A git repository, cloned when the pod starts: `volumes[].gitRepo`. Deprecated by the API and switched off in kubelets; clone in an init
   * container into an `emptyDir`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `GitRepoVolumeSource`
   */
  public static gitRepo(id: string, source: k8s.GitRepoVolumeSource): Volume {
    return new Volume(id, { gitRepo: source });
  }

  /**
   * A Gluster mount: `volumes[].glusterfs`. Deprecated by the API, and no longer mounted by kubelets; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `GlusterfsVolumeSource`
   */
  public static glusterfs(id: string, source: k8s.GlusterfsVolumeSource): Volume {
    return new Volume(id, { glusterfs: source });
  }

  /**
   * An iSCSI disk: `volumes[].iscsi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `ISCSIVolumeSource`
   */
  public static iscsi(id: string, source: k8s.ISCSIVolumeSource): Volume {
    return new Volume(id, { iscsi: source });
  }

  /**
   * An NFS export: `volumes[].nfs`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `NFSVolumeSource`
   */
  public static nfs(id: string, source: k8s.NFSVolumeSource): Volume {
    return new Volume(id, { nfs: source });
  }

  /**
   * A Photon disk: `volumes[].photonPersistentDisk`. Deprecated by the API, and no longer mounted by kubelets.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `PhotonPersistentDiskVolumeSource`
   */
  public static photonPersistentDisk(id: string, source: k8s.PhotonPersistentDiskVolumeSource): Volume {
    return new Volume(id, { photonPersistentDisk: source });
  }

  /**
   * A Portworx volume: `volumes[].portworxVolume`. Deprecated by the API, handled by the CSI driver pxd.portworx.com; prefer `csi` or a claim.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `PortworxVolumeSource`
   */
  public static portworxVolume(id: string, source: k8s.PortworxVolumeSource): Volume {
    return new Volume(id, { portworxVolume: source });
  }

  /**
   * A Quobyte mount: `volumes[].quobyte`. Deprecated by the API, and no longer mounted by kubelets; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `QuobyteVolumeSource`
   */
  public static quobyte(id: string, source: k8s.QuobyteVolumeSource): Volume {
    return new Volume(id, { quobyte: source });
  }

  /**
   * A Ceph block device: `volumes[].rbd`. Deprecated by the API, and no longer mounted by kubelets since 1.31; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `RBDVolumeSource`
   */
  public static rbd(id: string, source: k8s.RBDVolumeSource): Volume {
    return new Volume(id, { rbd: source });
  }

  /**
   * A ScaleIO volume: `volumes[].scaleIO`. Deprecated by the API, and no longer mounted by kubelets; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `ScaleIOVolumeSource`
   */
  public static scaleIO(id: string, source: k8s.ScaleIOVolumeSource): Volume {
    return new Volume(id, { scaleIO: source });
  }

  /**
   * A StorageOS volume: `volumes[].storageos`. Deprecated by the API, and no longer mounted by kubelets; prefer `csi`.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `StorageOSVolumeSource`
   */
  public static storageos(id: string, source: k8s.StorageOSVolumeSource): Volume {
    return new Volume(id, { storageos: source });
  }

  /**
   * A vSphere disk: `volumes[].vsphereVolume`. Deprecated by the API, handled by the CSI driver csi.vsphere.vmware.com; prefer `csi` or a claim.
   *
   * @param id the volume's name in the pod: a DNS label
   * @param source the fields of `VsphereVirtualDiskVolumeSource`
   */
  public static vsphereVolume(id: string, source: k8s.VsphereVirtualDiskVolumeSource): Volume {
    return new Volume(id, { vsphereVolume: source });
  }

  /**
   * The volume's name in its pod.
   */
  public readonly name: string;

  // It is no part of the volume in the manifest.
  readonly #claimTemplate?: k8s.PersistentVolumeClaim;

  private constructor(name: string, source: object, claimTemplate?: k8s.PersistentVolumeClaim) {
    if (typeof name !== 'string' || name === '') {
      fail(`a volume name is required, got ${JSON.stringify(name)}`, "Volume.emptyDir('data')");
    }
    this.name = name;
    Object.assign(this, source);
    this.#claimTemplate = claimTemplate;
  }

  /** @internal */
  public get [IS_VOLUME](): boolean {
    return true;
  }

  /** @internal */
  public get [CLAIM_TEMPLATE](): k8s.PersistentVolumeClaim | undefined {
    return this.#claimTemplate;
  }

  /**
   * The volume at a path of a container, for `volumeMounts`.
   *
   * @param mountPath path in the container
   * @param options read-only, sub-path, propagation
   */
  public mount(mountPath: string, options: MountOptions = {}): VolumeMount {
    return new VolumeMount(this, mountPath, options);
  }

  /**
   * The volume as a block device of a container, for `volumeDevices`: for a claim whose `volumeMode` is `Block`.
   *
   * @param devicePath path of the device in the container
   */
  public device(devicePath: string): VolumeDevice {
    return new VolumeDevice(this, devicePath);
  }
}
