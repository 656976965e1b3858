import { Path } from '../../path';
import { Report, show } from '../../report';

/**
 * Paths of files inside a volume or on a node. Each function returns undefined for a valid path, otherwise the rest of a sentence that
 * starts with the path. Source: validatePathNoBacksteps, validateLocalDescendingPath and ValidateLocalNonReservedPath.
 */
export function backstepProblem(path: string): string | undefined {
  return path.includes('..') && path.split('/').includes('..') ? 'must not contain \'..\' as a part' : undefined;
}

/** A path below a directory that is not known yet. */
export function descendingPathProblem(path: string): string | undefined {
  return path.startsWith('/') ? 'must be a relative path' : backstepProblem(path);
}

/** A path of a file that the kubelet writes into a volume, where names that start with two dots are reserved. */
export function filePathProblem(path: string): string | undefined {
  return descendingPathProblem(path) ?? (path.startsWith('..') ? 'must not start with \'..\'' : undefined);
}

/** Highest file mode. */
const MAX_MODE = 0o777;
/** Highest id of a user. */
const MAX_ID = 2147483647;

/** Permission bits of a file: 0 to 0777 octal, which is 511 decimal. */
export function validateMode(mode: number | undefined, path: Path, report: Report): void {
  if (mode !== undefined && (mode < 0 || mode > MAX_MODE)) {
    report.invalid(path, 'volumes/mode', `file mode must be from 0 to 0777 (decimal 511), got ${show(mode)}`,
      { hint: modeHint(mode) });
  }
}

/** The owner of a file. Its gate is off, and the server drops the field, but overlooks the second source of a volume that may have only one. */
export function validateUser(user: number | undefined, path: Path, report: Report): void {
  if (user !== undefined && (user < 0 || user > MAX_ID)) {
    report.invalid(path, 'volumes/user', `must be a user id from 0 to ${MAX_ID}, got ${show(user)}`);
  }
}

/** Users write 644 and mean 0644: the hint does the conversion for them. */
function modeHint(mode: number): string | undefined {
  return /^[0-7]{3,4}$/.test(String(mode)) && mode <= 777 ? `did you mean octal 0${mode}, which is ${parseInt(String(mode), 8)}?` : undefined;
}
