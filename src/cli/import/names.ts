import { trim } from '../../admission/formats/space';

/** Names that a variable cannot have: words of the language, globals of a Node module, and names in every generated program. */
const TAKEN = new Set([
  'abstract', 'any', 'arguments', 'as', 'async', 'await', 'boolean', 'break', 'case', 'catch', 'class', 'const', 'constructor', 'continue',
  'debugger', 'declare', 'default', 'delete', 'do', 'else', 'enum', 'eval', 'export', 'exports', 'extends', 'false', 'finally', 'for',
  'from', 'function', 'get', 'global', 'globalThis', 'if', 'implements', 'import', 'in', 'infer', 'instanceof', 'interface', 'is', 'keyof',
  'let', 'module', 'namespace', 'never', 'new', 'null', 'number', 'object', 'of', 'package', 'private', 'process', 'protected', 'public',
  'readonly', 'require', 'return', 'set', 'static', 'string', 'super', 'switch', 'symbol', 'this', 'throw', 'true', 'try', 'type',
  'typeof', 'undefined', 'unique', 'unknown', 'var', 'void', 'while', 'with', 'yield', 'app', 'chart',
]);

/** `my-app.web` as `myAppWeb`; empty when no character can be part of an identifier. */
export function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word, i) => (i === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1)).join('');
}

/** Gives out unique names. */
export class Names {
  private readonly ids = new Set<string>();
  private readonly numbers = new Map<string, number>();

  public constructor(private readonly variables = new Set<string>()) {}

  /** Names of another chart of the program: variables are shared, ids are not. */
  public ofChart(): Names {
    return new Names(this.variables);
  }

  /** A variable's name, made from the first of the texts that gives an unused one. */
  public variable(...texts: readonly string[]): string {
    const names = texts.map((text) => camelCase(text.slice(0, 60))).filter((name) => /^[a-z]/.test(name));
    const free = (name: string) => !TAKEN.has(name) && !this.variables.has(name);
    let name = names.find(free);
    while (name === undefined) {
      name = [this.numbered(names[names.length - 1] ?? 'value')].find(free);
    }
    this.variables.add(name);
    return name;
  }

  /** A construct's id in the chart: the object's name, with its kind where another object has the name. */
  public id(name: string, kind: string): string {
    const plain = trim(name.replace(/[^A-Za-z0-9._-]+/g, '-'), /-/);
    const base = plain === '' ? kind.toLowerCase() : plain;
    const ofKind = `${base}-${kind.toLowerCase()}`;
    // The chart keeps its constructs in an object: a number would go to the front of it, and some words are there already.
    const options = /^\d+$/.test(base) || base in {} ? [ofKind] : [base, ofKind];
    let id = options.find((option) => !this.ids.has(option));
    while (id === undefined) {
      id = [this.numbered(`${ofKind}-`)].find((option) => !this.ids.has(option));
    }
    this.ids.add(id);
    return id;
  }

  /** The text with the next number, from 2. */
  private numbered(text: string): string {
    const number = (this.numbers.get(text) ?? 1) + 1;
    this.numbers.set(text, number);
    return `${text}${number}`;
  }
}
