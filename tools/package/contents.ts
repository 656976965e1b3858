import { existsSync, readFileSync } from 'fs';
import { builtinModules } from 'module';
import { dirname, join } from 'path';

const PEERS = ['cdk8s', 'constructs'];
const NEEDED = ['LICENSE', 'README.md', 'CHANGELOG.md', 'package.json', '.jsii', '.jsii.gz'];
/** What tools/bundle.ts writes beside the scripts. */
const MADE = ['lib/report/rules.json.gz'];

/** What the package lacks, and what it has too much. */
export function contentFaults(own: string, files: readonly string[]): string[] {
  return [
    ...[...NEEDED, ...MADE].filter((file) => !files.includes(file)).map((file) => `${file} is missing`),
    ...files.filter((file) => !NEEDED.includes(file) && !MADE.includes(file) && !/^lib\/.*\.(js|mjs|d\.ts|d\.mts)$/.test(file)).map((file) => `${file} does not belong in the package`),
    ...files.filter((file) => file.endsWith('.js')).flatMap((file) => scriptFaults(own, file)),
  ];
}

function scriptFaults(own: string, file: string): string[] {
  const text = readFileSync(join(own, file), 'utf8');
  const lost = [...text.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name).filter((name) => !isThere(join(own, dirname(file)), name));
  return [
    ...text.includes('sourceMappingURL') ? [`${file} has a source map`] : [],
    ...lost.map((name) => `${file} requires ${name}, which the package does not have`),
  ];
}

function isThere(folder: string, name: string): boolean {
  return name.startsWith('.')
    ? (name.endsWith('.js') ? [''] : ['.js', '/index.js']).some((end) => existsSync(join(folder, `${name}${end}`)))
    : PEERS.includes(name) || builtinModules.includes(name.replace(/^node:/, ''));
}
