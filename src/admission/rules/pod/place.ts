import { Path } from '../../path';
import { Report } from '../../report';

/**
 * Corrects the places of findings, from the one numbered `since` on, of rules that were given the path the server writes (`written`)
 * where the manifest has the value elsewhere (`real`).
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
