// What the review is asked for the pages of findings, and how it is made smaller.
import type { Subresource } from '../../conformance/generate/pairs';

/** A manifest, or an update of one. */
export interface Asked {
  readonly manifest: unknown;
  /** Of an update: the object before. */
  readonly old?: unknown;
  readonly subresource?: Subresource;
}

/** The object before, if there is one, and the object itself. */
export function objectsOf({ manifest, old }: Asked): unknown[] {
  return old === undefined ? [manifest] : [old, manifest];
}

/** Removes everything that can be removed while `isGood` holds; from both objects of an update, so that the change stays what it is. */
export function smaller(asked: Asked, isGood: (candidate: Asked) => boolean): Asked {
  let smallest = asked;
  for (let again = true; again;) {
    again = false;
    for (const path of pathsOfBoth(smallest)) {
      const candidate = withoutPath(smallest, path);
      if (isGood(candidate)) {
        smallest = candidate;
        again = true;
        break;
      }
    }
  }
  return smallest;
}

type Path = readonly (string | number)[];

function pathsOfBoth({ manifest, old }: Asked): Path[] {
  const paths = pathsOf(manifest);
  const known = new Set(paths.map((path) => JSON.stringify(path)));
  return [...paths, ...pathsOf(old).filter((path) => !known.has(JSON.stringify(path)))];
}

function withoutPath({ manifest, old, subresource }: Asked, path: Path): Asked {
  return old === undefined ? { manifest: without(manifest, path) } : { manifest: without(manifest, path), old: without(old, path), subresource };
}

/** The largest parts come first, so that few attempts are needed. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const inner = Array.isArray(value)
    ? value.map((item, i) => [i, item] as const)
    : Object.entries(value).filter(([key]) => path.length > 0 || (key !== 'kind' && key !== 'apiVersion' && key !== 'metadata'));
  // Only the last items of a long list are tried.
  return inner.slice(-12).reverse().flatMap(([key, item]) => [[...path, key], ...pathsOf(item, [...path, key])])
    .filter((one) => one.join('.') !== 'metadata.name');
}

/** The value itself where it has nothing at the path. */
function without(value: any, [key, ...rest]: Path): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
    return value;
  }
  const copy: any = Array.isArray(value) ? [...value] : { ...value };
  if (rest.length > 0) {
    copy[key] = without(value[key], rest);
  } else if (Array.isArray(copy)) {
    copy.splice(key as number, 1);
  } else {
    delete copy[key];
  }
  return copy;
}
