/** One field as tools/openapi/*.json has it. */
export interface ReducedField {
  /**
   * a scalar (`SCALARS` of tools/generate/model.ts), or the name of a type;
   * with `[]` in front for a list and `{}` in front for a map with string keys.
   */
  readonly type: string;
  readonly required?: true;
  /** The Go field is a pointer: the server distinguishes unset from zero. */
  readonly ptr?: true;
  /** Go writes the field even if it is empty. */
  readonly keep?: true;
  /** How server-side apply merges the list. */
  readonly list?: 'atomic' | 'set' | 'map';
  /** The fields that identify an item of a list of kind `map`. */
  readonly keys?: readonly string[];
  /** How a struct or map merges, if not field by field. */
  readonly map?: string;
  /** Strategic merge patch: the strategy, and the merge key if there is one. */
  readonly patch?: { readonly strategy: string; readonly key?: string };
  /** The closed set of values of a string (of each item of a list, of each value of a map). */
  readonly enum?: readonly string[];
  readonly deprecated?: true;
}

export interface ReducedType {
  /** Group and version of the Go package: `core/v1`. */
  readonly package: string;
  readonly fields: { readonly [name: string]: ReducedField };
}

/** A kind that the server takes. */
export interface ReducedKind {
  /** The version that kubectl uses. */
  readonly apiVersion: string;
  /** Its type, if that has not the kind's name. */
  readonly type?: string;
  readonly namespaced: boolean;
  /** The types of the kind in its other versions, by apiVersion. */
  readonly also?: { readonly [apiVersion: string]: string };
}

/** The resource of a kind, as roles name it. */
export interface ReducedResource {
  readonly group: string;
  readonly resource: string;
  readonly subresources: readonly string[];
}

/** The reduced API of one Kubernetes version. */
export interface Reduced {
  readonly kubernetes: string;
  readonly kinds: { readonly [kind: string]: ReducedKind };
  readonly resources: { readonly [kind: string]: ReducedResource };
  readonly types: { readonly [name: string]: ReducedType };
}

/** JSON with one line per field, so that diffs between versions are readable. */
export function stringify(reduced: Reduced): string {
  const types = Object.entries(reduced.types).map(([name, type]) => {
    const fields = Object.entries(type.fields).map(([field, value]) => `      ${JSON.stringify(field)}: ${JSON.stringify(value)}`);
    return `  ${JSON.stringify(name)}: {\n    "package": ${JSON.stringify(type.package)},\n    "fields": {\n${fields.join(',\n')}\n    }\n  }`;
  });
  const kinds = Object.entries(reduced.kinds).map(([kind, value]) => `  ${JSON.stringify(kind)}: ${JSON.stringify(value)}`);
  const resources = Object.entries(reduced.resources).map(([kind, value]) => `  ${JSON.stringify(kind)}: ${JSON.stringify(value)}`);
  return `{\n"kubernetes": ${JSON.stringify(reduced.kubernetes)},\n"kinds": {\n${kinds.join(',\n')}\n},\n"resources": {\n${resources.join(',\n')}\n},\n"types": {\n${types.join(',\n')}\n}\n}\n`;
}
