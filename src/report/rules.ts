import { readFileSync } from 'fs';
import { join } from 'path';
import { gunzipSync } from 'zlib';

/** What the documentation says of a code. */
export interface RuleText {
  /** The page in docs, with the anchor of the code: `findings/containers.md#imagemissing`. */
  readonly page: string;
  /** Cause, fix and the smallest manifest that gives the finding, in Markdown. Links are relative to the page. */
  readonly markdown: string;
}

/** The texts of all codes by code. */
export type Rules = { readonly [code: string]: RuleText };

/** Where the documentation is read. */
const DOCS = 'https://github.com/cdk8s-pods/cdk8s-pods/blob/main/docs/';
/** This path is right from here and from the command's bundle, which is in lib/cli. It is made from docs/findings when the package is compiled. */
const FILE = join(__dirname, '..', 'report', 'rules.json.gz');

/** Reads the texts, which are not part of the program because few runs need them. */
export function readRules(): Rules {
  return JSON.parse(gunzipSync(readFileSync(FILE)).toString('utf8')) as Rules;
}

/** The address of the page of a code. */
export function ruleUrl({ page }: RuleText): string {
  return `${DOCS}${page}`;
}

/** The text in Markdown, with links that work anywhere. */
export function ruleMarkdown({ page, markdown }: RuleText): string {
  return markdown.replace(/\]\((?!https?:)([^()\s]*)\)/g, (_, target: string) => `](${new URL(target, `${DOCS}${page}`).href})`);
}

/** The same as plain text: without the marks of Markdown, code indented. */
export function rulePlain({ markdown }: RuleText): string {
  return markdown.split(/^(```.*\n[^]*?^```)$/m).map((part) => part.startsWith('```') ? indented(part) : unmarked(part)).join('');
}

function indented(fence: string): string {
  return fence.split('\n').slice(1, -1).map((line) => `    ${line}`).join('\n');
}

function unmarked(text: string): string {
  return text
    .replace(/^> ?/gm, '')
    .replace(/\[([^[\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]*)\*\*/g, '$1')
    .replace(/(?<!\\)`/g, '')
    .replace(/\\([\\*_`<>[\]#|~$])/g, '$1');
}
