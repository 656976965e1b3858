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
    fix: 'Set it. Where the path ends in a list, give the list at least one item.',
  },
  FieldValueInvalid: {
    means: 'The value has the right type and is not allowed: out of its range, of the wrong form, or in contradiction to another field.',
    fix: 'The message has the value and the bounds. Where two fields contradict each other, one of them has to go or to follow.',
  },
  FieldValueForbidden: {
    means: 'The field may not be set here at all, whatever its value: in this kind, beside that other field, or on this operating system.',
    fix: 'Remove the field, or what forbids it.',
  },
  FieldValueDuplicate: {
    means: 'Two items of a list have the same key, such as two containers of one name. The path is that of the later one.',
    fix: 'Rename one, or merge the two.',
  },
  FieldValueNotSupported: {
    means: 'The value is not one of a closed set. The sets can differ between minors.',
    fix: 'Take one of those that the message lists; mind upper and lower case.',
  },
  FieldValueNotFound: {
    means: 'The value is the name of something in the same object that is not there, such as a mount of a volume that the pod does not have.',
    fix: 'Correct the name, or add what it names. Objects elsewhere (a ConfigMap, a Secret) are not looked for.',
  },
  FieldValueTooLong: {
    means: 'A text has more characters or bytes than the API keeps.',
    fix: 'Shorten it; large texts belong in a ConfigMap or in an image.',
  },
  FieldValueTooMany: {
    means: 'A list or map has more items than the API keeps.',
    fix: 'Leave some out.',
  },
  FieldValueTypeInvalid: {
    means: 'The value has the wrong type, found after decoding.',
    fix: 'Write a value of the type that the message names.',
  },
  InternalError: {
    means: 'The server itself failed on the value. It is refused all the same.',
    fix: 'The message says which value it was; write another.',
  },
  BadRequest: {
    means: 'The manifest could not be decoded: a field that the kind does not have, a number where a string is needed, a null in a list. '
      + 'The server names no cause type for it, and looks no further: other findings come when this one is fixed.',
    fix: 'Look at spelling, case and indentation first; the message has a proposal where one is near. Quote what must be a string: "14", "true".',
  },
  Forbidden: {
    means: 'An admission plugin refuses the object, after decoding and before or after the rules, or Pod Security does. Not FieldValueForbidden: '
      + 'there is no field to it in the server\'s answer.',
    fix: 'The message says which plugin rule it is. Pod Security refuses only in a namespace that enforces the level.',
  },
  FieldDropped: {
    means: 'The server accepts the object and silently forgets the field, mostly since its feature gate is off by default in this minor. A warning of ours: '
      + 'the server gives none. With `warningsAsErrors` it is an error.',
    fix: 'Remove the field, target the minor that the message names, or suppress the finding if the cluster turns the feature gate on.',
  },
};
