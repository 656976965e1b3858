import { isPlain, isList } from './reading';
import type { Finding } from '../finding';

/** A copy of a manifest without what cannot be decoded, and what was done to it. */
export interface Repair {
  readonly manifest: unknown;
  readonly damages: readonly Damage[];
}

type Key = string | number;
type Keys = readonly Key[];

/** A place that could not be decoded. */
interface Damage {
  /** What was taken out or replaced. */
  readonly place: Keys;
  /** The field that was meant, if the value is there now. */
  readonly renamed?: Keys;
  /** Whether the value that was meant is there now, so that nothing is missing. */
  readonly whole: boolean;
  /** Where else the author may have meant to write it. */
  readonly elsewhere?: Keys;
}

/** More errors than these are not misspelt fields: whatever was said then of the rest would be a guess. */
const MOST = 100;

const REPAIRED = new Set([
  'decode/unknown-field', 'decode/field-of-another-version', 'decode/wrong-type', 'decode/no-integer', 'decode/out-of-range', 'decode/quantity', 'decode/time',
  'decode/not-json',
]);

/** Lists that other fields of the object refer to by name. */
const REFERRED = new Set<unknown>(['volumes', 'volumeClaimTemplates', 'resourceClaims']);

/**
 * Repairs a manifest as far as the errors of its decoding say how: a misspelt field gets its name, `'80'` becomes the number, and the rest is
 * taken out. Then the rules can speak of all that is not wrong. Undefined where that cannot be told, never throws, and the manifest is not changed.
 */
export function repair(manifest: unknown, errors: readonly Finding[]): Repair | undefined {
  if (errors.length > MOST || errors.some(({ code }) => !REPAIRED.has(code))) {
    return undefined;
  }
  try {
    const root = copyOf(manifest);
    return { manifest: root, damages: errors.map((error) => mend(root, error)) };
  } catch {
    return undefined; // a getter or proxy that throws
  }
}

/** Whether a finding about the repaired manifest may come only from what was wrong with the manifest itself. */
export function isConsequence({ keys, type }: Finding, manifest: unknown, damages: readonly Damage[]): boolean {
  return damages.some(({ place, renamed, whole, elsewhere }) => {
    if (begins(keys, place) || (renamed !== undefined && begins(keys, renamed))) {
      return true;
    }
    const around = place.slice(0, -1);
    if (whole) {
      return false;
    }
    return (begins(around, keys) && keys.length >= around.length)
      || (keys.length === around.length + 1 && begins(keys, around) && isMissing(manifest, keys))
      || (elsewhere !== undefined && (begins(keys, elsewhere, isSameKey) || begins(elsewhere, keys, isSameKey) && isMissing(manifest, keys)))
      || (type === 'FieldValueNotFound' && place.some((key) => REFERRED.has(key)))
      || (isAboutSelection(place) && isAboutSelection(keys));
  });
}

function mend(root: any, { keys, expected, meant }: Finding): Damage {
  const place = wholeItem(keys);
  let around = root;
  for (const key of place.slice(0, -1)) {
    around[key] = copyOf(around[key]);
    around = around[key];
  }
  const last = place[place.length - 1];
  if (last === undefined) {
    throw new Error('the object itself cannot be taken out of it');
  }
  const value = around[last];
  const right = place.length === keys.length ? converted(value, expected) : undefined;
  if (right !== undefined) {
    around[last] = right;
    return { place, whole: true };
  }
  delete around[last];
  const isSibling = meant?.length === place.length && begins(meant, place.slice(0, -1));
  if (isSibling && !Object.hasOwn(around, meant[meant.length - 1])) {
    around[meant[meant.length - 1]] = value;
    return { place, renamed: meant, whole: true };
  }
  return { place, whole: false, elsewhere: isSibling ? undefined : meant };
}

/** The place without an index at its end: items of a list keep their numbers only if the list goes as a whole. */
function wholeItem(keys: Keys): Keys {
  let end = keys.length;
  while (end > 0 && typeof keys[end - 1] === 'number') {
    end--;
  }
  return keys.slice(0, end);
}

/** The value that a value of the wrong type surely means. */
function converted(value: unknown, expected: string | undefined): unknown {
  switch (expected) {
    case 'string':
      return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
    case 'int32': case 'int64':
      return typeof value === 'string' && /^\s*-?[0-9]{1,9}\s*$/.test(value) ? Number(value) : undefined;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined;
    case 'list':
      return typeof value === 'string' ? [value] : undefined;
    default:
      return undefined;
  }
}

function copyOf(value: unknown): any {
  if (isList(value)) {
    return [...value];
  }
  if (typeof value !== 'object' || value === null || !isPlain(value)) {
    throw new Error('no map');
  }
  return { ...value };
}

function begins(keys: Keys, start: Keys, same = (a: Key, b: Key): boolean => a === b): boolean {
  return start.length <= keys.length && start.every((key, i) => same(key, keys[i]));
}

/** A suggestion names the first item of a list, whichever is meant. */
function isSameKey(a: Key, b: Key): boolean {
  return a === b || (typeof a === 'number' && typeof b === 'number');
}

function isMissing(manifest: any, keys: Keys): boolean {
  return keys.reduce<any>((value, key) => value?.[key], manifest) === undefined;
}

function isAboutSelection(keys: Keys): boolean {
  return keys.includes('labels') || keys.includes('selector');
}
