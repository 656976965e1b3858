/** Lower case as in Go, where a capital I with a dot becomes a plain i. */
export function lowerCase(text: string): string {
  return text.replace(/\u0130/g, 'i').toLowerCase();
}
