/**
 * How much a finding weighs: `error`: the server refuses; `warning`: it accepts and warns, or silently drops a field; `advice`: ours. Advice
 * about what can never work is always given, the rest only when asked for.
 */
export type Severity = 'error' | 'warning' | 'advice';

/**
 * The API's cause types of field errors (k8s.io/apimachinery/pkg/util/validation/field, metav1.CauseType), and two of status
 * reasons: `BadRequest` for decoding and `Forbidden` for an admission plugin, whose answers name no cause. `FieldDropped` is ours: the server
 * takes the object and forgets the field without saying so.
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
  /** If there is a BadRequest, the server reports only those: it decodes before it looks at anything else. The other findings are true as well. */
  readonly type: FindingType;
  /**
   * Of what it speaks, when not of the manifest itself. `old`: of the old manifest of an update; its places are in that one. `pods`: of the
   * pods that the workload's controller makes, which the server refuses although it takes the workload; its places are in the manifest, and
   * `field` is the path in the pod. `app`: of how the object fits to the others of its app; the server takes it all the same.
   */
  readonly subject?: 'old' | 'pods' | 'app';
  /** Stable, ours, names the rule: `env/value-and-value-from`. */
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
  /** In our own words: what is wrong, with the value. */
  readonly message: string;
  /** What the field takes, where the value has the wrong type: `string`, `list`, `int32`, … */
  readonly expected?: string;
  /** Of an unknown field: the place of the field that was probably meant, where the hint names one. In a list, it is in the first item. */
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
