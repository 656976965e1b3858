import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { SPEC } from '../rules/workloads/workload';

const JOB_IN_CRON_JOB = SPEC.child('jobTemplate').child('spec');
/** Above both of these, the list of completed indexes can become too long. */
const MANY_COMPLETIONS = 100_000;
const MANY_AT_ONCE = 10_000;

/** An Indexed Job so large that the server may lose track of its indexes. */
export function warnOfJob(object: NormalObject, kind: string, ctx: Context): void {
  const spec = kind === 'Job' ? (object as Decoded<k8s.Job>).spec : (object as Decoded<k8s.CronJob>).spec?.jobTemplate?.spec;
  if (spec?.completionMode === 'Indexed' && (spec.completions ?? 0) > MANY_COMPLETIONS && (spec.parallelism ?? 0) > MANY_AT_ONCE) {
    ctx.report.warning(kind === 'Job' ? SPEC : JOB_IN_CRON_JOB, 'job/too-many-indexes',
      `with completions ${spec.completions} and parallelism ${spec.parallelism}, completed indexes can get lost when many of them fail`,
      { hint: `use at most ${MANY_COMPLETIONS} completions, or a parallelism of at most ${MANY_AT_ONCE}` });
  }
}
