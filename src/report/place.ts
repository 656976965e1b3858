import { isAbsolute, relative, resolve, sep } from 'path';

/** Environment variables with the folder that a CI service resolves the paths of reports against; else it is the working directory. */
const ROOTS = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

/** Turns the name of a file into a path relative to the root of the repository, with slashes. A file outside of it gets its absolute path. */
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
