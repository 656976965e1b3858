import type { PlacedFinding } from './model';
import { ruleMarkdown, rulePlain, Rules, ruleUrl } from './rules';

/** The level of SARIF for each severity. */
export const LEVELS = { error: 'error', warning: 'warning', advice: 'note' } as const;
/** What GitHub calls them when it sorts alerts. */
const PROBLEMS = { error: 'error', warning: 'warning', advice: 'recommendation' } as const;

/** A rule is identified by its code: `env/value-and-value-from`. Its help is that of docs/findings. */
export function sarifRule({ code, type, severity: own }: PlacedFinding, severity: keyof typeof LEVELS, rules: Rules): object {
  const [area, rule = ''] = code.split('/');
  const text = `${words(area)}: ${words(rule)}`;
  const known = Object.hasOwn(rules, code) ? rules[code] : undefined;
  const full = known === undefined ? undefined : quoteOf(rulePlain(known));
  const fallback = own === 'error' && area !== 'file' ? `${text} (the API server's ${type})` : text;
  return {
    id: code,
    name: camel(code),
    shortDescription: { text: sentence(text) },
    fullDescription: { text: sentence(full ?? fallback) },
    ...known === undefined ? { help: { text: sentence(fallback) } } : {
      helpUri: ruleUrl(known),
      help: { text: rulePlain(known), markdown: `# ${code}\n\n${ruleMarkdown(known)}\n` },
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { 'tags': ['kubernetes', area], 'precision': 'very-high', 'problem.severity': PROBLEMS[severity] },
  };
}

function words(code: string): string {
  return code.replace(/-/g, ' ');
}

function camel(code: string): string {
  return code.split(/[/-]/).map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join('');
}

/** With a capital and a full stop, as viewers show it. */
function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.slice(0, 1).toUpperCase()}${trimmed.slice(1)}${/[.!?…]$/.test(trimmed) ? '' : '.'}`;
}

/** What the rule says, of all that its text has: the first line that is neither its severity nor its places. */
function quoteOf(text: string): string | undefined {
  return text.split('\n').find((line) => line !== '' && !/^(?:error|warning|advice)\b|^At |^ {4}/.test(line));
}
