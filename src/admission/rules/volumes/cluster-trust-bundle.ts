import { PathClaims } from './path-claims';
import { filePathProblem, validateUser } from './paths';
import { requireString } from './required';
import { validateSignerName } from './signer-name';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';
import { PodContext } from '../pod/pod-context';

/**
 * Trust anchors as one file: from a bundle by name, or from all bundles of a signer that a selector selects. The server drops this source
 * while the gate ClusterTrustBundleProjection is off.
 */
export function validateClusterTrustBundle(source: Decoded<k8s.ClusterTrustBundleProjection>, path: Path, claims: PathClaims, pod: PodContext): void {
  const { report } = pod;
  if (source.name !== undefined && source.signerName !== undefined) {
    report.invalid(path, 'projected/name-and-signer', 'name and signerName are not allowed together',
      { hint: 'remove signerName' });
  } else if (source.name !== undefined) {
    validateByName(source.name, source, path, pod);
  } else if (source.signerName !== undefined) {
    validateSignerName(source.signerName, path.child('signerName'), report);
    validateLabelSelector(source.labelSelector, path.child('labelSelector'), pod);
  } else {
    report.required(path, 'projected/name-or-signer-required', 'name or signerName is required');
  }

  validateUser(source.user, path.child('user'), report);
  const file = source.path ?? '';
  requireString(file, path, 'path', report, 'projected/path-required', 'path is required: the path of the file');
  const problem = filePathProblem(file);
  if (problem !== undefined) {
    report.invalid(path.child('path'), 'projected/path', `${show(file)} ${problem}`);
  }
  claims.claim(file, path.child('path'));
}

function validateByName(name: string, source: Decoded<k8s.ClusterTrustBundleProjection>, path: Path, pod: PodContext): void {
  requireString(name, path, 'name', pod.report, 'projected/bundle-name-required', 'name must not be empty');
  const problem = bundleNameProblem(name);
  if (problem !== undefined) {
    pod.report.invalid(path.child('name'), 'projected/bundle-name', `${show(name)} ${problem}`);
  }
  if (source.labelSelector !== undefined) {
    pod.report.invalid(path.child('labelSelector'), 'projected/selector-with-name',
      'labelSelector is not allowed with name: it selects among the bundles of a signer',
      { hint: 'remove labelSelector' });
  }
}

/** A DNS subdomain. The bundle of a signer has the signer's name in front, with ':' for '/', and another ':'. */
function bundleNameProblem(name: string): string | undefined {
  const colon = name.lastIndexOf(':');
  if (colon === 0) {
    return 'must have the name of the signer before the colon';
  }
  if (name.slice(0, Math.max(colon, 0)).includes('/')) {
    return 'must have \':\' instead of \'/\' in the name of the signer';
  }
  return dns1123Subdomain(name.slice(colon + 1));
}
