/** Whether a path contains wildcards. */
export function isGlob(path: string): boolean {
  return /[*?{}[\]]/.test(path);
}

/** The part of a glob before its first wildcard: the folder to search. */
export function folderOf(glob: string): string {
  const parts = glob.split('/');
  const first = parts.findIndex(isGlob);
  return parts.slice(0, first < 0 ? parts.length - 1 : first).join('/') || (glob.startsWith('/') ? '/' : '.');
}

/**
 * A glob as a regular expression for paths with slashes: `*` and `?` within a name, `**` over folders, `{a,b}`, `[abc]`. One without a slash
 * matches names in every folder.
 */
export function globToRegExp(glob: string): RegExp {
  const pattern = glob.replace(/\\/g, '/').replace(/^(?:\.\/)+/, '').replace(/\/$/, '/**');
  let source = pattern.includes('/') ? '' : '(?:.*/)?';
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '*' && pattern[i + 1] === '*') {
      while (pattern[i + 1] === '*') {
        i++;
      }
      if (pattern[i + 1] === '/') {
        i++;
        source += '(?:[^/]*/)*';
      } else {
        source += '.*';
      }
    } else if (char === '*') {
      source += '[^/]*';
    } else if (char === '?') {
      source += '[^/]';
    } else if (char === '{' && pattern.includes('}', i)) {
      depth++;
      source += '(?:';
    } else if (char === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (char === ',' && depth > 0) {
      source += '|';
    } else if (char === '[' && pattern.indexOf(']', i + 2) > 0) {
      const end = pattern.indexOf(']', i + 2);
      const set = pattern.slice(i + 1, end).replace(/^!/, '^').replace(/[\\[\]]/g, '\\$&');
      source += `[${set}]`;
      i = end;
    } else {
      source += char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    }
  }
  source += ')'.repeat(depth);
  return new RegExp(`^${source}$`, 's');
}
