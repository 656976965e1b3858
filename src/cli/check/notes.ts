import { nearest } from '../../admission/formats/nearest';
import type { Ignore } from '../../check/ignore';
import { readRules } from '../../report/rules';

/** What the user set that had no effect. */
export interface Unused {
  /** Those of the command line. */
  readonly ignores: readonly Ignore[];
  readonly excludes: readonly string[];
  /** Those of the configuration file. */
  readonly fileIgnores: readonly Ignore[];
  readonly fileExcludes: readonly string[];
}

/** A line for each setting without effect: it may be misspelled, or not needed any more. */
export function unusedNotes({ ignores, excludes, fileIgnores, fileExcludes }: Unused): string[] {
  return [
    ...ignores.map((ignore) => `--ignore ${nameOf(ignore)} ${why(ignore)}`),
    ...fileIgnores.map((ignore) => `ignore ${nameOf(ignore)} of the configuration file ${why(ignore)}`),
    ...excludes.map((pattern) => `--exclude ${pattern} excludes nothing`),
    ...fileExcludes.map((pattern) => `exclude ${pattern} of the configuration file excludes nothing`),
  ];
}

function nameOf({ what, field, file }: Ignore): string {
  return `${what}${field === undefined ? '' : `@${field}`}${file === undefined ? '' : ` (${file})`}`;
}

function why({ what }: Ignore): string {
  if (!what.includes('/')) {
    return 'ignores nothing';
  }
  const codes = Object.keys(readRules());
  if (codes.includes(what)) {
    return 'ignores nothing';
  }
  const meant = nearest(what, codes)?.name;
  return `ignores nothing: unknown code${meant === undefined ? '' : `; did you mean ${meant}?`}`;
}
