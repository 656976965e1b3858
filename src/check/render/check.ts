import type { Rendered, Renderer } from './rendered';
import type { PlacedFinding } from '../../report/model';
import { checkBytes, FileResult, unreadableFolder } from '../check-file';
import type { Ignorer } from '../ignore';
import type { CheckSettings } from '../settings';
import { Together } from '../together';

/**
 * Checks what a tool renders from a folder: with `isOneApp` also how the objects fit together. The findings have the places where the user
 * wrote it, as far as they are known.
 */
export function checkRendered(folder: string, render: Renderer, settings: CheckSettings, ignorer: Ignorer, isOneApp = false): FileResult[] {
  let parts: readonly Rendered[];
  try {
    parts = render(folder);
  } catch (error) {
    return [unreadableFolder(folder, (error as Error).message)];
  }
  const together = isOneApp ? new Together() : undefined;
  const checked = parts.map(({ file, text }) => checkBytes({ file, found: false, rendered: true }, Buffer.from(text), settings, ignorer, together));
  together?.finish(settings, true);
  return parts.map(({ locate }, i) => located(checked[i], locate));
}

function located(checked: FileResult, locate: (finding: PlacedFinding) => PlacedFinding): FileResult {
  return {
    ...checked,
    results: checked.results.map((result) => ({
      ...result,
      findings: result.findings.map(locate),
      ...result.ignored === undefined ? {} : {
        ignored: result.ignored.map((finding) => ({ ...locate(finding), reason: finding.reason, by: finding.by })),
      },
    })),
  };
}
