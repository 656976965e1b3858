// A set of manifests as a list of objects, each under what identifies it.
import { Identity, identityOf, keyOf } from '../../objects/identity';
import { objectsIn } from '../../objects/lists';
import { isMap, Json, JsonMap, NoData, plainCopy } from '../../objects/plain';
import type { Note } from '../model';

/** An object of a set. */
export interface Member {
  readonly id: Identity;
  readonly object: JsonMap;
}

/** The objects of a set by their identity, in order, and those without one. */
export interface Members {
  readonly byKey: ReadonlyMap<string, Member>;
  /** Objects that get their name when they are created, and what is no object at all: each is created, or refused. */
  readonly nameless: readonly Json[];
  readonly notes: readonly Note[];
}

/** The members of a set; lists are taken apart. Of two manifests of one object, the last one counts, as it is applied last. */
export function membersOf(set: unknown, namespace: string): Members {
  const byKey = new Map<string, Member>();
  const nameless: Json[] = [];
  const notes: Note[] = [];
  for (const object of objectsOf(set, notes)) {
    const id = isMap(object) ? identityOf(object, namespace) : undefined;
    if (id === undefined) {
      nameless.push(object);
      continue;
    }
    const key = keyOf(id);
    if (byKey.has(key)) {
      notes.push({ code: 'diff/twice', level: 'warning', message: `${id.kind} ${id.namespace === undefined ? '' : `${id.namespace}/`}${id.name} is there twice: the last one counts`, hint: 'keep one of them' });
    }
    byKey.set(key, { id, object: object as JsonMap });
  }
  return { byKey, nameless, notes };
}

function objectsOf(set: unknown, notes: Note[]): Json[] {
  const result: Json[] = [];
  const add = (manifest: unknown): void => {
    try {
      const value = plainCopy(manifest);
      if (value !== null) {
        result.push(...objectsIn(value));
      }
    } catch (error) {
      notes.push({ code: 'diff/unreadable', level: 'warning', message: `a manifest is left out: ${error instanceof NoData ? error.message : 'it cannot be read'}` });
    }
  };
  try {
    if (Array.isArray(set)) {
      set.forEach(add);
    } else if (set !== undefined && set !== null) {
      add(set);
    }
  } catch {
    notes.push({ code: 'diff/unreadable', level: 'warning', message: 'a set of manifests cannot be read' });
  }
  return result;
}
