/**
 * Reduces the OpenAPI of one Kubernetes minor to what tools/generate.ts needs: ts-node -T tools/reduce.ts 1.36 [--module DIR]. Needs Go.
 * Modules come from the module cache or the proxy; `--module` is a local folder of k8s.io/kubernetes instead.
 */
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { parseGo } from './reduce/go';
import { moduleFolder } from './reduce/modules';
import { reduce } from './reduce/openapi';
import { stringify } from './reduce/reduced';
import { RELEASES } from './releases';

function main([minor, option, folder]: string[]): void {
  const version = (RELEASES as { readonly [minor: string]: string | undefined })[minor];
  if (version === undefined || (option !== undefined && (option !== '--module' || folder === undefined))) {
    throw new Error(`usage: reduce.ts ${Object.keys(RELEASES).join('|')} [--module DIR]`);
  }
  const kubernetes = folder ?? moduleFolder('k8s.io/kubernetes', version);
  const staging = version.replace(/^1\./, '0.');
  const api = moduleFolder('k8s.io/api', staging);
  const machinery = moduleFolder('k8s.io/apimachinery', staging);
  const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

  const go = new Map([
    ['core/v1', parseGo(read(api, 'core/v1/types.go'))],
    ['apps/v1', parseGo(read(api, 'apps/v1/types.go'))],
    ['batch/v1', parseGo(read(api, 'batch/v1/types.go'))],
    ['meta/v1', parseGo(read(machinery, 'pkg/apis/meta/v1/types.go'))],
  ]);
  const reduced = reduce(version, JSON.parse(read(kubernetes, 'api/openapi-spec/swagger.json')), go);
  writeFileSync(join(__dirname, 'openapi', `v${minor}.json`), stringify(reduced));
}

main(process.argv.slice(2));
