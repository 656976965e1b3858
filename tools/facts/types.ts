/** What OpenAPI does not say of a field, keyed `Type.field` (`Container.image`). Own words, facts only. */
export interface FieldFact {
  /** As a user reads it: `Always` when the tag is latest, else `IfNotPresent`. */
  readonly default?: string;
  /** `1 to 65535`, `at least 1`, `DNS label, at most 63 characters`; units included. */
  readonly range?: string;
  /** One line on what it does, for the fields that people use most. */
  readonly says?: string;
  /** A closed set of values that the Go types do not show. */
  readonly values?: string[];
  /** The Go type has constants, but the set is not closed. */
  readonly open?: boolean;
}

export type Facts = { readonly [field: string]: FieldFact };
