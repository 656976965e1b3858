import type { Finding } from '../admission';
import { AnnotatedSuppression, annotatedSuppressions } from '../admission/suppressions';
import type { IgnoredFinding } from '../report/model';

/** Why a finding is ignored. */
export type Why = Pick<IgnoredFinding, 'reason' | 'by'>;

/** The warnings and advice that an object suppresses with its annotation, as at synth. */
export class AnnotatedSuppressions {
  private readonly all: readonly AnnotatedSuppression[];
  private readonly used = new Set<string>();

  constructor(object: unknown) {
    this.all = annotatedSuppressions(object);
  }

  /** Why a finding is suppressed; undefined when it is not. What the server refuses cannot be suppressed. */
  public suppressing({ code, severity }: Finding): Why | undefined {
    const found = severity === 'error' ? undefined : this.all.find((suppression) => suppression.code === code);
    if (found === undefined) {
      return undefined;
    }
    this.used.add(code);
    return { reason: found.reason, by: 'annotation' };
  }

  /** Those without effect. Advice that nobody asked for is not known to have none, nor are links before all files are read. */
  public unused(advice: boolean): readonly AnnotatedSuppression[] {
    return this.all.filter(({ code }) => !this.used.has(code) && (advice || !code.startsWith('advice/')) && !code.startsWith('links/'));
  }
}
