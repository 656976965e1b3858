/**
 * Packs the compiled library and tries the package as its users get it: size, contents, every entry by require and import, types, command.
 * ts-node -T tools/package/main.ts, after `projen compile`.
 */
import { execFileSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { gzipSync } from 'zlib';
import { commandFaults } from './command';
import { contentFaults } from './contents';
import { entryFaults } from './entries';
import { typeFaults } from './types';
import { BUNDLES } from '../bundle';

const ROOT = join(__dirname, '../..');
const MOST_BYTES = 5_000_000;

/** What npm says of a package that it made. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  try {
    const json = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' });
    const [{ filename, size, unpackedSize, files }] = JSON.parse(json) as [Packed];
    console.log(`${files.length} files, ${kilobytes(unpackedSize)}, packed ${kilobytes(size)}`);
    const own = install(folder, filename);
    for (const { file } of BUNDLES) {
      const text = readFileSync(join(own, 'lib', file));
      console.log(`lib/${file}: ${kilobytes(text.length)}, gzipped ${kilobytes(gzipSync(text).length)}`);
    }
    const faults = [
      ...unpackedSize < MOST_BYTES ? [] : [`the package has ${kilobytes(unpackedSize)}; it must have less than ${kilobytes(MOST_BYTES)}`],
      ...contentFaults(own, files.map(({ path }) => path)),
      ...entryFaults(folder, own),
      ...typeFaults(folder),
      ...commandFaults(folder, own),
    ];
    faults.forEach((fault) => console.error(fault));
    process.exitCode = faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A folder of an app that has installed the package, with its peers. */
function install(folder: string, filename: string): string {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'cdk8s-pods');
  mkdirSync(own, { recursive: true });
  execFileSync('tar', ['-xzf', join(folder, filename), '-C', own, '--strip-components=1']);
  ['cdk8s', 'constructs'].forEach((name) => symlinkSync(join(ROOT, 'node_modules', name), join(modules, name)));
  return own;
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

main();
