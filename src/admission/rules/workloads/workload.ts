import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';

/** The paths of metadata and spec in every workload. */
export const METADATA = Path.root.child('metadata');
export const SPEC = Path.root.child('spec');

/** A number that, if set, is 0 or more. */
export function validateNonNegative(value: number | undefined, path: Path, field: string, code: string, ctx: Context): void {
  if (value !== undefined && value < 0) {
    ctx.report.invalid(path.child(field), code, `must be 0 or more, got ${value}`);
  }
}

/** Pods of workloads other than Jobs run until they are deleted: restartPolicy Always and no deadline. `path` is the path of the template. */
export function validateRunsForEver(template: Decoded<k8s.PodTemplateSpec> | undefined, path: Path, ctx: Context): void {
  const spec = template?.spec;
  if (spec?.restartPolicy !== 'Always') {
    ctx.report.notSupported(path.child('spec').child('restartPolicy'), 'workload/restart-policy', spec?.restartPolicy, ['Always'],
      { hint: 'remove it, or use a Job for pods that run to completion' });
  }
  if (spec?.activeDeadlineSeconds !== undefined) {
    ctx.report.forbidden(path.child('spec').child('activeDeadlineSeconds'), 'workload/active-deadline', `activeDeadlineSeconds is not allowed in a ${ctx.kind}`,
      { hint: 'remove it, or use a Job for pods that run to completion' });
  }
}
