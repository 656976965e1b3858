import { Construct } from 'constructs';

/** What is wrong with a value, and what to write instead. */
export interface Wrong {
  readonly message: string;
  readonly hint?: string;
}

/** What is wrong with a value that is not data, and what to write instead. */
export function notData(value: any): Wrong {
  if (typeof value === 'function') {
    return { message: `a function${value.name ? ` (${value.name})` : ''} is not data`, hint: 'call it, or write its value' };
  }
  if (typeof value === 'bigint') {
    return { message: `${value}n is a BigInt, not data`, hint: `write Number(${value}n), or a string where the field takes one` };
  }
  if (typeof value !== 'object') {
    return { message: `a ${typeof value} is not data`, hint: 'write a string, number, boolean, list or map' };
  }
  const type = value.constructor?.name ?? 'object';
  if (value instanceof Date) {
    return { message: 'a Date is not data', hint: 'write date.toISOString()' };
  }
  if (value instanceof Map) {
    return { message: 'a Map is not data', hint: 'write Object.fromEntries(map)' };
  }
  if (value instanceof Set) {
    return { message: 'a Set is not data', hint: 'write [...set]' };
  }
  if (Construct.isConstruct(value)) {
    return { message: `a construct (${type}) is not data`, hint: 'write its name (x.name) where a name belongs' };
  }
  return { message: `an object of class ${type} is not data`, hint: 'write a plain object or its value' };
}

/** What is wrong with a Lazy, or a resolver of the app, that throws instead of giving a value. */
export function failed(e: unknown): Wrong {
  return { message: `the value cannot be resolved, because its Lazy or resolver threw: ${String((e as Error)?.message ?? e).split('\n', 1)[0].slice(0, 200)}` };
}

/** What is wrong with a string that cdk8s' YAML writer does not carry exactly. */
export function inexact(what: string, why: string): Wrong {
  return { message: `${what} ${why}: Kubernetes would not read the value from the YAML that cdk8s writes`, hint: 'change it, or use the App of cdk8s-pods' };
}

/** A string in quotes, cut when it is long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
