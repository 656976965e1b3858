// What the documentation says of the codes of findings, on a terminal.
import { nearest } from '../../admission/formats/nearest';
import { plain, shortened } from '../../report/plain';
import { readRules, rulePlain, Rules, ruleUrl } from '../../report/rules';
import { UsageError } from '../usage-error';

const WIDEST = 150;

/** A table of the codes that begin with one of the texts, or of all: code, severity, and an example of its message. */
export function listCodes(starts: readonly string[], onlyNames: boolean): number {
  const rules = readRules();
  const all = Object.keys(rules).sort();
  const unmet = starts.find((start) => !all.some((code) => code.startsWith(start)));
  if (unmet !== undefined) {
    throw new UsageError(`no code starts with '${shortened(unmet)}'${proposal(unmet, areasOf(rules))}`);
  }
  const codes = starts.length === 0 ? all : all.filter((code) => starts.some((start) => code.startsWith(start)));
  const width = Math.max(...codes.map((code) => code.length));
  const lines = codes.map((code) => onlyNames ? code : row(code, width, rulePlain(rules[code])));
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

function row(code: string, width: number, text: string): string {
  const severity = /^(?:error|warning|advice)\b/.exec(text)?.[0] ?? '';
  // The first paragraph has the severity and the type, the second the places; the message is what a quote was.
  const line = `${code.padEnd(width)}  ${severity.padEnd(7)}  ${messageOf(text)}`.trimEnd();
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}

function messageOf(text: string): string {
  const paragraphs = text.split('\n\n').filter((one) => !/^(?:error|warning|advice)\b|^At /.test(one));
  return plain(paragraphs[0] ?? '');
}

/** Cause, fix and an example of codes. */
export function explainCodes(codes: readonly string[]): number {
  const rules = readRules();
  const unknown = codes.find((code) => !Object.hasOwn(rules, code));
  if (unknown !== undefined) {
    throw new UsageError(`unknown code '${shortened(unknown)}'${proposal(unknown, Object.keys(rules))}; 'cdk8s-pods list' prints all codes`);
  }
  process.stdout.write(codes.map((code) => `${code}\n\n${rulePlain(rules[code])}\n\n${ruleUrl(rules[code])}\n`).join('\n\n'));
  return 0;
}

function areasOf(rules: Rules): string[] {
  return [...new Set(Object.keys(rules).map((code) => code.split('/')[0]))];
}

function proposal(text: string, names: readonly string[]): string {
  const near = nearest(text, names);
  return near === undefined ? '' : `: did you mean '${near.name}'?`;
}
