/**
 * How much a finding weighs: `error`: the server refuses; `warning`: it accepts and warns; `advice`: ours, opt-in.
 */
export type Severity = 'error' | 'warning' | 'advice';

/**
 * The API's cause types of field errors (k8s.io/apimachinery/pkg/util/validation/field, metav1.CauseType), and two of status
 * reasons: `BadRequest` for decoding and `Forbidden` for an admission plugin, whose answers name no cause.
 */
export type FindingType =
  | 'FieldValueRequired' | 'FieldValueInvalid' | 'FieldValueForbidden' | 'FieldValueDuplicate' | 'FieldValueNotSupported'
  | 'FieldValueNotFound' | 'FieldValueTooLong' | 'FieldValueTooMany' | 'FieldValueTypeInvalid' | 'InternalError'
  | 'BadRequest' | 'Forbidden';

/** One thing that the server, or we, have to say of a manifest. Data only; `report` alone makes text of it. */
export interface Finding {
  readonly severity: Severity;
  readonly type: FindingType;
  /** Stable, ours, names the rule: `env/value-and-value-from`. */
  readonly code: string;
  /** The path as the server writes it, quirks included. Empty where the server names none. */
  readonly field: string;
  /** The exact place in the manifest. */
  readonly at: string;
  /** In our own words: what is wrong, with the value. */
  readonly message: string;
  /** The smallest change that fixes it. */
  readonly hint?: string;
  /** Path of the construct that wrote it: `shop/web/app`. */
  readonly constructPath?: string;
  /** Where the user's code made it: `main.ts:31:3`. */
  readonly source?: string;
}
