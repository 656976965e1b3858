import { spawnSync } from 'child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec: { containers: [{ name: web, image: nginx }] }\n';
/** So many files are worth a thread of their own. */
const MANY = 4100;

/** What the command does not do as it should, in the package alone. */
export function commandFaults(folder: string, own: string): string[] {
  const { bin, version } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')) as { bin: Record<string, string>; version: string };
  const program = join(own, bin['cdk8s-pods']);
  const files = join(folder, 'manifests');
  mkdirSync(files);
  for (let i = 0; i < MANY; i++) {
    writeFileSync(join(files, `${i}.yaml`), POD);
  }
  const wanted: [string[], string][] = [
    [['--version'], version],
    [['check', 'manifests/1.yaml'], 'no findings in 1 object of 1 file'],
    [['check', 'manifests'], `no findings in ${MANY} objects of ${MANY} files`],
    [['import', 'manifests/1.yaml'], 'new Pod('],
  ];
  return wanted.flatMap(([args, text]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8' });
    const said = `${stdout}${stderr}`;
    return status === 0 && said.replace(/,/g, '').includes(text) ? [] : [`cdk8s-pods ${args.join(' ')} ends with ${status}: ${said}`];
  });
}
