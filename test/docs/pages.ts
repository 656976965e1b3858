// The pages of the docs, and their blocks of code.
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';

export const ROOT = join(__dirname, '..', '..');

/** A fenced block of a page. */
export interface Block {
  /** `docs/tutorial.md`. */
  readonly page: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
  /** The comment in the line before it: `<!-- file: main.ts -->` is file and main.ts. */
  readonly marker?: { readonly what: string; readonly of: string };
}

/** Pages whose blocks are run by tests of their own. */
const OTHERS = ['docs/testing.md'];

/** README, the pages of docs and CONTRIBUTING. */
export function allPages(): string[] {
  const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')).map((file) => `docs/${file}`);
  return ['README.md', 'CONTRIBUTING.md', ...docs.sort()];
}

/** Pages that are written, and not made from the review or the types. */
export function writtenPages(): string[] {
  return allPages().filter((page) => !page.startsWith('docs/findings') && !page.startsWith('docs/api/'));
}

/** Pages whose code is run here. */
export function runPages(): string[] {
  return writtenPages().filter((page) => !OTHERS.includes(page));
}

export function textOf(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** All blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  const lines = textOf(page).split('\n');
  for (let i = 0; i < lines.length; i++) {
    const [, indent, fence, language] = /^( *)(`{3,})([^`]*)$/.exec(lines[i]) ?? [];
    if (language === undefined) {
      continue;
    }
    const line = i + 1;
    const end = lines.findIndex((one, at) => at > i && one.trimEnd() === `${indent}${fence}`);
    if (end < 0) {
      throw new Error(`${page}:${line}: the block has no end`);
    }
    const marker = /^ *<!-- (\w+): (.*?) -->$/.exec(lines[i - 1] ?? '');
    const text = lines.slice(i + 1, end).map((one) => one.slice(indent.length)).join('\n');
    blocks.push({ page, line, language, text, ...marker === null ? {} : { marker: { what: marker[1], of: marker[2] } } });
    i = end;
  }
  return blocks;
}
