/** Labels of an object. A label without a value has the empty one, as in the server. */
export type LabelMap = { readonly [label: string]: string | undefined };

/** A requirement of a label selector or, with the operators `Gt` and `Lt` too, of a node selector. */
export interface LabelRequirement {
  readonly key?: string;
  readonly operator?: string;
  readonly values?: readonly (string | undefined)[];
}

/** A label selector of the API. */
export interface LabelSelection {
  readonly matchLabels?: LabelMap;
  readonly matchExpressions?: readonly LabelRequirement[];
}

/** Whether a label selector selects an object with these labels. Without requirements it selects all; an unknown operator selects none. */
export function selectsLabels({ matchLabels, matchExpressions }: LabelSelection, labels: LabelMap): boolean {
  return (matchLabels === undefined || hasLabels(labels, matchLabels))
    && (matchExpressions === undefined || matchExpressions.every((one) => meetsRequirement(one, labels)));
}

/** Whether `labels` has all `wanted` labels with the same values. */
export function hasLabels(labels: LabelMap, wanted: LabelMap): boolean {
  for (const key of Object.keys(wanted)) {
    if (labelValue(labels, key) !== (wanted[key] ?? '')) {
      return false;
    }
  }
  return true;
}

/** The value of a label; undefined if there is no such label. */
export function labelValue(labels: LabelMap, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] ?? '' : undefined;
}

/** Whether labels meet a requirement of a label selector. An operator that label selectors do not have is never met. */
export function meetsRequirement({ key = '', operator, values = [] }: LabelRequirement, labels: LabelMap): boolean {
  const value = labelValue(labels, key);
  switch (operator) {
    case 'In':
      return value !== undefined && values.some((one) => (one ?? '') === value);
    case 'NotIn':
      return value === undefined || !values.some((one) => (one ?? '') === value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
}

/** Whether a node's labels meet a requirement of a node selector: `Gt` and `Lt` compare 64-bit integers. */
export function meetsNodeRequirement(requirement: LabelRequirement, labels: LabelMap): boolean {
  const { key = '', operator, values = [] } = requirement;
  if (operator !== 'Gt' && operator !== 'Lt') {
    return meetsRequirement(requirement, labels);
  }
  const [label, limit] = [integer64(labelValue(labels, key)), integer64(values[0])];
  return label !== undefined && limit !== undefined && (operator === 'Gt' ? label > limit : label < limit);
}

/** Whether an operator and its values go together, as the scheduler and the controllers need them to read a selector at all. */
export function isReadableRequirement({ operator, values = [] }: LabelRequirement, of: 'labels' | 'nodes'): boolean {
  switch (operator) {
    case 'In': case 'NotIn':
      return values.length > 0;
    case 'Exists': case 'DoesNotExist':
      return values.length === 0;
    case 'Gt': case 'Lt':
      return of === 'nodes' && values.length === 1 && integer64(values[0]) !== undefined;
    default:
      return false;
  }
}

/** A 64-bit integer as Go parses one. */
function integer64(text: string | undefined): bigint | undefined {
  if (text === undefined || !/^[-+]?\d{1,19}$/.test(text)) {
    return undefined;
  }
  const number = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return BigInt.asIntN(64, number) === number ? number : undefined;
}
