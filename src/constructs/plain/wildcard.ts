/** Whether a name matches a pattern in which `*` stands for any characters and `?` for one. Takes at most pattern times name steps. */
export function matchesWildcard(pattern: string, name: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let tried = 0;
  while (from < name.length) {
    if (pattern[at] === '*') {
      star = at++;
      tried = from;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[from])) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++tried;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') {
    at++;
  }
  return at === pattern.length;
}
