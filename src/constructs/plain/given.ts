import { IConstruct } from 'constructs';
import { fingerprint, isPlain } from './fingerprint';
import { Misuse } from './misuse';
import { GIVEN, marked } from '../bridge/marks';

/** What a construct was made from: props that it reads again at synth, and the fingerprint of each of their fields at construction. */
interface Given {
  readonly props: { readonly [field: string]: unknown };
  readonly fields: { readonly [field: string]: number };
}

/** Remembers how the props of a construct are now. */
export function rememberGiven(construct: IConstruct, props: any): void {
  if (typeof props === 'object' && props !== null) {
    (construct as any)[GIVEN] = { props, fields: fingerprints(props) };
  }
}

/**
 * Props that were changed between two constructs that were made from them: the first has the change too, which nobody wanted. A change that all
 * constructs came before is left alone: it was made on purpose.
 */
export function sharedProps(construct: IConstruct): Misuse[] {
  const given: Given | undefined = marked(construct, GIVEN);
  const changed = given === undefined ? [] : changesOf(given);
  if (given === undefined || changed.length === 0) {
    return [];
  }
  const { props } = given;
  return changed.flatMap((field): Misuse[] => {
    const parts = new Set<unknown>([props]);
    collect(props[field], parts);
    const other = construct.node.root.node.findAll().find((one) => one !== construct && madeFrom(one, parts));
    return other === undefined ? [] : [{
      who: construct.node.path,
      message: `${field} was changed after this construct was made from it, and before '${other.node.path}' was made from the same object: both have the change`,
      hint: 'give each of them an object of its own, such as { ...props }',
    }];
  });
}

/** Whether a construct was made from one of the objects, as they are now. */
function madeFrom(construct: IConstruct, parts: ReadonlySet<unknown>): boolean {
  const given: Given | undefined = marked(construct, GIVEN);
  if (given === undefined) {
    return false;
  }
  const { props, fields } = given;
  return (parts.has(props) && changesOf(given).length === 0)
    || Object.keys(fields).some((field) => fingerprint(props[field]) === fields[field] && contains(props[field], parts));
}

function fingerprints(props: { readonly [field: string]: unknown }): { [field: string]: number } {
  const fields: { [field: string]: number } = {};
  for (const field of Object.keys(props)) {
    fields[field] = fingerprint(props[field]);
  }
  return fields;
}

function changesOf({ props, fields }: Given): string[] {
  const names = Object.keys(props);
  const removed = Object.keys(fields).filter((field) => !Object.hasOwn(props, field));
  return [...names.filter((field) => fingerprint(props[field]) !== fields[field]), ...removed];
}

function collect(value: unknown, into: Set<unknown>): void {
  if (typeof value === 'object' && value !== null && isPlain(value) && !into.has(value)) {
    into.add(value);
    Object.values(value).forEach((inner) => collect(inner, into));
  }
}

function contains(value: unknown, parts: ReadonlySet<unknown>): boolean {
  const all = new Set<unknown>();
  collect(value, all);
  return [...all].some((part) => parts.has(part));
}
