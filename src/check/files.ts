import { Dirent, readdirSync, Stats, statSync } from 'fs';
import { join } from 'path';
import { Excluder } from './exclude';
import { folderOf, globToRegExp, isGlob } from './glob';
import { STDIN, whyNot } from './read-bytes';
import { Surroundings } from './recognize/surroundings';
import { Target } from './settings';

const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Folders that are not searched. */
const SKIPPED = new Set(['node_modules', '.git']);

/** The name of a file in reports. */
export function shownName(file: string): string {
  return file === STDIN ? 'stdin' : file;
}

/** The files that the names on the command line mean. */
export interface Expansion {
  readonly targets: readonly Target[];
  /** Files and folders that cannot be read, and names that mean none. */
  readonly problems: readonly Problem[];
  /** Patterns that left nothing out. */
  readonly unusedExcludes: readonly string[];
}

/** What cannot be read, and why. */
export interface Problem {
  readonly file: string;
  readonly message: string;
}

/** Files, all manifests in folders, and matches of globs that the shell did not expand; each file once, those of a folder by name. */
export function expand(names: readonly string[], exclude: readonly string[] = []): Expansion {
  const excluder = new Excluder(exclude);
  const walker = new Walker(excluder);
  const targets = new Map<string, Target>();
  const add = (file: string, found: boolean): void => {
    // A file that is also named explicitly is meant to be a manifest.
    if ((!found || !targets.has(file)) && (file === STDIN || !excluder.excludes(file, false))) {
      targets.set(file, { file, found });
    }
  };
  const problem = (file: string, message: string): void => void walker.problems.push({ file, message });
  const addAll = (list: () => string[], name: string, why: string): void => {
    const before = walker.problems.length + excluder.excluded;
    const files = list();
    files.forEach((file) => add(file, true));
    // Where something is excluded or cannot be read, that is why there is nothing.
    if (files.length === 0 && walker.problems.length + excluder.excluded === before) {
      problem(name, why);
    }
  };
  for (const name of names) {
    try {
      const stats = name === STDIN ? undefined : tryStat(name);
      if (name === STDIN || stats?.isDirectory() === false) {
        add(name, false);
      } else if (stats !== undefined) {
        addAll(() => excluder.excludes(name, true) ? [] : walker.walk(name, isManifest), name, 'the folder has no file *.yaml, *.yml or *.json');
      } else if (isGlob(name)) {
        addAll(() => walker.matching(name), name, 'no file matches');
      } else {
        problem(name, 'no such file or folder');
      }
    } catch (error) {
      problem(name, whyNot(error));
    }
  }
  return { targets: withLikeness([...targets.values()]), problems: walker.problems, unusedExcludes: exclude.filter((_, i) => !excluder.used.has(i)) };
}

/** The files, with what each may be by its place. */
function withLikeness(targets: readonly Target[]): Target[] {
  const named = targets.filter(({ file }) => file !== STDIN);
  const surroundings = new Surroundings(named.map(({ file }) => file));
  return targets.map((target) => {
    const like = target.file === STDIN ? undefined : surroundings.likeness(target.file);
    return like === undefined ? target : { ...target, like };
  });
}

function isManifest(path: string): boolean {
  return MANIFEST.test(path);
}

function tryStat(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}

/** Lists files of folders. What cannot be read is a problem of its own, and the rest is listed. */
class Walker {
  public readonly problems: Problem[] = [];

  constructor(private readonly excluder: Excluder) {}

  /** The files below a folder whose path is wanted. Links to folders are not followed: they may form cycles. */
  public walk(folder: string, wanted: (path: string) => boolean, depth = Infinity, files: string[] = []): string[] {
    for (const entry of this.entriesOf(folder)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (depth > 0 && !SKIPPED.has(entry.name) && !this.excluder.excludes(path, true)) {
          this.walk(path, wanted, depth - 1, files);
        }
      } else if (wanted(path) && (entry.isFile() || (entry.isSymbolicLink() && this.leadsToFile(path)))) {
        files.push(path);
      }
    }
    return files;
  }

  /** The files that match a glob. */
  public matching(glob: string): string[] {
    const pattern = globToRegExp(glob.includes('/') ? glob : `./${glob}`);
    const folder = folderOf(glob);
    if (tryStat(folder)?.isDirectory() !== true) {
      return [];
    }
    return this.walk(folder, (file) => {
      const own = file.replace(/\\/g, '/').replace(/^\.\//, '');
      return pattern.test(own) && (glob.includes('/') || !own.includes('/'));
    }, glob.includes('**') || glob.includes('/') ? undefined : 0);
  }

  private entriesOf(folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    } catch (error) {
      this.problems.push({ file: folder, message: whyNot(error) });
      return [];
    }
  }

  private leadsToFile(link: string): boolean {
    if (this.excluder.excludes(link, false)) {
      return false;
    }
    try {
      const stats = tryStat(link);
      if (stats === undefined) {
        this.problems.push({ file: link, message: 'the target of the link does not exist' });
      }
      return stats?.isFile() === true;
    } catch (error) {
      this.problems.push({ file: link, message: whyNot(error) });
      return false;
    }
  }
}
