import { Path } from '../../path';
import { Report } from '../../report';

/**
 * Moves findings, from index `since` on, to where the manifest has the value (`real`). Their rules ran with the path that the server writes
 * (`written`).
 */
export function movePlaces(report: Report, since: number, written: Path, real: Path): void {
  for (let i = since; i < report.findings.length; i++) {
    const finding = report.findings[i];
    const prefix = written.toString();
    if (finding.at.startsWith(prefix)) {
      report.findings[i] = { ...finding, at: real.toString() + finding.at.slice(prefix.length) };
    }
  }
}
