import { spawnSync } from 'child_process';
import { readFileSync } from 'fs';
import { join } from 'path';

/** Prints what require and import give of each entry, and where the files are that are no code. */
const LOAD = `
const [code, files] = JSON.parse(process.argv[1]);
(async () => {
  const faults = [];
  for (const name of code) {
    const required = Object.keys(require(name)).sort();
    const imported = Object.keys(await import(name)).filter((key) => key !== 'default' && key !== 'module.exports' && key !== '__esModule').sort();
    if (required.length === 0 || required.join() !== imported.join()) {
      faults.push(name + ': require gives ' + required.join(', ') + '; import gives ' + imported.join(', '));
    }
  }
  for (const name of files) {
    require('fs').readFileSync(require.resolve(name));
  }
  process.stdout.write(JSON.stringify(faults));
})();
`;

/** What the package says it exports and does not give alike by require and import. */
export function entryFaults(folder: string, own: string): string[] {
  const { exports } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as { exports: Record<string, string | object> };
  const names = Object.keys(exports).map((entry) => join('cdk8s-pods', entry));
  const code = names.filter((_, i) => typeof Object.values(exports)[i] !== 'string');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', LOAD, JSON.stringify([code, names.filter((name) => !code.includes(name))])], {
    cwd: folder, encoding: 'utf8',
  });
  return status === 0 ? JSON.parse(stdout) as string[] : [`an entry does not load: ${stderr}`];
}
