import { plain, shortened } from '../../report/plain';

/** The comments right above a document, one a line; blank lines between them do not count. */
export function commentsAbove(lines: readonly string[], line: number): string[] {
  const comments: string[] = [];
  for (let i = line - 2; i >= 0 && /^\s*(?:#|$)/.test(lines[i]); i--) {
    const text = lines[i].trim().replace(/^#+ ?/, '');
    if (text !== '') {
      comments.push(shortened(plain(text)));
    }
  }
  return comments.reverse();
}
