/** The length of a string in Go: bytes of its UTF-8, where a lone surrogate is U+FFFD. */
export function byteLength(value: string): number {
  let bytes = value.length;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit < 0x80) {
      continue;
    }
    if (unit < 0x800) {
      bytes += 1;
      continue;
    }
    bytes += 2;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = value.charCodeAt(i + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        i += 1; // a surrogate pair: 2 units, 4 bytes
      }
    }
  }
  return bytes;
}
