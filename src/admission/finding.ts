/**
 * Severity of a finding. `error`: the server rejects the object. `warning`: it accepts the object with a warning, or silently drops a field.
 * `advice`: from this library, not from the server. Advice about what can never work is always included, the rest only on request.
 */
export type Severity = 'error' | 'warning' | 'advice';

/**
 * The API's cause types of field errors (k8s.io/apimachinery/pkg/util/validation/field, metav1.CauseType), and two of status
 * reasons: `BadRequest` for decoding and `Forbidden` for an admission plugin, whose answers name no cause. `FieldDropped` is ours: the server accepts
 * the object and silently drops the field.
 */
export type FindingType =
  | 'FieldValueRequired' | 'FieldValueInvalid' | 'FieldValueForbidden' | 'FieldValueDuplicate' | 'FieldValueNotSupported'
  | 'FieldValueNotFound' | 'FieldValueTooLong' | 'FieldValueTooMany' | 'FieldValueTypeInvalid' | 'InternalError'
  | 'BadRequest' | 'Forbidden' | 'FieldDropped';

/** The place of a finding, in both its forms. */
export type FindingPlace = Pick<Finding, 'at' | 'keys'>;

/** One thing that the server, or this library, reports about a manifest. Data only: `report` turns it into text. */
export interface Finding {
  readonly severity: Severity;
  /**
   * The kind of mistake, in the API's words. The server decodes first: if there is a `BadRequest`, it reports only those. The other findings are true
   * as well.
   */
  readonly type: FindingType;
  /**
   * What the finding is about, if not the manifest itself. `old`: the old manifest of an update; `at` and `keys` are places in it. `pods`: the pods
   * that the workload's controller creates: the server rejects them although it accepts the workload; `at` and `keys` are places in the manifest, and
   * `field` is the path in the pod. `app`: how the object fits the other objects of its app; the server accepts it anyway.
   */
  readonly subject?: 'old' | 'pods' | 'app';
  /** Stable code of the rule, defined by this library: `env/value-and-value-from`. */
  readonly code: string;
  /** The path as the server writes it, quirks included. Empty where the server names none. */
  readonly field: string;
  /** The exact place in the manifest, as text: `spec.containers[0].resources.limits[cpu]`. */
  readonly at: string;
  /**
   * The exact place as data: `['spec', 'containers', 0, 'resources', 'limits', 'cpu']`. Use these to look the place up, since keys may have
   * dots and brackets in them. Empty for the object itself. The last keys may not exist in the manifest: a required field is missing there.
   */
  readonly keys: (string | number)[];
  /** What is wrong, with the value, in the words of this library. */
  readonly message: string;
  /** The type that the field takes, when the value has the wrong one: `string`, `list`, `int32`, … */
  readonly expected?: string;
  /** For an unknown field: the place of the field that was probably meant, when the hint names one. In a list, it is in the first item. */
  readonly meant?: (string | number)[];
  /** The smallest change that fixes it. */
  readonly hint?: string;
  /** Path of the construct that wrote it: `shop/web/app`. */
  readonly constructPath?: string;
  /** Where the user's code made it: `main.ts:31:3`. */
  readonly source?: string;
}

/** Whether the server refuses the object itself for a finding. */
export function refuses({ severity, subject }: Pick<Finding, 'severity' | 'subject'>): boolean {
  return severity === 'error' && subject !== 'pods' && subject !== 'app';
}

/** A finding about an object that stands somewhere in another one, as a finding about the other one. */
export function within(outer: FindingPlace, finding: Finding): Finding {
  const { meant } = finding;
  return { ...finding, ...placeWithin(outer, finding), ...meant === undefined ? undefined : { meant: [...outer.keys, ...meant] } };
}

/** A place in an object that stands somewhere in another one, as a place in the other one. */
export function placeWithin(outer: FindingPlace, inner: FindingPlace): FindingPlace {
  return {
    at: outer.at === '' || inner.at === '' ? outer.at + inner.at : `${outer.at}.${inner.at}`,
    keys: [...outer.keys, ...inner.keys],
  };
}
