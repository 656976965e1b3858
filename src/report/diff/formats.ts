// The formats of a comparison. A new one is a file beside this one, and a line in the table.
import { diffJson } from './json';
import type { DiffReport } from './lines';
import { diffMarkdown } from './markdown';
import { diffText } from './text';

/** One way to write a comparison. */
export interface DiffFormat {
  /** Who reads it, for `diff --help`. */
  readonly help: string;
  readonly write: (report: DiffReport, style: { readonly colors: boolean; readonly quiet: boolean }) => Iterable<string>;
}

/** All formats by the name that `--format` takes, in the order of the help. */
export const DIFF_FORMATS = {
  text: { help: 'for people: each object, what happens to it, and its fields', write: (report, { colors, quiet }) => diffText(report, { colors }, quiet) },
  json: { help: 'for programs: one object with all answers', write: (report) => [diffJson(report)] },
  markdown: { help: 'for a comment on a pull request: at most 65,536 characters', write: (report) => [diffMarkdown(report)] },
} satisfies { readonly [name: string]: DiffFormat };

export type DiffFormatName = keyof typeof DIFF_FORMATS;

export const DIFF_FORMAT_NAMES = Object.keys(DIFF_FORMATS) as DiffFormatName[];
