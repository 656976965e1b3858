/**
 * Writes lib/index.js anew: each export loads its module when it is first used, so that importing the package loads only what is used.
 * Runs at the end of `projen compile`: ts-node -T tools/lazy-index.ts
 */
import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';

const ROOT = join(__dirname, '..');

/** What one line of src/index.ts exports; types are gone at run time. */
const LINE = /^export (?:type .*|\*(?: as (?<name>\w+))? from '(?<from>[^']+)';)$/;

const HEAD = `"use strict";
// Each export loads its module when it is first used.
Object.defineProperty(exports, "__esModule", { value: true });
`;

const LAZY = `function lazy(name, load) {
    const property = { enumerable: true, configurable: true };
    Object.defineProperty(exports, name, { ...property, get() {
        const value = load();
        Object.defineProperty(exports, name, { ...property, value });
        return value;
    } });
}
`;

/**
 * The text of an index.
 *
 * @param source the text of src/index.ts
 * @param namesOf the names that a compiled module exports
 */
export function lazyIndex(source: string, namesOf: (from: string) => readonly string[]): string {
  const loads = new Map<string, string>();
  for (const line of source.split('\n').filter((each) => each !== '')) {
    const found = LINE.exec(line);
    if (found === null) {
      throw new Error(`tools/lazy-index.ts does not understand this line of src/index.ts: ${line}`);
    }
    const { name, from } = found.groups ?? {};
    if (from === undefined) {
      continue;
    }
    const names = name === undefined ? namesOf(from) : [name];
    for (const each of names) {
      if (!loads.has(each)) {
        loads.set(each, `require(${JSON.stringify(from)})${name === undefined ? `.${each}` : ''}`);
      }
    }
  }
  // Node looks for assignments like these to know the names that import can take.
  const names = [...loads.keys()].map((name) => `exports.${name} = `).join('');
  const getters = [...loads].map(([name, load]) => `lazy(${JSON.stringify(name)}, () => ${load});\n`).join('');
  return `${HEAD}${names}void 0;\n${getters}${LAZY}`;
}

/** Writes the index of a compiled library. */
export function writeLazyIndex(lib: string): void {
  const source = readFileSync(join(ROOT, 'src/index.ts'), 'utf8');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- what was compiled knows its names
  const namesOf = (from: string): string[] => Object.keys(require(join(lib, from)) as object).filter((name) => name !== '__esModule');
  writeFileSync(join(lib, 'index.js'), lazyIndex(source, namesOf));
}

if (require.main === module) {
  writeLazyIndex(join(ROOT, 'lib'));
}
