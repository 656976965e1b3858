import type { JsonMap } from '../../objects/plain';
import type { Change } from '../compare/change';
import type { ImpactKind } from '../impacts';
import type { Effect, Settings } from '../model';

/** A change of an object, with all that its effects depend on. */
export interface Situation {
  /** The kind of Kubernetes; undefined for a foreign one. */
  readonly kind: string | undefined;
  /** The object before and after, as the server stores it. */
  readonly before: JsonMap;
  readonly after: JsonMap;
  readonly changes: readonly Change[];
  readonly settings: Settings;
}

/** An effect and the changes that cause it. */
export function effectOf(impact: ImpactKind, text: string, changes: readonly Change[], more: Partial<Effect> = {}): Effect {
  return { impact, text, fields: changes.map(({ at }) => at), ...more };
}

/** `1 pod`, `3 pods`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
