import { fieldsOf } from '../../k8s/field-table';
import type { Path } from '../path';
import { Report, show } from '../report';

/**
 * List items with equal merge keys: create keeps them all, but the next apply merges them into one (client-side, by the first key) or fails
 * (server-side, by all keys). The keys come from the schema.
 */
export function mergeKeys(value: any, type: string, path: Path, report: Report): void {
  for (const [name, field] of Object.entries(fieldsOf(type) ?? {})) {
    if (value[name] === undefined) {
      continue;
    }
    if (field.is === 'struct' && field.of !== undefined) {
      mergeKeys(value[name], field.of, path.child(name), report);
    } else if (field.is === 'list' && field.of !== undefined && fieldsOf(field.of) !== undefined) {
      const at = path.child(name);
      if (field.list === 'map' && field.keys !== undefined) {
        duplicates(value[name], field.keys, at, report);
      }
      value[name].forEach((item: any, i: number) => mergeKeys(item, field.of!, at.index(i), report));
    }
  }
}

function duplicates(items: readonly any[], keys: readonly string[], path: Path, report: Report): void {
  const firstOf = new Map<unknown, number>();
  items.forEach((item, i) => {
    const key = item[keys[0]];
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, i);
      return;
    }
    const all = keys.every((k) => items[first][k] === item[k]);
    report.advice(path.index(i), 'advice/merge-keys', `duplicate ${keys[0]} ${show(key)}: item [${first}] has it too, and apply merges items by ${keys[0]}: `
      + (all ? 'a later apply keeps only one of them, or fails' : 'a later kubectl apply keeps only one of them'),
    { hint: all ? 'remove one of them' : 'change one of the values, or use server-side apply' });
  });
}
