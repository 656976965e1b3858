/** A field of a Go struct: the type as written, what the tag says about empty values, and whether the comment calls it deprecated. */
export interface GoField {
  readonly type: string;
  readonly omit: readonly string[];
  readonly deprecated: boolean;
}

/** The declarations of one Go package that matter here. */
export interface GoPackage {
  /** Import alias → import path. */
  readonly imports: Map<string, string>;
  /** Struct → JSON name → field. */
  readonly structs: Map<string, Map<string, GoField>>;
  /** Struct → embedded types, whose fields are its own in JSON. */
  readonly embedded: Map<string, string[]>;
  /** Named string type → whether its comment carries `+enum`. */
  readonly strings: Map<string, { readonly marked: boolean; readonly values: string[] }>;
  /** Untyped string constants. */
  readonly constants: Map<string, string>;
}

const IMPORT = /^\s+(?:(\w+) )?"([^"]+)"$/;
const STRUCT = /^type (\w+) struct \{$/;
const NAMED_STRING = /^type (\w+) string$/;
const CONSTANT = /^(?:const )?\s*\w+\s+(\w+)\s*=\s*("(?:[^"\\]|\\.)*")/;
const UNTYPED = /^(?:const )?\s*(\w+)\s*=\s*("(?:[^"\\]|\\.)*")$/;
/** A field, or an embedded type with a JSON name, which makes it a field. */
const FIELD = /^\t(?:\w+\s+)?(\S+)\s+`json:"([^",]+)((?:,[^"]*)?)"/;
const EMBEDDED = /^\t([\w.]+)\s+`json:"(?:,inline)?[^"]*"/;

/** Whether a comment deprecates the field itself, rather than one of its values or neighbours. */
function isDeprecated(comment: readonly string[]): boolean {
  return comment.some((line) => /^(\+k8s:deprecated|deprecated[:.]|deprecated$|this field is deprecated|\w+ is (a )?deprecated)/i.test(line)
    || /^deprecated\w* is /i.test(line));
}

/** Parses the type declarations of a gofmt-formatted Go source. */
export function parseGo(source: string): GoPackage {
  const result: GoPackage = { imports: new Map(), structs: new Map(), embedded: new Map(), strings: new Map(), constants: new Map() };
  const constants: [string, string][] = [];
  let struct: string | undefined;
  let inImports = false;
  let comment: string[] = [];

  for (const line of source.split('\n')) {
    const text = /^\s*\/\/ ?(.*)$/.exec(line);
    if (text) {
      comment.push(text[1].trim());
      continue;
    }
    if (line.startsWith('import (')) {
      inImports = true;
    } else if (inImports) {
      const found = IMPORT.exec(line);
      if (found) {
        result.imports.set(found[1] ?? found[2].split('/').pop()!, found[2]);
      }
      inImports = line !== ')';
    } else if (struct !== undefined) {
      readField(line, struct, comment);
      struct = line === '}' ? undefined : struct;
    } else {
      readDeclaration(line, comment);
    }
    comment = [];
  }

  for (const [type, value] of constants) {
    result.strings.get(type)?.values.push(value);
  }
  return result;

  function readDeclaration(line: string, above: readonly string[]): void {
    const opened = STRUCT.exec(line);
    const named = NAMED_STRING.exec(line);
    const constant = CONSTANT.exec(line);
    const untyped = UNTYPED.exec(line);
    if (opened) {
      struct = opened[1];
      result.structs.set(struct, new Map());
      result.embedded.set(struct, []);
    } else if (named) {
      result.strings.set(named[1], { marked: above.includes('+enum'), values: [] });
    } else if (constant) {
      constants.push([constant[1], JSON.parse(constant[2])]);
    } else if (untyped) {
      result.constants.set(untyped[1], JSON.parse(untyped[2]));
    }
  }

  function readField(line: string, owner: string, above: readonly string[]): void {
    const field = FIELD.exec(line);
    const embedded = EMBEDDED.exec(line);
    if (field) {
      const [, type, name, options] = field;
      const omit = options.split(',').filter((option) => option.startsWith('omit'));
      result.structs.get(owner)!.set(name, { type, omit, deprecated: isDeprecated(above) });
    } else if (embedded) {
      result.embedded.get(owner)!.push(embedded[1]);
    }
  }
}
