import { ApiObject } from 'cdk8s';
import { rememberGiven } from './given';
import { objectsIn, ReferenceTable, withoutObjects } from './object-references';
import { dependOnReferences } from './references';
import { Rendering } from './rendering';

/** How the props of a kind become its manifest: they are `metadata` and the fields of the spec, or of the object where it has no spec. */
export interface FlatKind {
  /** `always`: the API wants a spec, even an empty one. Without it the fields are the object's own. */
  readonly spec?: 'always' | 'optional';
  /** The fields that take objects in place of their names. */
  readonly references?: ReferenceTable;
}

/** The content of an object from its props. */
export function flatContent(object: ApiObject, props: object, { spec, references }: FlatKind, rendering: Rendering): { [key: string]: unknown } {
  const { metadata: _, ...given } = props as { [field: string]: unknown };
  const fields = references === undefined ? given : withoutObjects(given, references, object, rendering);
  if (spec === undefined) {
    return fields;
  }
  return spec === 'always' || Object.values(fields).some((value) => value !== undefined && value !== null) ? { spec: fields } : {};
}

/** Remembers the props that an object was made from, and lets it be written after the objects of its chart that they refer to. */
export function useFields(object: ApiObject, props: object, { references = {} }: FlatKind): void {
  rememberGiven(object, props);
  dependOnReferences(object, objectsIn(props, references));
}
