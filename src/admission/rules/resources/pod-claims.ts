import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';
import { MIRROR_POD } from '../security/annotations';

/** The resource claims of a pod: valid, unique names, and each with either a claim or a claim template. */
export function validatePodClaims(claims: Decoded<k8s.PodResourceClaim[]> | undefined, path: Path, pod: PodContext): void {
  if (claims === undefined) {
    return;
  }
  const names = new Set<string>();
  const mirror = pod.meta?.annotations !== undefined && Object.hasOwn(pod.meta.annotations, MIRROR_POD);
  for (let i = 0; i < claims.length; i++) {
    if (mirror) {
      // The server's path here points nowhere.
      pod.report.forbidden(path.index(i), 'resource-claims/static-pod', 'resourceClaims is not allowed in a static pod', { field: '[]' });
    } else {
      validatePodClaim(claims[i], names, path.index(i), pod);
    }
  }
}

function validatePodClaim(claim: Decoded<k8s.PodResourceClaim>, names: Set<string>, path: Path, pod: PodContext): void {
  const name = claim.name ?? '';
  if (name === '') {
    pod.report.required(path.child('name'), 'resource-claims/name-required', 'a claim name is required: containers refer to it');
  } else if (names.has(name)) {
    pod.report.duplicate(path.child('name'), 'resource-claims/duplicate', `duplicate claim name ${show(name)}`);
  } else {
    const problem = dns1123Label(name);
    if (problem !== undefined) {
      pod.report.invalid(path.child('name'), 'resource-claims/name', `${show(name)} ${problem}`);
    }
    names.add(name);
  }
  const { resourceClaimName, resourceClaimTemplateName } = claim;
  if ((resourceClaimName === undefined) === (resourceClaimTemplateName === undefined)) {
    pod.report.invalid(path, 'resource-claims/one-source', `claim ${show(name)} needs exactly one of resourceClaimName and resourceClaimTemplateName`);
  }
  validateSource(resourceClaimName, path, 'resourceClaimName', pod);
  validateSource(resourceClaimTemplateName, path, 'resourceClaimTemplateName', pod);
}

function validateSource(name: string | undefined, path: Path, field: string, pod: PodContext): void {
  const problem = name === undefined ? undefined : dns1123Subdomain(name);
  if (problem !== undefined) {
    pod.report.invalid(path.child(field), 'resource-claims/source-name', `${show(name)} ${problem}`);
  }
}
