import type { PlacedFinding } from '../../report/model';

/** A part of what a tool rendered. */
export interface Rendered {
  /** The file that it comes from, or where that is not known, the folder that was rendered. */
  readonly file: string;
  readonly text: string;
  /** The same finding at the place where the user wrote it; without a place where that is not known. */
  readonly locate: (finding: PlacedFinding) => PlacedFinding;
}

/** Renders one folder. */
export type Renderer = (folder: string) => readonly Rendered[];

/** A finding with the line that was rendered, and no place. */
export function unplaced({ range, quote, ...finding }: PlacedFinding, lines: readonly string[]): PlacedFinding {
  return range === undefined ? finding : { ...finding, rendered: (lines[range.line - 1] ?? '').trim() };
}
