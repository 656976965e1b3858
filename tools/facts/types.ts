/** What OpenAPI does not say about a field, keyed `Type.field` (`Container.image`). In our own words. */
export interface FieldFact {
  /** In the user's words: `Always` when the tag is latest, else `IfNotPresent`. */
  readonly default?: string;
  /** `1 to 65535`, `at least 1`, `DNS label, at most 63 characters`; with units. */
  readonly range?: string;
  /** One line on what it does, for the most used fields. */
  readonly says?: string;
  /** A closed set of values that is not declared in the Go types. */
  readonly values?: string[];
  /** The Go type declares constants, but other values are allowed. */
  readonly open?: boolean;
}

export type Facts = { readonly [field: string]: FieldFact };
