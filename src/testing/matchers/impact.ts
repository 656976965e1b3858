import { diff, DiffOptions, ImpactKind, IMPACTS, ObjectDiff } from '../../diff';
import { matcher, quoted } from '../context';
import { listed } from '../pods';
import { labelOf, Subject, subjectsOf, Unusable } from '../received';

/** The options of toHaveImpact. */
export type ImpactOptions = DiffOptions;

export const toHaveImpact = matcher(
  'toHaveImpact',
  (_old: unknown, impact: ImpactKind, _options?: ImpactOptions) => ['old', quoted(impact)],
  (_runner, subjects, old, impact, options) => {
    if (!IMPACTS.includes(impact)) {
      throw new Unusable(`There is no impact ${quoted(impact)}: it is one of ${IMPACTS.join(', ')}.`);
    }
    const before = old === undefined || old === null ? [] : manifestsOf(subjectsOf(old));
    const found = diff(before, manifestsOf(subjects), options).objects.filter(({ action }) => action !== 'deleted');
    const right = found.filter((one) => one.impact.impact === impact);
    const texts = (objects: readonly ObjectDiff[]): string[] => objects.map(textOf);
    return {
      pass: right.length > 0,
      explain: () => right.length > 0 ? texts(right) : [`Of ${listed(subjects.map(labelOf))}, the impact is different:`, ...texts(found)],
    };
  },
);

function manifestsOf(subjects: readonly Subject[]): unknown[] {
  const wrong = subjects.find(({ container, problem }) => container !== undefined || problem !== undefined);
  if (wrong !== undefined) {
    throw new Unusable(wrong.container === undefined ? `${labelOf(wrong)} cannot be written: ${wrong.problem}` : 'A container has no impact of its own: ask its pod.');
  }
  return subjects.map(({ manifest }) => manifest);
}

function textOf({ kind, name, impact: { impact, effects, findings } }: ObjectDiff): string {
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ at, message }) => `  ${at}: ${message}`);
  const lines = effects.map((effect) => `  ${effect.text}${effect.fields.length === 0 ? '' : ` (${effect.fields.slice(0, 5).join(', ')})`}`);
  return [`${kind} ${name}: ${impact}`, ...lines, ...errors].join('\n');
}
