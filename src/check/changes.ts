// Which lines of files have changed since a commit, as git says.
import { spawnSync } from 'child_process';
import { realpathSync } from 'fs';
import { join, resolve } from 'path';
import { SettingsError } from './settings-error';

/** Lines from and to, both included. If the second is the one before the first, lines between them were removed. */
export type LineRange = readonly [from: number, to: number];

/** The changed lines of files by their real path; a file without an entry is as it was. */
export type Changes = ReadonlyMap<string, readonly LineRange[]>;

const ALL_LINES: readonly LineRange[] = [[1, Infinity]];
const MOST_OUTPUT = 1024 * 1024 * 1024;
/** Settings of the user that would change what a diff looks like. */
const PLAIN = ['-c', 'core.quotePath=true', '-c', 'diff.noprefix=false', '-c', 'diff.mnemonicPrefix=false'];
const DIFF = ['diff', '--unified=0', '--inter-hunk-context=0', '--find-renames', '--diff-filter=d', '--ignore-submodules', '--text',
  '--no-color', '--no-ext-diff', '--no-textconv', '--src-prefix=a/', '--dst-prefix=b/'];

/**
 * The lines that differ in the working tree from a commit. If HEAD and the commit have parted, from where they did: what others have changed
 * since then is not the user's.
 *
 * @throws SettingsError when this is no repository, or it does not have the commit
 */
export function changesSince(ref: string): Changes {
  const top = git('rev-parse', '--show-toplevel');
  if (top === undefined) {
    throw new SettingsError('--since needs git, and a working directory inside a git repository');
  }
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (commit === undefined) {
    throw new SettingsError(`--since '${ref}': not a commit, branch or tag of the repository`);
  }
  const base = git('merge-base', commit, 'HEAD') ?? commit;
  const diff = git(...DIFF, base, '--');
  const untracked = git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/');
  if (diff === undefined || untracked === undefined) {
    throw new SettingsError(`--since '${ref}': git cannot compare the working tree with it`);
  }
  const changes = new Map<string, readonly LineRange[]>(changedLines(diff, realpathSync(top)));
  untracked.split('\0').filter((path) => path !== '').forEach((path) => changes.set(join(realpathSync(top), path), ALL_LINES));
  return changes;
}

/** The changed lines of a file; undefined when it is as it was. What is in no file has no history: all of it counts. */
export function changedLinesOf(file: string, changes: Changes): readonly LineRange[] | undefined {
  let path: string;
  try {
    path = realpathSync(resolve(file));
  } catch {
    return ALL_LINES; // that it cannot be read is told later
  }
  return changes.get(path);
}

function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', [...PLAIN, ...args], { encoding: 'utf8', maxBuffer: MOST_OUTPUT, stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.replace(/\n$/, '') : undefined;
}

/** Reads a diff without context. The lines of a hunk are counted off: they may look like anything. */
function* changedLines(diff: string, top: string): Generator<[string, LineRange[]]> {
  let current: LineRange[] = [];
  let inHunk = 0;
  for (const line of diff.split('\n')) {
    if (inHunk > 0 && /^[-+]/.test(line)) {
      inHunk--;
      continue;
    }
    const [, oldCount, from, newCount] = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line) ?? [];
    if (from !== undefined) {
      const count = Number(newCount ?? 1);
      inHunk = Number(oldCount ?? 1) + count;
      current.push(hunk(Number(from), count));
    } else if (line.startsWith('+++ ')) {
      current = [];
      const path = pathOf(line.slice('+++ '.length));
      if (path !== undefined) {
        yield [join(top, path), current];
      }
    }
  }
}

function hunk(from: number, count: number): LineRange {
  return count === 0 ? [from + 1, from] : [from, from + count - 1];
}

/** Whether any of the changes is on lines of a value. What was removed at the end of a map or list was part of it. */
export function touches({ first, last, isScalar }: { first: number; last: number; isScalar: boolean }, changed: readonly LineRange[]): boolean {
  return changed.some(([from, to]) => from <= (from > to && !isScalar ? last + 1 : last) && to >= first);
}

/** `b/path`, or the same in quotes, with C's escapes for the bytes that are no plain ASCII. */
function pathOf(written: string): string | undefined {
  const text = written.replace(/\t$/, ''); // git ends a name with spaces so
  const whole = text.startsWith('"') ? unquoted(text.slice(1, -1)) : text;
  return whole.startsWith('b/') ? whole.slice(2) : undefined;
}

const ESCAPES: { readonly [char: string]: number } = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

function unquoted(text: string): string {
  const bytes: Buffer[] = [];
  for (const [, octal, escape, plain] of text.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)) {
    const code = octal !== undefined ? parseInt(octal, 8) : escape !== undefined ? ESCAPES[escape] ?? escape.charCodeAt(0) : undefined;
    bytes.push(code === undefined ? Buffer.from(plain) : Buffer.of(code));
  }
  return Buffer.concat(bytes).toString();
}
