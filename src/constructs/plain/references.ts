import { ApiObject, Chart } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { lateNameOf } from './late-name';
import { INamed, IPodSelector } from './named';
import { fail } from '../bridge/attach';
import { mark, marked, REFERENCES } from '../bridge/marks';

/** The name that a reference stands for, or a token where the content of the object decides it. An API object of another kind is refused. */
export function nameOf(reference: string | INamed, what: string, kind?: string): string {
  if (kind !== undefined && typeof reference === 'object' && ApiObject.isApiObject(reference) && reference.kind !== kind) {
    fail(`${what} takes a ${kind} or its name, got the ${reference.kind} '${reference.node.path}'`);
  }
  const late = lateNameOf(reference);
  if (late !== undefined) {
    return late;
  }
  const name = typeof reference === 'string' ? reference : reference?.name;
  if (typeof name !== 'string' || name === '') {
    fail(`${what} takes a name or an object with a name, got ${describe(reference)}`);
  }
  return name;
}

/** The labels that select the pods of a Pod or workload. */
export function labelsOf(target: IPodSelector, what: string): { [label: string]: string } {
  if (typeof target?.matchLabels !== 'function') {
    fail(`${what} takes a Pod or a workload of this library, or an object with a method matchLabels(); got ${describe(target)}`,
      'give it the workload, or write the labels: Labels.match({ app: \'web\' })');
  }
  return target.matchLabels();
}

/** Fields that refer to another object, with the parts of it that they take. */
const REFERENCES_OF: { readonly [field: string]: readonly ('apiVersion' | 'apiGroup' | 'kind' | 'name')[] } = {
  scaleTargetRef: ['apiVersion', 'kind', 'name'],
  targetRef: ['apiVersion', 'kind', 'name'],
  involvedObject: ['apiVersion', 'kind', 'name'],
  regarding: ['apiVersion', 'kind', 'name'],
  roleRef: ['apiGroup', 'kind', 'name'],
  dataSource: ['apiGroup', 'kind', 'name'],
  dataSourceRef: ['apiGroup', 'kind', 'name'],
};
/** Fields that select pods by a label selector. */
const SELECTORS = new Set(['labelSelector', 'podSelector', 'selector']);

/** What a field takes of an object that stands in it: a reference to it, or a selector of its pods; undefined where it takes neither. */
export function referenceTo(object: unknown, keys: readonly (string | number)[]): { [field: string]: unknown } | undefined {
  const field = keys[keys.length - 1];
  if (typeof field !== 'string' || typeof object !== 'object' || object === null) {
    return undefined;
  }
  if (SELECTORS.has(field) && typeof (object as Partial<IPodSelector>).matchLabels === 'function') {
    return { matchLabels: (object as IPodSelector).matchLabels() };
  }
  if (!Object.hasOwn(REFERENCES_OF, field) || !ApiObject.isApiObject(object)) {
    return undefined;
  }
  const { apiVersion, kind } = object;
  const name = lateNameOf(object) ?? object.name;
  const slash = apiVersion.indexOf('/');
  const known = { apiVersion, kind, name, apiGroup: slash < 0 ? '' : apiVersion.slice(0, slash) };
  return Object.fromEntries(REFERENCES_OF[field].map((part) => [part, known[part]]));
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
