// The codes that the command and the pages name are codes that there are.
import { spawnSync } from 'child_process';
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { parseIgnore } from '../../src/check/ignore';
import { rulesOfDocs } from '../../tools/rules';
import { compiledBin, ROOT } from '../run/package';

jest.setTimeout(120_000);

const rules = rulesOfDocs();
const areas = new Set(Object.keys(rules).map((code) => code.split('/')[0]));
/** What looks like a code of an area and is something else: a label of a namespace, a code that the user puts in. */
const NO_CODES = ['pod-security/v1', 'links/CODE'];
const unknownIn = (text: string): string[] => [...text.matchAll(/(?<![\w./-])([a-z][a-z-]*)\/[a-zA-Z][a-zA-Z0-9-]*(?![\w/-]|\.\w)/g)]
  .filter(([code, area]) => areas.has(area) && !(code in rules) && !NO_CODES.includes(code)).map(([code]) => code);

test('what is looked for is found', () => {
  expect(unknownIn('--ignore pod-security/host-path-volumes=why, `image/missing`, env/nmae.')).toEqual(['pod-security/host-path-volumes', 'env/nmae']);
});

test.each([['--help'], ['check', '--help'], ['import', '--help']])('in the help: %s %s', (...args) => {
  const { status, stdout } = spawnSync(process.execPath, [compiledBin(), ...args], { encoding: 'utf8' });
  expect([status, unknownIn(stdout)]).toEqual([0, []]);
});

test('in the text of an error', () => {
  expect.assertions(1);
  try {
    parseIgnore('image/missing');
  } catch (error) {
    expect(unknownIn((error as Error).message)).toEqual([]);
  }
});

test('in README and in the pages that are written by hand', () => {
  const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md') && !/^(?:api|adr|findings)\b/.test(file)).map((file) => `docs/${file}`);
  const inPages = ['README.md', ...pages].flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/`[^`\n]*`/g)].flatMap(([code]) => unknownIn(code)).map((code) => `${file}: ${code}`));
  expect(inPages).toEqual([]);
});
