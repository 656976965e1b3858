/** The server appends five random characters to at most this many bytes of a prefix. */
export const MOST_OF_PREFIX = 58;

const MOST_OF_NAME = 253;

/** The prefix of the names of an owner's pods: with a dash, unless that is too long. */
export function podPrefix(owner: string): string {
  return owner.length < MOST_OF_NAME ? `${owner}-` : owner;
}

/** The prefix of the name of the pod of an index: the Job's name is cut, the index is not. */
export function indexedPrefix(job: string, index: number): string {
  const end = `-${index}-`;
  return `${job.slice(0, Math.max(0, MOST_OF_PREFIX - end.length))}${end}`;
}
