import { ApiObject, App, IResolver, NumberStringUnionResolver, ResolutionContext } from 'cdk8s';
import { Construct } from 'constructs';
import { NOT_QUICK, quickPlain, sortNames } from './quick-plain';
import { yamlUnsafe } from './yaml-safe';

/** A place in a manifest, as keys from its top: `['spec', 'containers', 0, 'args']`. */
export type Keys = readonly (string | number)[];

/** A value that no manifest can carry. */
export interface PlainProblem {
  readonly keys: Keys;
  /** What is wrong and what to write instead, without the place. */
  readonly message: string;
}

/** An app with this property writes YAML that carries every string, so that none has to be refused for cdk8s' writer. */
export const EXACT_YAML = Symbol.for('cdk8s-pods.ExactYaml');

// What a JSON patch has made of plain data: a null in it was written on purpose, and its tokens are resolved.
const settled = new WeakSet<object>();
let anySettled = false;

/** Marks plain data as finished: `toPlain` keeps its nulls and looks for no tokens in it. */
export function settle<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    settled.add(value);
    anySettled = true;
  }
  return value;
}

/** What stands for a value: a token's value, however deep tokens are nested, but not what is inside of it. */
export function resolveToken(value: unknown, object: ApiObject, keys: Keys = [], resolvers?: IResolver[]): any {
  if (resolvers === undefined) {
    const all = resolversOf(object);
    if (all.length === BUILT_IN_RESOLVERS && (typeof value !== 'object' || value === null || surelyNoToken(value))) {
      return value;
    }
    resolvers = all.filter(isForTokens);
  }
  const context = new ResolutionContext(object, keys.map(String), value);
  for (const resolver of resolvers) {
    resolver.resolve(context);
    if (context.replaced) {
      const { replacedValue } = context;
      return replacedValue === null || replacedValue === undefined ? undefined : resolveToken(replacedValue, object, keys, resolvers);
    }
  }
  return value;
}

function resolversOf(object: ApiObject): IResolver[] {
  return (object.node.root as App).resolvers ?? [];
}

/** A union class of an import (`IntOrString.fromNumber(80)`) means its value here; cdk8s would leave `{ value: 80 }`. */
function isForTokens(resolver: IResolver): boolean {
  return !(resolver instanceof NumberStringUnionResolver);
}

/** cdk8s' own resolvers, at the end of every app's list. */
const BUILT_IN_RESOLVERS = 3;

/**
 * Turns what the user wrote into plain data: resolves tokens with the app's resolvers, drops keys without a value, sorts keys as
 * cdk8s does, and collects everything that is not data, or that cdk8s' YAML writer would not carry exactly.
 *
 * @param keepNulls whether a null is a value (as in a JSON patch) or no value
 */
