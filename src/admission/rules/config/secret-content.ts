import { asciiForm } from '../../formats/utf8';

/** A block of PEM: its label, and its content in base64. */
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,60})-----\r?\n([^-]*)-----END \1-----/g;
const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/** Whether bytes are a JSON object, or null, which counts as an empty one. */
export function isJsonObject(bytes: Uint8Array): boolean {
  let tooLarge = false;
  try {
    const value: unknown = JSON.parse(asciiForm(bytes), (_, each: unknown) => {
      tooLarge ||= each === Infinity || each === -Infinity;
      return each;
    });
    return !tooLarge && typeof value === 'object' && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether there is a certificate in PEM. */
export function isCertificate(bytes: Uint8Array): boolean {
  return labelsOf(bytes).includes('CERTIFICATE');
}

/** Whether there is a private key in PEM. */
export function isPrivateKey(bytes: Uint8Array): boolean {
  return labelsOf(bytes).some((label) => label === 'PRIVATE KEY' || label.endsWith(' PRIVATE KEY'));
}

function labelsOf(bytes: Uint8Array): string[] {
  return [...asciiForm(bytes).matchAll(BLOCK)].filter(([, , content]) => BASE64.test(content)).map(([, label]) => label);
}
