import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readlinkSync, realpathSync, renameSync, rmdirSync, rmSync, writeSync } from 'fs';
import { dirname, join, resolve } from 'path';

/** A file's content comes in pieces, so that a large app is never in memory as one text. */
export interface FileContent {
  /** Its path in the folder. */
  readonly path: string;
  readonly pieces: Iterable<string | Buffer>;
}

/** Bytes that are gathered before they are written. */
const CHUNK = 256 * 1024;

/** A file on its way: where it will stand, where it is now, and what stood there before. */
interface Pending {
  readonly target: string;
  readonly temporary: string;
  backup?: string;
  placed?: boolean;
}

/**
 * Writes all files into a folder, or none: each is written beside its place first, and only when all are complete they are moved there.
 *
 * @param complete called when all is written, before anything is moved; what it throws stops the writing
 * @throws Error that says why a file cannot be written; the folder is then unchanged
 */
export function writeFiles(folder: string, files: Iterable<FileContent>, complete: () => void = () => undefined): void {
  const mark = `.${process.pid}-${Math.random().toString(36).slice(2, 8)}`;
  const made: string[] = [];
  const pending: Pending[] = [];
  try {
    makeFolder(folder, made);
    const known = new Set([resolve(folder)]);
    for (const { path, pieces } of files) {
      const target = finalPlace(join(folder, path));
      const parent = dirname(resolve(target));
      if (!known.has(parent)) {
        makeFolder(parent, made);
        known.add(parent);
      }
      const file: Pending = { target, temporary: `${target}${mark}.tmp` };
      pending.push(file);
      writeOne(file.temporary, pieces);
    }
    complete();
    moveAll(pending, mark);
  } catch (e) {
    undo(pending, made);
    throw isSystemError(e) ? new Error(explain(e, folder)) : e; // node-do-not-add-exception-line
  }
  for (const { backup } of pending) {
    if (backup !== undefined) {
      rmSync(backup, { force: true });
    }
  }
}

/** Makes a folder and remembers which ones were not there, innermost last. */
function makeFolder(folder: string, made: string[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) {
    return;
  }
  const missing: string[] = [];
  for (let at = resolve(folder); at.length >= resolve(first).length; at = dirname(at)) {
    missing.unshift(at);
  }
  made.push(...missing);
}

/** A link stays a link: what it points to is replaced. */
function finalPlace(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    throw Object.assign(new Error(), { code: 'EISDIR', path });
  }
  if (!stats?.isSymbolicLink()) {
    return path;
  }
  return existsSync(path) ? realpathSync(path) : resolve(dirname(path), readlinkSync(path));
}

function writeOne(path: string, pieces: Iterable<string | Buffer>): void {
  const file = openSync(path, 'wx');
  try {
    let waiting: Buffer[] = [];
    let length = 0;
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      waiting.push(bytes);
      length += bytes.length;
      if (length >= CHUNK) {
        writeWhole(file, waiting);
        waiting = [];
        length = 0;
      }
    }
    writeWhole(file, waiting);
  } finally {
    closeSync(file);
  }
}

/** A write can be cut short, by a full disk or a signal, without an error of its own. */
function writeWhole(file: number, pieces: Buffer[]): void {
  const bytes = Buffer.concat(pieces);
  for (let at = 0; at < bytes.length;) {
    at += writeSync(file, bytes, at);
  }
}

/** Puts all files in their places. Moving one is a single step; several can be taken back, because what they replace is kept so long. */
function moveAll(pending: Pending[], mark: string): void {
  for (const file of pending) {
    if (pending.length > 1 && existsSync(file.target)) {
      const backup = `${file.target}${mark}.old`;
      renameSync(file.target, backup);
      file.backup = backup;
    }
    renameSync(file.temporary, file.target);
    file.placed = true;
  }
}

function undo(pending: Pending[], made: string[]): void {
  for (const { target, temporary, backup, placed } of pending) {
    if (backup !== undefined) {
      quietly(() => renameSync(backup, target));
    } else if (placed) {
      quietly(() => rmSync(target, { force: true }));
    }
    quietly(() => rmSync(temporary, { force: true }));
  }
  for (const folder of made.reverse()) {
    quietly(() => rmdirSync(folder));
  }
}

/** Undoing goes on after an error, as far as it can; only the first error is reported. */
function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // What cannot be undone is left as it is: the first error is the one to report.
  }
}

interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

function isSystemError(e: any): e is SystemError {
  return typeof e === 'object' && e !== null && /^E[A-Z0-9]+$/.test(e.code ?? '');
}

const REASONS: { [code: string]: string } = {
  ENOSPC: 'the disk is full; free some space, or choose another folder',
  EDQUOT: 'the quota of disk space is used up; free some space, or choose another folder',
  EACCES: 'this user is not allowed to write there; change its permissions, or choose another folder',
  EPERM: 'this user is not allowed to write there; change its permissions, or choose another folder',
  EROFS: 'the file system is read-only; choose another folder',
  EISDIR: 'a folder with this name exists; remove it, or choose another folder',
  EEXIST: 'a file with the name of the folder exists; remove it, or choose another folder',
  ENOTDIR: 'a file with the name of a folder exists; remove it, or choose another folder',
  ENAMETOOLONG: 'the name is too long for the file system; shorten ids or names, or choose another folder',
};

function explain(e: SystemError, folder: string): string {
  const where = (e.path ?? folder).replace(/\.\d+-[a-z0-9]+\.(tmp|old)$/, '');
  const what = where === folder ? `the output folder '${folder}' cannot be written` : `'${where}' cannot be written to the output folder '${folder}'`;
  return `${what} (${e.code}): ${REASONS[e.code] ?? e.message}. Set the folder with new App({ outdir }) or cdk8s synth --output. `
    + 'Nothing was changed: earlier output is kept';
}
