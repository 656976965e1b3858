// What differs between two objects. Lists whose items have keys are compared item by item, whatever their order.
import { sameJson } from '../../admission/formats/same-json';
import { isMap, Json, JsonMap, own } from '../../objects/plain';
import { alikeBy, itemShape, Shape, shapeUnder } from '../schema';
import type { Change } from './change';
import { keyOfItem } from '../apply/server';

/** A name that stands in a path without brackets. */
const PLAIN_NAME = /^[A-Za-z_$][\w-]{0,100}$/;
const LONGEST_KEY = 100;

/** The differences between two objects of a type, in the order of the new one. */
export function compare(before: JsonMap, after: JsonMap, shape: Shape): Change[] {
  const comparison = new Comparison();
  comparison.maps(before, after, shape, { at: '', keys: [] });
  return comparison.changes;
}

interface Place {
  readonly at: string;
  readonly keys: readonly (string | number)[];
}

class Comparison {
  public readonly changes: Change[] = [];

  public maps(before: JsonMap, after: JsonMap, shape: Shape, place: Place): void {
    for (const key of Object.keys(after)) {
      this.values(own(before, key), after[key], shape, key, under(place, key));
    }
    for (const key of Object.keys(before)) {
      if (!Object.hasOwn(after, key)) {
        this.add(under(place, key), before[key], undefined);
      }
    }
  }

  private values(before: Json | undefined, after: Json, outer: Shape, key: string, place: Place): void {
    if (isMap(before) && isMap(after)) {
      this.maps(before, after, shapeUnder(outer, key), place);
    } else if (Array.isArray(before) && Array.isArray(after)) {
      this.lists(before, after, outer, key, place);
    } else if (!sameJson(before, after)) {
      this.add(place, before, after);
    }
  }

  private lists(before: readonly Json[], after: readonly Json[], outer: Shape, key: string, place: Place): void {
    if (sameJson([...before], [...after])) {
      return;
    }
    const shape = shapeUnder(outer, key);
    if (![before, after].every((list) => list.length > 0 && list.every(isMap))) {
      const only = shape.set && before.length === after.length && before.every((item) => after.some((other) => sameJson(item, other)));
      this.changes.push({ ...place, what: only ? 'order' : 'changed', before: [...before], after: [...after] });
      return;
    }
    const keyOf = keyFunction(shape, outer, key);
    const [old, now] = [before as readonly JsonMap[], after as readonly JsonMap[]];
    if (keyOf === undefined || !isUnique(old, keyOf) || !isUnique(now, keyOf)) {
      this.byPlace(old, now, itemShape(shape), place);
    } else {
      this.byKey(old, now, keyOf, itemShape(shape), place);
    }
  }

  private byKey(before: readonly JsonMap[], after: readonly JsonMap[], keyOf: KeyFunction, shape: Shape, place: Place): void {
    const old = new Map(before.map((item, i) => [keyOf(item).key, { item, i }]));
    const now = new Set(after.map((item) => keyOf(item).key));
    after.forEach((item, i) => {
      const { key, shown } = keyOf(item);
      const known = old.get(key);
      if (known === undefined) {
        this.add(itemPlace(place, shown, i), undefined, item);
      } else {
        this.maps(known.item, item, shape, itemPlace(place, shown, i));
      }
    });
    before.forEach((item, i) => {
      const { key, shown } = keyOf(item);
      if (!now.has(key)) {
        this.add(itemPlace(place, shown, i), item, undefined);
      }
    });
    const isInBoth = ({ key }: { readonly key: string }): boolean => old.has(key) && now.has(key);
    const inBoth = (list: readonly JsonMap[]): string[] => list.map(keyOf).filter(isInBoth).map(({ shown }) => shown);
    const [wasOrder, isOrder] = [inBoth(before), inBoth(after)];
    if (!sameJson(wasOrder, isOrder)) {
      this.changes.push({ ...place, what: 'order', before: wasOrder, after: isOrder });
    }
  }

  /** Items without keys: what is the same at the start and at the end is left out, the rest is compared in its order. */
  private byPlace(before: readonly JsonMap[], after: readonly JsonMap[], shape: Shape, place: Place): void {
    const shorter = Math.min(before.length, after.length);
    let first = 0;
    while (first < shorter && sameJson(before[first], after[first])) {
      first++;
    }
    let last = 0;
    while (last < shorter - first && sameJson(before[before.length - 1 - last], after[after.length - 1 - last])) {
      last++;
    }
    const [old, now] = [before.slice(first, before.length - last), after.slice(first, after.length - last)];
    for (let i = 0; i < Math.max(old.length, now.length); i++) {
      const where = itemPlace(place, String(first + i), first + i);
      if (i < old.length && i < now.length) {
        this.maps(old[i], now[i], shape, where);
      } else {
        this.add(where, old[i], now[i]);
      }
    }
  }

  private add(place: Place, before: Json | undefined, after: Json | undefined): void {
    this.changes.push({
      ...place,
      what: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      ...before === undefined ? {} : { before },
      ...after === undefined ? {} : { after },
    });
  }
}

/** The key of an item: for comparing, and as people read it. */
type KeyFunction = (item: JsonMap) => { readonly key: string; readonly shown: string };

function keyFunction(shape: Shape, outer: Shape, key: string): KeyFunction | undefined {
  const { keys } = shape;
  if (keys !== undefined) {
    return (item) => ({ key: keyOfItem(item, keys), shown: shownKey(item, keys) });
  }
  const way = alikeBy(outer.of, key);
  return way === undefined ? undefined : (item) => {
    const value = way.reduce<Json | undefined>((inner, step) => own(inner, step), item);
    return { key: JSON.stringify(value ?? null), shown: String(value ?? '') };
  };
}

/** `http` for a port of that name, else `80/TCP`: what tells the item from the others. */
function shownKey(item: JsonMap, keys: readonly string[]): string {
  return keys.map((key) => own(item, key)).filter((value) => value !== undefined).map((value) => typeof value === 'string' ? value : JSON.stringify(value)).join('/');
}

function isUnique(list: readonly JsonMap[], keyOf: KeyFunction): boolean {
  return new Set(list.map((item) => keyOf(item).key)).size === list.length;
}

function under({ at, keys }: Place, key: string): Place {
  const shown = PLAIN_NAME.test(key) ? `${at === '' ? '' : '.'}${key}` : `[${shortKey(key)}]`;
  return { at: at + shown, keys: [...keys, key] };
}

function itemPlace({ at, keys }: Place, shown: string, index: number): Place {
  return { at: `${at}[${shortKey(shown)}]`, keys: [...keys, index] };
}

function shortKey(key: string): string {
  return key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
}
