import * as k8s from '../../k8s';
import { INamed } from '../plain/named';
import { nameOf, withReference } from '../plain/references';

/**
 * Whether the source of a variable must exist.
 */
export interface EnvSourceOptions {
  /**
   * Whether the container starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * Which names the variables of a whole ConfigMap or Secret get.
 */
export interface EnvFromOptions extends EnvSourceOptions {
  /**
   * Text put before every key.
   *
   * @default - none
   */
  readonly prefix?: string;
}

/**
 * Values of environment variables that come from elsewhere, for `env` of a container. The Downward API is in `DownwardEnv`. Each
 * method gives a plain `k8s.EnvVarSource`.
 */
export class EnvSource {
  /**
   * The value of a key of a ConfigMap.
   *
   * @param configMap the ConfigMap or its name
   * @param key the key
   * @param options whether it has to exist
   */
  public static configMapKey(configMap: string | INamed, key: string, options: EnvSourceOptions = {}): k8s.EnvVarSource {
    return withReference({ configMapKeyRef: { name: nameOf(configMap, 'EnvSource.configMapKey', 'ConfigMap'), key, ...options } }, configMap);
  }

  /**
   * The value of a key of a Secret.
   *
   * @param secret the Secret or its name
   * @param key the key
   * @param options whether it has to exist
   */
  public static secretKey(secret: string | INamed, key: string, options: EnvSourceOptions = {}): k8s.EnvVarSource {
    return withReference({ secretKeyRef: { name: nameOf(secret, 'EnvSource.secretKey', 'Secret'), key, ...options } }, secret);
  }

  /**
   * The value of a key in an env file of an emptyDir volume, that an init container wrote. On by default since Kubernetes 1.35.
   *
   * @param volume the volume or its name
   * @param file path of the file in the volume: relative, without `..`
   * @param key the key in the file
   * @param options whether it has to exist
   */
  public static fileKey(volume: string | INamed, file: string, key: string, options: EnvSourceOptions = {}): k8s.EnvVarSource {
    return { fileKeyRef: { volumeName: nameOf(volume, 'EnvSource.fileKey'), path: file, key, ...options } };
  }
}

/**
 * Whole ConfigMaps and Secrets as environment variables, for `envFrom` of a container. Each method gives a plain `k8s.EnvFromSource`.
 */
export class EnvFrom {
  /**
   * A variable for every key of a ConfigMap.
   *
   * @param configMap the ConfigMap or its name
   * @param options prefix, and whether it has to exist
   */
  public static configMap(configMap: string | INamed, options: EnvFromOptions = {}): k8s.EnvFromSource {
    const { prefix, ...rest } = options;
    const source = { configMapRef: { name: nameOf(configMap, 'EnvFrom.configMap', 'ConfigMap'), ...rest } };
    return withReference(prefix === undefined ? source : { prefix, ...source }, configMap);
  }

  /**
   * A variable for every key of a Secret.
   *
   * @param secret the Secret or its name
   * @param options prefix, and whether it has to exist
   */
  public static secret(secret: string | INamed, options: EnvFromOptions = {}): k8s.EnvFromSource {
    const { prefix, ...rest } = options;
    const source = { secretRef: { name: nameOf(secret, 'EnvFrom.secret', 'Secret'), ...rest } };
    return withReference(prefix === undefined ? source : { prefix, ...source }, secret);
  }
}
