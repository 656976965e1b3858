import type * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { NormalObject } from '../../decode/normal';
import { bytesOf } from '../../formats/base64';
import { dns1123Subdomain, NameRule } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { SPEC } from '../workloads/workload';

const SEQUENCE = 0x30;
const LONG_LENGTH = 0x80;

/** The name of a bundle for a signer begins with the signer's; others have no colon. */
export function trustBundleName(object: NormalObject): NameRule {
  const { signerName } = (object as Decoded<k8s.ClusterTrustBundle>).spec ?? {};
  if (signerName === undefined) {
    return (name) => (name.includes(':') ? 'must not have a colon without a signerName' : dns1123Subdomain(name));
  }
  const start = `${signerName.replaceAll('/', ':')}:`;
  return (name) => (name.startsWith(start) ? dns1123Subdomain(name.slice(start.length)) : `must begin with the signer: ${show(start)}`);
}

/** As far as the text goes: whether the certificates are what they say is not checked. */
export function validateTrustBundle({ spec }: Decoded<k8s.ClusterTrustBundle>, ctx: Context): void {
  validatePem(spec?.trustBundle ?? '', 'CERTIFICATE', SPEC.child('trustBundle'), ctx);
}

export function validateSigningRequest({ spec }: Decoded<k8s.CertificateSigningRequest>, ctx: Context): void {
  const text = Array.from(bytesOf(spec?.request ?? ''), (byte) => String.fromCharCode(byte)).join('');
  validatePem(text, 'CERTIFICATE REQUEST', SPEC.child('request'), ctx);
  if ((spec?.usages ?? []).length === 0) {
    ctx.report.required(SPEC.child('usages'), 'certificate/usages', 'at least one usage of the certificate is required, such as client auth');
  }
}

export function validatePodCertificateRequest({ spec = {} }: Decoded<k8s.PodCertificateRequest>, ctx: Context): void {
  const { stubPKCS10Request: stub } = spec;
  if (stub !== undefined && !isSequence(bytesOf(stub))) {
    ctx.report.invalid(SPEC.child('stubPKCS10Request'), 'certificate/encoding', 'is not a PKCS #10 request in DER');
  }
}

/** Whether there is a PEM block of a type, and the first one can be what it says. */
function validatePem(text: string, type: string, at: Path, ctx: Context): void {
  const [start, end] = [`-----BEGIN ${type}-----`, `-----END ${type}-----`];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  const body = from < 0 || to < 0 ? undefined : text.slice(from + start.length, to).replace(/\s+/g, '');
  if (body === undefined || (!body.includes(':') && !isSequence(bytesOf(body)))) {
    ctx.report.invalid(at, 'certificate/encoding', `must have a PEM block of the type ${type} with DER in it`);
  }
}

/** Whether bytes begin as every certificate and request does: a sequence that is as long as all of them. */
function isSequence(bytes: Uint8Array): boolean {
  if (bytes.length < 2 || bytes[0] !== SEQUENCE) {
    return false;
  }
  if (bytes[1] < LONG_LENGTH) {
    return bytes[1] + 2 === bytes.length;
  }
  const count = bytes[1] - LONG_LENGTH;
  const length = bytes.slice(2, 2 + count).reduce((sum, byte) => sum * 256 + byte, 0);
  return length + 2 + count === bytes.length;
}
