/**
 * Makes one file of each entry below, in place of what the compiler wrote there: one file starts several times as fast as its many modules.
 * Also writes lib/report/rules.json.gz, and the declarations as an editor should show them.
 * tools/prepare.cjs runs it in a clone that was never compiled.
 * Runs at the end of `projen compile`: ts-node -T tools/bundle.ts [--sizes]
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'fs';
import { delimiter, dirname, join } from 'path';
import { gzipSync } from 'zlib';
import { buildSync } from 'esbuild';
import type * as declarations from './declarations';
import { rulesOfDocs, suppressibleCodes } from './rules';

const ROOT = join(__dirname, '..');

/** One file to make. */
export interface Bundle {
  /** Its path in lib. */
  readonly file: string;
  /** The module in src that it is made from. */
  readonly entry: string;
  readonly format: 'cjs' | 'esm';
  /** A `browser` bundle must not import anything of Node. */
  readonly platform: 'browser' | 'node';
  /** Packages that it may contain besides our own sources. */
  readonly contains?: readonly string[];
  /** Loads the bundled review, and the rooms that other entries consist of, instead of containing them once more. */
  readonly loadsRooms?: true;
}

export const BUNDLES: readonly Bundle[] = [
  { file: 'admission/index.js', entry: 'admission/index.ts', format: 'cjs', platform: 'node' },
  { file: 'admission/index.mjs', entry: 'admission/index.ts', format: 'esm', platform: 'browser' },
  { file: 'cli/bin.js', entry: 'cli/bin.ts', format: 'cjs', platform: 'node', contains: ['commander'], loadsRooms: true },
  { file: 'check/worker.js', entry: 'check/worker.ts', format: 'cjs', platform: 'node', loadsRooms: true },
];

/** Packages that the user's app has installed. */
const PEERS = ['cdk8s', 'constructs'];
/** What the package has beside the bundles, which stand in folders of lib: the review as a bundle, and these rooms as modules. */
const REVIEW = './src/admission/index.ts';
const ROOMS = ['./src/k8s/*', './src/links/*', './src/cluster/*'];
/** A clone that was never compiled has only the bundles. */
const COMPILED = join(ROOT, 'lib', 'links', 'index.js');

/** The text of a bundle; esbuild fails when a browser bundle imports what no browser has. */
export function bundle({ file, entry, format, platform, contains = [], loadsRooms }: Bundle): string {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [join('src', entry)],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform,
    format,
    nodePaths: process.env.NODE_PATH?.split(delimiter),
    outfile: join('lib', file),
    external: loadsRooms ? [...PEERS, REVIEW, ...existsSync(COMPILED) ? ROOMS : []] : PEERS,
    target: platform === 'node' ? 'node20.16' : 'es2022',
    logLevel: 'silent',
    footer: { js: contains.map(licenseOf).join('') },
  });
  const allowed = /^src\//;
  const inside = contains.map((name) => `node_modules/${name}/`);
  const other = Object.keys(metafile.inputs).filter((path) => !allowed.test(path) && !inside.some((folder) => path.includes(folder)));
  if (other.length > 0) {
    throw new Error(`the bundle of ${entry} would contain ${other.join(', ')}`);
  }
  const { text } = outputFiles[0];
  return loadsRooms ? text.replace(/"\.\.\/\.\.\/src\/([\w/-]+)(?:\.ts)?"/g, '"../$1"') : text;
}

/** A bundle contains copies of packages, and their licenses require that they are passed on with the copy. */
function licenseOf(name: string): string {
  const folder = dirname(require.resolve(name));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return `/*!\nContains ${name} ${version}:\n\n${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}\n*/\n`;
}

function main([option]: string[]): void {
  if (option !== undefined && option !== '--sizes') {
    throw new Error('usage: bundle.ts [--sizes]');
  }
  [...BUNDLES.map(({ file }) => file), 'report/rules.json.gz'].forEach((file) => mkdirSync(dirname(join(ROOT, 'lib', file)), { recursive: true }));
  // The module for `import` has the same exports as the script for `require`.
  writeFileSync(join(ROOT, 'lib/admission/index.d.mts'), "export * from './index.js';\n");
  writeFileSync(join(ROOT, 'lib/report/rules.json.gz'), gzipSync(JSON.stringify(rulesOfDocs())));
  if (existsSync(join(ROOT, 'lib/index.d.ts'))) {
    // A clone that was never compiled has no declarations, and may have no compiler.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { polishFolder } = require('./declarations') as typeof declarations;
    polishFolder(join(ROOT, 'lib'), suppressibleCodes());
  }
  for (const made of BUNDLES) {
    const text = bundle(made);
    const path = join(ROOT, 'lib', made.file);
    writeFileSync(path, text);
    if (text.startsWith('#!')) {
      chmodSync(path, 0o755);
    }
    if (option === '--sizes') {
      console.log(`${made.file}: ${kilobytes(text)}, ${kilobytes(gzipSync(text))} gzipped`);
    }
  }
}

const kilobytes = ({ length }: string | Buffer): string => `${Math.round(length / 1000)} kB`;

if (require.main === module) {
  main(process.argv.slice(2));
}
