import type { FindingType } from '../../src/admission';

/** What a type means, and what to do. */
export interface TypeText {
  readonly means: string;
  readonly fix: string;
}

/** Every type of finding, with its usual cause and fix. */
export const TYPES: { readonly [type in FindingType]: TypeText } = {
  FieldValueRequired: {
    means: 'A field that must be there is missing or empty. An empty string and an empty list count as missing.',
    fix: 'Set the field. If it is a list, it needs at least one item.',
  },
  FieldValueInvalid: {
    means: 'The value has the right type, but is not allowed: it is out of range, has the wrong format, or contradicts another field.',
    fix: 'Write a value within the bounds of the message. If two fields contradict each other, change or remove one of them.',
  },
  FieldValueForbidden: {
    means: 'The field is not allowed here, whatever its value: in this kind, together with another field, or on this operating system.',
    fix: 'Remove the field, or the field that does not allow it.',
  },
  FieldValueDuplicate: {
    means: 'Two items of a list have the same key, such as two containers with the same name. The path is that of the second one.',
    fix: 'Rename one of them, or merge the two.',
  },
  FieldValueNotSupported: {
    means: 'The value is not one of the allowed values, which can differ between minors.',
    fix: 'Use one of the values in the message, with the same upper and lower case.',
  },
  FieldValueNotFound: {
    means: 'The value names something that the object does not have, such as a mount of a volume that is not in the pod.',
    fix: 'Correct the name, or add what it names. Other objects (a ConfigMap, a Secret) are not looked up.',
  },
  FieldValueTooLong: {
    means: 'A string has more characters or bytes than the API allows.',
    fix: 'Shorten it; large texts belong in a ConfigMap or in an image.',
  },
  FieldValueTooMany: {
    means: 'A list or map has more items than the API allows.',
    fix: 'Remove some.',
  },
  FieldValueTypeInvalid: {
    means: 'The value has the wrong type, found after decoding.',
    fix: 'Write a value of the type that the message names.',
  },
  InternalError: {
    means: 'The server itself failed on the value. It is refused all the same.',
    fix: 'Write another value than the one in the message.',
  },
  BadRequest: {
    means: 'The manifest cannot be decoded: a field that the kind does not have, a number where a string is needed, a null in a list. '
      + 'The server gives no cause type, and stops here. The review goes on, and leaves out what may be a consequence of the error.',
    fix: 'Check spelling, case and indentation; the finding suggests a similar name if there is one. Quote strings that look like numbers or booleans: "14", "true".',
  },
  Forbidden: {
    means: 'An admission plugin, such as Pod Security, refuses the object. It differs from FieldValueForbidden: the server\'s answer names no field.',
    fix: 'Change what the message names. Pod Security refuses pods only in a namespace that enforces the level.',
  },
  FieldDropped: {
    means: 'The server accepts the object and silently drops the field, in most cases because its feature gate is off by default in this minor. The warning is '
      + 'ours: the server gives none. With `warningsAsErrors` it is an error.',
    fix: 'Remove the field, target the minor that the message names, or suppress the finding if the cluster turns the feature gate on.',
  },
};
