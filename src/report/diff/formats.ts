// What writes the formats of a comparison. A new one is a file beside this one, a line here, and its name and help in format-names.ts.
import type { DiffFormatName } from './format-names';
import { diffJson } from './json';
import type { DiffReport } from './lines';
import { diffMarkdown } from './markdown';
import { diffText } from './text';

/** One way to write a comparison. */
export interface DiffFormat {
  readonly write: (report: DiffReport, style: { readonly colors: boolean; readonly quiet: boolean }) => Iterable<string>;
}

/** All formats by the name that `--format` takes. */
export const DIFF_FORMATS: { readonly [name in DiffFormatName]: DiffFormat } = {
  text: { write: (report, { colors, quiet }) => diffText(report, { colors }, quiet) },
  json: { write: (report) => [diffJson(report)] },
  markdown: { write: (report) => [diffMarkdown(report)] },
};
