import type { Rendered, Renderer } from './rendered';
import type { PlacedFinding } from '../../report/model';
import { checkBytes, FileResult, unreadableFolder } from '../check-file';
import type { Ignorer } from '../ignore';
import type { CheckSettings } from '../settings';

/** Checks what a tool renders from a folder. The findings have the places where the user wrote it, as far as they are known. */
export function checkRendered(folder: string, render: Renderer, settings: CheckSettings, ignorer: Ignorer): FileResult[] {
  let parts: readonly Rendered[];
  try {
    parts = render(folder);
  } catch (error) {
    return [unreadableFolder(folder, (error as Error).message)];
  }
  return parts.map(({ file, text, locate }) => {
    const target = { file, found: false, rendered: true } as const;
    return located(checkBytes(target, Buffer.from(text), settings, ignorer), locate);
  });
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
