import type { Rendered } from './rendered';
import type { PlacedFinding } from '../../report/model';
import { checkBytes, FileResult, unreadableFolder } from '../check-file';
import type { Ignorer } from '../ignore';
import type { CheckSettings } from '../settings';

/** Checks what a tool renders from a folder. The findings have the places where the user wrote it, as far as they are known. */
export function checkRendered(folder: string, render: (folder: string) => readonly Rendered[], settings: CheckSettings, ignorer: Ignorer): FileResult[] {
  let parts: readonly Rendered[];
  try {
    parts = render(folder);
  } catch (error) {
    return [unreadableFolder(folder, (error as Error).message)];
  }
  return parts.map((part) => located(checkBytes({ file: part.file, found: false, rendered: true }, Buffer.from(part.text), settings, ignorer), part.locate));
}

function located(checked: FileResult, locate: (finding: PlacedFinding) => PlacedFinding): FileResult {
  return {
    ...checked,
    results: checked.results.map((result) => ({
      ...result,
      findings: result.findings.map(locate),
      ...result.ignored === undefined ? {} : { ignored: result.ignored.map((finding) => ({ ...finding, ...locate(finding), reason: finding.reason, by: finding.by })) },
    })),
  };
}
