// The formats of a comparison, apart from what writes them: commands name them in their help, and load the rest only when they run.

/** Who reads each format, for `diff --help`, by the name that `--format` takes. */
export const DIFF_FORMAT_HELP = {
  text: 'for people: each object, what happens to it, and its fields',
  json: 'for programs: one object with all answers',
  markdown: 'for a comment on a pull request: at most 65,536 characters',
} as const;

export type DiffFormatName = keyof typeof DIFF_FORMAT_HELP;

export const DIFF_FORMAT_NAMES = Object.keys(DIFF_FORMAT_HELP) as DiffFormatName[];
