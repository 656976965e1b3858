import { Path } from '../../path';
import { Report } from '../../report';

/**
 * Some parts of a volume the server writes under a path that is not theirs. The rules of such a part know its exact place only;
 * afterwards the findings that they added, those from `first` on, are told what the server writes instead.
 */
export function writtenAs(report: Report, first: number, exact: Path, written: Path): void {
  if (report.findings.length === first) {
    return;
  }
  const from = exact.toString();
  const to = written.toString();
  for (let i = first; i < report.findings.length; i++) {
    const finding = report.findings[i];
    if (finding.field.startsWith(from)) {
      report.findings[i] = { ...finding, field: to + finding.field.slice(from.length) };
    }
  }
}
