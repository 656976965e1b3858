import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';

/** The fields of volume sources that name a Secret. Of several sources in one volume, the server looks at the first in this order. */
const SECRET_OF: readonly { readonly source: keyof k8s.Volume; readonly field: string; readonly named?: true }[] = [
  { source: 'azureFile', field: 'secretName', named: true },
  { source: 'cephfs', field: 'secretRef' },
  { source: 'cinder', field: 'secretRef' },
  { source: 'flexVolume', field: 'secretRef' },
  { source: 'projected', field: 'sources' },
  { source: 'rbd', field: 'secretRef' },
  { source: 'secret', field: 'secretName', named: true },
  { source: 'scaleIO', field: 'secretRef' },
  { source: 'iscsi', field: 'secretRef' },
  { source: 'storageos', field: 'secretRef' },
  { source: 'csi', field: 'nodePublishSecretRef' },
];

/** The path of the first Secret reference in a pod (VisitPodSecretNames of k8s.io/kubernetes/pkg/api/pod). */
export function secretReference(spec: Decoded<k8s.PodSpec>, at: Path): Path | undefined {
  const pull = spec.imagePullSecrets?.findIndex((s) => s.name !== undefined) ?? -1;
  if (pull >= 0) {
    return at.child('imagePullSecrets').index(pull);
  }
  for (const list of ['initContainers', 'containers', 'ephemeralContainers'] as const) {
    for (const [i, container] of (spec[list] ?? []).entries()) {
      const found = inContainer(container as Decoded<k8s.Container>, at.child(list).index(i));
      if (found !== undefined) {
        return found;
      }
    }
  }
  for (const [i, volume] of (spec.volumes ?? []).entries()) {
    const found = inVolume(volume, at.child('volumes').index(i));
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function inContainer(container: Decoded<k8s.Container>, at: Path): Path | undefined {
  const from = container.envFrom?.findIndex((e) => e.secretRef?.name !== undefined) ?? -1;
  if (from >= 0) {
    return at.child('envFrom').index(from).child('secretRef');
  }
  const env = container.env?.findIndex((e) => e.valueFrom?.secretKeyRef?.name !== undefined) ?? -1;
  return env >= 0 ? at.child('env').index(env).child('valueFrom').child('secretKeyRef') : undefined;
}

function inVolume(volume: Decoded<k8s.Volume>, at: Path): Path | undefined {
  const secret = SECRET_OF.find(({ source }) => volume[source] !== undefined);
  if (secret === undefined) {
    return undefined;
  }
  const place = at.child(secret.source).child(secret.field);
  if (secret.source === 'projected') {
    const source = volume.projected?.sources?.findIndex((s) => s.secret?.name !== undefined) ?? -1;
    return source >= 0 ? place.index(source).child('secret') : undefined;
  }
  const value = (volume[secret.source] as { readonly [field: string]: any })[secret.field];
  return (secret.named ? value : value?.name) === undefined ? undefined : place;
}
