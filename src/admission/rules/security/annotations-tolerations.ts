import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { movePlaces } from '../pod/place';
import { validateTolerations } from '../scheduling/tolerations';

type Toleration = Decoded<k8s.Toleration>;

/** Field names in lower case: the server ignores case here. */
const FIELDS: ReadonlyMap<string, keyof k8s.Toleration> = new Map([
  ['key', 'key'], ['operator', 'operator'], ['value', 'value'], ['effect', 'effect'], ['tolerationseconds', 'tolerationSeconds'],
]);

/** Tolerations as JSON in an annotation. Nothing reads it any more, but the server still validates it. */
export function validateTolerationsAnnotation(key: string, text: string, path: Path, ctx: Context): void {
  if (text === '') {
    return;
  }
  const tolerations = parse(text);
  if (tolerations === undefined) {
    ctx.report.invalid(path.key(key), 'annotations/tolerations', 'the annotation must be a JSON list of tolerations', { field: path, hint: 'use spec.tolerations' });
  } else {
    const first = ctx.report.findings.length;
    validateTolerations(tolerations, path.child(key), ctx);
    // The server writes the annotation key like a field name.
    movePlaces(ctx.report, first, path.child(key), path.key(key));
  }
}

function parse(text: string): Toleration[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (value === null) {
    return [];
  }
  const items = Array.isArray(value) ? value.map(toToleration) : [undefined];
  return items.includes(undefined) ? undefined : items as Toleration[];
}

/** A decoded toleration; undefined where Go's decoding fails. */
function toToleration(value: unknown): Toleration | undefined {
  if (value === null) {
    return {};
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return undefined;
  }
  const toleration: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    const field = FIELDS.get(name.toLowerCase());
    if (field === undefined) {
      continue;
    }
    if (item === null) {
      if (field === 'tolerationSeconds') {
        delete toleration[field];
      }
    } else if (field === 'tolerationSeconds' ? !Number.isInteger(item) : typeof item !== 'string') {
      return undefined;
    } else if (item === '') {
      delete toleration[field];
    } else {
      toleration[field] = item;
    }
  }
  return toleration;
}
