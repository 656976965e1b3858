import type { Context } from '../context';
import type { Finding } from '../finding';

const NAMES: readonly string[] = ['metadata/name', 'metadata/generate-name', 'metadata/name-required', 'cron-job/name-length'];

/** Whether a finding is about the name, which stays as it is on update. */
export function isOfName({ code }: Finding): boolean {
  return NAMES.includes(code);
}

/** What rules of create find, but about the name. */
export function withoutNames(ctx: Context, validate: () => void): void {
  without(ctx, isOfName, validate);
}

/** What rules find, but for some of it. */
export function without({ report }: Context, drop: (finding: Finding) => boolean, validate: () => void): void {
  const since = report.findings.length;
  validate();
  report.revise(since, (at, finding) => drop(finding) ? undefined : { at });
}
