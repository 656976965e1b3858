// All generated parts of docs/: the pages of findings, the pictures, and the blocks in hand-written pages.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { dirname, join } from 'path';
import { withBlocks } from './blocks';
import { findingPages, findingTable } from './findings';
import { PICTURES } from './pictures';
import { SeenFinding, seenFindings } from './seen-findings';

const ROOT = join(__dirname, '..', '..');
const MADE_FOLDERS = ['docs/findings', 'docs/pictures'];
const NOT_OURS = ['docs/adr'];

/** Text of files by path in the repository. */
export type Made = ReadonlyMap<string, string>;

/** All generated files as they should be. */
export function madeDocs(seen: readonly SeenFinding[] = seenFindings()): Made {
  const made = new Map<string, string>();
  findingPages(seen).forEach((text, file) => made.set(`docs/${file}`, text));
  Object.entries(PICTURES).forEach(([name, draw]) => made.set(`docs/pictures/${name}.svg`, draw()));
  for (const file of writtenPages().filter((one) => !made.has(one))) {
    const prefix = file.startsWith('docs/') ? '../'.repeat(file.split('/').length - 2) : 'docs/';
    made.set(file, withBlocks(readFileSync(join(ROOT, file), 'utf8'), (patterns) => findingTable(patterns, seen, prefix)));
  }
  return made;
}

/** The hand-written pages of docs/ without the decisions, and CONTRIBUTING. */
export function writtenPages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`)
    .filter((file) => !NOT_OURS.some((folder) => file.startsWith(`${folder}/`))).sort();
  return ['CONTRIBUTING.md', ...docs];
}

/** Files that are out of date, missing, or should not exist. */
export function staleDocs(made: Made): string[] {
  const there = MADE_FOLDERS.flatMap((folder) => existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)).map((file) => `${folder}/${file}`) : []);
  const changed = [...made].filter(([file, text]) => !existsSync(join(ROOT, file)) || readFileSync(join(ROOT, file), 'utf8') !== text).map(([file]) => file);
  return [...changed, ...there.filter((file) => !made.has(file))];
}

/** Writes stale files, and removes those that should not exist. */
export function writeDocs(made: Made, stale: readonly string[]): void {
  for (const file of stale) {
    const text = made.get(file);
    if (text === undefined) {
      rmSync(join(ROOT, file));
      continue;
    }
    mkdirSync(dirname(join(ROOT, file)), { recursive: true });
    writeFileSync(join(ROOT, file), text);
  }
}

