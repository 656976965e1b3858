import { CheckReport, Summary } from './model';
import { OTHER_FILES, OtherFile } from './other-files';
import { shortened } from './plain';

/** The summary in one line. */
export function summaryText(summary: Summary): string {
  const { errors, warnings, advice, files, refused, podsRefused, unreadable } = summary;
  const { notReviewed, reviewedInPart, skipped, ignored, known, unchanged } = summary;
  const others = otherTexts(summary).reduce((sum, [number]) => sum + number, 0);
  const found = [
    unreadable > 0 ? count(unreadable, 'unreadable file') : undefined,
    errors > 0 ? count(errors, 'error') : undefined,
    warnings > 0 ? count(warnings, 'warning') : undefined,
    advice > 0 ? `${advice} advice` : undefined,
  ].filter((part) => part !== undefined).join(', ');
  const also = [
    refused > 0 ? `${refused} refused` : undefined,
    podsRefused > 0 ? `${podsRefused} whose pods are refused` : undefined,
    reviewedInPart > 0 ? `${reviewedInPart} reviewed in part` : undefined,
    notReviewed > 0 ? `${notReviewed} of kinds that are not reviewed` : undefined,
    skipped > 0 ? `${skipped} of skipped kinds` : undefined,
    others > 0 ? `${others} skipped (not manifests)` : undefined,
    ignored > 0 ? `${count(ignored, 'finding')} ignored` : undefined,
    known > 0 ? `${count(known, 'finding')} in the baseline` : undefined,
    unchanged > 0 ? `${count(unchanged, 'finding')} on unchanged lines` : undefined,
  ].filter((part) => part !== undefined).join(', ');
  return `${found || 'no findings'} in ${count(summary.objects, 'object')} of ${count(files, 'file')}${also === '' ? '' : `: ${also}`}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What the summary line only counts: what is most frequent, what was skipped, what was ignored and why. */
export function summaryDetails(report: CheckReport): string[] {
  const { summary } = report;
  const others = otherTexts(summary);
  const kinds = counted(report.results.filter((one) => one.coverage === 'none' && !one.unreadable && !one.skipped).map((one) => shortened(one.kind ?? 'no kind')));
  const parts = counted(report.results.filter((one) => one.coverage === 'partial').map((one) => shortened(one.kind ?? 'no kind')));
  const ignored = counted(report.results.flatMap((result) => (result.ignored ?? []).map(({ code, reason }) => `${code} (${reason})`)));
  return [
    ...frequent(report),
    ...others.length === 0 ? [] : [`skipped, not manifests: ${others.map(([number, one, more]) => `${number} ${number === 1 ? one : more}`).join(', ')} (--strict-files reports them)`],
    ...parts.length === 0 ? [] : [`reviewed in part (decoding, metadata, required fields): ${fewOf(parts, FEW_KINDS).join(', ')}`],
    ...kinds.length < 2 && summary.notReviewed < MANY ? [] : [`not reviewed: ${fewOf(kinds, FEW_KINDS).join(', ')}`],
    ...ignored.map(([what, times]) => `ignored: ${times === 1 ? '' : `${times} × `}${what}`),
  ];
}

/** From so many findings on, the summary says which are most frequent. */
const MANY = 10;
const FEW_CODES = 8;
const FEW_KINDS = 5;

/** The codes that occur most, with the number of files that have them: a few causes often make most of the findings. */
function frequent({ results }: CheckReport): string[] {
  const codes: string[] = [];
  const files = new Map<string, Set<string>>();
  for (const { file, findings } of results) {
    for (const { code } of findings) {
      codes.push(code);
      files.set(code, (files.get(code) ?? new Set()).add(file));
    }
  }
  const all = counted(codes);
  if (codes.length <= MANY || all.length < 2) {
    return [];
  }
  const digits = String(all[0][1]).length;
  return [
    ...all.slice(0, FEW_CODES).map(([code, times]) => `${String(times).padStart(digits)} × ${code} in ${count(files.get(code)!.size, 'file')}`),
    ...all.length > FEW_CODES ? [`${' '.repeat(digits)} and ${count(all.length - FEW_CODES, 'more code')}`] : [],
  ];
}

/** What was skipped: how many, and its name for one and for more of them. */
function otherTexts({ otherFiles, passedOver }: Summary): (readonly [number, string, string])[] {
  const others = Object.entries(OTHER_FILES).map(([what, names]) => [otherFiles[what as OtherFile] ?? 0, ...names] as const);
  return [...others, [passedOver, 'document without apiVersion and kind', 'documents without apiVersion and kind'] as const].filter(([number]) => number > 0);
}

function fewOf(counts: readonly [string, number][], most: number): string[] {
  const rest = counts.slice(most).reduce((sum, [, number]) => sum + number, 0);
  return [...counts.slice(0, most).map(([what, number]) => `${number} ${what}`), ...rest > 0 ? [`${rest} of ${count(counts.length - most, 'other kind')}`] : []];
}

/** How often each text is there, the most frequent first. */
function counted(texts: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  texts.forEach((text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
