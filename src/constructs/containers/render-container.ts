import { JsonPatch } from 'cdk8s';
import { envList } from './env';
import { plainCopy } from './mounted-volumes';
import { fieldPath, Keys } from '../plain/keys';
import { applyPatches } from '../plain/patches';
import { PlainProblem, toPlain } from '../plain/reader';
import { Rendering } from '../plain/rendering';

/**
 * One container as the manifest has it.
 *
 * @param container a literal that may be changed
 * @param list where the list of the container stands in the manifest, and `index` the container in the list; an ephemeral container is in none
 */
export function renderContainer(container: any, patches: readonly JsonPatch[], list: Keys, index: number | undefined, rendering: Rendering): any {
  const misuse = (message: string, hint?: string, ...field: string[]): void => {
    rendering.misuses.push({ who: `container '${container.name}'`, message, hint, keys: [...list, ...(index === undefined ? [] : [index]), ...field] });
  };
  if (container.env !== undefined) {
    container.env = envList(container.env, rendering, (message, hint) => misuse(message, hint, 'env'));
  }
  for (const field of ['volumeMounts', 'volumeDevices']) {
    const mounts = container[field] === undefined ? undefined : rendering.resolved(container[field]);
    if (Array.isArray(mounts)) {
      container[field] = mounts.map(plainCopy);
    }
  }
  return patches.length === 0 ? container : patchContainer(container, patches, rendering, misuse);
}

function patchContainer(container: any, patches: readonly JsonPatch[], rendering: Rendering, misuse: (message: string, hint?: string) => void): any {
  const problems: PlainProblem[] = [];
  const plain = toPlain(container, rendering, problems);
  if (problems.length > 0) {
    return container; // reported with their place when the whole pod is made plain
  }
  try {
    const patched = applyPatches(plain, patches, rendering, problems);
    problems.forEach(({ keys, message, hint }) => misuse(`${fieldPath(keys)}: ${message}`, hint));
    return patched;
  } catch (e) {
    misuse(String((e as Error).message));
    return container;
  }
}
