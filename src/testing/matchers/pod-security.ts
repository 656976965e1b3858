import { Finding, KubernetesVersion, PodSecurityLevel, ReviewOptions } from '../../admission';
import { placeWithin } from '../../admission/finding';
import { matcher, quoted } from '../context';
import { findingTexts, isMeant, locate, optionsOf, reviewSubject } from '../findings';
import { listed, podsOf, PodView } from '../pods';
import { labelOf, Unusable } from '../received';

const LEVELS: readonly unknown[] = ['baseline', 'restricted'];

export const toMeetPodSecurity = matcher(
  'toMeetPodSecurity',
  (level: PodSecurityLevel, _options?: { readonly kubernetesVersion?: KubernetesVersion }) => [quoted(level)],
  (runner, subjects, level, options = {}) => {
    if (!LEVELS.includes(level)) {
      throw new Unusable(`The levels that a pod can meet are 'baseline' and 'restricted', not ${quoted(level)}.`);
    }
    const pods = podsOf(subjects);
    const violations = pods.map((pod) => ({ pod, found: violationsOf(pod, level, { kubernetesVersion: options.kubernetesVersion }) }));
    const bad = violations.filter(({ found }) => found.length > 0);
    return {
      pass: bad.length === 0,
      explain: () => bad.length === 0 ? [`The level ${level} of the Pod Security Standards is met by ${listed(pods.map(({ subject }) => labelOf(subject)))}.`] : [
        `The level ${level} of the Pod Security Standards is not met by ${listed(bad.map(({ pod }) => labelOf(pod.subject)))}${
          bad.length < pods.length ? `, ${bad.length} of ${pods.length} objects with pods` : ''}:`,
        ...bad.flatMap(({ pod, found }) => findingTexts(runner, pod.subject, found)),
      ],
    };
  },
);

/** Findings that violate the level; an object that the server cannot decode violates every level. */
function violationsOf({ subject, template, at, keys }: PodView, level: PodSecurityLevel, given: ReviewOptions): Finding[] {
  const options = { ...optionsOf(subject, given), podSecurity: 'privileged' as const };
  const own = reviewSubject(subject, options);
  // For kinds that are not reviewed, the pod itself is reviewed.
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'pod', ...template.metadata }, spec: template.spec };
  const { review } = own.review.reviewed ? own : reviewSubject({ ...subject, construct: undefined, manifest: pod }, options);
  const outer = own.review.reviewed ? { at: '', keys: [] } : { at, keys: [...keys] };
  if (review.defaulted === undefined) {
    return review.findings.filter(({ severity }) => severity === 'error').map((finding) => locate(subject, finding));
  }
  return review.podSecurity.violations
    .filter((violation) => level === 'restricted' || violation.level === 'baseline')
    .map(({ check, message, ...place }): Finding =>
      ({ severity: 'error', type: 'Forbidden', code: `pod-security/${check}`, field: '', ...placeWithin(outer, place), message }))
    .map((finding) => locate(subject, finding))
    .filter((finding) => isMeant(subject, finding));
}
