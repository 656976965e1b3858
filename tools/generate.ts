/**
 * Writes the generated sources from tools/openapi and tools/facts: ts-node -T tools/generate.ts [--check | --diff]. `--check` writes
 * nothing, and fails if a file is out of date; `--diff` prints what changed between the minors.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { generate } from './generate/all';
import { diffMinors } from './generate/diff';
import { runScript } from './script';

const ROOT = join(__dirname, '..');

/** The only file of src/k8s that is not generated: how the others are looked up. */
const BY_HAND = new Set(['src/k8s/field-table.ts']);

function main([option]: readonly string[]): void {
  if (option === '--diff') {
    console.log(diffMinors().join('\n'));
    return;
  }
  if (option !== undefined && option !== '--check') {
    throw new Error('usage: generate.ts [--check | --diff]');
  }
  const files = generate();
  const current = (path: string): boolean => existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), 'utf8') === files.get(path);
  const stale = [...files.keys()].filter((path) => !current(path));
  const extra = existsSync(join(ROOT, 'src/k8s'))
    ? readdirSync(join(ROOT, 'src/k8s')).map((name) => `src/k8s/${name}`).filter((path) => !files.has(path) && !BY_HAND.has(path)) : [];
  if (option === '--check') {
    for (const path of [...stale, ...extra]) {
      console.log(`not current: ${path}`);
    }
    process.exitCode = stale.length + extra.length > 0 ? 1 : 0;
    return;
  }
  for (const path of stale) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), files.get(path)!);
  }
  extra.forEach((path) => rmSync(join(ROOT, path)));
  console.log(`${files.size} files, ${stale.length} written${extra.length > 0 ? `, ${extra.length} removed` : ''}`);
}

runScript(main);
