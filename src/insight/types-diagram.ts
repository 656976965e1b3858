import type { InsightBase, InsightOptions } from './types-common';
import type { TimelineOptions } from './types-timeline';

/** The format of a diagram. */
export interface DiagramOptions extends InsightOptions {
  /**
   * `svg`: a self-contained file that follows the reader's light or dark theme. `mermaid`: text for Markdown that GitHub and others draw.
   *
   * @default 'svg'
   */
  readonly format?: 'svg' | 'mermaid';
}

/** The format of a diagram of times, and how long containers take to start. */
export interface TimelineDiagramOptions extends TimelineOptions {
  /**
   * `svg`: a self-contained file that follows the reader's light or dark theme. `mermaid`: text for Markdown that GitHub and others draw.
   *
   * @default 'svg'
   */
  readonly format?: 'svg' | 'mermaid';
}

/** A diagram. */
export interface PodDiagram extends InsightBase {
  /** The SVG or the Mermaid text. */
  readonly text: string;
}
