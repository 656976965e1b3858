import { validatePersistentVolumeClaimTemplate } from './persistent-volume-claim';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

/** A claim that is created together with the pod, from a template. */
export function validateEphemeral(ephemeral: Decoded<k8s.EphemeralVolumeSource>, path: Path, pod: PodContext): void {
  if (ephemeral.volumeClaimTemplate === undefined) {
    pod.report.required(path.child('volumeClaimTemplate'), 'volumes/claim-template-required', 'volumeClaimTemplate is required');
  } else {
    validatePersistentVolumeClaimTemplate(ephemeral.volumeClaimTemplate, path.child('volumeClaimTemplate'), pod);
  }
}

/** The claim is named `<pod>-<volume>`, which must be a valid name. Pod templates have no name yet, so only pods are checked. */
export function validateEphemeralClaimName(volume: Decoded<k8s.Volume>, path: Path, pod: PodContext): void {
  const owner = podName(pod.meta);
  if (owner === undefined || volume.name === undefined) {
    return;
  }
  const claim = `${owner}-${volume.name}`;
  const problem = dns1123Subdomain(claim);
  if (problem !== undefined) {
    pod.report.invalid(path.child('name'), 'volumes/ephemeral-claim-name', `the claim name is made of the names of pod and volume: ${show(claim)} ${problem}`);
  }
}

/** Names of the claims of the pod's ephemeral volumes; undefined if there are none or the pod's name is not known yet. */
export function ephemeralClaims(volumes: readonly Decoded<k8s.Volume>[], pod: PodContext): ReadonlySet<string> | undefined {
  const owner = pod.meta?.name;
  if (owner === undefined) {
    return undefined;
  }
  let claims: Set<string> | undefined;
  for (const volume of volumes) {
    if (volume.ephemeral !== undefined) {
      claims ??= new Set();
      claims.add(`${owner}-${volume.name ?? ''}`);
    }
  }
  return claims;
}

/** The server cuts a `generateName` prefix to this length. */
const MAX_GENERATE_NAME = 58;

/** The pod's name, or one of the form that the server generates: it adds five letters or digits to `generateName`. */
function podName(meta: Decoded<k8s.ObjectMeta> | undefined): string | undefined {
  if (meta?.name !== undefined || meta?.generateName === undefined) {
    return meta?.name;
  }
  return `${meta.generateName.slice(0, MAX_GENERATE_NAME)}xxxxx`;
}
