import { readdirSync, Stats, statSync } from 'fs';
import { join } from 'path';
import { folderOf, globToRegExp, isGlob } from './glob';
import { Target } from './settings';

const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Folders that are not searched. */
const SKIPPED = new Set(['node_modules', '.git']);

/** Standard input. */
export const STDIN = '-';

/** The name of a file in reports. */
export function shownName(file: string): string {
  return file === STDIN ? 'stdin' : file;
}

/** The files that the names on the command line mean. */
export interface Expansion {
  readonly targets: readonly Target[];
  /** Names that mean no file, and why. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}

/** Files, all manifests in folders, and matches of globs that the shell did not expand; each file once, those of a folder by name. */
export function expand(names: readonly string[], exclude: readonly string[] = []): Expansion {
  const excluded = exclude.map(globToRegExp);
  const isExcluded = (path: string): boolean => excluded.some((pattern) => pattern.test(path.replace(/\\/g, '/').replace(/^\.\//, '')));
  const targets = new Map<string, Target>();
  const problems: { file: string; message: string }[] = [];
  const add = (file: string, found: boolean): void => {
    // A file that is also named explicitly is meant to be a manifest.
    if (!isExcluded(file) && (!found || !targets.has(file))) {
      targets.set(file, { file, found });
    }
  };
  const addAll = (files: string[], name: string, what: string): void => {
    if (files.length === 0) {
      problems.push({ file: name, message: what });
    } else {
      files.forEach((file) => add(file, true));
    }
  };
  for (const name of names) {
    if (name === STDIN) {
      add(name, false);
      continue;
    }
    try {
      const stats = tryStat(name);
      if (stats?.isDirectory()) {
        addAll(walk(name), name, 'the folder has no file *.yaml, *.yml or *.json');
      } else if (stats !== undefined) {
        add(name, false);
      } else if (isGlob(name)) {
        const pattern = globToRegExp(name.includes('/') ? name : `./${name}`);
        const folder = folderOf(name);
        const files = tryStat(folder)?.isDirectory() ? walk(folder, name.includes('**') || name.includes('/') ? undefined : 0, true) : [];
        const own = (file: string): string => file.replace(/\\/g, '/').replace(/^\.\//, '');
        addAll(files.filter((file) => pattern.test(own(file)) && (name.includes('/') || !own(file).includes('/'))), name, 'no file matches');
      } else {
        problems.push({ file: name, message: 'there is no such file or folder' });
      }
    } catch (error) {
      problems.push({ file: name, message: whyNot(error) });
    }
  }
  return { targets: [...targets.values()], problems };
}

function tryStat(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** The manifests below a folder, or all files when a glob selects among them. Links to folders are not followed: they may form cycles. */
function walk(folder: string, depth = Infinity, all = false): string[] {
  const files: string[] = [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (depth > 0 && !SKIPPED.has(entry.name)) {
        files.push(...walk(path, depth - 1, all));
      }
    } else if ((all || MANIFEST.test(entry.name)) && (entry.isFile() || (entry.isSymbolicLink() && tryStat(path)?.isFile()))) {
      files.push(path);
    }
  }
  return files;
}

/** A readable reason for an error of the file system. */
export function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT': return 'there is no such file or folder';
    case 'EACCES': case 'EPERM': return 'permission denied';
    case 'EISDIR': return 'is a folder';
    case 'ELOOP': return 'links that go in a circle';
    default: return /^E[A-Z0-9]+: ([^,]+)/.exec(message ?? '')?.[1] ?? message ?? String(error);
  }
}
