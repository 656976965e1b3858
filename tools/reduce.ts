/**
 * Reduces the OpenAPI of a Kubernetes minor to what tools/generate.ts needs: ts-node -T tools/reduce.ts 1.36 [--module DIR], or `all` for
 * every minor. Needs Go.
 * Modules come from the module cache or the proxy; `--module` is a local folder of k8s.io/kubernetes instead.
 */
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { parseGo } from './reduce/go';
import { moduleFolder } from './reduce/modules';
import { PACKAGES, reduce } from './reduce/openapi';
import { stringify } from './reduce/reduced';
import { RELEASES } from './releases';

function main([minor, option, folder]: string[]): void {
  const known = Object.keys(RELEASES);
  if ((minor !== 'all' && !known.includes(minor)) || (option !== undefined && (minor === 'all' || option !== '--module' || folder === undefined))) {
    throw new Error(`usage: reduce.ts all, or reduce.ts ${known.join('|')} [--module DIR]`);
  }
  Object.entries(RELEASES).filter(([each]) => minor === 'all' || minor === each).forEach(([each, version]) => reduceMinor(each, version, folder));
}

function reduceMinor(minor: string, version: string, folder?: string): void {
  const kubernetes = folder ?? moduleFolder('k8s.io/kubernetes', version);
  const staging = version.replace(/^1\./, '0.');
  const api = moduleFolder('k8s.io/api', staging);
  const machinery = moduleFolder('k8s.io/apimachinery', staging);
  const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

  const go = new Map(PACKAGES.map((pkg) => [pkg, parseGo(pkg === 'meta/v1' ? read(machinery, 'pkg/apis', pkg, 'types.go') : read(api, pkg, 'types.go'))]));
  const reduced = reduce(version, JSON.parse(read(kubernetes, 'api/openapi-spec/swagger.json')), go);
  writeFileSync(join(__dirname, 'openapi', `v${minor}.json`), stringify(reduced));
}

main(process.argv.slice(2));
