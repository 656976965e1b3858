// What the constructs use of the formats and words of the review.
import { plain, shortened } from '../../report/plain';

export { configMapKey } from '../../admission/formats/names';
export { nearest } from '../../admission/formats/nearest';

/** A name or path from outside, for a message: in quotes, in one line, and not too long. */
export function quoted(text: string): string {
  return `'${plain(shortened(text))}'`;
}
