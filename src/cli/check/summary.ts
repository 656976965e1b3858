import type { FileResult } from '../../check/check-file';
import type { ObjectResult, Summary } from '../../report/model';

/** The numbers of a check. */
export function summaryOf(results: readonly ObjectResult[], run: readonly FileResult[], files: number, known: number): Summary {
  const count = (what: (result: ObjectResult) => boolean): number => results.filter(what).length;
  const findings = results.flatMap((result) => result.unreadable ? [] : result.findings);
  const bySeverity = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const sum = (what: (file: FileResult) => number): number => run.reduce((total, file) => total + what(file), 0);
  return {
    files,
    objects: count((result) => !result.unreadable),
    reviewed: count((result) => result.coverage !== 'none'),
    reviewedInPart: count((result) => result.coverage === 'partial'),
    notReviewed: count((result) => result.coverage === 'none' && !result.unreadable && !result.skipped),
    skipped: count((result) => result.skipped === true),
    passedOver: sum((file) => file.passedOver),
    otherFiles: otherFilesOf(run),
    refused: count((result) => !result.allowed && !result.unreadable),
    podsRefused: count((result) => result.allowed && result.findings.some(({ severity, subject }) => severity === 'error' && subject === 'pods')),
    unreadable: new Set(results.filter((result) => result.unreadable).map(({ file }) => file)).size,
    errors: bySeverity('error'),
    warnings: bySeverity('warning'),
    advice: bySeverity('advice'),
    ignored: results.reduce((total, { ignored = [] }) => total + ignored.length, 0),
    known,
    unchanged: sum((file) => file.unchanged),
  };
}

function otherFilesOf(run: readonly FileResult[]): { [what: string]: number } {
  const counts: { [what: string]: number } = {};
  for (const what of run.flatMap(({ others }) => others)) {
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}
