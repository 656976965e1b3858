import { shortened } from './plain';
import { messageOf } from './subject';
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
  return problemText(`${shortened(finding.at || finding.field || 'manifest')}: ${messageOf(finding)}`, [
    subject ? `${shortened(subject.kind)} ${shortened(subject.name)}` : undefined,
    finding.constructPath,
    finding.source,
    `${finding.severity === 'error' ? finding.type : finding.severity} (${finding.code})`,
    finding.field !== '' && finding.field !== finding.at ? `the server says ${shortened(finding.field)}` : undefined,
  ], finding.hint);
}

/** What is wrong, whom and where it concerns, and a fix: a line each. */
export function problemText(message: string, about: readonly (string | undefined)[], hint?: string): string {
  return [message, `    ${about.filter((part) => part !== undefined).join(' · ')}`, ...hint === undefined ? [] : [`    fix: ${hint}`]].join('\n');
}
