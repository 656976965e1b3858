// One change anywhere in a manifest, by what the field table says of the place.
import { sortOf } from './fields';
import { isObject } from './json';
import { valueOf } from './leaves';
import { Maker, Struct } from './make/maker';
import { Place, placesFrom, rootPlace, structAt, valueAt } from './walk';
import { allTypes } from '../../src/k8s/field-table';

const TYPES = allTypes();
const HEAD = ['apiVersion', 'kind', 'name', 'namespace', 'generateName', 'status', 'managedFields', 'resourceVersion'];

/** A good value for another one, a field or an item more or less, anywhere. */
export function editAnywhere(m: Maker, manifest: Struct, type: string): void {
  const { r } = m;
  const places = placesFrom(rootPlace(manifest, type)).filter(({ type: holder, field, isItem }) => isItem || !HEAD.includes(field) || holder === 'Container');
  const place = r.pick(places);
  const inner = structAt(place);
  const value = valueAt(place);
  if (inner !== undefined && r.chance(0.7)) {
    editStruct(m, value as Struct, inner);
  } else if (!place.isItem && Array.isArray(value)) {
    editList(m, place, value);
  } else if (!place.isItem && place.def.is === 'map' && isObject(value)) {
    editMap(m, place, value);
  } else if (place.field !== '') {
    editValue(m, place);
  }
}

function editStruct(m: Maker, struct: Struct, type: string): void {
  const { r } = m;
  const known = Object.keys(TYPES[type]).filter((field) => !HEAD.includes(field));
  const missing = known.filter((field) => !Object.hasOwn(struct, field));
  const present = known.filter((field) => Object.hasOwn(struct, field));
  if (missing.length > 0 && (present.length === 0 || r.chance(0.65))) {
    const field = r.pick(missing);
    struct[field] = m.field(type, field);
  } else if (present.length > 0) {
    delete struct[r.pick(present)];
  }
}

function editList(m: Maker, place: Place, list: unknown[]): void {
  const { r } = m;
  const dice = r.next() / 2 ** 32;
  if (dice < 0.45 || list.length === 0) {
    list.splice(r.below(list.length + 1), 0, m.item(place.type, place.field));
  } else if (dice < 0.85) {
    list.splice(r.below(list.length), 1);
  } else {
    list.reverse();
  }
}

function editMap(m: Maker, place: Place, map: Struct): void {
  const { r } = m;
  const keys = Object.keys(map);
  if (keys.length === 0 || r.chance(0.5)) {
    map[m.key(place.field)] = m.item(place.type, place.field);
  } else if (r.chance(0.5)) {
    delete map[r.pick(keys)];
  } else {
    map[r.pick(keys)] = m.item(place.type, place.field);
  }
}

function editValue(m: Maker, place: Place): void {
  const { r } = m;
  const holder = place.holder as Struct;
  const { def } = place;
  if (r.chance(0.12) && !place.isItem) {
    delete holder[place.key];
  } else if (r.chance(0.06)) {
    holder[place.key] = r.pick<unknown>([null, '', 0, false, []]);
  } else if (def.is === 'boolean') {
    holder[place.key] = valueAt(place) !== true;
  } else if (typeof valueAt(place) === 'number' && r.chance(0.6)) {
    holder[place.key] = (valueAt(place) as number) + r.pick([1, -1, 10]);
  } else if (def.of !== undefined && Object.hasOwn(TYPES, def.of)) {
    holder[place.key] = place.isItem || def.is === 'struct' ? m.make(def.of) : m.field(place.type, place.field);
  } else {
    holder[place.key] = def.values ? r.pick(def.values) : place.isItem || (def.is !== 'list' && def.is !== 'map') ? valueOf(sortOf(place.type, place.field, def), r, 0.9) : m.field(place.type, place.field);
  }
}
