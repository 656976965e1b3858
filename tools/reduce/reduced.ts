/** One field as tools/openapi/*.json has it. */
export interface ReducedField {
  /**
   * `string`, `int32`, `int64`, `boolean`, `date-time`, `int-or-string`, `quantity`, `any`, or the name of a type;
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

/** The reduced API of one Kubernetes version. */
export interface Reduced {
  readonly kubernetes: string;
  /** apiVersion of each kind that is generated. */
  readonly kinds: { readonly [kind: string]: string };
  readonly types: { readonly [name: string]: ReducedType };
}

/** JSON with one line per field, so that diffs between versions are readable. */
export function stringify(reduced: Reduced): string {
  const types = Object.entries(reduced.types).map(([name, type]) => {
    const fields = Object.entries(type.fields).map(([field, value]) => `      ${JSON.stringify(field)}: ${JSON.stringify(value)}`);
    return `  ${JSON.stringify(name)}: {\n    "package": ${JSON.stringify(type.package)},\n    "fields": {\n${fields.join(',\n')}\n    }\n  }`;
  });
  return `{\n"kubernetes": ${JSON.stringify(reduced.kubernetes)},\n"kinds": ${JSON.stringify(reduced.kinds)},\n"types": {\n${types.join(',\n')}\n}\n}\n`;
}
