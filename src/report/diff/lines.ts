// What a text and a Markdown report of a comparison share: each object as lines.
import type { Change, Effect, ImpactKind, Note, ObjectDiff, Reader, SetDiff } from '../../diff';
import { placementLine, placementLines } from '../cluster/placement';
import { changesOf } from '../network/rows';
import { plain, shortened } from '../plain';

/** A line of an object's part of a report. */
export interface Line {
  /** `added`, `removed`, `changed`: a field. `effect`: what happens. `error`, `warning`, `info`: what to know. `fix`: what to do about that. */
  readonly as: 'added' | 'removed' | 'changed' | 'effect' | 'error' | 'warning' | 'info' | 'fix';
  readonly text: string;
}

/** The comparison, with what a report needs to know besides. */
export interface DiffReport {
  readonly diff: SetDiff;
  readonly version: string;
  readonly kubernetesVersion: string;
}

/** Longer values are cut. */
const MOST_VALUE = 80;
/** Lines of a text of several lines that are shown of each side. */
const MOST_LINES = 8;
/** Fields of one object that are listed: a file that was written again has thousands. */
const MOST_CHANGES = 40;

/** `Deployment shop/web`, as far as names are shown. */
export function objectName({ kind, namespace, name }: ObjectDiff): string {
  const whole = namespace === undefined || namespace === 'default' ? name : `${namespace}/${name}`;
  return `${plain(shortened(kind === '' ? 'object' : kind))} ${plain(shortened(whole))}`.trim();
}

/** What happens to an object, in one word. */
export function verdict({ action, impact: { impact } }: ObjectDiff): ImpactKind | 'unchanged' {
  return action === 'unchanged' ? 'unchanged' : impact;
}

/** All lines about an object. */
export function linesOf(object: ObjectDiff): Line[] {
  const { impact, readers = [], renaming } = object;
  const errors = impact.findings.filter(({ severity }) => severity === 'error');
  return [
    ...impact.effects.map((effect): Line => ({ as: 'effect', text: effectText(effect, impact.impact) })),
    ...renaming === undefined ? [] : [{ as: 'warning' as const, text: renamingText(object) }],
    ...errors.flatMap(({ at, field, message, hint }) => withFix('error', `${at || field || 'manifest'}: ${message}`, hint)),
    ...changeLines(impact.changes),
    ...placementLinesOf(object).map((text): Line => ({ as: 'info', text })),
    ...readers.map((reader): Line => ({ as: reader.missing === undefined ? 'info' : 'warning', text: readerText(reader) })),
    ...[...impact.notes].sort(byLevel).flatMap(({ level, message, hint, at }) => withFix(level, at === undefined ? message : `${at}: ${message}`, hint)),
  ].map(({ as, text }) => ({ as, text: plain(text) }));
}

/** Where its pods can go, and where they could before, if that is not the same. */
function placementLinesOf({ placement: { before, after } = {} }: ObjectDiff): string[] {
  const lines = after === undefined ? [] : placementLines(after);
  const was = before === undefined ? undefined : placementLine(before);
  return lines.length === 0 ? [] : [...lines.slice(0, 1), ...was === undefined || was === lines[0] ? [] : [`before: ${was}`], ...lines.slice(1)];
}

function byLevel(a: Note, b: Note): number {
  return Number(b.level === 'warning') - Number(a.level === 'warning');
}

function withFix(as: Line['as'], text: string, hint: string | undefined): Line[] {
  return [{ as, text }, ...hint === undefined ? [] : [{ as: 'fix' as const, text: hint }]];
}

/** The effect that gives the object its impact needs no name: it is the heading. */
function effectText({ impact, text }: Effect, heading: ImpactKind): string {
  return impact === heading ? text : `${impact}: ${text}`;
}

function renamingText({ action, renaming }: ObjectDiff): string {
  const { from, to, text } = renaming!;
  return action === 'created' ? `renamed from ${from}: ${text}` : `renamed to ${to}: ${text}`;
}

function readerText({ workload, container, how, keys, missing, restarts }: Reader): string {
  const who = container === undefined ? workload : `${workload} (${container})`;
  const what = shortList(keys);
  if (missing !== undefined) {
    return `${who} needs ${shortList(missing)}, which is gone: ${restarts === true ? 'its new pods cannot start' : 'it cannot start again'}`;
  }
  const when = restarts === true ? 'its new pods have the new value'
    : how === 'env' ? 'no change until it restarts' : how === 'files' ? 'its files are updated in place' : 'a subPath mount is never updated: no change until it restarts';
  return `${who} reads ${what} ${how === 'env' ? 'into its environment' : how === 'files' ? 'as files' : 'as one file (subPath)'}: ${when}`;
}

