/* eslint-disable no-bitwise -- the flags of the compiler are bits. */
import { readdirSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { facts } from '../../tools/facts';
import { UNWRITABLE } from '../../tools/generate/text';
import type { Reduced } from '../../tools/reduce/reduced';

const SRC = join(__dirname, '../../src');

/** A leaf field of an API type: its path in steps, and what it holds. */
export interface Leaf {
  readonly path: string;
  readonly steps: readonly Step[];
  readonly type: string;
  readonly values?: readonly string[];
}

type Step = { readonly field: string } | 'item' | 'value';

/** All leaf fields below a type: every field that is no struct, each struct opened at every place that leads to it; values as facts know them. */
export function leavesOf(reduced: Reduced, type: string, above: readonly string[] = []): Leaf[] {
  if (above.includes(type)) {
    throw new Error(`${type} contains itself`);
  }
  return Object.entries(reduced.types[type].fields).flatMap(([field, { type: text, enum: values }]) => {
    const [, mark, of] = /^(\[\]|\{\})?(.+)$/.exec(text.replace('{}[]string', '{}strings'))!;
    const steps: Step[] = [{ field }, ...(mark === '[]' ? ['item' as const] : mark ? ['value' as const] : [])];
    const path = `${field}${mark ?? ''}`;
    return of in reduced.types && !UNWRITABLE.has(of)
      ? leavesOf(reduced, of, [...above, type]).map((leaf) => ({ ...leaf, path: `${path}.${leaf.path}`, steps: [...steps, ...leaf.steps] }))
      : [{ path, steps, type: UNWRITABLE.has(of) ? 'any' : of, values: facts[`${type}.${field}`]?.values ?? values }];
  });
}

/** Says which leaves can be written in an exported type, by asking the compiler. */
export class Reach {
  private readonly checker: ts.TypeChecker;
  private readonly program: ts.Program;

  public constructor() {
    const generated = readdirSync(join(SRC, 'constructs/generated')).map((file) => join(SRC, 'constructs/generated', file));
    this.program = ts.createProgram([join(SRC, 'k8s/index.ts'), ...generated], {
      strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Node16, types: [],
    });
    this.checker = this.program.getTypeChecker();
  }

  /** A type that a file of src exports. */
  public exported(file: string, name: string): ts.Type {
    const module = this.checker.getSymbolAtLocation(this.program.getSourceFile(join(SRC, file))!)!;
    const symbol = this.checker.getExportsOfModule(module).find((candidate) => candidate.name === name);
    if (symbol === undefined) {
      throw new Error(`${file} does not export ${name}`);
    }
    return this.checker.getDeclaredTypeOfSymbol(symbol);
  }

  /** Whether a leaf can be written, with every one of its values. */
  public reaches(root: ts.Type, leaf: Leaf): boolean {
    const end = leaf.steps.reduce((types, step) => types.flatMap((type) => this.follow(type, step)), [root]);
    return this.accepts(end, leaf);
  }

  private follow(type: ts.Type, step: Step): ts.Type[] {
    const found = step === 'item' ? this.checker.isArrayType(type) ? this.checker.getTypeArguments(type as ts.TypeReference)[0] : undefined
      : step === 'value' ? this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
        : this.property(type, step.field);
    return found ? alternatives(found) : [];
  }

  private property(type: ts.Type, name: string): ts.Type | undefined {
    const property = this.checker.getPropertyOfType(type, name);
    return property && this.checker.getTypeOfSymbol(property);
  }

  private accepts(types: readonly ts.Type[], leaf: Leaf): boolean {
    const has = (flags: ts.TypeFlags): boolean => types.some((type) => (type.flags & flags) !== 0);
    switch (leaf.type) {
      case 'string':
        return has(ts.TypeFlags.String) || leaf.values !== undefined
          && leaf.values.every((value) => types.some((type) => type.isStringLiteral() && type.value === value));
      case 'date-time':
      case 'micro-time':
      case 'bytes':
        return has(ts.TypeFlags.String);
      case 'int32':
      case 'int64':
      case 'double':
        return has(ts.TypeFlags.Number);
      case 'boolean':
        return has(ts.TypeFlags.BooleanLike);
      case 'int-or-string':
      case 'quantity':
        return has(ts.TypeFlags.Number) && has(ts.TypeFlags.String);
      case 'strings':
        return types.some((type) => this.checker.isArrayType(type));
      case 'any':
        return types.some((type) => (this.checker.getIndexTypeOfType(type, ts.IndexKind.String)?.flags ?? 0) & ts.TypeFlags.Any);
      default:
        throw new Error(`no rule for ${leaf.type}`);
    }
  }
}

/** The alternatives of a union, without undefined. */
function alternatives(type: ts.Type): ts.Type[] {
  return (type.isUnion() ? type.types : [type]).filter((each) => !(each.flags & ts.TypeFlags.Undefined));
}