export function toPlain(root: unknown, object: ApiObject, problems: PlainProblem[], keepNulls = false): any {
  const all = resolversOf(object);
  const ownResolvers = all.length > BUILT_IN_RESOLVERS;
  const exact = EXACT_YAML in object.node.root;
  const sort = !process.env.CDK8S_DISABLE_SORT;
  if (!ownResolvers && !keepNulls) {
    const quick = quickPlain(root, { sort, exact, refuses: anySettled ? isSettled : undefined });
    if (quick !== NOT_QUICK) {
      return quick;
    }
  }
  const resolvers = all.filter(isForTokens);
  let finished = false;
  const keys: (string | number)[] = [];
  const ancestors: object[] = [];

  const problem = (message: string) => {
    problems.push({ keys: [...keys], message });
    return undefined;
  };

  const walk = (given: any): any => {
    if (given === null || given === undefined) {
      return given === null && (keepNulls || finished) ? null : undefined;
    }
    if (!finished && typeof given === 'object' && settled.has(given)) {
      finished = true;
      const result = walk(given);
      finished = false;
      return result;
    }
    const value = !finished && (ownResolvers || (typeof given === 'object' && !surelyNoToken(given)) || typeof given === 'function')
      ? resolveToken(given, object, keys, resolvers) : given;
    switch (typeof value) {
      case 'undefined':
      case 'boolean':
        return value;
      case 'string': {
        const unsafe = exact ? undefined : yamlUnsafe(value, false);
        return unsafe ? problem(inexact(quote(value), unsafe)) : value;
      }
      case 'number':
        return Number.isFinite(value) ? value : problem(`${value} is not a number that a manifest can carry; write a finite number`);
      case 'object':
        return value === null ? undefined : walkObject(value);
      default:
        return problem(notData(value));
    }
  };

  const walkObject = (value: any): any => {
    // A list is quicker to look through than a set is to keep, at the depth that manifests have.
    if (ancestors.includes(value)) {
      return problem('refers back to an object that contains it; a manifest is a tree, write the value out');
    }
    ancestors.push(value);
    const result = walkInside(value);
    ancestors.pop();
    return result;
  };

  const walkInside = (value: any): any => {
    if (Array.isArray(value)) {
      return walkList(value);
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null || prototype === Object.prototype || prototype.constructor?.name === 'Object') {
      return walkMap(value);
    }
    if ((typeof value.value === 'number' || typeof value.value === 'string') && !Construct.isConstruct(value)) {
      return walk(value.value);
    }
    return problem(notData(value));
  };

  const walkList = (list: any[]): any[] => {
    const result: any[] = [];
    for (let i = 0; i < list.length; i++) {
      keys.push(i);
      const before = problems.length;
      const item = walk(list[i]);
      if (item === undefined && problems.length === before) {
        problem(`${list[i] === null ? 'null' : 'undefined'} cannot be an item of a list; leave the item out or give it a value`);
      }
      result.push(item);
      keys.pop();
    }
    return result;
  };

  const walkMap = (map: any): any => {
    const result: any = {};
    const names = Object.keys(map);
    for (const name of sort ? sortNames(names) : names) {
      keys.push(name);
      const value = walk(map[name]);
      if (value !== undefined) {
        const unsafe = exact ? undefined : yamlUnsafe(name, true);
        if (unsafe) {
          problem(inexact(`the key ${quote(name)}`, unsafe));
        }
        if (name === '__proto__') {
          Object.defineProperty(result, name, { value, enumerable: true, configurable: true, writable: true });
        } else {
          result[name] = value;
        }
      }
      keys.pop();
    }
    return result;
  };

  return walk(root);
}

function isSettled(value: object): boolean {
  return settled.has(value);
}

/** Whether cdk8s' own resolvers would leave a value as it is: they look for a Lazy and for a method `resolve`. */
function surelyNoToken(value: any): boolean {
  const prototype = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === Array.prototype) && value.resolve === undefined;
}

/** A path as the API server writes it: `spec.containers[0].args[1]`. */
export function fieldPath(keys: Keys): string {
  let path = '';
  for (const key of keys) {
    if (typeof key === 'number') {
      path += `[${key}]`;
    } else if (/^[A-Za-z_$][\w$-]*$/.test(key)) {
      path += path ? `.${key}` : key;
    } else {
      path += `[${key}]`;
    }
  }
  return path;
}

function notData(value: any): string {
  if (typeof value === 'function') {
    return `a function${value.name ? ` (${value.name})` : ''} is not data; call it, or write its value`;
  }
  if (typeof value === 'bigint') {
    return `${value}n is a BigInt; write Number(${value}n), or a string where the field takes one`;
  }
  if (typeof value !== 'object') {
    return `a ${typeof value} is not data; write a string, number, boolean, list or map`;
  }
  const type = value.constructor?.name ?? 'object';
  if (value instanceof Date) {
    return 'a Date is not data; write date.toISOString()';
  }
  if (value instanceof Map) {
    return 'a Map is not data; write Object.fromEntries(map)';
  }
  if (value instanceof Set) {
    return 'a Set is not data; write [...set]';
  }
  if (Construct.isConstruct(value)) {
    return `a ${type} construct is not data; write its name (x.name) where a name belongs`;
  }
  return `an object of class ${type} is not data; write a plain object or its value`;
}

function inexact(what: string, why: string): string {
  return `${what} ${why}: as cdk8s writes it in YAML, Kubernetes would read another value or none; write it in another way`;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
