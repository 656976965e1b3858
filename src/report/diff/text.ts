import { connectionLines, DiffReport, Line, linesOf, objectName, remarksOf, summaryOf, verdict } from './lines';
import { IMPACTS, ObjectDiff } from '../../diff';
import type { TextStyle } from '../check-text';

const CODES = { red: 31, yellow: 33, cyan: 36, green: 32, bold: 1, dim: 2 } as const;
type Look = keyof typeof CODES;

const SIGNS: { readonly [as in Line['as']]: string } = {
  added: '  + ', removed: '  - ', changed: '  ~ ', effect: '  ', error: '  error: ', warning: '  warning: ', info: '  note: ', fix: '      fix: ',
};
const LOOKS: { readonly [as in Line['as']]: readonly Look[] } = {
  added: ['green'], removed: ['red'], changed: ['yellow'], effect: [], error: ['red'], warning: ['yellow'], info: ['dim'], fix: ['dim'],
};
const WORDS = ['unchanged', ...IMPACTS];
const WIDTH = Math.max(...WORDS.map((word) => word.length)) + 2;

/** The comparison for people: every object that is not as it was, the heaviest impact first, and a line with the numbers. */
export function* diffText({ diff }: DiffReport, style: Pick<TextStyle, 'colors'>, quiet = false): Generator<string> {
  const paint = (text: string, ...looks: readonly Look[]): string =>
    style.colors && looks.length > 0 ? `${looks.map((look) => `\x1b[${CODES[look]}m`).join('')}${text}\x1b[0m` : text;
  for (const object of diff.objects.filter((one) => one.action !== 'unchanged' || one.impact.notes.length > 0)) {
    const word = verdict(object);
    yield `${paint(word.padEnd(WIDTH), 'bold', lookOf(object))}${paint(objectName(object), 'bold')}\n`;
    for (const { as, text } of linesOf(object)) {
      yield `${' '.repeat(WIDTH - 2)}${paint(`${SIGNS[as]}${text}`, ...LOOKS[as])}\n`;
    }
    yield '\n';
  }
  const connections = connectionLines(diff);
  if (connections.length > 0) {
    yield `${paint('connections under the NetworkPolicies', 'bold')}\n`;
    for (const { as, text } of connections) {
      yield `${paint(`${SIGNS[as]}${text}`, ...LOOKS[as])}\n`;
    }
    yield '\n';
  }
  if (!quiet) {
    yield `${paint(summaryOf(diff), 'bold')}\n`;
    for (const { as, text } of remarksOf(diff)) {
      yield `  ${paint(`${as === 'info' ? '' : `${as}: `}${text}`, ...LOOKS[as])}\n`;
    }
  }
}

function lookOf({ impact: { impact } }: ObjectDiff): Look {
  switch (impact) {
    case 'refused': case 'replace': case 'delete': return 'red';
    case 'recreate': case 'rollout': case 'restart': case 'scale': return 'yellow';
    case 'create': return 'green';
    default: return 'cyan';
  }
}
