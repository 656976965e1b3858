/** The bytes of a string in UTF-8. */
export function utf8(text: string): number[] {
  const encoded = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(parseInt(encoded.slice(i + 1, i + 3), 16));
      i += 2;
    } else {
      bytes.push(encoded.charCodeAt(i));
    }
  }
  return bytes;
}

/** Bytes as text in which every byte beyond ASCII is an `x`: enough to see the form of JSON and PEM, whose syntax is ASCII. */
export function asciiForm(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) {
    text += byte < 0x80 ? String.fromCharCode(byte) : 'x';
  }
  return text;
}
