// Links, pictures and names of files in the pages.
import { existsSync } from 'fs';
import { dirname, join, normalize } from 'path';
import { allPages, ROOT, textOf } from './pages';
import { anchor } from '../../tools/docs/findings';

const FILES = /`((?:src|test|tools|docs|examples|conformance|bench|projenrc)\/[\w./-]*\w)`/g;
const texts = new Map(allPages().map((page) => [page, textOf(page)]));
const anchors = new Map([...texts].map(([page, text]) => [page, anchorsOf(text)]));

function anchorsOf(text: string): Set<string> {
  const headings = [...withoutCode(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading));
  return new Set([...headings, ...[...withoutCode(text).matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id)]);
}

/** Targets of Markdown's links and of HTML's. */
function linksOf(text: string): string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|<a href="([^"]*)">/g)].map(([, markdown, html]) => markdown ?? html);
}

function withoutCode(text: string): string {
  return text.replace(/^ *```[\s\S]*?^ *```$/gm, '');
}

test.each([...texts.keys()])('links of %s lead somewhere', (page) => {
  const lost: string[] = [];
  for (const target of linksOf(texts.get(page)!)) {
    if (/^https:/.test(target)) {
      continue;
    }
    const [file, to] = target.split('#');
    const path = file === '' ? page : normalize(join(dirname(page), file));
    if (!existsSync(join(ROOT, path)) || (to !== undefined && anchors.has(path) && !anchors.get(path)!.has(to))) {
      lost.push(target);
    }
  }
  expect(lost).toEqual([]);
});

test.each([...texts.keys()])('files that %s names are there', (page) => {
  const named = [...withoutCode(texts.get(page)!).matchAll(FILES)].map(([, file]) => file);
  expect(named.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
});

test('every page can be reached from the index or the README', () => {
  const reached = new Set(['README.md', 'docs/README.md']);
  for (const page of reached) {
    for (const [, target] of withoutCode(texts.get(page)!).matchAll(/\]\(([^)\s#]+\.md)[^)]*\)/g)) {
      const path = normalize(join(dirname(page), target));
      if (texts.has(path)) {
        reached.add(path);
      }
    }
  }
  expect([...texts.keys()].filter((page) => !reached.has(page))).toEqual([]);
});
