import type { Finding } from '../admission/finding';

/** The message as people read it: of whom it speaks, when not of the object itself. */
export function messageOf({ subject, message }: Pick<Finding, 'subject' | 'message'>): string {
  return subject === 'pods' ? `its pods will be refused: ${message}` : message;
}
