import { JsonPatch } from 'cdk8s';
import { finished, PlainProblem, toPlain } from './reader';
import { Rendering } from './rendering';
import { patchOf } from '../cdk8s/insides';

/**
 * Applies JSON patches to plain data. A value of a patch that is not data is a problem, and then nothing is applied: cdk8s would
 * turn it into null, or leave it out. What a patch writes is kept as it is, nulls too.
 *
 * @throws Error when a patch does not apply
 */
export function applyPatches(document: any, patches: readonly JsonPatch[], rendering: Rendering, problems: PlainProblem[]): any {
  const before = problems.length;
  const plain = patches.map((patch) => {
    const { op, path, value } = patchOf(patch);
    if (op !== 'add' && op !== 'replace' && op !== 'test') {
      return patch;
    }
    const keys = pointerKeys(path);
    const found: PlainProblem[] = [];
    const data = toPlain(value, rendering, found, true);
    if (data === undefined && found.length === 0) {
      found.push({ keys: [], message: 'undefined is not data', hint: 'give the patch a value, or use JsonPatch.remove' });
    }
    problems.push(...found.map((p) => ({ ...p, keys: [...keys, ...p.keys], message: `${p.message} (in a JSON patch)` })));
    return JsonPatch[op as 'add' | 'replace' | 'test'](path, data);
  });
  return problems.length > before ? document : finished(applied(document, plain));
}

/** @throws Error that names the patch, and how far its path exists */
function applied(document: any, patches: readonly JsonPatch[]): any {
  try {
    return JsonPatch.apply(document, ...patches);
  } catch (e) {
    let reached = JSON.parse(JSON.stringify(document));
    for (const patch of patches) {
      try {
        reached = JsonPatch.apply(reached, patch);
      } catch {
        throw new Error(whyNot(reached, patchOf(patch)));
      }
    }
    throw e;
  }
}

function whyNot(document: any, { op, path, value }: ReturnType<typeof patchOf>): string {
  const what = `the JSON patch ${op} '${path}' does not apply`;
  if (!String(path).startsWith('/') && path !== '') {
    return `${what}: a path starts with a slash`;
  }
  const keys = pointerKeys(path);
  let at = document;
  for (const [i, key] of keys.entries()) {
    const where = i === 0 ? '/' : `/${keys.slice(0, i).join('/')}`;
    if (typeof at !== 'object' || at === null) {
      return `${what}: ${where} is ${at === undefined ? 'missing' : 'not a list or map'}`;
    }
    if (Array.isArray(at) && (typeof key !== 'number' || key >= at.length)) {
      return `${what}: ${where} has ${at.length} ${at.length === 1 ? 'item' : 'items'}, counted from 0`;
    }
    if (!Object.hasOwn(at, key)) {
      return `${what}: ${where} has no '${key}'; it has ${Object.keys(at).slice(0, 20).join(', ') || 'nothing'}`;
    }
    at = at[key];
  }
  return op === 'test' ? `${what}: the value is ${shown(at)}, not ${shown(value)}` : what;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function pointerKeys(pointer: string): (string | number)[] {
  return String(pointer).split('/').slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((key) => /^\d+$/.test(key) ? Number(key) : key);
}
