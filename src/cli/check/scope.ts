// What of all findings counts: those on changed lines, and those that are not known yet.
import type { Baseline } from '../../check/baseline';
import { changedLinesOf, changesSince } from '../../check/changes';
import { STDIN } from '../../check/read-bytes';
import type { Target } from '../../check/settings';
import type { ObjectResult } from '../../report/model';

/** The files that have changed since a commit, with their changed lines. Standard input has no history: all of it counts. */
export function changedTargets(targets: readonly Target[], ref: string): Target[] {
  const changes = changesSince(ref);
  return targets.flatMap((target) => {
    const changed = target.file === STDIN ? undefined : changedLinesOf(target.file, changes);
    return target.file === STDIN ? [target] : changed === undefined ? [] : [{ ...target, changed }];
  });
}

/** The results without the findings of a baseline, and how many those are. */
export function withoutKnown(results: readonly ObjectResult[], baseline: Baseline): { results: ObjectResult[]; known: number } {
  let known = 0;
  const left = results.flatMap((result) => {
    const findings = result.findings.filter((finding) => !baseline.takes(result, finding));
    known += result.findings.length - findings.length;
    return result.unreadable && findings.length === 0 ? [] : [{ ...result, findings }];
  });
  return { results: left, known };
}
