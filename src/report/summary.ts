import { CheckReport, Summary } from './model';

/** The summary in one line. */
export function summaryText(summary: Summary): string {
  const { errors, warnings, advice, files, refused, unreadable, notReviewed, skipped, passedOver, ignored, known, unchanged } = summary;
  const found = [
    unreadable > 0 ? count(unreadable, 'unreadable file') : undefined,
    errors > 0 ? count(errors, 'error') : undefined,
    warnings > 0 ? count(warnings, 'warning') : undefined,
    advice > 0 ? `${advice} advice` : undefined,
  ].filter((part) => part !== undefined).join(', ');
  const also = [
    refused > 0 ? `${refused} refused` : undefined,
    notReviewed > 0 ? `${notReviewed} of kinds that are not reviewed` : undefined,
    skipped > 0 ? `${skipped} of skipped kinds` : undefined,
    passedOver > 0 ? `${count(passedOver, 'document')} without apiVersion and kind passed over` : undefined,
    ignored > 0 ? `${count(ignored, 'finding')} ignored` : undefined,
    known > 0 ? `${count(known, 'finding')} in the baseline` : undefined,
    unchanged > 0 ? `${count(unchanged, 'finding')} on unchanged lines` : undefined,
  ].filter((part) => part !== undefined).join(', ');
  return `${found || 'no findings'} in ${count(summary.objects, 'object')} of ${count(files, 'file')}${also === '' ? '' : `: ${also}`}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What the summary line only counts: which findings were ignored, and why. */
export function summaryDetails(report: CheckReport): string[] {
  const ignored = counted(report.results.flatMap((result) => (result.ignored ?? []).map(({ code, reason }) => `${code} (${reason})`)));
  return ignored.map(([what, times]) => `ignored: ${times === 1 ? '' : `${times} × `}${what}`);
}

/** How often each text is there, the most frequent first. */
function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
