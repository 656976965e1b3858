import { validatePersistentVolumeClaimTemplate } from './persistent-volume-claim';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

/** A claim that is made together with the pod, from a template. */
export function validateEphemeral(ephemeral: Decoded<k8s.EphemeralVolumeSource>, path: Path, pod: PodContext): void {
  if (ephemeral.volumeClaimTemplate === undefined) {
    pod.report.required(path.child('volumeClaimTemplate'), 'volumes/claim-template-required', 'an ephemeral volume needs the template of its claim');
  } else {
    validatePersistentVolumeClaimTemplate(ephemeral.volumeClaimTemplate, path.child('volumeClaimTemplate'), pod);
  }
}

/** The claim is called `<pod>-<volume>`, which must be a name for a claim. Only a pod has a name to ask that of. */
export function validateEphemeralClaimName(volume: Decoded<k8s.Volume>, path: Path, pod: PodContext): void {
  const owner = podName(pod.meta);
  if (owner === undefined || volume.name === undefined) {
    return;
  }
  const claim = `${owner}-${volume.name}`;
  const problem = dns1123Subdomain(claim);
  if (problem !== undefined) {
    pod.report.invalid(path.child('name'), 'volumes/ephemeral-claim-name', `${show(claim)}, the name of its claim, ${problem}`);
  }
}

/** The claims that the pod's ephemeral volumes make; undefined where that is not known or there are none. */
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

/** Longest part of `generateName` that the server keeps. */
const GENERATE_NAME_MAX = 58;

/** What the pod will be called, or a name of the same form: the server adds five letters or digits to `generateName`. */
function podName(meta: Decoded<k8s.ObjectMeta> | undefined): string | undefined {
  if (meta?.name !== undefined || meta?.generateName === undefined) {
    return meta?.name;
  }
  return `${meta.generateName.slice(0, GENERATE_NAME_MAX)}xxxxx`;
}
