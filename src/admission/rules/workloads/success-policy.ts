import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { Path } from '../../path';
import { show } from '../../report';

const MAX_RULES = 20;
const MAX_INDEXES_TEXT = 65536;
const INTEGER = /^\+?[0-9]+$/;

/** When an Indexed Job counts as succeeded before all its indexes have: rules with indexes, a number of indexes, or both. */
export function validateSuccessPolicy(policy: Decoded<k8s.SuccessPolicy>, spec: Decoded<k8s.JobSpec>, path: Path, ctx: Context): void {
  if (spec.completionMode !== 'Indexed') {
    ctx.report.invalid(path, 'success-policy/no-indexes', 'successPolicy is allowed only with completionMode: Indexed', { hint: 'set completionMode: Indexed' });
    return;
  }
  const rules = policy.rules ?? [];
  const list = path.child('rules');
  if (rules.length === 0) {
    ctx.report.required(list, 'success-policy/rules-required', 'at least one rule is required');
  } else if (rules.length > MAX_RULES) {
    ctx.report.tooMany(list, 'success-policy/rules', `must have at most ${MAX_RULES} rules, got ${rules.length}`);
  }
  for (let i = 0; i < rules.length; i++) {
    validateRule(rules[i], spec.completions, list.index(i), ctx);
  }
}

/** `completions` may be undefined, which is refused elsewhere; the server panics here in that case. */
function validateRule(rule: Decoded<k8s.SuccessPolicyRule>, completions: number | undefined, path: Path, ctx: Context): void {
  const { report } = ctx;
  const { succeededCount: count, succeededIndexes: indexes } = rule;
  if (count === undefined && indexes === undefined) {
    report.required(path, 'success-policy/rule-empty', 'succeededIndexes or succeededCount is required');
  }
  if (completions === undefined) {
    return;
  }
  let total: number | undefined;
  if (indexes !== undefined) {
    const at = path.child('succeededIndexes');
    if (byteLength(indexes) > MAX_INDEXES_TEXT) {
      report.tooLong(at, 'success-policy/indexes-length', `must have at most ${MAX_INDEXES_TEXT} characters, got ${indexes.length}`);
    }
    const counted = countIndexes(indexes, completions);
    total = typeof counted === 'number' ? counted : 0;
    if (typeof counted === 'string') {
      report.invalid(at, 'success-policy/indexes', `succeededIndexes ${show(indexes)} ${counted}`);
    }
  }
  if (count === undefined) {
    return;
  }
  const at = path.child('succeededCount');
  if (count < 0) {
    report.invalid(at, 'success-policy/count', `must be 0 or more, got ${count}`);
  }
  if (count > completions) {
    report.invalid(at, 'success-policy/count-above-completions', `must be at most completions (${completions}), got ${count}`);
  }
  if (total !== undefined && count > total) {
    report.invalid(at, 'success-policy/count-above-indexes', `must be at most the number of succeededIndexes (${total}), got ${count}`);
  }
}

/** The number of indexes in a string such as `0,2-4`; or the problem, as the rest of a sentence that starts with the string. */
function countIndexes(text: string, completions: number): number | string {
  let last = -1;
  let total = 0;
  for (const part of text === '' ? [] : text.split(',')) {
    const bounds = part.split('-', 3);
    if (bounds.length > 2 || !bounds.every((bound) => INTEGER.test(bound))) {
      return `has the invalid part ${show(part)}: must be a number or a range such as 1-3`;
    }
    const from = Number(bounds[0]);
    const to = Number(bounds[bounds.length - 1]);
    if (to >= completions || from >= completions) {
      return `must contain only indexes below completions (${completions})`;
    }
    if (from <= last || (bounds.length === 2 && from >= to)) {
      return 'must be in ascending order';
    }
    total += to - from + 1;
    last = to;
  }
  return total;
}
