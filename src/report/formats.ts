// The formats of a report. A new one is a file beside this one, and a line in the table.
import { checkText, TextStyle } from './check-text';
import { checkGithub } from './github';
import { checkJson } from './json';
import { checkJunit } from './junit';
import { checkLine } from './line';
import { checkMarkdown } from './markdown';
import type { CheckReport } from './model';
import type { Rules } from './rules';
import { checkSarif } from './sarif';
import { checkTap } from './tap';

/** What a writer is told besides the report. */
export interface Layout {
  /** The path of a file from the root of the repository. */
  readonly place: (file: string) => string;
  /** The text of a file; undefined when it cannot be read again, as the standard input. */
  readonly textOf: (file: string) => string | undefined;
  /** What the documentation says of each code. */
  readonly rules: () => Rules;
  /** How a text for people looks. */
  readonly style: TextStyle;
  /** No summary: only findings. */
  readonly quiet: boolean;
}

/** One way to write a report. */
export interface ReportFormat {
  /** Who reads it, for `check --help`. */
  readonly help: string;
  /** The text of the report, in pieces that follow each other without anything between them. */
  readonly write: (report: CheckReport, layout: Layout) => Iterable<string>;
}

/** All formats by the name that `--format` takes, in the order of the help. */
export const FORMATS = {
  text: { help: 'for people: each finding with its lines of the file', write: (report, { style, quiet }) => checkText(report, style, quiet) },
  line: { help: 'for editors and grep: each finding on one line', write: (report, { place }) => checkLine(report, place) },
  json: { help: 'for programs: one object with all results', write: (report) => [checkJson(report)] },
  sarif: { help: 'for code scanning: SARIF 2.1.0', write: (report, layout) => [checkSarif(report, layout)] },
  junit: { help: 'for CI services that show tests: JUnit XML', write: (report, { place }) => checkJunit(report, place) },
  tap: { help: 'for test runners: TAP version 14', write: (report, { place }) => checkTap(report, place) },
  github: { help: 'for GitHub Actions: annotations of the lines', write: (report, { place }) => checkGithub(report, place) },
  markdown: { help: 'for a job summary or a comment: a table', write: (report, { place }) => checkMarkdown(report, place) },
} satisfies { readonly [name: string]: ReportFormat };

export type Format = keyof typeof FORMATS;

/** The names of all formats. */
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];
