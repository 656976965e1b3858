import { createHash } from 'crypto';
import type * as k8s from '../../k8s';
import { fail } from '../bridge/attach';
import { quoted } from '../bridge/formats';

/** How many characters of the digest are taken: 40 bits. */
const LENGTH = 10;

/** What stands for the digits that are vowels or look like one, so that no hash is a word. */
const LETTERS: { readonly [digit: string]: string } = { 0: 'g', 1: 'h', 3: 'k', a: 'm', e: 't' };

/**
 * A name with a hash of the content: the same as `kubectl create configmap --append-hash` gives. Kind, name, data, whether it is immutable, and
 * the type of a Secret count; the order of keys does not, and neither do labels and annotations.
 */
export function hashedName(manifest: any, name: string): string {
  const { kind, immutable } = manifest;
  const fixed = typeof immutable === 'boolean' ? { immutable } : {};
  const content = kind === 'Secret' ? { kind, name, type: manifest.type ?? '', data: secretData(manifest), ...fixed }
    : { kind, name, data: manifest.data ?? null, ...binaryData(manifest.binaryData), ...fixed };
  const digest = createHash('sha256').update(goJson(content)).digest('hex');
  return `${name}-${digest.slice(0, LENGTH).replace(/[013ae]/g, (digit) => LETTERS[digit])}`;
}

/** The data as the server has it: `stringData` over `data`. */
function secretData({ data, stringData }: any): unknown {
  return data === undefined && stringData === undefined ? null
    : Object.fromEntries([...entries(data).map(([key, value]) => [key, canonical(value)]),
      ...entries(stringData).map(([key, value]) => [key, typeof value === 'string' ? Buffer.from(value).toString('base64') : value])]);
}

function binaryData(data: any): { binaryData?: unknown } {
  const all = entries(data).map(([key, value]) => [key, canonical(value)]);
  return all.length === 0 ? {} : { binaryData: Object.fromEntries(all) };
}

/** Base64 without line ends, which the server ignores. */
function canonical(value: unknown): unknown {
  return typeof value === 'string' ? Buffer.from(value, 'base64').toString('base64') : value;
}

function entries(map: unknown): [string, unknown][] {
  return typeof map === 'object' && map !== null ? Object.entries(map) : [];
}

/** JSON as Go writes it: keys sorted, and some characters escaped that JavaScript leaves. */
function goJson(value: unknown): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return `{${entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => `${goJson(key)}:${goJson(one)}`).join(',')}}`;
  }
  return (JSON.stringify(value) ?? 'null').replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The function for an object with `appendHash`; undefined where it is unset. Anything but a boolean is refused, and a name that the server makes. */
export function hashOption(
  path: string, { appendHash, metadata }: { readonly appendHash?: boolean; readonly metadata?: k8s.ObjectMeta },
): typeof hashedName | undefined {
  if (appendHash !== undefined && typeof appendHash !== 'boolean') {
    fail(`${path}: appendHash must be true or false, got ${typeof appendHash === 'string' ? quoted(appendHash) : String(appendHash)}`);
  }
  if (appendHash === true && metadata?.generateName !== undefined && metadata.name === undefined) {
    fail(`${path}: appendHash is not allowed with generateName: the server makes the name`, 'write metadata.name, or leave both out');
  }
  return appendHash === true ? hashedName : undefined;
}
