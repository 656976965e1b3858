import { Construct } from 'constructs';

/** What is wrong with a value that is not data, and what to write instead. */
export function notData(value: any): string {
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

/** What is wrong with a Lazy, or a resolver of the app, that throws instead of giving a value. */
export function failed(e: unknown): string {
  return `the value cannot be resolved, since its Lazy or resolver threw: ${String((e as Error)?.message ?? e).split('\n', 1)[0].slice(0, 200)}`;
}

/** What is wrong with a string that cdk8s' YAML writer does not carry exactly. */
export function inexact(what: string, why: string): string {
  return `${what} ${why}: Kubernetes would not read the value from the YAML that cdk8s writes; change it, or use the App of cdk8s-pods`;
}

/** A string in quotes, cut when it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
