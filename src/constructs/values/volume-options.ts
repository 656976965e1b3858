import * as k8s from '../../k8s';

/**
 * What has to be at the path of a hostPath volume.
 */
export interface HostPathVolumeOptions {
  /**
   * What is checked, or made, before the volume is mounted. The empty string checks nothing.
   *
   * @default - nothing is checked
   */
  readonly type?: '' | 'DirectoryOrCreate' | 'Directory' | 'FileOrCreate' | 'File' | 'Socket' | 'CharDevice' | 'BlockDevice';
}

/**
 * The mode of the files in a volume that is made of API data.
 */
export interface ProjectedFilesOptions {
  /**
   * Permission bits of files that give none of their own: 0 to 0o777.
   *
   * @default 0o644
   */
  readonly defaultMode?: number;
}

/**
 * Which keys of a ConfigMap are files, and whether it has to exist.
 */
export interface ConfigMapVolumeOptions extends ProjectedFilesOptions {
  /**
   * The keys, with path and mode of their files.
   *
   * @default - every key is a file of its own name
   */
  readonly items?: k8s.KeyToPath[];

  /**
   * Whether the pod starts without the ConfigMap or its keys.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * Which keys of a Secret are files, and whether it has to exist.
 */
export interface SecretVolumeOptions extends ProjectedFilesOptions {
  /**
   * The keys, with path and mode of their files.
   *
   * @default - every key is a file of its own name
   */
  readonly items?: k8s.KeyToPath[];

  /**
   * Whether the pod starts without the Secret or its keys.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * How a claim is mounted.
 */
export interface PersistentVolumeClaimOptions {
  /**
   * Whether every mount of the volume is read-only.
   *
   * @default false
   */
  readonly readOnly?: boolean;
}

/**
 * Metadata of the claim that is created for a pod.
 */
export interface EphemeralVolumeOptions {
  /**
   * Labels and annotations of the claim; a name is not allowed.
   *
   * @default - none
   */
  readonly metadata?: k8s.ObjectMeta;
}

/**
 * When the image of an image volume is pulled.
 */
export interface ImageVolumeOptions {
  /**
   * When it is pulled.
   *
   * @default - `Always` when the tag is `latest` or missing, else `IfNotPresent`
   */
  readonly pullPolicy?: 'Always' | 'IfNotPresent' | 'Never';
}
