import { isPlain, UNREADABLE } from './reading';
import { FieldKind } from '../../k8s/field';
import { parseQuantity } from '../formats/quantity';
import type { Path } from '../path';
import { show } from '../report';

/** Why a value cannot be decoded, as a finding says it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  /** What the field takes, where the value has the wrong type. */
  readonly expected?: FieldKind;
  /** The field that was probably meant, in place of an unknown one. */
  readonly meant?: Path;
}

const WANTED: { readonly [kind in FieldKind]: string } = {
  'struct': 'an object',
  'list': 'a list',
  'map': 'an object',
  'string': 'a string',
  'int32': 'an integer',
  'int64': 'an integer',
  'boolean': 'true or false',
  'date-time': 'a time (a string such as \'2026-01-31T12:00:00Z\')',
  'micro-time': 'a time with microseconds (a string such as \'2026-01-31T12:00:00.000000Z\')',
  'bytes': 'bytes in base64',
  'double': 'a number',
  'strings': 'a list of strings',
  'schema-or-list': 'a schema or a list of schemas',
  'schema-or-boolean': 'a schema, true or false',
  'schema-or-strings': 'a schema or a list of strings',
  'int-or-string': 'an integer or a string',
  'quantity': 'a quantity (such as \'500m\' or \'1Gi\')',
  'any': 'a JSON value',
};

const NO_JSON = 'decode/not-json';
const TRUE = /^(true|yes|on|y)$/i;
const FALSE = /^(false|no|off|n)$/i;

/** What is wrong with a value that is not what its field holds. `item` is what a list or map holds. */
export function problemOf(value: unknown, wanted: FieldKind): Problem {
  const foreign = noJson(value);
  if (foreign !== undefined) {
    return { code: NO_JSON, message: `expected ${WANTED[wanted]}, got ${foreign}, which JSON cannot express` };
  }
  if (typeof value === 'number' && (wanted === 'int32' || wanted === 'int64' || wanted === 'int-or-string')) {
    return numberProblem(value, wanted);
  }
  if (wanted === 'quantity' && (typeof value === 'string' || typeof value === 'number')) {
    const better = typeof value === 'string' ? quantityLike(value) : undefined;
    return withHint('decode/quantity', `${show(value)} is not a valid quantity such as '500m' or '1Gi'`, better === undefined ? undefined : `did you mean '${better}'?`);
  }
  if (wanted === 'date-time' && typeof value === 'string') {
    return withHint('decode/time', `${show(value)} is not a valid time`, 'use RFC 3339: \'2026-01-31T12:00:00Z\'');
  }
  return { ...withHint('decode/wrong-type', `expected ${WANTED[wanted]}, got ${describe(value)}`, hintFor(value, wanted)), expected: wanted };
}

/** The same for any value, also for a revoked proxy, which throws when it is looked at. */
export function safeProblemOf(value: unknown, wanted: FieldKind): Problem {
  try {
    return problemOf(value, wanted);
  } catch {
    return problemOf(UNREADABLE, wanted);
  }
}

/** A value in a few words, whatever it is; reads nothing of it. */
function describe(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'object':
      return value === null ? 'null' : 'an object';
    case 'string':
      return `the string ${show(value)}`;
    case 'number':
      return `the number ${value}`;
    default:
      return String(value);
  }
}

/** Names a value that JSON cannot say; undefined for one that it can. */
function noJson(value: unknown): string | undefined {
  switch (typeof value) {
    case 'symbol':
      return value === UNREADABLE ? 'a property that cannot be read (its getter throws)' : 'a symbol';
    case 'function':
      return 'a function';
    case 'bigint':
      return 'a BigInt';
    case 'undefined':
      return 'undefined or a hole';
    case 'number':
      return Number.isFinite(value) ? undefined : String(value);
    case 'object':
      return value === null || Array.isArray(value) || isPlain(value) ? undefined : `an instance of ${classOf(value)}`;
    default:
      return undefined;
  }
}

function classOf(value: object): string {
  try {
    const name: unknown = value.constructor.name;
    return typeof name === 'string' && name !== '' ? name.slice(0, 80) : 'a class';
  } catch {
    return 'a class';
  }
}

function numberProblem(value: number, wanted: 'int32' | 'int64' | 'int-or-string'): Problem {
  if (!Number.isInteger(value)) {
    return withHint('decode/no-integer', `must be an integer, got ${value}`, `use ${Math.trunc(value)} or ${Math.trunc(value) + Math.sign(value)}`);
  }
  const range = wanted === 'int64' ? '-9223372036854775808 to 9223372036854775807' : '-2147483648 to 2147483647';
  return { code: 'decode/out-of-range', message: `must be from ${range}, got ${value}` };
}

function hintFor(value: unknown, wanted: FieldKind): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') {
    return wanted === 'string' ? `write it in quotes: '${value}'` : wanted === 'list' ? 'write a list' : undefined;
  }
  if (typeof value === 'string') {
    switch (wanted) {
      case 'int32': case 'int64':
        return /^\s*-?[0-9]{1,19}\s*$/.test(value) ? `write ${value.trim()} without quotes` : undefined;
      case 'boolean':
        return TRUE.test(value) ? 'write true, without quotes' : FALSE.test(value) ? 'write false, without quotes' : undefined;
      case 'list':
        return `write a list: [${items(value)}]`;
      default:
        return undefined;
    }
  }
  if (Array.isArray(value)) {
    return value.length === 1 && wanted !== 'any' ? 'write its only item without the list' : undefined;
  }
  return wanted === 'list' ? 'write a list: put [ ] around the object, or make each entry an item with its name as a field' : undefined;
}

/** The words of a command line as items; other strings as one item. */
function items(text: string): string {
  return text.length <= 80 && /^[\w./:=@-]+(?: [\w./:=@-]+)+$/.test(text) ? text.split(' ').map(show).join(', ') : show(text);
}

/** The quantity that the author of `1 GB`, `512MiB`, `1,5Gi` or `2K` meant. */
function quantityLike(text: string): string | undefined {
  if (text.length > 40) {
    return undefined;
  }
  const bare = text.replace(/\s+/g, '').replace(/,/g, '.');
  const [, number, unit] = /^([-+]?[0-9.]+)([a-zA-Z]*)$/.exec(bare) ?? [];
  if (number === undefined) {
    return undefined;
  }
  const short = unit.replace(/(?<=.)b(yte)?s?$/i, '').replace(/^b(yte)?s?$/i, '');
  const binary = /^([kmgtpe])i$/i.exec(short);
  const decimal = /^[kmgtpe]$/i.exec(short);
  const right = binary ? `${binary[1].toUpperCase()}i` : decimal ? short.toUpperCase().replace('K', 'k') : short;
  const found = [`${number}${right}`, `${number}${short}`].find((each) => parseQuantity(each) !== undefined);
  return found === text ? undefined : found;
}

function withHint(code: string, message: string, hint: string | undefined): Problem {
  return hint === undefined ? { code, message } : { code, message, hint };
}
