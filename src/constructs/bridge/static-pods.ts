import { Keys } from './attach';
import { apiReferences } from '../../admission/static-pods/references';

/** Every place where the spec of a static pod refers to an API object, with what is wrong and a fix. */
export function staticPodProblems(spec: unknown): { keys: Keys; message: string; hint: string }[] {
  return apiReferences(spec).map(({ at, message }) => ({ keys: at.keys(), message, hint: 'leave it out, or use a Pod' }));
}
