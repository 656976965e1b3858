import { keyedField, resourceName } from './downward-fields';
import * as k8s from '../../k8s';

/**
 * The container whose resource is read, and the unit of the value.
 */
export interface ContainerResourceOptions {
  /**
   * The unit: the value is divided by it and rounded up. `1m` or `1` for CPU; a power of 10 or 2 such as `1k`, `1Mi` for the others.
   *
   * @default '1'
   */
  readonly divisor?: string | number;

  /**
   * The container whose resource it is.
   *
   * @default - the container that has the variable
   */
  readonly containerName?: string;
}

/**
 * Downward API as environment variables: values for `env` of a container. What only files can carry (all labels, all annotations)
 * is in `DownwardVolume`. Each method gives a plain `k8s.EnvVarSource`.
 */
export class DownwardEnv {
  /**
   * The pod's name. Field `metadata.name`.
   */
  public static podName(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'metadata.name' } };
  }

  /**
   * The pod's namespace. Field `metadata.namespace`.
   */
  public static namespace(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'metadata.namespace' } };
  }

  /**
   * The pod's unique id. Field `metadata.uid`.
   */
  public static uid(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'metadata.uid' } };
  }

  /**
   * The name of the pod's service account. Field `spec.serviceAccountName`.
   */
  public static serviceAccountName(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'spec.serviceAccountName' } };
  }

  /**
   * The name of the node that the pod runs on. Field `spec.nodeName`.
   */
  public static nodeName(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'spec.nodeName' } };
  }

  /**
   * The node's primary IP address. Field `status.hostIP`.
   */
  public static hostIP(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'status.hostIP' } };
  }

  /**
   * The node's IP addresses, comma-separated, the primary one first. Field `status.hostIPs`.
   */
  public static hostIPs(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'status.hostIPs' } };
  }

  /**
   * The pod's primary IP address. Field `status.podIP`.
   */
  public static podIP(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'status.podIP' } };
  }

  /**
   * The pod's IP addresses, comma-separated, the primary one first. Field `status.podIPs`.
   */
  public static podIPs(): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: 'status.podIPs' } };
  }

  /**
   * The value of one label of the pod; empty if it has none. Field `metadata.labels['<key>']`.
   *
   * @param key the key of the label
   */
  public static label(key: string): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: keyedField('labels', key) } };
  }

  /**
   * The value of one annotation of the pod; empty if it has none. Field `metadata.annotations['<key>']`.
   *
   * @param key the key of the annotation
   */
  public static annotation(key: string): k8s.EnvVarSource {
    return { fieldRef: { fieldPath: keyedField('annotations', key) } };
  }

  /**
   * The container's CPU limit: cores, rounded up, unless the divisor says otherwise (`1m` for millicores). Resource `limits.cpu`.
   *
   * @param options divisor and container
   */
  public static limitsCpu(options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: 'limits.cpu', ...options } };
  }

  /**
   * The container's memory limit: bytes, unless the divisor says otherwise (`1Mi`). Resource `limits.memory`.
   *
   * @param options divisor and container
   */
  public static limitsMemory(options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: 'limits.memory', ...options } };
  }

  /**
   * The container's ephemeral storage limit: bytes, unless the divisor says otherwise (`1Mi`). Resource `limits.ephemeral-storage`.
   *
   * @param options divisor and container
   */
  public static limitsEphemeralStorage(options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: 'limits.ephemeral-storage', ...options } };
  }

  /**
   * The container's limit of huge pages of one size: bytes, unless the divisor says otherwise. Resource `limits.hugepages-<size>`.
   *
   * @param pageSize the size of the pages, such as `2Mi`
   * @param options divisor and container
   */
  public static limitsHugepages(pageSize: string, options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: resourceName('limits', pageSize), ...options } };
  }

  /**
   * The container's CPU request: cores, rounded up, unless the divisor says otherwise (`1m` for millicores). Resource `requests.cpu`.
   *
   * @param options divisor and container
   */
  public static requestsCpu(options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: 'requests.cpu', ...options } };
  }

  /**
   * The container's memory request: bytes, unless the divisor says otherwise (`1Mi`). Resource `requests.memory`.
   *
   * @param options divisor and container
   */
  public static requestsMemory(options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: 'requests.memory', ...options } };
  }

  /**
   * The container's ephemeral storage request: bytes, unless the divisor says otherwise (`1Mi`). Resource `requests.ephemeral-storage`.
   *
   * @param options divisor and container
   */
  public static requestsEphemeralStorage(options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: 'requests.ephemeral-storage', ...options } };
  }

  /**
   * The container's request of huge pages of one size: bytes, unless the divisor says otherwise. Resource `requests.hugepages-<size>`.
   *
   * @param pageSize the size of the pages, such as `2Mi`
   * @param options divisor and container
   */
  public static requestsHugepages(pageSize: string, options: ContainerResourceOptions = {}): k8s.EnvVarSource {
    return { resourceFieldRef: { resource: resourceName('requests', pageSize), ...options } };
  }
}
