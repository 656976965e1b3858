// Shrinks a manifest as long as both sides still disagree in the same way.
import { copy, isObject } from './generate/json';
import { Oracle } from './oracle-process';
import { compare } from './run';
import { Asked } from './source';
import { KubernetesVersion } from '../src/admission/version';

type Path = readonly (string | number)[];

const CANDIDATES = 60;
const ROUNDS = 60;

/** The smallest manifest found by leaving out fields and items, one after the other. */
export async function minimize(asked: Asked, signature: string, version: KubernetesVersion, oracle: Oracle): Promise<Asked> {
  let smallest = asked;
  // What could not be left out before is tried again only after everything else.
  const kept = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const untried = removable(smallest).filter((path) => !kept.has(path.join('\0'))).slice(0, CANDIDATES);
    if (untried.length === 0) {
      return smallest;
    }
    const candidates = untried.map((path) => without(smallest, path));
    const answers = await oracle.ask(candidates);
    const good = candidates.findIndex((candidate, i) =>
      compare(answers[i], candidate, version).some((difference) => difference.signature === signature));
    if (good < 0) {
      untried.forEach((path) => kept.add(path.join('\0')));
      continue;
    }
    untried.slice(0, good).forEach((path) => kept.add(path.join('\0')));
    smallest = candidates[good];
    // Items move up when one before them goes.
    if (typeof untried[good].at(-1) === 'number') {
      kept.clear();
    }
  }
  return smallest;
}

/** Everything that can be left out, the largest first: of both manifests of an update at once, of the new one, or of the old one. */
function removable({ manifest, old }: Asked): Path[] {
  const places = removableOf(manifest).map(({ path, size }) => ({ path: ['manifest', ...path], size }));
  if (old === undefined) {
    return sorted(places);
  }
  const before = removableOf(old).map(({ path, size }) => ({ path: ['old', ...path], size }));
  const both = places.filter(({ path }) => before.some((other) => other.path.slice(1).join('\0') === path.slice(1).join('\0')));
  return [...sorted(both.map(({ path, size }) => ({ path: ['both', ...path.slice(1)], size }))), ...sorted([...places, ...before])];
}

interface Part {
  readonly path: Path;
  readonly size: number;
}

const sorted = (parts: Part[]): Path[] => parts.sort((a, b) => b.size - a.size).map(({ path }) => path);

function removableOf(manifest: unknown): Part[] {
  const found: Part[] = [];
  const walk = (value: unknown, path: Path): number => {
    if (typeof value !== 'object' || value === null) {
      return 1;
    }
    let size = 1;
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      const own = walk(inner, at);
      size += own;
      if (path.length > 0 || (key !== 'kind' && key !== 'apiVersion')) {
        found.push({ path: at, size: own });
      }
    }
    return size;
  };
  walk(manifest, []);
  return found;
}

function without(asked: Asked, [side, ...path]: Path): Asked {
  return {
    ...asked,
    ...side !== 'old' && { manifest: cut(asked.manifest, path) },
    ...side !== 'manifest' && { old: cut(asked.old, path) },
  };
}

function cut(manifest: unknown, path: Path): unknown {
  const made = copy(manifest);
  let holder: unknown = made;
  for (const key of path.slice(0, -1)) {
    holder = (holder as { [key: string]: unknown })[key];
  }
  const last = path.at(-1)!;
  if (Array.isArray(holder)) {
    holder.splice(last as number, 1);
  } else if (isObject(holder)) {
    delete holder[last];
  }
  return made;
}
