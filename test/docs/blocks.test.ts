// Every block of code of the README and of the docs.
import { existsSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { Block, blocksOf, ROOT, runPages, writtenPages } from './pages';
import { compile, Program, programsOf, run } from './programs';
import { problemsOfShell } from './shell';
import { importManifests } from '../../src/cli/import';
import { readYaml } from '../../src/yaml/read/read';

const LANGUAGES = ['ts', 'yaml', 'json', 'sh', 'text', 'python', 'diff', 'go', 'markdown'];
const pages = runPages();
const programs = new Map(pages.map((page) => [page, programsOf(page)]));
const all = [...programs.values()].flat();
const place = ({ page, line }: Block): string => `${page}:${line}`;
const errorsOf = (text: string): string[] => parseAllDocuments(text).flatMap((document) => document.errors.map(({ message }) => message));

test.each(writtenPages())('every block of %s has a language', (page) => {
  expect(blocksOf(page).filter(({ language }) => !LANGUAGES.includes(language)).map((block) => `${place(block)}: ${block.language}`)).toEqual([]);
});

test('TypeScript compiles in a strict project', () => {
  expect(all.length).toBeGreaterThan(10);
  expect(compile(all)).toEqual([]);
}, 120_000);

/** The tutorial is followed by tutorial.test.ts; fragments that expect something do not say of what. */
function runsHere({ block, isFragment }: Program): boolean {
  return block.page !== 'docs/tutorial.md' && !(isFragment && block.text.includes('expect('));
}

describe('TypeScript runs', () => {
  test.each(all.filter(runsHere).map((program) => [place(program.block), program] as const))('%s', (_, program) => {
    const { block } = program;
    const following = after(program);
    const error = run(program, programs.get(block.page)!, (outdir) => {
      for (const { marker, text } of following.filter((one) => one.marker?.what === 'output')) {
        const [file, turn] = marker!.of.split(' ');
        // Where two programs stand side by side, the number says whose output it is.
        if (turn === undefined || turn === `(${indexOf(program)})`) {
          expect(readFileSync(join(outdir, file), 'utf8').trimEnd()).toBe(text);
        }
      }
    });
    if (block.text.startsWith('// refused')) {
      const [said] = following.filter(({ language }) => language === 'text');
      expect(said.text).not.toBe('');
      for (const line of said.text.split('\n')) {
        expect(error?.message).toContain(line.trim());
      }
    } else {
      expect(error).toBeUndefined();
    }
  });

  /** The blocks between a program and the next one, and all that say the program's number. */
  function after(program: Program): Block[] {
    const { block } = program;
    const later = blocksOf(block.page).filter(({ line }) => line > block.line);
    const next = later.findIndex(({ language }) => language === 'ts');
    const own = next < 0 ? later : later.slice(0, next);
    return [...own, ...later.filter((one) => !own.includes(one) && one.marker?.of.endsWith(` (${indexOf(program)})`))];
  }

  function indexOf(program: Program): number {
    return programs.get(program.block.page)!.indexOf(program) + 1;
  }
});

test('the code that the importer writes is what the page shows', () => {
  const shown = pages.flatMap((page) => blocksOf(page).flatMap((block, i, blocks) => block.marker?.what === 'imported' ? [[blocks[i - 1], block]] : []));
  expect(shown).toHaveLength(1);
  for (const [yaml, block] of shown) {
    const { documents } = readYaml(Buffer.from(yaml.text));
    const manifests = documents.map(({ value, index }) => ({ value, file: 'shop.yaml', index }));
    const { code, problems } = importManifests(manifests, { chart: block.marker!.of });
    expect(problems).toEqual([]);
    expect(code.trimEnd()).toBe(block.text);
    const program = programs.get(block.page)!.find((one) => one.block.line === block.line)!;
    run(program, [], (outdir) => {
      const written = readYaml(readFileSync(join(outdir, `${block.marker!.of}.k8s.yaml`))).documents.map(({ value }) => value);
      expect(written).toEqual(documents.map(({ value }) => value));
    });
  }
});

test('the importer turns what cdk8s-plus wrote into code that writes the same objects', () => {
  const page = 'docs/from-cdk8s-plus.md';
  const [written] = blocksOf(page).filter(({ marker }) => marker?.of === 'shop.k8s.yaml (1)');
  const manifests = readYaml(Buffer.from(written.text)).documents.map(({ value, index }) => ({ value, file: 'shop.k8s.yaml', index }));
  const { code, problems } = importManifests(manifests, { chart: 'shop' });
  expect(problems).toEqual([]);
  const error = run({ block: written, isFragment: false, file: 'imported.ts', code }, [], (outdir) => {
    expect(readYaml(readFileSync(join(outdir, 'shop.k8s.yaml'))).documents.map(({ value }) => value)).toEqual(manifests.map(({ value }) => value));
  });
  expect(error).toBeUndefined();
});

test('what a page says is written stands behind what writes it', () => {
  const outputs = pages.flatMap(blocksOf).filter(({ marker }) => marker?.what === 'output');
  expect(outputs.length).toBeGreaterThan(2);
  expect(outputs.filter(({ page, line }) => !programs.get(page)!.some(({ block }) => block.line < line)).map(place)).toEqual([]);
});

test.each(writtenPages())('YAML and JSON of %s can be read', (page) => {
  const blocks = blocksOf(page);
  expect(blocks.filter(({ language }) => language === 'yaml').flatMap((block) => errorsOf(block.text).map((message) => `${place(block)}: ${message}`))).toEqual([]);
  blocks.filter(({ language }) => language === 'json').forEach(({ text }) => JSON.parse(text));
});

test.each(writtenPages())('commands of %s are there', (page) => {
  const problems = blocksOf(page).filter(({ language }) => language === 'sh').flatMap((block) => problemsOfShell(block.text).map((problem) => `${place(block)}: ${problem}`));
  expect(problems).toEqual([]);
});

test('the check of commands finds what is not there', () => {
  expect(problemsOfShell('npm run nothing\nnpx cdk8s-pods chek k8s\nnpx cdk8s-pods check --wrong k8s\nfrobnicate\nnpx ts-node tools/nothing.ts')).toHaveLength(5);
  expect(existsSync(join(ROOT, 'tools', 'docs', 'main.ts'))).toBe(true);
});
