import { changes } from './changes';
import type { UpdateContext } from './update-plan';
import type { Path } from '../path';

/** How many of the changed fields a message names. */
const NAMED = 5;

/** A field of a struct that may not change. */
export interface Immutable {
  /** The struct before and after, its type and its place. */
  readonly before: object | undefined;
  readonly after: object | undefined;
  readonly type: string;
  readonly at: Path;
}

/**
 * Refuses the change of one field of a struct, as the server's check of immutable fields does.
 *
 * @param replace what to do instead
 */
export function validateImmutable({ before, after, type, at }: Immutable, field: string, code: string, ctx: UpdateContext, replace: string): void {
  const found = changesOfField(before, after, field, type, at, ctx);
  if (found.length > 0) {
    const inside = found.some((place) => !place.equals(at.child(field)));
    ctx.report.invalid(found[0], code, `${field} cannot change${inside ? `, but ${named(found, at)} ${found.length > 1 ? 'do' : 'does'}` : ''}`,
      { field: at.child(field), hint: replace });
  }
}

/** Where one field of a struct differs. */
export function changesOfField(
  before: object | undefined, after: object | undefined, field: string, type: string, at: Path, ctx: UpdateContext,
): Path[] {
  const only = (struct: object | undefined): object => ({ [field]: (struct as { readonly [name: string]: unknown } | undefined)?.[field] });
  return changes(only(before), only(after), type, ctx.minor, at);
}

/** The changed places, as a message names them: `spec.hostname, spec.containers[0].env`. */
export function named(places: readonly Path[], around?: Path): string {
  const prefix = around === undefined ? '' : `${around.toString()}.`;
  const texts = places.slice(0, NAMED).map((place) => {
    const text = place.toString();
    return text.startsWith(prefix) ? text.slice(prefix.length) : text;
  });
  return texts.join(', ') + (places.length > NAMED ? ` and ${places.length - NAMED} more` : '');
}
