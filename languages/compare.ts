import { isDeepStrictEqual } from 'util';

/** What the programs of one language wrote. */
export interface Results {
  /** The text of every file that `main` wrote. */
  readonly files: { readonly [name: string]: string };
  /** What `refused` said on stdout, and its exit status. */
  readonly refused: string;
  readonly status: number;
  /** What it said on stderr. */
  readonly warnings: string;
  /** What `review` answered, a value for each manifest. */
  readonly reviews: readonly unknown[];
}

/** Differences of each kind that are shown. */
const SHOWN = 5;
/** Characters of a value that are shown. */
const LONGEST = 2_000;

/** Everything in which another language parts from TypeScript, each as a text. */
export function differences(other: Results, twin: Results, manifests: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of new Set([...Object.keys(twin.files), ...Object.keys(other.files)])) {
    if (twin.files[name] !== other.files[name]) {
      found.push(sideBySide(`the file ${name}`, other.files[name], twin.files[name]));
    }
  }
  if (other.status !== twin.status) {
    found.push(sideBySide('the exit status', other.status, twin.status));
  }
  if (other.refused !== withoutSource(twin.refused)) {
    found.push(sideBySide('the error', other.refused, withoutSource(twin.refused)));
  }
  // Languages read stderr of jsii in a thread of its own, so that blank lines may come between.
  const [said, wanted] = [lines(other.warnings), lines(withoutSource(twin.warnings))];
  if (said !== wanted) {
    found.push(sideBySide('stderr', said, wanted));
  }
  return [...found, ...differentReviews(other.reviews, twin.reviews, manifests)];
}

function differentReviews(other: readonly unknown[], twin: readonly unknown[], manifests: readonly string[]): string[] {
  if (other.length !== manifests.length || twin.length !== manifests.length) {
    return [`${manifests.length} manifests, ${other.length} reviews, ${twin.length} of the twin`];
  }
  const found = manifests.map((manifest, i) => ({ manifest, ours: withoutNull(other[i]), theirs: withoutNull(twin[i]) }))
    .filter(({ ours, theirs }) => !isDeepStrictEqual(ours, theirs));
  const shown = found.slice(0, SHOWN).map(({ manifest, ours, theirs }) =>
    sideBySide(`the review of ${manifest.slice(0, LONGEST)}`, onlyOther(ours, theirs), onlyOther(theirs, ours)));
  return found.length > SHOWN ? [...shown, `and ${found.length - SHOWN} more reviews`] : shown;
}

/** Of a review, what parts from another one. */
function onlyOther(review: unknown, from: unknown): unknown {
  const other = from as { readonly [key: string]: unknown };
  if (typeof review !== 'object' || review === null || typeof from !== 'object' || from === null) {
    return review;
  }
  return Object.fromEntries(Object.entries(review).filter(([key, value]) => !isDeepStrictEqual(value, other[key])));
}

function sideBySide(what: string, ours: unknown, theirs: unknown): string {
  return `${what} is another\n--- here\n${show(ours)}\n--- in TypeScript\n${show(theirs)}`;
}

function show(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value, undefined, 1) ?? 'nothing').slice(0, LONGEST);
}

/** A text of findings without the line of code, which only TypeScript can tell. */
export function withoutSource(text: string): string {
  return text.replace(/^( {4}\S.*?) · [^\s·]+\.(?:js|ts):\d+:\d+(?= · |$)/gm, '$1');
}

/** Nothing is `None` or `null` in other languages, and no key in TypeScript. */
export function withoutNull(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNull);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([, of]) => of !== null).map(([key, of]) => [key, withoutNull(of)]));
}

/** Whether every value of a manifest crosses jsii: nulls, a key `__proto__` and halves of surrogate pairs get lost there. */
export function crosses(value: unknown): boolean {
  if (typeof value === 'string') {
    return !/\p{Cs}/u.test(value);
  }
  if (typeof value !== 'object') {
    return true;
  }
  if (value === null) {
    return false;
  }
  return Object.entries(value).every(([key, of]) => key !== '__proto__' && crosses(key) && crosses(of));
}

function lines(text: string): string {
  return text.split('\n').filter((line) => line.trim() !== '').join('\n');
}
