// The only file of the constructs that reads files.
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, statSync } from 'fs';
import { join, resolve } from 'path';
import { fail } from '../bridge/attach';
import { quoted } from '../bridge/formats';

/** The most bytes that all values of a ConfigMap or Secret may have together. */
export const MOST_BYTES = 1024 * 1024;

/**
 * The bytes of a file, at most as many as a ConfigMap may have. Neither a pipe nor a device is read, and no more than the limit, whatever size the
 * file claims.
 *
 * @param what the call, for messages
 * @param file path from the working directory
 */
export function readFile(what: string, file: string): Buffer {
  let fd: number | undefined;
  try {
    fd = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // eslint-disable-line no-bitwise
    const stats = fstatSync(fd);
    if (!stats.isFile()) {
      fail(`${what}: ${quoted(file)} is ${stats.isDirectory() ? 'a folder' : 'not a regular file'}`, stats.isDirectory() ? 'use addDirectory' : undefined);
    }
    const buffer = Buffer.alloc(MOST_BYTES + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length <= MOST_BYTES; length += read) {
      read = readSync(fd, buffer, length, buffer.length - length, null);
    }
    if (length > MOST_BYTES) {
      fail(`${what}: ${quoted(file)} has more than ${MOST_BYTES} bytes (1 MiB), which is the most that all values may have together`,
        'mount it from a volume, or put it into the image');
    }
    return Buffer.from(buffer.subarray(0, length));
  } catch (e) {
    return unreadable(what, file, e);
  } finally {
    if (fd !== undefined) {
      closeSync(fd);
    }
  }
}

/** The entries of a folder in the order of their names: files, and what leads to a file; others with what they are. */
export function readFolder(what: string, folder: string): { readonly name: string; readonly path: string; readonly is: 'file' | 'folder' | 'other' }[] {
  let names: string[];
  try {
    if (statSync(folder).isFile()) {
      fail(`${what}: ${quoted(folder)} is a file`, 'use addFile');
    }
    names = readdirSync(folder).sort();
  } catch (e) {
    return unreadable(what, folder, e);
  }
  return names.map((name) => {
    const path = join(folder, name);
    try {
      const stats = statSync(path);
      return { name, path, is: stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other' };
    } catch (e) {
      return unreadable(what, path, e);
    }
  });
}

/** What the codes of Node's errors mean. */
const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'does not exist',
  EACCES: 'cannot be read: permission denied',
  EPERM: 'cannot be read: permission denied',
  ELOOP: 'cannot be read: its symbolic links go in a circle',
  ENOTDIR: 'leads through a file, which has nothing in it',
  EISDIR: 'is a folder',
  ENAMETOOLONG: 'is too long for a path',
};

function unreadable(what: string, path: string, error: unknown): never {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === undefined) {
    throw error; // node-do-not-add-exception-line
  }
  fail(`${what}: ${quoted(path)} ${REASONS[code] ?? `cannot be read: ${message.slice(0, 200)}`}`,
    code === 'ENOENT' ? `paths start at the working directory ${resolve('.')}; for one beside your code use path.join(__dirname, …)` : undefined);
}
