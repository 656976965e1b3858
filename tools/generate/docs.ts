import type { Field, Model } from './model';
import { isStruct } from './model';
import type { FieldFact, Facts } from '../facts/types';

/** Paths to show for types that users reach from several places, or at a path that is not helpful. */
const PATHS: { readonly [type: string]: string } = {
  PodSpec: 'Pod.spec',
  PodStatus: 'Pod.status',
  ObjectMeta: 'metadata',
};

/** Longer lists of values are not repeated in the comment; the type has them. */
const MANY_VALUES = 12;

const WORDS: { readonly [of: string]: readonly [one: string, many: string] } = {
  'string': ['string', 'strings'],
  'int32': ['integer', 'integers'],
  'int64': ['64-bit integer', '64-bit integers'],
  'boolean': ['boolean', 'booleans'],
  'date-time': ['date and time (RFC 3339)', 'dates and times (RFC 3339)'],
  'micro-time': ['date and time with microseconds (RFC 3339)', 'dates and times with microseconds (RFC 3339)'],
  'int-or-string': ['integer or string', 'integers or strings'],
  'quantity': ['quantity', 'quantities'],
  'bytes': ['bytes in base64', 'bytes in base64'],
  'double': ['number', 'numbers'],
  'strings': ['list of strings', 'lists of strings'],
  'schema-or-list': ['schema or list of schemas', 'schemas or lists of schemas'],
  'schema-or-boolean': ['schema or boolean', 'schemas or booleans'],
  'schema-or-strings': ['schema or list of names of properties', 'schemas or lists of names of properties'],
  'any': ['object of any shape', 'objects of any shape'],
};

/** The path of a type in the API if it is used in one place only, else its name. */
export function typePaths(model: Model): ReadonlyMap<string, string> {
  const uses = new Map<string, { owner: string; field: Field }[]>();
  for (const type of model.types.values()) {
    for (const field of type.fields.values()) {
      if (isStruct(field.of)) {
        uses.set(field.of, [...uses.get(field.of) ?? [], { owner: type.name, field }]);
      }
    }
  }
  const pathOf = (name: string): string => {
    const [use, ...others] = uses.get(name) ?? [];
    if (name in PATHS || use === undefined || others.length > 0) {
      return PATHS[name] ?? name;
    }
    return `${pathOf(use.owner)}.${use.field.name}${suffix(use.field)}`;
  };
  return new Map([...model.types.keys()].map((name) => [name, pathOf(name)]));
}

function suffix(field: Field): string {
  return field.container === 'list' ? '[]' : field.container === 'map' ? '{}' : '';
}

/** The paragraphs of a field's doc comment: description, facts, default. */
export function fieldDoc(field: Field, path: string, fact: FieldFact = {}): string[] {
  const facts = [
    `\`${path}.${field.name}\`: ${[typeWords(field), ...(fact.range ? [fact.range] : [])].join('; ')}.`,
    ...valueWords(field),
    ...sinceWords(field),
    ...(field.deprecated ? ['Deprecated by the API.'] : []),
  ];
  return [
    ...(fact.says ? [sentence(fact.says)] : []),
    facts.join(' '),
    ...(fact.default !== undefined ? [`@default ${fact.default}`] : []),
  ];
}

export function factOf(facts: Facts, type: string, field: string): FieldFact | undefined {
  const key = `${type}.${field}`;
  return Object.prototype.hasOwnProperty.call(facts, key) ? facts[key] : undefined;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function typeWords(field: Field): string {
  const [one, many] = WORDS[field.of] ?? [`\`${field.of}\``, `\`${field.of}\``];
  switch (field.container) {
    case 'list': {
      const keys = field.keys?.map((key) => `\`${key}\``).join(' and ');
      return field.listType === 'set' ? `set of ${many}` : `list of ${many}${keys ? `, merged by ${keys}` : ''}`;
    }
    case 'map':
      return `map of ${many}`;
    default:
      return one;
  }
}

function valueWords(field: Field): string[] {
  if (!field.values || field.values.length > MANY_VALUES) {
    return [];
  }
  const listed = field.values.map((value) => `\`${value}\`${field.valuesSince[value] ? ` (since 1.${field.valuesSince[value]})` : ''}`);
  const one = field.container ? 'Each is one of' : 'One of';
  return [listed.length === 1 ? `Only ${listed[0]}.` : `${one} ${listed.slice(0, -1).join(', ')} and ${listed[listed.length - 1]}.`];
}

function sinceWords(field: Field): string[] {
  if (field.until !== undefined) {
    return [field.since === field.until
      ? `In Kubernetes 1.${field.until} only.`
      : `${field.since ? `Since Kubernetes 1.${field.since}, up to` : 'Up to Kubernetes'} 1.${field.until}.`];
  }
  return field.since === undefined ? [] : [`Since Kubernetes 1.${field.since}.`];
}
