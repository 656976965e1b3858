/**
 * Writes docs/api from the compiled library: ts-node -T tools/docs/api/main.ts, after `projen compile`.
 */
import { mkdirSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { readTypes } from './model';
import { apiPages } from './page';

const ROOT = join(__dirname, '../../..');
const FOLDER = join(ROOT, 'docs/api');
/** GitHub shows what is longer as plain text. */
const MOST_BYTES = 250_000;

async function main(): Promise<void> {
  const pages = apiPages(await readTypes(ROOT));
  const long = [...pages].filter(([, text]) => Buffer.byteLength(text) > MOST_BYTES).map(([path]) => path);
  if (long.length > 0) {
    throw new Error(`longer than a page can show, so divide their groups: ${long.join(', ')}`);
  }
  rmSync(FOLDER, { recursive: true, force: true });
  for (const [path, text] of pages) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
    writeFileSync(join(FOLDER, path), text);
  }
}

void main();
