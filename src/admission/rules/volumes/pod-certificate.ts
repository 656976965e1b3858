import { PathClaims } from './path-claims';
import { filePathProblem, validateUser } from './paths';
import { isKubernetesSigner, validateSignerName } from './signer-name';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { lowerCase } from '../../formats/letter-case';
import { domainPrefixedKey } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];

/** Shortest lifetime of a certificate: an hour. */
const MIN_EXPIRATION = 3600;
/** Longest lifetime of a certificate: 91 days. */
const MAX_EXPIRATION = 91 * 24 * 3600;
/** Longest lifetime with a Kubernetes signer: a day. */
const MAX_KUBERNETES_EXPIRATION = 24 * 3600;

/** Maximum total size of the annotations, in bytes. */
const MAX_ANNOTATIONS = 256 * 1024;

const PATHS = ['credentialBundlePath', 'keyPath', 'certificateChainPath'] as const;

/** A private key and its certificate as files. The server drops this source while the gate PodCertificateRequest is off. */
export function validatePodCertificate(source: Decoded<k8s.PodCertificateProjection>, path: Path, claims: PathClaims, pod: PodContext): void {
  const { report } = pod;
  validateSignerName(source.signerName, path.child('signerName'), report);
  if (source.userAnnotations !== undefined) {
    validateUserAnnotations(source.userAnnotations, path.child('userAnnotations'), pod);
  }
  validateUser(source.user, path.child('user'), report);
  if (!KEY_TYPES.includes(source.keyType ?? '')) {
    report.notSupported(path.child('keyType'), 'projected/key-type', source.keyType ?? '', KEY_TYPES);
  }
  validateExpiration(source, path.child('maxExpirationSeconds'), pod);

  let files = 0;
  for (const field of PATHS) {
    const file = source[field];
    if (file === undefined) {
      continue;
    }
    files++;
    const at = path.child(field);
    const problem = filePathProblem(file);
    if (problem !== undefined) {
      report.invalid(at, 'projected/path', `${show(file)} ${problem}`);
    }
    claims.claim(file, at);
  }
  if (files === 0) {
    report.required(path, 'projected/certificate-path-required', `at least one of ${PATHS.join(', ')} is required`);
  }
}

function validateExpiration(source: Decoded<k8s.PodCertificateProjection>, path: Path, pod: PodContext): void {
  const seconds = source.maxExpirationSeconds;
  if (seconds === undefined) {
    return;
  }
  const max = isKubernetesSigner(source.signerName ?? '') ? MAX_KUBERNETES_EXPIRATION : MAX_EXPIRATION;
  if (seconds < MIN_EXPIRATION || seconds > max) {
    pod.report.invalid(path, 'projected/certificate-expiration',
      `must be from ${MIN_EXPIRATION} to ${max} seconds for this signer, got ${show(seconds)}`);
  }
}

/** Keys need a DNS domain and may have upper-case letters. The server reports at the map, not at the key. */
function validateUserAnnotations(annotations: Decoded<{ [key: string]: string }>, path: Path, pod: PodContext): void {
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    bytes += byteLength(key) + byteLength(annotations[key] ?? '');
    if (key === '') {
      pod.report.required(path.key(key), 'projected/annotation-key-required', 'an annotation key is required', { field: path });
      continue;
    }
    const problem = domainPrefixedKey(lowerCase(key));
    if (problem !== undefined) {
      pod.report.invalid(path.key(key), 'projected/annotation-key', `${show(key)} ${problem}`, { field: path });
    }
  }
  if (bytes > MAX_ANNOTATIONS) {
    pod.report.tooLong(path, 'projected/annotations-length', `annotations must have at most ${MAX_ANNOTATIONS} bytes in total, got ${bytes}`);
  }
}
