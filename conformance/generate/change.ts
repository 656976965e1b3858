// Changes of one place each, by what the field table says of it.
import { keySortOf, ODD_RESOURCE_NAMES, RESOURCE_NAMES, sortOf } from './fields';
import { copy, isObject, put } from './json';
import { valueOf } from './leaves';
import { Maker, Struct } from './make/maker';
import { Place, placesFrom, placesIn, rootPlace, structAt, valueAt } from './walk';
import { Field } from '../../src/k8s/field';
import { allTypes } from '../../src/k8s/field-table';

const TYPES = allTypes();

/** How often a new value is a good one. */
const GOOD = 0.4;

/** Fields that hold much and decide nothing on create. */
const RARE = ['status', 'managedFields', 'ephemeralContainers'];

/** Changes one place of the manifest, in place. `donor` is another manifest, to take parts of. */
export function change(m: Maker, manifest: Struct, kind: string, donor: () => { manifest: Struct; kind: string }): void {
  const { r } = m;
  const root = rootPlace(manifest, kind);
  const all = placesFrom(root).slice(1);
  let place = r.chance(0.02) ? root : r.chance(0.5) ? r.pick(all) : descend(m, root);
  // Another kind answers nothing about this one's rules.
  if (place.type === kind && (place.field === 'kind' || place.field === 'apiVersion') && r.chance(0.95)) {
    place = r.pick(all);
  }
  const type = structAt(place);
  if (type !== undefined && (place.type === '' || r.chance(0.75))) {
    changeStruct(m, place, type, all, donor);
  } else if (!place.isItem && Array.isArray(valueAt(place))) {
    changeList(m, place, all);
  } else if (!place.isItem && place.def.is === 'map' && isObject(valueAt(place))) {
    changeMap(m, place);
  } else {
    changeValue(m, place, all);
  }
}

/** A random way down, so that what is near the root is changed more often than the many leaves would have it. */
function descend(m: Maker, root: Place): Place {
  let place = root;
  for (let depth = 0; ; depth++) {
    const inner = placesIn(place);
    if (inner.length === 0 || (depth > 1 && m.r.chance(0.2))) {
      return place;
    }
    place = m.r.pick(inner);
  }
}

function set(place: Place, value: unknown): void {
  if (Array.isArray(place.holder)) {
    place.holder[place.key as number] = value;
  } else {
    put(place.holder, String(place.key), value);
  }
}

function drop(place: Place): void {
  if (Array.isArray(place.holder)) {
    place.holder.splice(place.key as number, 1);
  } else {
    delete place.holder[place.key];
  }
}

function changeStruct(m: Maker, place: Place, type: string, all: Place[], donor: () => { manifest: Struct; kind: string }): void {
  const { r } = m;
  const value = valueAt(place) as Struct;
  const missing = Object.keys(TYPES[type]).filter((field) => !Object.hasOwn(value, field) && (!RARE.includes(field) || r.chance(0.05)));
  const dice = r.next() / 2 ** 32;
  if (dice < 0.5 && missing.length > 0) {
    const field = r.pick(missing);
    value[field] = newValue(m, type, field);
  } else if (dice < 0.62) {
    const fields = Object.keys(value);
    if (fields.length > 0) {
      delete value[r.pick(fields)];
    }
  } else if (place.type === '') {
    unknownField(m, value, type);
  } else if (dice < 0.7) {
    graft(m, place, type, donor);
  } else if (dice < 0.78) {
    set(place, m.make(type));
  } else if (dice < 0.84) {
    // The same type elsewhere: what fits there need not fit here.
    const twins = all.filter((other) => structAt(other) === type && valueAt(other) !== value);
    if (twins.length > 0) {
      set(place, copy(valueAt(r.pick(twins))));
    } else {
      Object.assign(value, m.make(type));
    }
  } else if (dice < 0.88) {
    const before = m.make(type);
    for (const field of Object.keys(before)) {
      value[field] ??= before[field];
    }
  } else if (dice < 0.91) {
    set(place, {});
  } else if (dice < 0.95) {
    drop(place);
  } else if (dice < 0.97) {
    unknownField(m, value, type);
  } else if (dice < 0.98) {
    set(place, wrongType(m));
  } else {
    value[r.pick([...Object.keys(value), ...missing])] = null;
  }
}

/** A value for a field that is not there yet: mostly good, for what is bad by itself hides what is bad by its company. */
function newValue(m: Maker, type: string, field: string): unknown {
  const def = TYPES[type][field];
  if (m.r.chance(0.08)) {
    return m.r.pick([null, ...def.is === 'struct' || def.is === 'map' ? [{}] : def.is === 'list' ? [[]] : ['', 0, false]]);
  }
  if (def.is === 'struct' || def.is === 'list' || def.is === 'map') {
    return m.field(type, field);
  }
  return scalar(m, type, field, def);
}

function graft(m: Maker, place: Place, type: string, donor: () => { manifest: Struct; kind: string }): void {
  const { manifest, kind } = donor();
  const fitting = placesFrom(rootPlace(manifest, kind)).filter((other) => structAt(other) === type);
  if (fitting.length === 0) {
    return set(place, m.make(type));
  }
  const part = copy(valueAt(m.r.pick(fitting))) as Struct;
  const old = valueAt(place) as Struct;
  set(place, m.r.chance(0.5) ? part : { ...old, ...part, ...typeof old.name === 'string' && { name: old.name } });
}

