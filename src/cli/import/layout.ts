import { memberName, quote } from './text';

/** A piece of TypeScript: text as it stands, or a part that is laid out on one line or several. */
export type Code = string | ObjectCode | ListCode | CallCode | LinesCode;

/** An entry of an object literal, with the comments above it. A key that is undefined stands for a spread of the value. */
export type Entry<K extends string | undefined = string> = readonly [key: K, value: Code, comments?: readonly string[]];

/** An object literal. */
export interface ObjectCode {
  readonly entries: readonly Entry<string | undefined>[];
}

/** A list literal, with the comments above each item. */
export interface ListCode {
  readonly items: readonly Code[];
  readonly comments?: readonly (readonly string[])[];
}

/** A call: of a function or constructor by its name, or of a method of what `on` says. */
export interface CallCode {
  readonly call: string;
  readonly on?: Code;
  readonly args: readonly Code[];
}

/** A text of several lines, one under the other. */
export interface LinesCode {
  readonly lines: readonly string[];
}

/** Longest line, as far as it can be broken. */
const WIDTH = 118;
/** Objects with more keys than this are written one key a line. */
const MOST_KEYS = 4;
/** Lists of more objects or calls than this are written one a line. */
const MOST_PARTS = 2;
/** How much nesting a line may have. */
const DEEPEST = 5;

export const object = (...entries: readonly Entry<string | undefined>[]): ObjectCode => ({ entries });
export const list = (items: readonly Code[], comments?: readonly (readonly string[])[]): ListCode => ({ items, comments });
export const call = (name: string, ...args: readonly Code[]): CallCode => ({ call: name, args });
export const callOn = (on: Code, method: string, ...args: readonly Code[]): CallCode => ({ call: method, on, args });

/** The code on one line; undefined when it does not belong on one. */
export function flat(code: Code, depth = 0): string | undefined {
  if (typeof code === 'string') {
    return code;
  }
  if ('lines' in code || depth > DEEPEST) {
    return undefined;
  }
  if ('entries' in code) {
    if (code.entries.length > MOST_KEYS || code.entries.some(([, , comments]) => comments !== undefined && comments.length > 0)) {
      return undefined;
    }
    const names = memberNames(code);
    const entries = all(code.entries.map(([, value]) => flat(value, depth + 1)));
    return entries && (entries.length === 0 ? '{}' : `{ ${entries.map((entry, i) => names[i] + entry).join(', ')} }`);
  }
  if ('items' in code) {
    const parts = code.items.filter((item) => typeof item !== 'string').length;
    const isLong = parts > MOST_PARTS || code.comments?.some((comments) => comments.length > 0);
    const items = isLong ? undefined : all(code.items.map((item) => flat(item, depth + 1)));
    return items && `[${items.join(', ')}]`;
  }
  const on = code.on === undefined ? '' : flat(code.on, depth);
  const args = all(code.args.map((arg) => flat(arg, depth)));
  return on === undefined || args === undefined ? undefined : `${head(on, code)}(${args.join(', ')})`;
}

/**
 * The code, broken where its line would be too long.
 *
 * @param indent how far lines of the code are indented
 * @param before how much of the first line is taken by what stands before it, the indent included
 * @param broken whether it is broken though it fits on one line
 */
export function layOut(code: Code, indent = 0, before = indent, broken = false): string {
  const line = flat(code);
  if (line !== undefined && !broken && before + line.length <= WIDTH) {
    return line;
  }
  if (typeof code === 'string') {
    return code;
  }
  const inner = indent + 2;
  const pad = ' '.repeat(inner);
  if ('lines' in code) {
    return `[\n${code.lines.map((text) => `${pad}${quote(text)},\n`).join('')}${' '.repeat(indent)}].join('\\n')`;
  }
  if ('entries' in code) {
    const names = memberNames(code);
    const entries = code.entries.map(([, value, comments], i) =>
      `${commentLines(comments, pad)}${pad}${names[i]}${layOut(value, inner, inner + names[i].length)},\n`);
    return `{\n${entries.join('')}${' '.repeat(indent)}}`;
  }
  if ('items' in code) {
    return `[\n${code.items.map((item, i) => `${commentLines(code.comments?.[i], pad)}${pad}${layOut(item, inner)},\n`).join('')}${' '.repeat(indent)}]`;
  }
  // What is called on a new construct stands below the construct's props.
  const on = code.on === undefined ? '' : layOut(code.on, indent, before, isConstruct(code.on));
  return layOutCall(head(on, code), code.args, indent, before);
}

