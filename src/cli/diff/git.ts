// The files of a commit, laid out in a folder, so that they are read as those of the working tree are.
import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { dirname, join, relative, resolve, sep } from 'path';
import { UsageError } from '../usage-error';

/** What matters for reading manifests: they themselves, and what tells what other files are for. */
const WANTED = /(?:\.ya?ml|\.json|(?:^|\/)Kustomization)$/i;
const MOST_OUTPUT = 1024 * 1024 * 1024;
const PLAIN_FILE = /^100(?:644|755)$/;

/** Files of a commit. */
export interface Checkout {
  /** Where the path that was asked for is; undefined when the commit does not have it. */
  readonly path: string | undefined;
  /** The name of a file of the folder for a report: `HEAD:k8s/web.yaml`. */
  readonly shown: (file: string) => string;
  /** Removes the files. */
  readonly remove: () => void;
}

/**
 * Lays out what a commit has at a path.
 *
 * @throws UsageError when this is no repository, or it does not have the commit
 */
export function checkout(ref: string, path: string): Checkout {
  const cwd = process.cwd();
  const top = git(cwd, 'rev-parse', '--show-toplevel')?.toString().trimEnd();
  if (top === undefined) {
    throw new UsageError('--git needs git, and a working directory in a repository of it');
  }
  const commit = git(cwd, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)?.toString().trim();
  if (commit === undefined) {
    throw new UsageError(`--git '${ref}': the repository has no such commit, branch or tag`);
  }
  const prefix = git(cwd, 'rev-parse', '--show-prefix')?.toString().trimEnd() ?? '';
  const inside = relative(resolve(cwd), resolve(cwd, path)).split(sep).join('/');
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-pods-diff-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    // Relative to the working directory, which may be a folder of the repository.
    const listed = git(cwd, '--literal-pathspecs', 'ls-tree', '-r', '-z', commit, '--', inside === '' ? '.' : inside);
    if (listed === undefined) {
      throw new UsageError(`--git '${ref}': ${path} is not in this repository`);
    }
    const files = listed.toString().split('\0').flatMap(entryOf).filter(({ name }) => WANTED.test(name));
    writeFiles(top, files, folder);
    const name = `${prefix}${inside}`;
    const target = join(folder, inside);
    return { path: files.length === 0 ? undefined : target, shown: (file) => file.startsWith(target) ? `${ref}:${name}${file.slice(target.length)}` : file, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

interface Entry {
  readonly hash: string;
  readonly name: string;
}

/** `100644 blob HASH<tab>NAME`. Links and submodules are left out. */
function entryOf(line: string): Entry[] {
  const tab = line.indexOf('\t');
  const [mode, , hash] = line.slice(0, Math.max(0, tab)).split(' ');
  const name = line.slice(tab + 1);
  return tab > 0 && PLAIN_FILE.test(mode) && !name.split('/').includes('..') ? [{ hash, name }] : [];
}

/** Asks git once for the contents of all files. */
function writeFiles(top: string, files: readonly Entry[], folder: string): void {
  const contents = git(top, 'cat-file', '--batch', { input: files.map(({ hash }) => `${hash}\n`).join('') });
  if (contents === undefined) {
    throw new UsageError('git cannot read the files of the commit');
  }
  let at = 0;
  for (const { name } of files) {
    const end = contents.indexOf('\n', at);
    const size = Number(contents.toString('latin1', at, end).split(' ')[2]);
    const path = join(folder, ...name.split('/'));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
}

function git(cwd: string, ...args: readonly (string | { readonly input: string })[]): Buffer | undefined {
  const words = args.filter((arg): arg is string => typeof arg === 'string');
  const input = args.find((arg) => typeof arg === 'object')?.input;
  const { status, stdout } = spawnSync('git', words, { cwd, maxBuffer: MOST_OUTPUT, input, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'] });
  return status === 0 ? stdout : undefined;
}
