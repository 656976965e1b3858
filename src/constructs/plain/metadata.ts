import { PlainProblem, toPlain } from './reader';
import { Rendering } from './rendering';
import { kindFacts } from '../../k8s/kinds';
import { metadataOf } from '../cdk8s/insides';

/**
 * The metadata of an object as plain data. Every empty list and map is left out, as cdk8s does.
 *
 * @param given the metadata in the object's props
 * @param named whether the object has a name; where the server makes it, there is none in the manifest
 */
export function plainMetadata(rendering: Rendering, given: unknown, named: boolean, problems: PlainProblem[]): any {
  const found: PlainProblem[] = [];
  if (given !== undefined && !isCopied(given)) {
    toPlain(given, rendering, found); // what is wrong with it is lost in cdk8s' copy
  }
  const written = metadataOf(rendering.object.metadata);
  if (!named) {
    written.name = undefined;
  }
  if (namespaceOf(given) === undefined && kindFacts(rendering.object.kind)?.clusterScoped) {
    written.namespace = undefined; // cdk8s gives every object the namespace of its chart
  }
  for (const field of OFTEN_EMPTY) {
    if (isEmpty(written[field])) {
      written[field] = undefined;
    }
  }
  const metadata = withoutEmpty(toPlain(written, rendering, found.length > 0 ? [] : found)) ?? {};
  for (const problem of found) {
    problems.push({ ...problem, keys: ['metadata', ...problem.keys] });
  }
  return metadata;
}

function namespaceOf(given: any): unknown {
  return given?.namespace;
}

/** What cdk8s adds to all metadata, though most objects do not need it. */
const OFTEN_EMPTY = ['annotations', 'finalizers', 'labels', 'ownerReferences'];

function isEmpty(value: any): boolean {
  return Array.isArray(value) ? value.length === 0 : value?.constructor === Object && Object.keys(value).length === 0;
}

/** Whether everything in given metadata is in cdk8s' copy of it too: that is so for ordinary maps and lists. */
function isCopied(given: any): boolean {
  return given?.constructor === Object
    && [given.labels, given.annotations].every((map) => map === undefined || map?.constructor === Object)
    && [given.finalizers, given.ownerReferences].every((list) => list === undefined || Array.isArray(list));
}

function withoutEmpty(value: any): any {
  if (typeof value !== 'object' || value === null || !hasEmpty(value)) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : value.map(withoutEmpty);
  }
  const kept = Object.entries(value).map(([key, inside]) => [key, withoutEmpty(inside)]).filter(([, inside]) => inside !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Whether a map or list is empty, or has an empty one in it. */
function hasEmpty(value: any): boolean {
  let empty = true;
  for (const key in value) {
    const inside = value[key];
    if (typeof inside === 'object' && inside !== null && hasEmpty(inside)) {
      return true;
    }
    empty = false;
  }
  return empty;
}
