/**
 * What a static pod may not refer to: the kubelet refuses a manifest of its folder that needs an API object, since it runs static
 * pods without asking the API server (HasAPIObjectReference in k8s.io/kubernetes/pkg/api/pod, Kubernetes 1.36).
 */
const WHY = 'a static pod is run by the kubelet without the API server, so it cannot refer to';

/** Volume sources that need an API object. */
const VOLUME_SOURCES: { [source: string]: string } = {
  configMap: 'a ConfigMap',
  secret: 'a Secret',
  persistentVolumeClaim: 'a PersistentVolumeClaim',
  ephemeral: 'a PersistentVolumeClaim',
  csi: 'a CSIDriver',
  glusterfs: 'Endpoints',
  azureFile: 'a Secret',
};

/** Projected sources that need an API object: all but the Downward API. */
const PROJECTED_SOURCES: { [source: string]: string } = {
  configMap: 'a ConfigMap',
  secret: 'a Secret',
  serviceAccountToken: 'a ServiceAccount',
  clusterTrustBundle: 'a ClusterTrustBundle',
  podCertificate: 'a PodCertificateRequest',
};

/** A place where a pod spec refers to an API object, and why it may not. */
export interface ApiReference {
  readonly at: string;
  readonly message: string;
}

/** Every place where a pod spec refers to an API object, as texts with a fix. */
export function apiReferences(spec: any): string[] {
  return findApiReferences(spec).map(({ at, message }) => `${at}: ${message}; leave it out, or use a Pod`);
}

/** Every place where a pod spec refers to an API object. */
export function findApiReferences(spec: any): ApiReference[] {
  const found: ApiReference[] = [];
  const refuse = (at: string, what: string) => found.push({ at, message: `${WHY} ${what}` });
  for (const field of ['serviceAccountName', 'serviceAccount']) {
    if (spec[field]) {
      refuse(`spec.${field}`, 'a ServiceAccount');
    }
  }
  if (spec.imagePullSecrets?.length) {
    refuse('spec.imagePullSecrets', 'a Secret');
  }
  if (spec.resourceClaims?.length) {
    refuse('spec.resourceClaims', 'a ResourceClaim');
  }
  for (const [field, list] of [['initContainers', spec.initContainers], ['containers', spec.containers]] as const) {
    for (const [i, container] of entries(list)) {
      containerReferences(container, `spec.${field}[${i}]`, refuse);
    }
  }
  for (const [i, volume] of entries(spec.volumes)) {
    volumeReferences(volume, `spec.volumes[${i}]`, refuse);
  }
  return found;
}

type Refuse = (field: string, what: string) => void;

function containerReferences(container: any, at: string, refuse: Refuse): void {
  for (const [j, env] of entries(container?.env)) {
    if (env?.valueFrom?.configMapKeyRef) {
      refuse(`${at}.env[${j}].valueFrom.configMapKeyRef`, 'a ConfigMap');
    }
    if (env?.valueFrom?.secretKeyRef) {
      refuse(`${at}.env[${j}].valueFrom.secretKeyRef`, 'a Secret');
    }
  }
  for (const [j, source] of entries(container?.envFrom)) {
    if (source?.configMapRef) {
      refuse(`${at}.envFrom[${j}].configMapRef`, 'a ConfigMap');
    }
    if (source?.secretRef) {
      refuse(`${at}.envFrom[${j}].secretRef`, 'a Secret');
    }
  }
}

function volumeReferences(volume: any, at: string, refuse: Refuse): void {
  for (const [source, value] of Object.entries<any>(volume ?? {})) {
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (VOLUME_SOURCES[source]) {
      refuse(`${at}.${source}`, VOLUME_SOURCES[source]);
    } else if (value.secretRef) {
      refuse(`${at}.${source}.secretRef`, 'a Secret');
    }
  }
  for (const [j, projection] of entries(volume?.projected?.sources)) {
    for (const source of Object.keys(projection ?? {})) {
      if (PROJECTED_SOURCES[source]) {
        refuse(`${at}.projected.sources[${j}].${source}`, PROJECTED_SOURCES[source]);
      }
    }
  }
}

function entries(list: unknown): [number, any][] {
  return Array.isArray(list) ? [...list.entries()] : [];
}
