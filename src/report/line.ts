import { atOf, CheckReport, fileOf, nameOf, placeOf, weight } from './model';
import { plain } from './plain';
import { messageOf } from './subject';

/**
 * One line for each finding and nothing else, for editors and `grep`:
 * `k8s/web.yaml:8:7: error: Pod shop/web: spec.containers[0].image: … (image/missing); fix: …`
 */
export function* checkLine(report: CheckReport, place: (file: string) => string): Generator<string> {
  for (const result of report.results) {
    for (const finding of result.findings) {
      const about = [...result.unreadable ? [] : [nameOf(result)], ...finding.at === '' ? [] : [atOf(finding)], messageOf(finding)];
      const fix = finding.hint === undefined ? '' : `; fix: ${finding.hint}`;
      yield `${plain(`${placeOf(place(fileOf(result, finding)), finding.range)}: ${weight(finding, report)}: ${about.join(': ')} (${finding.code})${fix}`)}\n`;
    }
  }
}
