import { Progress } from './progress';
import { Place } from './tree';

/**
 * Asks every construct once whether it is valid, in the order of the tree.
 *
 * @throws Error with everything that is wrong
 */
export function validateAll(places: readonly Place[], progress: Progress): void {
  const errors: string[] = [];
  for (const { construct, index } of places) {
    progress.step('reviewing construct', index, places.length);
    try {
      for (const error of construct.node.validate()) {
        errors.push(`[${construct.node.path}] ${error}`);
      }
    } catch (e) {
      errors.push(`[${construct.node.path}] a validation of it threw ${String(e)}`);
    }
  }
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}
