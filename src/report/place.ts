import { isAbsolute, relative, resolve, sep } from 'path';

/** Folders that a CI service takes the paths of its reports from, before the working directory. */
const ROOTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** Turns a file as the user named it into a path from the root of the repository, with slashes; a file outside keeps its whole path. */
export function fromRoot(file: string, env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): string {
  const whole = resolve(cwd, file);
  for (const root of [...ROOTS.map((name) => env[name]), cwd]) {
    if (root) {
      const path = relative(root, whole);
      if (path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)) {
        return path.split(sep).join('/');
      }
    }
  }
  return whole.split(sep).join('/');
}
