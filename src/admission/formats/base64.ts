/* eslint-disable no-bitwise -- base64 is about bits. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const LINE_BREAKS = /[\r\n]+/g;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Bytes in base64 as the server writes them; undefined for what it does not take. It reads standard base64 with padding and skips line breaks;
 * like every list of numbers, bytes may also be given as a list of integers.
 */
export function base64Of(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = value.replace(LINE_BREAKS, '');
    return text.length % 4 === 0 && BASE64.test(text) ? withoutSpareBits(text) : undefined;
  }
  const isBytes = Array.isArray(value) && value.every((byte) => byte === null || isByte(byte));
  return isBytes ? encodeBase64(value.map((byte) => (byte ?? 0) as number)) : undefined;
}

/** How many bytes a base64 text stands for. */
export function byteLength(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return base64.length / 4 * 3 - padding;
}

/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array {
  const bytes = new Uint8Array(byteLength(base64));
  for (let i = 0, at = 0; i < base64.length; i += 4) {
    const [a, b, c, d] = [0, 1, 2, 3].map((j) => Math.max(0, LETTERS.indexOf(base64[i + j])));
    for (const byte of [a << 2 | b >> 4, (b & 15) << 4 | c >> 2, (c & 3) << 6 | d]) {
      if (at < bytes.length) {
        bytes[at++] = byte;
      }
    }
  }
  return bytes;
}

/** The bits of the last letter that belong to no byte are read as anything, and written as 0. */
function withoutSpareBits(text: string): string {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (padding === 0) {
    return text;
  }
  const at = text.length - padding - 1;
  const mask = padding === 2 ? 0b110000 : 0b111100;
  return text.slice(0, at) + LETTERS[LETTERS.indexOf(text[at]) & mask] + text.slice(at + 1);
}

function isByte(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 255;
}

/** Bytes in base64. */
export function encodeBase64(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i];
    const b = bytes[i + 1] ?? 0;
    const c = bytes[i + 2] ?? 0;
    const letters = [a >> 2, (a & 3) << 4 | b >> 4, (b & 15) << 2 | c >> 6, c & 63].map((index) => LETTERS[index]);
    const left = bytes.length - i;
    text += letters.join('').slice(0, Math.min(left, 3) + 1).padEnd(4, '=');
  }
  return text;
}
