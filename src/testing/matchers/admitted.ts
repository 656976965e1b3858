import { KUBERNETES_VERSIONS, ReviewOptions } from '../../admission';
import { refuses } from '../../admission/finding';
import { matcher } from '../context';
import { findingTexts, optionsOf, reviewSubject } from '../findings';
import { listed } from '../pods';
import { labelOf, Unusable } from '../received';

/** The options of toBeAdmitted. */
export type AdmittedOptions = Pick<ReviewOptions, 'kubernetesVersion' | 'podSecurity'>;

export const toBeAdmitted = matcher(
  'toBeAdmitted',
  (options?: AdmittedOptions) => options === undefined ? [] : [`{ ${Object.entries(options).map(([key, value]) => `${key}: '${value}'`).join(', ')} }`],
  (runner, subjects, options?: AdmittedOptions) => {
    const { kubernetesVersion, podSecurity } = options ?? {};
    const reviews = subjects.map((subject) => {
      const asked = optionsOf(subject, { kubernetesVersion, podSecurity, advice: false });
      const { findings, review } = reviewSubject(subject, asked);
      const version = asked.kubernetesVersion ?? KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.length - 1];
      return { subject, version, reviewed: review.reviewed, errors: findings.filter(({ severity }) => severity === 'error') };
    });
    const known = reviews.filter(({ reviewed }) => reviewed);
    if (known.length === 0) {
      throw new Unusable(`${listed(subjects.map(labelOf))} cannot be reviewed: only built-in kinds of Kubernetes are.`);
    }
    const refused = known.filter(({ errors }) => errors.length > 0);
    const server = `The API server of Kubernetes ${[...new Set(known.map(({ version }) => version))].join(' and ')}`;
    return {
      pass: refused.length === 0,
      explain: () => refused.length === 0 ? [`${server} accepts ${listed(known.map(({ subject }) => labelOf(subject)))}.`] : [
        `${server} ${refused.some(({ errors }) => errors.some(refuses)) ? 'refuses' : 'refuses the pods of'} ${listed(refused.map(({ subject }) => labelOf(subject)))}${refused.length < known.length ? `, ${refused.length} of ${known.length} objects` : ''}:`,
        ...refused.flatMap(({ subject, errors }) => findingTexts(runner, subject, errors)),
      ],
    };
  },
);
