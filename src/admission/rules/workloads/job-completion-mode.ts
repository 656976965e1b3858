import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';

const MODES = ['NonIndexed', 'Indexed'];
/** Maximum parallelism and maxFailedIndexes of an Indexed Job. */
const MAX = 100_000;
/** The same with backoffLimitPerIndex and more than MAX completions. */
const MAX_OF_MANY = 10_000;

/** The fields for retries per index need an Indexed Job, whose size is limited because its status lists the indexes. */
export function validateCompletionMode(spec: Decoded<k8s.JobSpec>, path: Path, ctx: Context): void {
  const mode: string = spec.completionMode ?? 'NonIndexed';
  if (mode === 'Indexed') {
    validateIndexed(spec, path, ctx);
    return;
  }
  if (mode !== 'NonIndexed') {
    ctx.report.notSupported(path.child('completionMode'), 'job/completion-mode', mode, MODES);
    return;
  }
  for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
    if (spec[field] !== undefined) {
      ctx.report.invalid(path.child(field), 'job/no-indexes', `${field} is allowed only with completionMode: Indexed`, { hint: 'set completionMode: Indexed' });
    }
  }
}

function validateIndexed(spec: Decoded<k8s.JobSpec>, path: Path, ctx: Context): void {
  const { report } = ctx;
  const { completions, parallelism = 0, maxFailedIndexes } = spec;
  if (completions === undefined) {
    report.required(path.child('completions'), 'job/completions-required', 'completions is required with completionMode: Indexed');
  }
  tooHigh(parallelism, MAX, 'parallelism', path, ctx);
  if (maxFailedIndexes !== undefined) {
    if (completions !== undefined && maxFailedIndexes > completions) {
      report.invalid(path.child('maxFailedIndexes'), 'job/more-failed-than-completions', `must be at most completions (${completions}), got ${maxFailedIndexes}`);
    }
    tooHigh(maxFailedIndexes, MAX, 'maxFailedIndexes', path, ctx);
  }
  if (completions === undefined || completions <= MAX || spec.backoffLimitPerIndex === undefined) {
    return;
  }
  if (maxFailedIndexes === undefined) {
    report.required(path.child('maxFailedIndexes'), 'job/max-failed-indexes-required', `maxFailedIndexes is required with more than ${MAX} completions and backoffLimitPerIndex`);
  }
  tooHigh(parallelism, MAX_OF_MANY, 'parallelism', path, ctx);
  tooHigh(maxFailedIndexes ?? 0, MAX_OF_MANY, 'maxFailedIndexes', path, ctx);
}

function tooHigh(value: number, max: number, field: string, path: Path, ctx: Context): void {
  if (value > max) {
    ctx.report.invalid(path.child(field), 'job/indexed-limit', max === MAX ? `must be at most ${max} in an Indexed Job, got ${value}`
      : `must be at most ${max} with backoffLimitPerIndex and more than ${MAX} completions, got ${value}`);
  }
}
