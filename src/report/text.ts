import { shortened } from './plain';
import { Finding } from '../admission/finding';

/** The object that findings are about. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
}

/**
 * A finding as text: place and message first, then the object and where it was written, then the fix.
 *
 * `spec.containers[0].image: …` / `  Pod web · shop/web/app · main.ts:31:3 · FieldValueRequired (containers/image)` / `  fix: …`
 */
export function findingText(finding: Finding, subject?: Subject): string {
  const lines = [`${shortened(finding.at || finding.field || 'manifest')}: ${finding.message}`];
  const about = [
    subject ? `${shortened(subject.kind)} ${shortened(subject.name)}` : undefined,
    finding.constructPath,
    finding.source,
    `${finding.severity === 'error' ? finding.type : finding.severity} (${finding.code})`,
    finding.field !== '' && finding.field !== finding.at ? `the server says ${shortened(finding.field)}` : undefined,
  ];
  lines.push(`    ${about.filter((part) => part !== undefined).join(' · ')}`);
  if (finding.hint !== undefined) {
    lines.push(`    fix: ${finding.hint}`);
  }
  return lines.join('\n');
}
