import { fileRef, keyedField, resourceName } from './downward-fields';
import * as k8s from '../../k8s';

/**
 * The mode of one file.
 */
export interface FileModeOptions {
  /**
   * Permission bits of the file: 0 to 0o777.
   *
   * @default - the volume's defaultMode
   */
  readonly mode?: number;
}

/**
 * The container whose resource is read, the unit of the value, and the mode of its file.
 */
export interface ResourceFileOptions extends FileModeOptions {
  /**
   * The container whose resource it is. Required, because files belong to the pod.
   */
  readonly containerName: string;

  /**
   * The unit: the value is divided by it and rounded up. `1m` or `1` for CPU; a power of 10 or 2 such as `1k`, `1Mi` for the others.
   *
   * @default '1'
   */
  readonly divisor?: string | number;
}

/**
 * Downward API as files: items of `Volume.downwardAPI` and `ProjectedSource.downwardAPI`. What only environment variables can carry
 * (service account, node name, IP addresses) is in `DownwardEnv`. Each method gives a plain `k8s.DownwardAPIVolumeFile`.
 */
export class DownwardVolume {
  /**
   * The pod's name. Field `metadata.name`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options the file's mode
   */
  public static podName(file: string, options: FileModeOptions = {}): k8s.DownwardAPIVolumeFile {
    return { path: file, fieldRef: { fieldPath: 'metadata.name' }, ...options };
  }

  /**
   * The pod's namespace. Field `metadata.namespace`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options the file's mode
   */
  public static namespace(file: string, options: FileModeOptions = {}): k8s.DownwardAPIVolumeFile {
    return { path: file, fieldRef: { fieldPath: 'metadata.namespace' }, ...options };
  }

  /**
   * The pod's unique id. Field `metadata.uid`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options the file's mode
   */
  public static uid(file: string, options: FileModeOptions = {}): k8s.DownwardAPIVolumeFile {
    return { path: file, fieldRef: { fieldPath: 'metadata.uid' }, ...options };
  }

  /**
   * All labels of the pod, a line `key="escaped value"` each. Field `metadata.labels`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options the file's mode
   */
  public static labels(file: string, options: FileModeOptions = {}): k8s.DownwardAPIVolumeFile {
    return { path: file, fieldRef: { fieldPath: 'metadata.labels' }, ...options };
  }

  /**
   * All annotations of the pod, a line `key="escaped value"` each. Field `metadata.annotations`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options the file's mode
   */
  public static annotations(file: string, options: FileModeOptions = {}): k8s.DownwardAPIVolumeFile {
    return { path: file, fieldRef: { fieldPath: 'metadata.annotations' }, ...options };
  }

  /**
   * The value of one label of the pod; empty if it has none. Field `metadata.labels['<key>']`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param key the key of the label
   * @param options the file's mode
   */
  public static label(file: string, key: string, options: FileModeOptions = {}): k8s.DownwardAPIVolumeFile {
    return { path: file, fieldRef: { fieldPath: keyedField('labels', key) }, ...options };
  }

  /**
   * The value of one annotation of the pod; empty if it has none. Field `metadata.annotations['<key>']`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param key the key of the annotation
   * @param options the file's mode
   */
  public static annotation(file: string, key: string, options: FileModeOptions = {}): k8s.DownwardAPIVolumeFile {
    return { path: file, fieldRef: { fieldPath: keyedField('annotations', key) }, ...options };
  }

  /**
   * A container's CPU limit: cores, rounded up, unless the divisor says otherwise (`1m` for millicores). Resource `limits.cpu`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options container, divisor and the file's mode
   */
  public static limitsCpu(file: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, 'limits.cpu', options);
  }

  /**
   * A container's memory limit: bytes, unless the divisor says otherwise (`1Mi`). Resource `limits.memory`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options container, divisor and the file's mode
   */
  public static limitsMemory(file: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, 'limits.memory', options);
  }

  /**
   * A container's ephemeral storage limit: bytes, unless the divisor says otherwise (`1Mi`). Resource `limits.ephemeral-storage`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options container, divisor and the file's mode
   */
  public static limitsEphemeralStorage(file: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, 'limits.ephemeral-storage', options);
  }

  /**
   * A container's limit of huge pages of one size: bytes, unless the divisor says otherwise. Resource `limits.hugepages-<size>`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param pageSize the size of the pages, such as `2Mi`
   * @param options container, divisor and the file's mode
   */
  public static limitsHugepages(file: string, pageSize: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, resourceName('limits', pageSize), options);
  }

  /**
   * A container's CPU request: cores, rounded up, unless the divisor says otherwise (`1m` for millicores). Resource `requests.cpu`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options container, divisor and the file's mode
   */
  public static requestsCpu(file: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, 'requests.cpu', options);
  }

  /**
   * A container's memory request: bytes, unless the divisor says otherwise (`1Mi`). Resource `requests.memory`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options container, divisor and the file's mode
   */
  public static requestsMemory(file: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, 'requests.memory', options);
  }

  /**
   * A container's ephemeral storage request: bytes, unless the divisor says otherwise (`1Mi`). Resource `requests.ephemeral-storage`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param options container, divisor and the file's mode
   */
  public static requestsEphemeralStorage(file: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, 'requests.ephemeral-storage', options);
  }

  /**
   * A container's request of huge pages of one size: bytes, unless the divisor says otherwise. Resource `requests.hugepages-<size>`.
   *
   * @param file path of the file in the volume: relative, without `..`
   * @param pageSize the size of the pages, such as `2Mi`
   * @param options container, divisor and the file's mode
   */
  public static requestsHugepages(file: string, pageSize: string, options: ResourceFileOptions): k8s.DownwardAPIVolumeFile {
    return fileRef(file, resourceName('requests', pageSize), options);
  }
}
