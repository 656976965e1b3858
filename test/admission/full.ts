import { Manifest } from './cases/base';
import { allTypes } from '../../src/k8s/field-table';
import { kindFacts } from '../../src/k8s/kinds';

const TYPES = allTypes();

/** What a full object is filled with. */
export interface Filling {
  readonly text: string;
  readonly items: number;
}

/** An object of a kind with every field of every type set: rarely a valid one. */
export function fullObject(kind: string, filling: Partial<Filling> = {}): Manifest {
  return { ...struct(kind, { text: 'a', items: 1, ...filling }), apiVersion: kindFacts(kind)!.apiVersion, kind };
}

function struct(type: string, filling: Filling): Manifest {
  return Object.fromEntries(Object.entries(TYPES[type])
    .filter(([, field]) => field.until === undefined && field.is !== 'any')
    .map(([name, field]) => {
      const one = (): unknown => sample(field.of ?? field.is, filling);
      return [name, field.is === 'list' ? Array.from({ length: filling.items }, one) : field.is === 'map' ? { [filling.text]: one() } : one()];
    }));
}

function sample(kind: string, filling: Filling): unknown {
  switch (kind) {
    case 'string': return filling.text;
    case 'int32': case 'int64': return 1;
    case 'boolean': return true;
    case 'date-time': return '2026-01-31T12:00:00Z';
    case 'int-or-string': return filling.text;
    case 'quantity': return '1';
    default: return struct(kind, filling);
  }
}

/** Every place of a value that can be set: its owner and the key in it. */
export function placesOf(value: unknown): [owner: Manifest, key: string][] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.keys(value).flatMap((key) => [[value, key] as [Manifest, string], ...placesOf((value as Manifest)[key])]);
}

/** Freezes an object and all that it has. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
