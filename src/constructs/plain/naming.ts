import { createHash } from 'crypto';
import { IConstruct } from 'constructs';

/** Longest name of an object whose name becomes a label or a host name (RFC 1123 label). */
export const MAX_LABEL = 63;

/** CronJob adds 11 characters for its jobs, StatefulSet a revision hash to a label of its pods: both leave 52. */
const MAX_LENGTHS: { [kind: string]: number } = { CronJob: 52, StatefulSet: 52 };

const HASH_LENGTH = 8;

/** The label of ours that a workload without a selector of its own selects its pods by. */
export const SELECTOR_LABEL = 'cdk8s-pods/workload';

/**
 * Turns a name that cdk8s generated, which may keep `_` and `.` and may be too long for the kind, into a DNS label. A name that
 * is one already is returned as it is, so names do not change; otherwise the hash of the construct's path keeps it unique.
 */
export function generatedName(generated: string, kind: string, construct: IConstruct): string {
  const max = MAX_LENGTHS[kind] ?? MAX_LABEL;
  const valid = kind === 'Service' ? /^[a-z]([a-z0-9-]*[a-z0-9])?$/ : /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
  if (generated.length <= max && valid.test(generated)) {
    return generated;
  }
  const hash = construct.node.addr.substring(0, HASH_LENGTH);
  let head = generated.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  head = head.endsWith(hash) ? head.slice(0, -hash.length) : head;
  head = trimDashes(head);
  if (head === '' || (kind === 'Service' && !/^[a-z]/.test(head))) {
    // A Service name has to start with a letter (RFC 1035).
    head = trimDashes(`${kind.toLowerCase()}-${head}`);
  }
  return `${trimDashes(head.slice(0, max - HASH_LENGTH - 1))}-${hash}`;
}

/** A label value made from texts, at most 63 characters, unique for them. */
export function labelValue(...parts: string[]): string {
  const text = parts.join('-');
  if (text.length <= MAX_LABEL) {
    return text;
  }
  let end = MAX_LABEL - HASH_LENGTH - 1;
  while (end > 0 && /[^A-Za-z0-9]/.test(text.charAt(end - 1))) {
    end--;
  }
  return `${text.slice(0, end)}-${createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH)}`;
}

function trimDashes(text: string): string {
  let start = 0;
  let end = text.length;
  while (text[start] === '-') {
    start++;
  }
  while (end > start && text[end - 1] === '-') {
    end--;
  }
  return text.slice(start, end);
}
