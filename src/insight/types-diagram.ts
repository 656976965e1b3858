import type { InsightBase, InsightOptions } from './types-common';
import type { TimelineOptions } from './types-timeline';

/** How a picture is written. */
export interface DiagramOptions extends InsightOptions {
  /**
   * `svg`: one file without references, in the reader's light or dark colors. `mermaid`: text for Markdown that GitHub and others draw.
   *
   * @default 'svg'
   */
  readonly format?: 'svg' | 'mermaid';
}

/** How a picture of times is written, and what is known beside the manifest. */
export interface TimelineDiagramOptions extends TimelineOptions {
  /**
   * `svg`: one file without references, in the reader's light or dark colors. `mermaid`: text for Markdown that GitHub and others draw.
   *
   * @default 'svg'
   */
  readonly format?: 'svg' | 'mermaid';
}

/** A picture. */
export interface PodDiagram extends InsightBase {
  /** The SVG or the Mermaid text. */
  readonly text: string;
}
