/** Lower case as Go makes it, where a capital I with a dot becomes an i. */
export function lowerCase(text: string): string {
  return text.replace(/\u0130/g, 'i').toLowerCase();
}
