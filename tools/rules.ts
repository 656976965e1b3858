// What docs/findings says of each code, as the package ships it: lib/report/rules.json.gz, for the SARIF report and for the command that explains a
// code.
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { RuleText } from '../src/report/rules';

const DOCS = join(__dirname, '..', 'docs');
const ENTRY = /^### (\S+)$/gm;
/** A line of a table of the index whose code has no entry on a page: code, what it says, and perhaps what to do. */
const ROW = /^\| `([^`]+)` \|(.*)\|$/gm;

/** The texts of all codes by code. */
export function rulesOfDocs(): Record<string, RuleText> {
  const index = readFileSync(join(DOCS, 'findings.md'), 'utf8');
  const pages = readdirSync(join(DOCS, 'findings')).sort().map((file) => `findings/${file}`);
  return Object.fromEntries([
    ...rowsOf(index, 'of-the-command'),
    ...rowsOf(index, 'not-on-these-pages'),
    ...pages.flatMap((page) => entriesOf(page, readFileSync(join(DOCS, page), 'utf8'))),
  ]);
}

/** The codes of warnings and advice, in alphabetical order: what `suppress` takes. */
export function suppressibleCodes(): string[] {
  return Object.entries(rulesOfDocs()).filter(([code, { markdown }]) => code.startsWith('advice/') || /^\*\*(?:warning|advice)\*\*/m.test(markdown))
    .map(([code]) => code).sort();
}

/** The entries of a page: each begins with a heading that is its code. */
function entriesOf(page: string, text: string): [string, RuleText][] {
  const parts = text.split(ENTRY).slice(1);
  return Array.from({ length: parts.length / 2 }, (_, i): [string, RuleText] => {
    const [code, markdown] = [parts[2 * i], parts[2 * i + 1].trim()];
    return [code, { page: `${page}#${anchor(code)}`, markdown }];
  });
}

function rowsOf(index: string, section: string): [string, RuleText][] {
  const text = index.split(/^## /m).find((part) => anchor(part.slice(0, part.indexOf('\n'))) === section) ?? '';
  return [...text.matchAll(ROW)].map(([, code, cells]): [string, RuleText] => {
    const [what, fix] = cells.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return [code, { page: `findings.md#${section}`, markdown: `> ${what}${fix === undefined ? '' : `\n\n**Fix:** ${fix}`}` }];
  });
}

/** The anchor that GitHub generates for a heading. */
function anchor(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replace(/ /g, '-');
}
