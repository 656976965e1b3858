import { readFileSync } from 'fs';
import { join } from 'path';

/** The version of this package, as its package.json says it. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string };
  return version;
}
