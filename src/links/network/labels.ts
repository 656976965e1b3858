// What selectors say of pods and namespaces whose labels are not all known.
import { isReadableRequirement, LabelMap, LabelRequirement, LabelSelection, meetsRequirement } from '../../admission/formats/label-selector';

/** `maybe`: it depends on labels that nobody has seen. */
export type Match = 'yes' | 'no' | 'maybe';

/** What is known of somebody's labels. */
export interface KnownLabels {
  readonly labels: LabelMap;
  /** Labels that are there with a value that is not known. */
  readonly some: ReadonlySet<string>;
  /** Whether there may be others. */
  readonly open: boolean;
  /** Requirements that are met, whatever the labels are, as `LabelQuery.keys` has them. */
  readonly met: ReadonlySet<string>;
}

/** A label selector, made ready to be asked often. */
export interface LabelQuery {
  readonly requirements: readonly LabelRequirement[];
  /** One string for each requirement. */
  readonly keys: readonly string[];
  /** What tells it from others: the same for the same requirements in any order. Empty when it selects everything. */
  readonly key: string;
  readonly text: string;
}

/** Labels of which all is known but the values of some. */
export function knownLabels(labels: LabelMap, some: Iterable<string> = []): KnownLabels {
  return { labels, some: new Set(some), open: false, met: new Set() };
}

/** What is known of everybody whom a selector selects. */
export function labelsSelectedBy({ requirements, keys }: LabelQuery): KnownLabels {
  const isOne = ({ operator, values = [] }: LabelRequirement): boolean => operator === 'In' && values.length === 1;
  const labels: LabelMap = Object.fromEntries(requirements.filter(isOne).map(({ key = '', values = [] }) => [key, values[0] ?? '']));
  const some = requirements.filter(({ operator }) => operator === 'Exists' || operator === 'In').map(({ key = '' }) => key);
  return { labels, some: new Set(some.filter((key) => !Object.hasOwn(labels, key))), open: true, met: new Set(keys) };
}

/** A selector as policies use it: an empty one selects everything. Undefined for one that the server refuses. */
export function labelQuery({ matchLabels = {}, matchExpressions = [] }: LabelSelection): LabelQuery | undefined {
  const equal = Object.entries(matchLabels).map(([key, value]): LabelRequirement => ({ key, operator: 'In', values: [value] }));
  const requirements = [...equal, ...matchExpressions];
  if (!requirements.every((one) => isReadableRequirement(one, 'labels'))) {
    return undefined;
  }
  const keys = requirements.map(({ key = '', operator, values = [] }) => JSON.stringify([key, operator, values.map((value) => value ?? '').sort()]));
  return { requirements, keys, key: [...keys].sort().join(' '), text: requirements.map(textOf).join(', ') };
}

/** Whether a selector selects somebody. */
export function selects({ requirements, keys }: LabelQuery, { labels, some, open, met }: KnownLabels): Match {
  return all(requirements.map((requirement, i) => {
    const { key = '', operator } = requirement;
    if (met.has(keys[i])) {
      return 'yes';
    }
    if (some.has(key)) {
      return operator === 'Exists' ? 'yes' : operator === 'DoesNotExist' ? 'no' : 'maybe';
    }
    return open && !Object.hasOwn(labels, key) ? 'maybe' : meetsRequirement(requirement, labels) ? 'yes' : 'no';
  }));
}

/** No, when one says no; maybe, when one says maybe. */
export function all(matches: readonly Match[]): Match {
  return matches.includes('no') ? 'no' : matches.includes('maybe') ? 'maybe' : 'yes';
}

function textOf({ key = '', operator, values = [] }: LabelRequirement): string {
  switch (operator) {
    case 'In': return values.length === 1 ? `${key}=${values[0] ?? ''}` : `${key} in (${values.join(', ')})`;
    case 'NotIn': return values.length === 1 ? `${key}!=${values[0] ?? ''}` : `${key} not in (${values.join(', ')})`;
    case 'Exists': return key;
    default: return `no ${key}`;
  }
}
