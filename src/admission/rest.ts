import type { Decoded } from './decide';
import { decodeAs } from './decode/decode';
import { isConsequence, repair } from './decode/repair';
import { Path } from './path';
import { Report } from './report';
import type { Minor } from './version';

/**
 * After errors of decoding, which end the server's own review: what the rules say of everything else, so that all is said at once. What may
 * only follow from those errors is left out.
 *
 * @param decide reports what is found in the repaired object
 */
export function reviewRest(manifest: unknown, type: string, minor: Minor, report: Report, decide: (rest: Decoded, report: Report) => void): void {
  const repaired = repair(manifest, report.findings);
  if (repaired === undefined) {
    return;
  }
  const { object, emptied } = decodeAs(repaired.manifest, type, minor, new Report());
  if (object === undefined) {
    return; // not as simple as it looked
  }
  const rest = new Report();
  decide({ object, emptied }, rest);
  for (const finding of rest.findings) {
    if (!isConsequence(finding, manifest, repaired.damages)) {
      report.include(Path.root, finding);
    }
  }
}
