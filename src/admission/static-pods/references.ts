import { Path } from '../path';

const WHY = 'a static pod is run by the kubelet without the API server, so it cannot refer to';
const SPEC = Path.root.child('spec');

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

/** A place where a pod spec refers to an API object. */
export interface ApiReference {
  readonly at: Path;
  /** Why a static pod may not have it. */
  readonly message: string;
  /** The kubelet of 1.33 refuses it too, which runs pods with the others. */
  readonly always: boolean;
}

/**
 * Every place where a pod spec refers to an API object. The kubelet refuses a manifest of its folder that has one, because it runs static
 * pods without asking the API server. Source: HasAPIObjectReference in k8s.io/kubernetes/pkg/api/pod, Kubernetes 1.36.
 */
export function apiReferences(spec: any): ApiReference[] {
  const found: ApiReference[] = [];
  const refuse: Refuse = (at, what, always = false) => found.push({ at, message: `${WHY} ${what}`, always });
  for (const field of ['serviceAccountName', 'serviceAccount']) {
    if (spec[field]) {
      refuse(SPEC.child(field), 'a ServiceAccount');
    }
  }
  if (spec.imagePullSecrets?.length) {
    refuse(SPEC.child('imagePullSecrets'), 'a Secret');
  }
  if (spec.resourceClaims?.length) {
    refuse(SPEC.child('resourceClaims'), 'a ResourceClaim', true);
  }
  for (const [field, list] of [['initContainers', spec.initContainers], ['containers', spec.containers]] as const) {
    for (const [i, container] of entries(list)) {
      containerReferences(container, SPEC.child(field).index(i), refuse);
    }
  }
  for (const [i, volume] of entries(spec.volumes)) {
    volumeReferences(volume, SPEC.child('volumes').index(i), refuse);
  }
  return found;
}

type Refuse = (at: Path, what: string, always?: boolean) => void;

function containerReferences(container: any, at: Path, refuse: Refuse): void {
  for (const [j, env] of entries(container?.env)) {
    const source = at.child('env').index(j).child('valueFrom');
    if (env?.valueFrom?.configMapKeyRef) {
      refuse(source.child('configMapKeyRef'), 'a ConfigMap');
    }
    if (env?.valueFrom?.secretKeyRef) {
      refuse(source.child('secretKeyRef'), 'a Secret');
    }
  }
  for (const [j, source] of entries(container?.envFrom)) {
    if (source?.configMapRef) {
      refuse(at.child('envFrom').index(j).child('configMapRef'), 'a ConfigMap');
    }
    if (source?.secretRef) {
      refuse(at.child('envFrom').index(j).child('secretRef'), 'a Secret');
    }
  }
}

function volumeReferences(volume: any, at: Path, refuse: Refuse): void {
  for (const [source, value] of Object.entries<any>(volume ?? {})) {
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (VOLUME_SOURCES[source]) {
      refuse(at.child(source), VOLUME_SOURCES[source]);
    } else if (value.secretRef) {
      refuse(at.child(source).child('secretRef'), 'a Secret');
    }
  }
  for (const [j, projection] of entries(volume?.projected?.sources)) {
    for (const source of Object.keys(projection ?? {})) {
      if (PROJECTED_SOURCES[source]) {
        refuse(at.child('projected').child('sources').index(j).child(source), PROJECTED_SOURCES[source], source === 'clusterTrustBundle');
      }
    }
  }
}

function entries(list: unknown): [number, any][] {
  return Array.isArray(list) ? [...list.entries()] : [];
}
