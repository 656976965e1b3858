// From what somebody gives to the objects of an app.
import type { Finding, Review } from '../../admission';
import { groupOf, identityOf, keyOf, knownKind } from '../../objects/identity';
import { itemsOf } from '../../objects/lists';
import { isMap, Json, JsonMap, plainCopy, textAt } from '../../objects/plain';
import type { AppObject, Origin } from '../model';

/** A manifest and what the server says of it. */
export interface Entry {
  readonly manifest: unknown;
  readonly review: Review;
}

/** The objects of an app, and whether something in the input is no object that can be read. */
export interface Collected {
  readonly objects: readonly AppObject[];
  readonly isWhole: boolean;
  /** Objects whose identity a later one has too: that one is applied over them. */
  readonly replaced: readonly { readonly object: AppObject; readonly by: AppObject }[];
}

/** How many lists may stand in each other. */
const DEEPEST_LIST = 20;

/** Takes lists apart. What cannot be read leaves the input incomplete. */
export function collect(entries: readonly Entry[], namespace: string): Collected {
  const objects: AppObject[] = [];
  let isWhole = true;
  const add = (value: Json, review: Review, origin: Origin): void => {
    const items = isMap(value) && origin.items.length < DEEPEST_LIST ? itemsOf(value) : undefined;
    if (items !== undefined) {
      items.forEach((item, i) => add(item, review.items?.[i] ?? review, { ...origin, items: [...origin.items, i] }));
    } else if (isMap(value) && textAt(value, 'kind') !== undefined) {
      objects.push(objectOf(value, review, origin, namespace));
    } else {
      isWhole = false;
    }
  };
  entries.forEach(({ manifest, review }, index) => {
    const value = copyOf(manifest);
    if (value === undefined) {
      isWhole = false;
    } else {
      add(value, review, { index, items: [] });
    }
  });
  return { ...withoutReplaced(objects), isWhole };
}

/** Of two objects of one identity, the last one counts. */
function withoutReplaced(objects: readonly AppObject[]): Pick<Collected, 'objects' | 'replaced'> {
  const last = new Map(objects.map((object) => [object.key, object]));
  if (last.size === objects.length) {
    return { objects, replaced: [] };
  }
  const isLast = (object: AppObject): boolean => last.get(object.key) === object;
  const replaced = objects.filter((object) => !isLast(object));
  return { objects: objects.filter(isLast), replaced: replaced.map((object) => ({ object, by: last.get(object.key)! })) };
}

function copyOf(manifest: unknown): Json | undefined {
  try {
    return plainCopy(manifest);
  } catch {
    return undefined;
  }
}

function objectOf(object: JsonMap, review: Review, origin: Origin, namespace: string): AppObject {
  const id = identityOf(object, namespace);
  const kind = knownKind(object);
  const unreadable = review.findings.some(isDecodingError);
  const isPlaced = id?.namespace === undefined && id !== undefined || textAt(object, 'metadata', 'namespace') !== undefined;
  const rest = { origin, object, kind, isPlaced, unreadable, review };
  if (id !== undefined) {
    return { id, key: keyOf(id), ...rest };
  }
  const nameless = identityOf({ ...object, metadata: { ...isMap(object.metadata) ? object.metadata : {}, name: '?' } }, namespace);
  const own = { group: groupOf(object), kind: textAt(object, 'kind') ?? '', ...nameless?.namespace === undefined ? {} : { namespace: nameless.namespace }, name: '' };
  return { id: own, key: `${keyOf(own)} ${origin.index} ${origin.items.join(' ')}`, ...rest };
}

function isDecodingError({ severity, type }: Finding): boolean {
  return severity === 'error' && type === 'BadRequest';
}