function shortList(names: readonly string[]): string {
  return `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`;
}

function changeLines(changes: readonly Change[]): Line[] {
  const lines = changes.slice(0, MOST_CHANGES).flatMap(changeLine);
  return changes.length <= MOST_CHANGES ? lines : [...lines, { as: 'info', text: `… and ${changes.length - MOST_CHANGES} more fields` }];
}

function changeLine({ at, what, before, after }: Change): Line[] {
  switch (what) {
    case 'added': return [{ as: 'added', text: `${at}${valueText(after, ': ')}` }];
    case 'removed': return [{ as: 'removed', text: `${at}${valueText(before, ': ')}` }];
    case 'order': return [{ as: 'changed', text: `${at}: in another order, ${valueText(before)} → ${valueText(after)}` }];
    default: break;
  }
  if (before === undefined && after === undefined) {
    return [{ as: 'changed', text: `${at}: (secret)` }];
  }
  return isLong(before) && isLong(after) ? textLines(at, String(before), String(after)) : [{ as: 'changed', text: `${at}: ${valueText(before)} → ${valueText(after)}` }];
}

function isLong(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\n');
}

/** Texts of several lines: the lines between what is the same at the start and at the end. */
function textLines(at: string, before: string, after: string): Line[] {
  const [a, b] = [before, after].map((text) => text.split('\n'));
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) {
    first++;
  }
  let last = 0;
  while (last < Math.min(a.length, b.length) - first && a[a.length - 1 - last] === b[b.length - 1 - last]) {
    last++;
  }
  const part = (lines: readonly string[], as: 'added' | 'removed'): Line[] => {
    const own = lines.slice(first, lines.length - last);
    const shown = own.slice(0, MOST_LINES).map((line): Line => ({ as, text: `  ${cut(line)}` }));
    return own.length > MOST_LINES ? [...shown, { as, text: `  … ${own.length - MOST_LINES} more lines` }] : shown;
  };
  return [{ as: 'changed', text: `${at}: from line ${first + 1}` }, ...part(a, 'removed'), ...part(b, 'added')];
}

function valueText(value: unknown, before = ''): string {
  return value === undefined ? '' : before + cut(typeof value === 'string' && /^[\w./:@%+-]+$/.test(value) ? value : JSON.stringify(value));
}

function cut(text: string): string {
  return text.length > MOST_VALUE ? `${text.slice(0, MOST_VALUE)}…` : text;
}

/** `2 changed (1 rollout, 1 in-place), 1 created, 4 unchanged`. */
export function summaryOf({ summary, objects }: SetDiff): string {
  const { created, deleted, changed, unchanged } = summary;
  const kinds = new Map<string, number>();
  objects.filter(({ action }) => action === 'changed').forEach(({ impact: { impact } }) => kinds.set(impact, (kinds.get(impact) ?? 0) + 1));
  const refused = objects.filter(({ action, impact: { impact } }) => action === 'created' && impact === 'refused').length;
  const parts = [
    changed > 0 ? `${changed} changed (${[...kinds].map(([impact, count]) => `${count} ${impact}`).join(', ')})` : undefined,
    created > 0 ? `${created} created${refused > 0 ? ` (${refused} refused)` : ''}` : undefined,
    deleted > 0 ? `${deleted} deleted` : undefined,
    unchanged > 0 ? `${unchanged} unchanged` : undefined,
  ].filter((part) => part !== undefined);
  return created + deleted + changed === 0 ? `no changes${unchanged > 0 ? `, ${unchanged} unchanged` : ''}` : parts.join(', ');
}

/** Rows about connections that are listed. */
const MOST_CONNECTIONS = 40;

/** What changes of who can connect to whom: a line for each row. */
export function connectionLines({ connections }: SetDiff): Line[] {
  const rows = connections === undefined ? [] : changesOf(connections);
  const shown = rows.slice(0, MOST_CONNECTIONS).map(({ as, from, to, ports }): Line => ({ as, text: `${from} → ${to}: ${ports}` }));
  const left = rows.length - shown.length;
  return left > 0 ? [...shown, { as: 'info', text: `and ${left} more` }] : shown;
}

/** What the whole answer takes for granted, and what is about the sets. */
export function remarksOf({ assumptions, notes }: SetDiff): Line[] {
  return [
    ...notes.slice(0, MOST_CHANGES).flatMap(({ level, message, hint }) => withFix(level, message, hint)),
    ...assumptions.map((text): Line => ({ as: 'info', text: `assumed: ${text}` })),
  ].map(({ as, text }) => ({ as, text: plain(text) }));
}
