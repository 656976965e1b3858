import { ApiObject, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { INamed } from './named';
import { fail } from '../bridge/attach';
import { mark, marked, REFERENCES } from '../bridge/marks';

/** The name that a reference stands for. An API object of another kind is refused. */
export function nameOf(reference: string | INamed, what: string, kind?: string): string {
  if (kind !== undefined && typeof reference === 'object' && ApiObject.isApiObject(reference) && reference.kind !== kind) {
    fail(`${what} takes a ${kind} or its name, got the ${reference.kind} '${reference.node.path}'`);
  }
  const name = typeof reference === 'string' ? reference : reference?.name;
  if (typeof name !== 'string' || name === '') {
    fail(`${what} takes a name or an object with a name, got ${describe(reference)}`);
  }
  return name;
}

/** Remembers that a value was made from an object, so that the object is written before what uses the value. */
export function withReference<T extends object>(value: T, reference: string | INamed): T {
  if (typeof reference === 'object' && Construct.isConstruct(reference)) {
    mark(value, REFERENCES, [reference]);
  }
  return value;
}

/** Remembers what the parts of a value were made from. */
export function withReferencesOf<T extends object>(value: T, parts: readonly object[]): T {
  const all = parts.flatMap((part): IConstruct[] => marked(part, REFERENCES) ?? []);
  if (all.length > 0) {
    mark(value, REFERENCES, all);
  }
  return value;
}

/** Lets `user` be written after every object that one of the values was made from, as far as they share a chart. */
export function dependOnReferences(user: IConstruct, values: Iterable<unknown>): void {
  for (const value of values) {
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    const targets: readonly IConstruct[] = marked(value, REFERENCES) ?? (Construct.isConstruct(value) ? [value] : []);
    for (const target of targets) {
      if (target !== user && Chart.of(target) === Chart.of(user)) {
        user.node.addDependency(target);
      }
    }
  }
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? `an object of type ${value.constructor?.name ?? 'Object'} without one` : JSON.stringify(value) ?? 'undefined';
}
