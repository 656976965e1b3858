import type { Finding, ReviewOptions } from '../../admission';
import { matcher, MatcherThis, quoted, shownPartial } from '../context';
import { difference, similar } from '../difference';
import { findingTexts, optionsOf, Reviewed, reviewSubject } from '../findings';
import { Asymmetric, compare, isAsymmetric, Partially } from '../partial';
import { listed } from '../pods';
import { labelOf, Unusable } from '../received';

/** A partial finding. */
export type FindingPart = Partially<Omit<Finding, 'code'>>;

export const toHaveFinding = matcher(
  'toHaveFinding',
  (code: string | Asymmetric, part?: FindingPart, _options?: ReviewOptions) => [quoted(code), ...shownPartial(part)],
  (runner, subjects, code, part, options) => {
    const reviews = subjects.map((subject) => reviewSubject(subject, askedFor(code, optionsOf(subject, options))));
    if (reviews.every(({ review }) => !review.reviewed)) {
      throw new Unusable(`${listed(subjects.map(labelOf))} cannot be reviewed: only built-in kinds of Kubernetes are.`);
    }
    const all = reviews.flatMap((reviewed) =>
      reviewed.findings.map((finding) => ({ reviewed, finding, comparison: compare(runner, part ?? {}, finding) })));
    const coded = all.filter(({ finding }) => isAsymmetric(code) ? code.asymmetricMatch(finding.code) : finding.code === code);
    const right = coded.filter(({ comparison }) => comparison.wrong === 0);
    return {
      pass: right.length > 0,
      explain: () => {
        if (right.length > 0) {
          return right.flatMap(({ reviewed, finding }) => findingTexts(runner, reviewed.subject, [finding]));
        }
        const labels = listed(subjects.map(labelOf));
        const [best] = [...coded].sort((a, b) => a.comparison.wrong - b.comparison.wrong);
        if (best !== undefined) {
          return [
            `${coded.length === 1 ? 'The finding' : `${coded.length} findings`} ${quoted(code)} of ${labels} ${coded.length === 1 ? 'is' : 'are'} different. Closest is:`,
            ...findingTexts(runner, best.reviewed.subject, [best.finding]),
            difference(runner, best.comparison),
          ];
        }
        if (all.length === 0) {
          return [`No findings for ${labels}.`];
        }
        const like = typeof code === 'string' ? similar(code, all.map(({ finding }) => finding.code)) : undefined;
        return [
          `No finding ${quoted(code)} for ${labels}.${like === undefined ? '' : ` Did you mean ${quoted(like)}?`} All findings:`,
          ...texts(runner, reviews),
        ];
      },
    };
  },
);

/** Turns on what the expected code needs: a Pod Security level for a pod-security code, and advice for an advice code. */
function askedFor(code: unknown, options: ReviewOptions): ReviewOptions {
  const asks = (area: string) => typeof code !== 'string' || code.startsWith(`${area}/`);
  return {
    ...options,
    advice: options.advice ?? asks('advice'),
    podSecurity: options.podSecurity ?? (typeof code === 'string' && asks('pod-security') ? 'restricted' : undefined),
  };
}

function texts(runner: MatcherThis, reviews: readonly Reviewed[]): string[] {
  return reviews.flatMap(({ subject, findings }) => findingTexts(runner, subject, findings));
}
