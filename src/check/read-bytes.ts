import { closeSync, fstatSync, openSync, readSync } from 'fs';

/** Standard input. */
export const STDIN = '-';

/** Larger files cannot be manifests: the server accepts up to 3 MiB. */
const MOST = 64 * 1024 * 1024;
const PIECE = 64 * 1024;

/**
 * The bytes of a file, or of standard input for `-`. Reads no more than a manifest can have, whatever size the file claims.
 *
 * @throws Error whose message says why the file cannot be read
 */
export function readBytes(file: string): Uint8Array {
  let fd: number | undefined;
  try {
    fd = file === STDIN ? 0 : openSync(file, 'r');
    const { size } = fstatSync(fd);
    if (size > MOST) {
      throw new Error(tooLarge());
    }
    return readAll(fd, size);
  } catch (error) {
    throw new Error(whyNot(error));
  } finally {
    if (fd !== undefined && fd !== 0) {
      closeSync(fd);
    }
  }
}

function readAll(fd: number, size: number): Buffer {
  // One byte more than expected, so that the end is seen without another piece.
  let buffer = Buffer.allocUnsafe(size > 0 ? size + 1 : PIECE);
  let length = 0;
  for (;;) {
    const read = readPiece(fd, buffer, length);
    if (read === 0) {
      return buffer.subarray(0, length);
    }
    length += read;
    if (length > MOST) {
      throw new Error(tooLarge());
    }
    if (length === buffer.length) {
      const larger = Buffer.allocUnsafe(Math.min(MOST + 1, Math.max(PIECE, buffer.length * 2)));
      buffer.copy(larger, 0, 0, length);
      buffer = larger;
    }
  }
}

function readPiece(fd: number, buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(fd, buffer, offset, buffer.length - offset, null);
    } catch (error) {
      switch ((error as NodeJS.ErrnoException).code) {
        case 'EOF': return 0; // how Windows ends a pipe
        case 'EAGAIN':
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
          break; // a terminal that has nothing yet
        default: throw error;
      }
    }
  }
}

function tooLarge(): string {
  return `larger than ${MOST / 1024 / 1024} MiB, which no manifest is`;
}

/** A readable reason for an error of the file system. */
export function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT': return 'no such file or folder';
    case 'EACCES': case 'EPERM': return 'permission denied';
    case 'EISDIR': return 'is a folder';
    case 'ELOOP': return 'its links go in a circle';
    default: return /^E[A-Z0-9]+: ([^,]+)/.exec(message ?? '')?.[1] ?? message ?? String(error);
  }
}
