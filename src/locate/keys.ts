/** A place of a value, as far as it exists. */
export interface Keys {
  readonly keys: readonly (string | number)[];
  /** The value at the end of the keys. */
  readonly value: unknown;
  /** Whether the keys lead to the place itself, and not only to what is around it. */
  readonly whole: boolean;
}

/**
 * The keys of a place as a finding writes it: `spec.containers[0].resources.limits[cpu]`. Names may have dots and brackets in them, so that
 * only the value tells where one ends.
 */
export function keysIn(value: unknown, at: string): Keys {
  const keys: (string | number)[] = [];
  let here = value;
  let rest = at;
  while (rest !== '') {
    const step = stepOf(here, rest);
    if (step === undefined) {
      return { keys, value: here, whole: false };
    }
    keys.push(step.key);
    here = (here as { readonly [key: string | number]: unknown })[step.key];
    rest = rest.slice(step.length).replace(/^\./, '');
  }
  return { keys, value: here, whole: true };
}

interface Step {
  readonly key: string | number; readonly length: number;
}

function stepOf(value: unknown, rest: string): Step | undefined {
  if (Array.isArray(value)) {
    const index = /^\[(\d+)\]/.exec(rest);
    return index && Number(index[1]) < value.length ? { key: Number(index[1]), length: index[0].length } : undefined;
  }
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const [open, close] = rest.startsWith('[') ? ['[', ']'] : ['', ''];
  const simple = (open === '' ? /^[^.[]+/ : /^\[([^\]]*)\]/).exec(rest);
  const name = simple?.[1] ?? simple?.[0];
  if (simple && name !== undefined && Object.hasOwn(value, name) && ends(rest, simple[0].length)) {
    return { key: name, length: simple[0].length };
  }
  let found: Step | undefined;
  for (const key of Object.keys(value)) {
    const length = key.length + open.length + close.length;
    if (length > (found?.length ?? 0) && rest.startsWith(`${open}${key}${close}`) && ends(rest, length)) {
      found = { key, length };
    }
  }
  return found;
}

function ends(rest: string, length: number): boolean {
  return length === rest.length || rest[length] === '.' || rest[length] === '[';
}
