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
      found.push({ keys: [], message: 'undefined is not data; give the patch a value, or use JsonPatch.remove' });
    }
    problems.push(...found.map((p) => ({ keys: [...keys, ...p.keys], message: `${p.message} (in a JSON patch)` })));
    return JsonPatch[op as 'add' | 'replace' | 'test'](path, data);
  });
  return problems.length > before ? document : finished(JsonPatch.apply(document, ...plain));
}

function pointerKeys(pointer: string): (string | number)[] {
  return String(pointer).split('/').slice(1)
    .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((key) => /^\d+$/.test(key) ? Number(key) : key);
}