function changeList(m: Maker, place: Place, all: Place[]): void {
  const { r } = m;
  const list = valueAt(place) as unknown[];
  const dice = r.next() / 2 ** 32;
  if (dice < 0.4 || list.length === 0) {
    list.splice(r.below(list.length + 1), 0, item(m, place, GOOD + 0.3));
  } else if (dice < 0.62) {
    list.push(copy(r.pick(list)));
  } else if (dice < 0.8) {
    list.splice(r.below(list.length), 1);
  } else if (dice < 0.87) {
    list.reverse();
  } else if (dice < 0.92) {
    list.length = 0;
  } else if (dice < 0.94) {
    list.push(null);
  } else if (dice < 0.96) {
    const first = item(m, place, GOOD);
    for (let i = r.pick([4, 7, 17, 33, 101]); i > 0; i--) {
      list.push(r.chance(0.7) ? item(m, place, 1) : copy(first));
    }
  } else {
    changeValue(m, place, all);
  }
}

function item(m: Maker, place: Place, good: number): unknown {
  if (place.def.of !== undefined && Object.hasOwn(TYPES, place.def.of)) {
    return m.make(place.def.of);
  }
  return m.r.chance(good) ? m.item(place.type, place.field) : scalar(m, place.type, place.field, place.def);
}

function changeMap(m: Maker, place: Place): void {
  const { r } = m;
  const map = valueAt(place) as Struct;
  const keys = Object.keys(map);
  const dice = r.next() / 2 ** 32;
  if (dice < 0.6 || keys.length === 0) {
    put(map, newKey(m, place.field), item(m, place, GOOD + 0.2));
  } else if (dice < 0.75) {
    delete map[r.pick(keys)];
  } else if (dice < 0.92) {
    const key = r.pick(keys);
    const value = map[key];
    delete map[key];
    put(map, newKey(m, place.field), value);
  } else if (dice < 0.96) {
    for (const key of keys) {
      delete map[key];
    }
  } else {
    set(place, r.pick([null, [], '', { a: 1 }, { a: null }, {}]));
  }
}

function newKey(m: Maker, field: string): string {
  const sort = keySortOf(field);
  if (sort === 'resourceName') {
    return m.r.pick(m.r.chance(0.6) ? RESOURCE_NAMES : ODD_RESOURCE_NAMES);
  }
  return String(valueOf(sort, m.r, 0.35));
}

function changeValue(m: Maker, place: Place, all: Place[]): void {
  const { r } = m;
  const dice = r.next() / 2 ** 32;
  if (dice < 0.1) {
    return drop(place);
  }
  if (dice < 0.13) {
    return set(place, r.pick([null, null, wrongType(m)]));
  }
  if (dice < 0.25) {
    // A value that stands elsewhere: names that clash, references that hit, ports that are taken.
    const sameType = all.filter((other) => other !== place && typeof valueAt(other) === typeof valueAt(place));
    const others = sameType.filter((other) => other.field === place.field || r.chance(0.1));
    if (others.length > 0) {
      return set(place, copy(valueAt(r.pick(others))));
    }
  }
  const { def } = place;
  const struct = def.of !== undefined && Object.hasOwn(TYPES, def.of);
  if (struct) {
    set(place, def.is === 'struct' || place.isItem ? m.make(def.of) : m.field(place.type, place.field));
  } else if (place.isItem || (def.is !== 'list' && def.is !== 'map')) {
    set(place, scalar(m, place.type, place.field, def));
  } else {
    set(place, m.field(place.type, place.field));
  }
}

const NOT_VALUES = ['', 'Foo', 'none', 'Unknown', ' '];

function scalar(m: Maker, type: string, field: string, def: Field): unknown {
  const { r } = m;
  if (def.values && r.chance(0.97)) {
    if (r.chance(0.75)) {
      return r.pick(def.values);
    }
    return r.chance(0.5) ? r.pick(NOT_VALUES) : r.pick([(s: string) => s.toLowerCase(), (s: string) => s.toUpperCase(), (s: string) => `${s} `, (s: string) => s.slice(1)])(r.pick(def.values));
  }
  return valueOf(sortOf(type, field, def), r, GOOD);
}

function unknownField(m: Maker, struct: Struct, type: string): void {
  const name = m.r.pick(Object.keys(TYPES[type]));
  const misspelled = m.r.pick([name.toLowerCase(), name.toUpperCase(), `${name}s`, name.slice(1), `${name[0].toUpperCase()}${name.slice(1)}`, 'foo', '', name.slice(0, -1), ' ', 'a.b', 'a[0]', '__proto__', 'constructor', 'ü']);
  put(struct, misspelled, m.r.pick<unknown>([1, 'x', {}, [], null, true, { a: { b: 1 } }]));
}

const wrongType = (m: Maker): unknown => m.r.pick<unknown>([null, 'x', '', 1, 0, 1.5, -1, true, false, [], {}, [null], [1], ['x'], [{}], { a: 'b' }, { a: null }, '1', 1e30]);
