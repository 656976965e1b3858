import { graphOf } from './graph';
import { appMermaid } from './mermaid';
import { appSvg } from './svg';
import type { App } from '../app/app';
import type { AppFinding } from '../model';

/** How a picture is written: `svg` is one file without references, in the reader's light or dark colors; `mermaid` is text for Markdown. */
export type AppDiagramFormat = 'svg' | 'mermaid';

/** The picture of an app; what its findings call broken is red. */
export function drawApp(app: App, findings: readonly AppFinding[], format: AppDiagramFormat): string {
  const graph = graphOf(app, findings);
  return format === 'mermaid' ? appMermaid(graph) : appSvg(graph);
}
