// The picture of an app, for whoever has its manifests.
import { appOf } from './app/app-of';
import { AppDiagramFormat, drawApp } from './diagram';
import type { AppFinding, AppOptions } from './model';
import { checkApp } from './review-all';

/** How the picture of an app is written. */
export interface AppDiagramOptions extends Omit<AppOptions, 'podSecurity' | 'advice'> {
  /**
   * `svg`: one file without references, in the reader's light or dark colors. `mermaid`: text for Markdown that GitHub and others draw.
   *
   * @default 'svg'
   */
  readonly format?: AppDiagramFormat;
}

/** The picture of an app, and what is wrong with its links. */
export interface AppDiagram {
  readonly text: string;
  /** The server accepts all objects. */
  readonly allowed: boolean;
  readonly findings: readonly AppFinding[];
}

/**
 * An app as a picture: who routes to, selects, mounts and names whom. What is broken is red; what is not among the objects is dashed. Never throws,
 * whatever it is given.
 *
 * @param objects the manifests of the app; a `List` counts as its items
 */
export function appDiagram(objects: unknown, options: AppDiagramOptions = {}): AppDiagram {
  const app = appOf(objects, options);
  const findings = checkApp(app);
  return { text: drawApp(app, findings, options.format ?? 'svg'), allowed: app.objects.every(({ review }) => review.allowed), findings };
}
