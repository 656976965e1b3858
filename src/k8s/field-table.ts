import { Field, inMinor, Types } from './field';
import { TYPES_OF_PODS } from './types-of-pods';

/** What the name of a type begins with, other than that of a scalar. */
const TYPE = /^[A-Z]/;

/** The fields of a type; undefined for a name that is no type. */
export function fieldsOf(type: string): Types[string] | undefined {
  if (Object.hasOwn(TYPES_OF_PODS, type)) {
    return TYPES_OF_PODS[type];
  }
  return TYPE.test(type) && Object.hasOwn(otherTypes(), type) ? otherTypes()[type] : undefined;
}

/** The field of a type in a minor, or in any minor when none is given. */
export function fieldOf(type: string, field: string, minor?: number): Field | undefined {
  const fields = fieldsOf(type) ?? {};
  const found = Object.hasOwn(fields, field) ? fields[field] : undefined;
  return found && (minor === undefined || inMinor(found, minor)) ? found : undefined;
}

/** All types. */
export function allTypes(): Types {
  return { ...TYPES_OF_PODS, ...otherTypes() };
}

/** Loaded when first asked for: who reviews pods only never needs it. */
function otherTypes(): Types {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { TYPES_OF_OTHERS } = require('./types-of-others') as typeof import('./types-of-others');
  return TYPES_OF_OTHERS;
}
