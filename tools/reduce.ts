/**
 * Reduces the OpenAPI of a Kubernetes minor to what tools/generate.ts needs: ts-node -T tools/reduce.ts 1.36 [--module DIR], or `all` for
 * every minor. Needs Go.
 * Modules come from the module cache or the proxy; `--module` is a local folder of k8s.io/kubernetes instead.
 */
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { parseGo } from './reduce/go';
import { moduleFolder } from './reduce/modules';
import { packagesOf, reduce, Swagger } from './reduce/openapi';
import { stringify } from './reduce/reduced';
import { RELEASES } from './releases';

/** The packages that are not in k8s.io/api, with their module and their folder in it. */
const MODULES: { readonly [pkg: string]: readonly [module: string, folder: string] } = {
  'meta/v1': ['k8s.io/apimachinery', 'pkg/apis/meta/v1'],
  'apiextensions/v1': ['k8s.io/apiextensions-apiserver', 'pkg/apis/apiextensions/v1'],
  'apiregistration/v1': ['k8s.io/kube-aggregator', 'pkg/apis/apiregistration/v1'],
};

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
  const swagger: Swagger = JSON.parse(readFileSync(join(kubernetes, 'api/openapi-spec/swagger.json'), 'utf8'));
  const go = new Map(packagesOf(swagger).map((pkg) => {
    const [module, path] = MODULES[pkg] ?? ['k8s.io/api', pkg];
    return [pkg, parseGo(typesOf(join(moduleFolder(module, staging), path)))];
  }));
  const reduced = reduce(version, swagger, go);
  writeFileSync(join(__dirname, 'openapi', `v${minor}.json`), stringify(reduced));
}

/** The type declarations of a package: `types.go`, `types_*.go` beside it, and what meta/v1 has of groups and versions. */
function typesOf(folder: string): string {
  return readdirSync(folder).filter((name) => /^(?:types(?:_\w+)?|group_version)\.go$/.test(name) && !name.endsWith('_test.go')).sort()
    .map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

main(process.argv.slice(2));
