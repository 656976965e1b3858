import { readBytes } from '../../check/read-bytes';
import type { Layout } from '../../report/formats';
import { fromRoot } from '../../report/place';
import { readRules } from '../../report/rules';

/** What the writers of reports need besides the report. */
export function layoutOf(style: Layout['style'], quiet: boolean): Layout {
  return { place: (path) => fromRoot(path), textOf, rules: readRules, style, quiet };
}

/** The text of a file that was checked, once more. */
function textOf(file: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBytes(file));
  } catch {
    return undefined;
  }
}
