import type { Json } from '../../objects/plain';

/** One field that differs. */
export interface Change {
  /**
   * The field as people read it, with the names of items instead of their indices: `spec.template.spec.containers[app].image`. The part in
   * brackets is the key of an item of a list, or the key of a map that has a dot.
   */
  readonly at: string;
  /** The field as data, in the new object; in the old one, when it was removed. */
  readonly keys: readonly (string | number)[];
  /** `order`: the items of a list are the same, in another order. */
  readonly what: 'added' | 'removed' | 'changed' | 'order';
  /** The value before; absent when the field was added, and for what is secret. */
  readonly before?: Json;
  /** The value after; absent when the field was removed, and for what is secret. */
  readonly after?: Json;
}

/** Whether a change is under a way of keys, such as `spec`, `template`. */
export function isUnder({ keys }: Pick<Change, 'keys'>, ...way: readonly string[]): boolean {
  return keys.length >= way.length && way.every((key, i) => keys[i] === key);
}
