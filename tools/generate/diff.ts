import { readReduced } from './model';
import { MINORS } from '../../src/admission/version';
import type { Reduced } from '../reduce/reduced';

/** Added (`+`) and removed (`-`) fields from each minor to the next, with their types. */
export function diffMinors(): string[] {
  return MINORS.slice(1).flatMap((minor) => {
    const before = fieldsOf(readReduced(minor - 1));
    const after = fieldsOf(readReduced(minor));
    return [
      `1.${minor - 1} → 1.${minor}`,
      ...[...after].filter(([name]) => !before.has(name)).map(([name, text]) => `  + ${name} ${text}`),
      ...[...before].filter(([name]) => !after.has(name)).map(([name, text]) => `  - ${name} ${text}`),
      ...[...after].filter(([name, text]) => before.has(name) && before.get(name) !== text)
        .map(([name, text]) => `  ~ ${name} ${before.get(name)} → ${text}`),
    ];
  });
}

function fieldsOf(reduced: Reduced): Map<string, string> {
  return new Map(Object.entries(reduced.types).flatMap(([type, { fields }]) =>
    Object.entries(fields).map(([field, value]): [string, string] => [`${type}.${field}`, JSON.stringify(value)])));
}
