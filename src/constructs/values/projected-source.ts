import * as k8s from '../../k8s';
import { INamed } from '../plain/named';
import { nameOf, withReference } from '../plain/references';

/**
 * Which keys of a ConfigMap or Secret are files, and whether it has to exist.
 */
export interface ProjectedKeysOptions {
  /**
   * The keys, with path and mode of their files.
   *
   * @default - every key is a file of its own name
   */
  readonly items?: k8s.KeyToPath[];

  /**
   * Whether the pod starts without it.
   *
   * @default false
   */
  readonly optional?: boolean;
}

/**
 * Sources of `Volume.projected`. Each method gives a plain `k8s.VolumeProjection`.
 */
export class ProjectedSource {
  /**
   * The keys of a ConfigMap as files.
   *
   * @param configMap the ConfigMap or its name
   * @param options which keys, as which files
   */
  public static configMap(configMap: string | INamed, options: ProjectedKeysOptions = {}): k8s.VolumeProjection {
    return withReference({ configMap: { name: nameOf(configMap, 'ProjectedSource.configMap', 'ConfigMap'), ...options } }, configMap);
  }

  /**
   * The keys of a Secret as files.
   *
   * @param secret the Secret or its name
   * @param options which keys, as which files
   */
  public static secret(secret: string | INamed, options: ProjectedKeysOptions = {}): k8s.VolumeProjection {
    return withReference({ secret: { name: nameOf(secret, 'ProjectedSource.secret', 'Secret'), ...options } }, secret);
  }

  /**
   * Fields of the pod and its containers as files.
   *
   * @param files the files, made with `DownwardVolume`
   */
  public static downwardAPI(files: k8s.DownwardAPIVolumeFile[]): k8s.VolumeProjection {
    return { downwardAPI: { items: files } };
  }

  /**
   * A token of the pod's service account, renewed before it expires.
   *
   * @param source path of the file, audience and lifetime
   */
  public static serviceAccountToken(source: k8s.ServiceAccountTokenProjection): k8s.VolumeProjection {
    return { serviceAccountToken: source };
  }

  /**
   * Trust anchors of ClusterTrustBundles as one PEM file.
   *
   * @param source path of the file, and the name or the signer and labels of the bundles
   */
  public static clusterTrustBundle(source: k8s.ClusterTrustBundleProjection): k8s.VolumeProjection {
    return { clusterTrustBundle: source };
  }

  /**
   * A key and a certificate chain for the pod, renewed before it expires.
   *
   * @param source signer, type of the key, and paths of the files
   */
  public static podCertificate(source: k8s.PodCertificateProjection): k8s.VolumeProjection {
    return { podCertificate: source };
  }
}
