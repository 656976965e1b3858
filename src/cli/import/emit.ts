import { Comments } from './comments';
import { isStruct, Struct } from './fit';
import { Code, Entry, list, object } from './layout';
import { quote } from './text';
import { sameJson } from '../../admission/formats/same-json';
import { fieldOf } from '../../k8s/field-table';

/** Strings with this many line breaks or more are written one line of text per line of code. */
const MANY_BREAKS = 2;
const LONG_LINE = 80;
/** Fields that a reader looks for first. Manifests from a cluster have all fields in the order of the alphabet. */
const FIRST = ['name', 'generateName', 'image', 'command', 'args'];

/** Any plain value as a literal, with the comments of its entries. */
export function literal(value: unknown, comments?: Comments): Code {
  if (typeof value === 'string') {
    return text(value);
  }
  if (Array.isArray(value)) {
    return list(value.map((item) => literal(item, comments)), comments && value.map((_, i) => comments.above(value, i)));
  }
  if (isStruct(value)) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return object(...entries.map(([key, item]) => [key, literal(item, comments), comments?.above(value, key)] as const));
  }
  return Object.is(value, -0) ? '-0' : String(value);
}

function text(value: string): Code {
  const lines = value.split('\n');
  const breaks = lines.length - 1 - (value.endsWith('\n') ? 1 : 0);
  return breaks >= MANY_BREAKS || (breaks > 0 && value.length > LONG_LINE) ? { lines } : quote(value);
}

/** The code that makes exactly the value; undefined when no helper does. */
export type Helper = (value: Struct, emit: Emitter) => Code | undefined;

/** Writes values of the API's types, with the library's helpers where one makes exactly the value. */
export class Emitter {
  /**
   * @param helpers by the API type of what they make
   * @param shared labels that variables stand for
   * @param comments those of the object
   */
  public constructor(
    private readonly helpers: { readonly [type: string]: Helper },
    private readonly shared: readonly { readonly labels: unknown; readonly variable: string }[] = [],
    private readonly comments?: Comments,
  ) {}

  /** The comments of one entry of a map or list, to be written above it. */
  public above(parent: object, key: string | number): readonly string[] {
    return this.comments?.above(parent, key) ?? [];
  }

  /** Any plain value as a literal. */
  public literal(value: unknown): Code {
    return literal(value, this.comments);
  }

  /** The items of a list, each as its code. */
  public list<T>(items: readonly T[], code: (item: T) => Code): Code {
    return list(items.map(code), items.map((_, i) => this.above(items, i)));
  }

  /** A map of labels, or the variable that stands for it. */
  public labels(value: unknown): Code {
    return this.shared.find(({ labels }) => sameJson(value, labels))?.variable ?? this.literal(value);
  }

  /** A value of a type of the API that fits it. */
  public typed(value: unknown, type: string): Code {
    const helped = Object.hasOwn(this.helpers, type) && isStruct(value) ? this.helpers[type](value, this) : undefined;
    return helped ?? this.plain(value, type);
  }

  /** A value of a type of the API as a literal, with helpers inside of it. */
  public plain(value: unknown, type: string): Code {
    return isStruct(value) ? object(...this.fields(value, type)) : this.literal(value);
  }

  /** The fields of a struct, without some. */
  public fields(value: Struct, type: string, ...without: readonly string[]): Entry[] {
    return inOrder(Object.entries(value)).filter(([key]) => !without.includes(key))
      .map(([key, item]) => [key, this.field(item, type, key), this.above(value, key)]);
  }

  /** The fields of a struct, without some, as the last argument of a helper; no argument when none are left. */
  public options(value: Struct, type: string, ...without: readonly string[]): Code[] {
    const rest = this.fields(value, type, ...without);
    return rest.length === 0 ? [] : [object(...rest)];
  }

  /** One field of a struct. */
  public field(value: unknown, type: string, key: string): Code {
    const field = fieldOf(type, key);
    if ((key === 'mode' || key === 'defaultMode') && typeof value === 'number') {
      return fileMode(value);
    }
    if (key === 'labels' || key === 'matchLabels') {
      return this.labels(value);
    }
    if (field?.of === undefined || !(field.is === 'list' || field.is === 'struct')) {
      return this.literal(value);
    }
    return Array.isArray(value) ? this.list(value, (item) => this.typed(item, field.of!)) : this.typed(value, field.of);
  }
}

/** The entries with those first that say what the others are about; the rest as they were. */
export function inOrder<T>(entries: readonly [string, T][]): [string, T][] {
  const rank = (key: string) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length);
  return [...entries].sort(([a], [b]) => rank(a) - rank(b));
}

/** Permission bits in octal. */
function fileMode(mode: number): Code {
  return Number.isInteger(mode) && mode > 0 && mode <= 0o777 ? `0o${mode.toString(8).padStart(3, '0')}` : literal(mode);
}
