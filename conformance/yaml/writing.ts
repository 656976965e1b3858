// What was written is what other readers read: random data with hard strings as values, as keys and inside.
import { Reader } from './programs';
import { hardString, random } from './strings';
import { writeYaml } from '../../src/yaml/write/write';

export interface Difference {
  readonly reader: string;
  readonly path: string;
  readonly written: unknown;
  readonly read: unknown;
  readonly yaml: string;
}

const STRINGS_A_DOCUMENT = 40;
const DOCUMENTS_A_ROUND = 500;
const NUMBERS = [0, 1, -1, 42, 0.5, -0.25, 1e21, 1.5e300, 1e-7, 123456789012, 2 ** 53 - 1, -(2 ** 53 - 1), 5e-324];

type Next = (n: number) => number;

/** Writes `count` strings in random data and asks each reader; says how far it is after each round. */
export function checkWriting(
  count: number, seed: number, readers: readonly Reader[], said: (strings: number, different: readonly Difference[]) => void,
): Difference[] {
  const next = random(seed);
  const found: Difference[] = [];
  for (let strings = 0; strings < count;) {
    const data: unknown[] = [];
    while (data.length < DOCUMENTS_A_ROUND && strings < count) {
      const left = { strings: STRINGS_A_DOCUMENT };
      data.push(tree(next, left, 0));
      strings += STRINGS_A_DOCUMENT - left.strings;
    }
    const texts = data.map((value) => writeYaml(value));
    for (const reader of readers) {
      const answers = reader.ask(texts);
      for (let i = 0; i < texts.length; i++) {
        const difference = answers[i].error !== undefined ? { path: '', written: data[i], read: answers[i].error } : compare(data[i], answers[i].json, '');
        if (difference !== undefined) {
          found.push({ reader: reader.name, yaml: texts[i], ...difference });
        }
      }
    }
    said(strings, found);
    if (found.length > 100) {
      break;
    }
  }
  return found;
}

/** Random data that uses up to so many strings; the root is a map or list. */
function tree(next: Next, left: { strings: number }, depth: number): unknown {
  const kind = depth === 0 ? 6 + next(4) : depth > 6 ? next(6) : next(11);
  if (left.strings <= 0 || kind < 4) {
    left.strings--;
    return hardString(next);
  }
  if (kind === 4) {
    return NUMBERS[next(NUMBERS.length)];
  }
  if (kind === 5) {
    return [true, false, null, {}, []][next(5)];
  }
  const size = depth === 0 ? 10 : next(5);
  if (kind < 8) {
    return Array.from({ length: size }, () => tree(next, left, depth + 1));
  }
  const entries: [string, unknown][] = [];
  for (let i = 0; i < size; i++) {
    left.strings--;
    entries.push([hardString(next), tree(next, left, depth + 1)]);
  }
  return Object.fromEntries(entries);
}

/** The first place where two values differ. */
export function compare(written: unknown, read: unknown, path: string): { path: string; written: unknown; read: unknown } | undefined {
  if (Object.is(written, read) || (written === 0 && read === 0)) {
    return undefined;
  }
  if ((typeof written === 'bigint' || typeof read === 'bigint') && String(written) === String(read)) {
    return undefined;
  } // with all its digits
  if (typeof written !== 'object' || typeof read !== 'object' || written === null || read === null || Array.isArray(written) !== Array.isArray(read)) {
    return { path, written, read };
  }
  const keys = Object.keys(written);
  const others = Object.keys(read);
  if (keys.length !== others.length) {
    return { path: `${path} keys`, written: keys.filter((k) => !others.includes(k)), read: others.filter((k) => !keys.includes(k)) };
  }
  for (const key of keys) {
    if (!Object.hasOwn(read, key)) {
      return { path: `${path} key ${JSON.stringify(key)}`, written: key, read: undefined };
    }
    const found = compare((written as never)[key], (read as never)[key], `${path}/${key}`);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