function commentLines(comments: readonly string[] | undefined, pad: string): string {
  return (comments ?? []).map((comment) => `${pad}// ${comment}\n`).join('');
}

/** The last argument is broken if the others fit before it, else each argument gets lines of its own. */
function layOutCall(name: string, args: readonly Code[], indent: number, before: number): string {
  const column = name.includes('\n') ? indent + name.length - name.lastIndexOf('\n') - 1 : before + name.length;
  const line = name.includes('\n') ? all(args.map((arg) => flat(arg)))?.join(', ') : undefined;
  if (line !== undefined && column + line.length + 3 <= WIDTH) {
    return `${name}(${line})`;
  }
  const first = all(args.slice(0, -1).map((arg) => flat(arg)));
  const last = args[args.length - 1];
  if (last !== undefined && first !== undefined) {
    const start = `${name}(${first.map((arg) => `${arg}, `).join('')}`;
    const width = column + start.length - name.length;
    if (typeof last !== 'string' && (!('call' in last) || args.length === 1) && (width < WIDTH || name.startsWith('new '))) {
      return `${start}${layOut(last, indent, width, isObject(last))})`;
    }
  }
  const inner = indent + 2;
  const lines = args.map((arg) => `${' '.repeat(inner)}${layOut(arg, inner)},\n`);
  return args.length === 0 ? `${name}()` : `${name}(\n${lines.join('')}${' '.repeat(indent)})`;
}

/** The names that code calls: `Probe` of `Probe.httpGet()`, `Container` of `new Container()`. */
export function usedNames(code: Code, names = new Set<string>()): Set<string> {
  if (typeof code === 'string' || 'lines' in code) {
    return names;
  }
  if ('entries' in code) {
    code.entries.forEach(([, value]) => usedNames(value, names));
  } else if ('items' in code) {
    code.items.forEach((item) => usedNames(item, names));
  } else {
    if (code.on === undefined) {
      names.add(code.call.replace(/^new /, '').split('.')[0]);
    } else {
      usedNames(code.on, names);
    }
    code.args.forEach((arg) => usedNames(arg, names));
  }
  return names;
}

/** The comments that are written in code. */
export function writtenComments(code: Code, written = new Set<string>()): Set<string> {
  if (typeof code === 'string' || 'lines' in code) {
    return written;
  }
  if ('entries' in code) {
    code.entries.forEach(([, value, comments = []]) => {
      comments.forEach((comment) => written.add(comment));
      writtenComments(value, written);
    });
  } else if ('items' in code) {
    code.comments?.flat().forEach((comment) => written.add(comment));
    code.items.forEach((item) => writtenComments(item, written));
  } else {
    [...code.on === undefined ? [] : [code.on], ...code.args].forEach((part) => writtenComments(part, written));
  }
  return written;
}

const isConstruct = (code: Code): boolean => typeof code === 'object' && 'call' in code && code.call.startsWith('new ');
const isObject = (code: Code): boolean => typeof code === 'object' && 'entries' in code && code.entries.length > 0;

function head(on: string, code: CallCode): string {
  return code.on === undefined ? code.call : `${on}.${code.call}`;
}

/** The keys as they are written before their values; when one needs quotes, all have them, as the lint of cdk8s projects wants it. */
function memberNames(code: ObjectCode): string[] {
  const quoted = code.entries.some(([key]) => key !== undefined && memberName(key) !== key);
  return code.entries.map(([key, value]) => {
    if (key === undefined) {
      return '...';
    }
    if (!quoted && value === key && !/^(true|false|null)$/.test(key)) {
      return ''; // a variable of the field's name
    }
    return `${quoted && memberName(key) === key ? quote(key) : memberName(key)}: `;
  });
}

function all<T>(values: readonly (T | undefined)[]): T[] | undefined {
  return values.includes(undefined) ? undefined : values as T[];
}
