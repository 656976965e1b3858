import type * as k8s from '../../k8s';
import type { Context } from '../context';
import type { Decoded, Mutable } from '../decode/decoded';
import { Path } from '../path';
import { secretReference } from './secrets';

/** Annotation of the mirror pod that the kubelet creates for a static pod. */
const MIRROR = 'kubernetes.io/config.mirror';
const TOKEN_PATH = '/var/run/secrets/kubernetes.io/serviceaccount';
const TOKEN_VOLUME = 'kube-api-access-';
/** Stands for the random end of the volume's name. */
const RANDOM = 'xxxxx';
/** The token, the certificate of the server and the namespace, as every pod gets them. */
const SOURCES: readonly Decoded<k8s.VolumeProjection>[] = [
  { serviceAccountToken: { expirationSeconds: 3607, path: 'token' } },
  { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
  { downwardAPI: { items: [{ path: 'namespace', fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } }] } },
];

/**
 * The admission plugin ServiceAccount (plugin/pkg/admission/serviceaccount) in a fresh cluster: sets the service account and mounts its token. A
 * mirror pod may use neither service accounts nor secrets. Whether a named account exists is cluster state.
 *
 * @returns whether the pod is admitted; a refusal ends the server's review
 */
export function admitServiceAccount(pod: Decoded<k8s.Pod>, context: Context): boolean {
  const spec: Mutable<Decoded<k8s.PodSpec>> = pod.spec ?? {};
  if (isMirror(pod)) {
    return admitMirror(spec, context);
  }
  if (spec.serviceAccountName === undefined && spec.serviceAccount === undefined) {
    spec.serviceAccountName = 'default';
  }
  // automountServiceAccountToken of any other account is cluster state
  if ((spec.serviceAccountName ?? spec.serviceAccount) === 'default' && (spec.automountServiceAccountToken ?? true)) {
    mountToken(spec);
  }
  return true;
}

/** Whether a pod is the mirror of a static pod. */
export function isMirror({ metadata }: Decoded<k8s.Pod>): boolean {
  return metadata?.annotations !== undefined && Object.hasOwn(metadata.annotations, MIRROR);
}

/** What a mirror pod may not use. */
export function admitMirror(spec: Decoded<k8s.PodSpec>, context: Context): boolean {
  const at = Path.root.child('spec');
  const refuse = (place: Path, code: string, what: string) => {
    context.report.refused(place, `service-account/${code}`, `a mirror pod (annotation ${MIRROR}) must not use ${what}`,
      { hint: `remove it, or the annotation ${MIRROR}` });
    return false;
  };
  if (spec.serviceAccountName !== undefined || spec.serviceAccount !== undefined) {
    return refuse(at.child(spec.serviceAccountName === undefined ? 'serviceAccount' : 'serviceAccountName'), 'mirror-pod-account', 'a service account');
  }
  const secret = secretReference(spec, at);
  if (secret !== undefined) {
    return refuse(secret, 'mirror-pod-secret', 'a Secret');
  }
  for (const [i, volume] of (spec.volumes ?? []).entries()) {
    for (const [j, source] of (volume.projected?.sources ?? []).entries()) {
      if (source.serviceAccountToken !== undefined) {
        return refuse(at.child('volumes').index(i).child('projected').child('sources').index(j).child('serviceAccountToken'), 'mirror-pod-token', 'a token');
      }
    }
  }
  return true;
}

/**
 * Mounts the token. The plugin takes a volume that has such a name already, and its mounts are errors when that volume is refused. A volume of
 * its own can only conflict with block devices.
 *
 * @param all also where the mount cannot be an error: in a fresh cluster it is left out there, since nobody sees it
 */
export function mountToken(spec: Mutable<Decoded<k8s.PodSpec>>, all = false): void {
  const own = spec.volumes?.find((v) => v.name?.startsWith(TOKEN_VOLUME))?.name;
  const takesToken = ({ volumeDevices, volumeMounts }: Decoded<k8s.Container>): boolean =>
    (all || own !== undefined || volumeDevices !== undefined) && !volumeMounts?.some((m) => m.mountPath === TOKEN_PATH);
  if (!spec.containers?.some(takesToken) && !spec.initContainers?.some(takesToken)) {
    return;
  }
  const name = own ?? `${TOKEN_VOLUME}${RANDOM}`;
  for (const list of ['initContainers', 'containers'] as const) {
    if (!spec[list]?.some(takesToken)) {
      continue;
    }
    spec[list] = spec[list].map((container) => {
      if (!takesToken(container)) {
        return container;
      }
      const copy: Mutable<Decoded<k8s.Container>> = { ...container };
      copy.volumeMounts = [...(container.volumeMounts ?? []), { name, mountPath: TOKEN_PATH, readOnly: true }];
      return copy;
    });
  }
  if (own === undefined) {
    spec.volumes = [...(spec.volumes ?? []), { name, projected: { sources: [...SOURCES], defaultMode: 0o644 } }];
  }
}
