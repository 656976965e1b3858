// The pages of docs/api: short enough to be shown, and everything can be found on them.
import { allPages, textOf } from './pages';
import { groupOf } from '../../tools/docs/api/groups';
import { anchor } from '../../tools/docs/findings';

const INDEX = 'docs/api/README.md';
const pages = allPages().filter((page) => page.startsWith('docs/api/'));
const headings = (page: string): string[] => [...textOf(page).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);

test.each(pages)('%s is short enough to be shown, and names nothing twice', (page) => {
  expect(Buffer.byteLength(textOf(page))).toBeLessThan(250_000);
  const ids = [...textOf(page).matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id);
  const all = [...ids, ...headings(page).map(anchor)];
  expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([]);
});

test('the index links to each type', () => {
  const linked = [...textOf(INDEX).matchAll(/\[([\w.]+)\]\([\w./-]+#\w+\)/g)].map(([, name]) => name);
  const shown = pages.filter((page) => page !== INDEX).flatMap(headings);
  expect(shown.length).toBeGreaterThan(200);
  expect(linked.sort()).toEqual(shown.sort());
});

test('every field of the API is on the page of its source', () => {
  const missing: string[] = [];
  for (const [, module] of textOf('src/k8s/index.ts').matchAll(/'\.\/([\w-]+)'/g)) {
    const source = `src/k8s/${module}.ts`;
    for (const [, name, body] of textOf(source).matchAll(/^export interface (\w+) \{\n([\s\S]*?)^\}/gm)) {
      const page = textOf(`docs/api/${groupOf(`k8s.${name}`, source).file}.md`);
      const wanted = [...body.matchAll(/^ {2}readonly '?([\w$]+)'?\??:/gm)].map(([, field]) => `<a id="${anchor(`k8s.${name}-${field}`)}">`);
      missing.push(...[`## k8s.${name}\n`, ...wanted].filter((part) => !page.includes(part)));
    }
  }
  expect(missing).toEqual([]);
});

test('a type of a new room is on a page only when a group names its source', () => {
  expect(groupOf('ContainerProps', 'src/constructs/generated/props.ts').file).toBe('containers');
  expect(groupOf('PodProps', 'src/constructs/generated/props.ts').file).toBe('objects');
  expect(() => groupOf('Anything', 'src/new-room/file.ts')).toThrow('add its source to a group in tools/docs/api/groups.ts');
});
