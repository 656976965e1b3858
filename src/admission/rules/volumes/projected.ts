import { validateClusterTrustBundle } from './cluster-trust-bundle';
import { validateDownwardFile } from './downward-api';
import { validateKeyToPath } from './files';
import { PathClaims } from './path-claims';
import { filePathProblem, validateMode, validateUser } from './paths';
import { validatePodCertificate } from './pod-certificate';
import { requireString } from './required';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

/** Shortest lifetime of a token: ten minutes. */
const MIN_TOKEN = 600;
/** Longest lifetime of a token. */
const MAX_TOKEN = 2 ** 32;

/**
 * Several sources in one directory: each item has at most one source, and no two files have the same path, as far as the manifest names
 * them. Paths of tokens are not compared. Source: validateProjectedVolumeSource.
 */
export function validateProjected(projected: Decoded<k8s.ProjectedVolumeSource>, path: Path, pod: PodContext): void {
  validateMode(projected.defaultMode, path.child('defaultMode'), pod.report);
  validateUser(projected.defaultUser, path.child('defaultUser'), pod.report);
  if (projected.sources === undefined) {
    return;
  }
  const claims = new PathClaims(path, pod.report);
  const sources = path.child('sources');
  for (let i = 0; i < projected.sources.length; i++) {
    validateProjection(projected.sources[i], sources.index(i), path, claims, pod);
  }
}

function validateProjection(source: Decoded<k8s.VolumeProjection>, path: Path, volume: Path, claims: PathClaims, pod: PodContext): void {
  const { secret, configMap, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = source;
  let count = 0;
  if (secret !== undefined) {
    count++;
    validateKeys(secret, path.child('secret'), 'Secret', claims, pod);
  }
  if (configMap !== undefined) {
    count++;
    validateKeys(configMap, path.child('configMap'), 'ConfigMap', claims, pod);
  }
  if (downwardAPI !== undefined) {
    count++;
    validateDownward(downwardAPI, path.child('downwardAPI'), claims, pod);
  }
  if (serviceAccountToken !== undefined) {
    count++;
    validateToken(serviceAccountToken, path.child('serviceAccountToken'), volume, pod);
  }
  if (clusterTrustBundle !== undefined) {
    count++;
    validateClusterTrustBundle(clusterTrustBundle, path.child('clusterTrustBundle'), claims, pod);
  }
  if (podCertificate !== undefined) {
    count++;
    validatePodCertificate(podCertificate, path.child('podCertificate'), claims, pod);
  }
  if (count > 1) {
    pod.report.forbidden(path, 'projected/many-sources', `an item of sources must have exactly one source, got ${count}`,
      { hint: 'write one item for each source' });
  }
}

/** The keys of a Secret or ConfigMap. */
function validateKeys(
  source: Decoded<k8s.SecretProjection | k8s.ConfigMapProjection>, path: Path, kind: string, claims: PathClaims, pod: PodContext,
): void {
  requireString(source.name, path, 'name', pod.report, 'projected/name-required', `name is required: the name of the ${kind}`);
  if (source.items === undefined) {
    return;
  }
  const items = path.child('items');
  for (let i = 0; i < source.items.length; i++) {
    const item = source.items[i];
    validateKeyToPath(item, items.index(i), pod.report);
    if (item.path !== undefined) {
      claims.claim(item.path, items.index(i).child('path'));
    }
  }
}

function validateDownward(source: Decoded<k8s.DownwardAPIProjection>, path: Path, claims: PathClaims, pod: PodContext): void {
  if (source.items === undefined) {
    return;
  }
  const items = path.child('items');
  for (let i = 0; i < source.items.length; i++) {
    const file = source.items[i];
    validateDownwardFile(file, items.index(i), path, pod);
    if (file.path !== undefined) {
      claims.claim(file.path, items.index(i).child('path'));
    }
  }
}

/** A token of the pod's service account. The server writes its path as a field of the volume. */
function validateToken(token: Decoded<k8s.ServiceAccountTokenProjection>, path: Path, volume: Path, pod: PodContext): void {
  const seconds = token.expirationSeconds ?? 0;
  if (seconds < MIN_TOKEN || seconds > MAX_TOKEN) {
    pod.report.invalid(path.child('expirationSeconds'), 'projected/token-expiration',
      `must be from ${MIN_TOKEN} to ${MAX_TOKEN} seconds, got ${show(seconds)}`);
  }
  validateUser(token.user, path.child('user'), pod.report);
  const at = path.child('path');
  if (token.path === undefined) {
    pod.report.required(at, 'projected/token-path-required', 'path is required: the path of the token file',
      { field: volume.child('path'), hint: 'set path: token' });
    return;
  }
  const problem = filePathProblem(token.path);
  if (problem !== undefined) {
    pod.report.invalid(at, 'projected/token-path', `${show(token.path)} ${problem}`, { field: volume.child('path') });
  }
}
