import { relative, resolve, sep } from 'path';
import { globToRegExp } from './glob';

/** The patterns of files and folders to leave out, read as in .gitignore: `vendor` means every file and folder of that name. */
export class Excluder {
  /** Positions, in the given list, of the patterns that have left something out. */
  public readonly used = new Set<number>();
  /** How many files and folders were left out. */
  public excluded = 0;
  private readonly patterns: readonly { readonly whole: RegExp; readonly folders: boolean }[];

  constructor(patterns: readonly string[], private readonly cwd = process.cwd()) {
    this.patterns = patterns.map((pattern) => {
      const slashed = pattern.replace(/\\/g, '/');
      const bare = slashed.endsWith('/') ? slashed.slice(0, -1) : slashed;
      // A slash at the beginning or in the middle ties a pattern to the working directory.
      return { whole: globToRegExp(bare.startsWith('/') ? `.${this.isBelow(bare) ? bare.slice(this.cwd.length) : bare}` : bare), folders: bare !== slashed };
    });
  }

  /** Whether a file or a folder is left out, itself or with a folder that it is in. */
  public excludes(path: string, isFolder: boolean): boolean {
    if (this.patterns.length === 0) {
      return false;
    }
    const parts = this.normal(path).split('/');
    let found = false;
    for (let end = 1; end <= parts.length; end++) {
      const part = parts.slice(0, end).join('/');
      for (const [i, { whole, folders }] of this.patterns.entries()) {
        if ((!folders || isFolder || end < parts.length) && whole.test(part)) {
          this.used.add(i);
          found = true;
        }
      }
    }
    this.excluded += found ? 1 : 0;
    return found;
  }

  private normal(path: string): string {
    const below = relative(this.cwd, resolve(this.cwd, path));
    return (below === '' || below.startsWith('..') ? path : below).split(sep).join('/').replace(/^(?:\.\/)+/, '');
  }

  private isBelow(path: string): boolean {
    return path.startsWith(`${this.cwd.split(sep).join('/')}/`);
  }
}
