import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

type Selector = Decoded<k8s.LabelSelector> | undefined;

/**
 * Label keys whose values come from the pod itself: valid, only together with a selector, never in both lists. The server adds
 * `matchLabelKeys` to the selector as expressions, so a key may not be selected there already.
 */
export function validateMatchLabelKeys(
  match: readonly string[] | undefined, mismatch: readonly string[] | undefined, selector: Selector, path: Path, ctx: Context,
): void {
  if (match === undefined && mismatch === undefined) {
    return;
  }
  validateKeys(match, selector, path, 'matchLabelKeys', ctx);
  validateKeys(mismatch, selector, path, 'mismatchLabelKeys', ctx);
  if (match === undefined) {
    return;
  }
  const places = new Map(match.map((key, i) => [key, i]));
  const selected = new Set(Object.keys(selector?.matchLabels ?? {}));
  for (const expression of selector?.matchExpressions ?? []) {
    const key = expression.key ?? '';
    const place = places.get(key);
    if (place !== undefined && selected.has(key)) {
      // The server omits the name of the list.
      ctx.report.invalid(path.child('matchLabelKeys').index(place), 'match-label-keys/in-selector', `${show(key)} must not be in both matchLabelKeys and labelSelector`,
        { field: path.index(place), hint: 'remove it from one of the two' });
    }
    selected.add(key);
  }
  if (mismatch !== undefined) {
    const others = new Set(mismatch);
    match.forEach((key, i) => {
      if (others.has(key)) {
        ctx.report.invalid(path.child('matchLabelKeys').index(i), 'match-label-keys/in-both', `${show(key)} must not be in both matchLabelKeys and mismatchLabelKeys`,
          { hint: 'remove it from one of the two' });
      }
    });
  }
}

/** The same for topology spread constraints up to 1.33, where the server does not extend the selector: none of the keys may be in it. */
export function validateMatchLabelKeysApart(match: readonly string[] | undefined, selector: Selector, path: Path, ctx: Context): void {
  if (match === undefined) {
    return;
  }
  const at = path.child('matchLabelKeys');
  if (selector === undefined) {
    ctx.report.forbidden(at, 'match-label-keys/without-selector', 'not allowed without labelSelector', { hint: 'add a labelSelector' });
  }
  const selected = new Set(Object.keys(selector?.matchLabels ?? {}));
  selector?.matchExpressions?.forEach((expression) => selected.add(expression.key ?? ''));
  match.forEach((key, i) => {
    validateKey(key, at.index(i), ctx);
    if (selected.has(key)) {
      ctx.report.invalid(at.index(i), 'match-label-keys/in-selector', `${show(key)} must not be in both matchLabelKeys and labelSelector`, { hint: 'remove it from one of the two' });
    }
  });
}

function validateKeys(keys: readonly string[] | undefined, selector: Selector, path: Path, name: string, ctx: Context): void {
  if (keys === undefined) {
    return;
  }
  if (selector === undefined) {
    ctx.report.forbidden(path.child(name), 'match-label-keys/without-selector', 'not allowed without labelSelector', { hint: 'add a labelSelector' });
    return;
  }
  keys.forEach((key, i) => validateKey(key, path.child(name).index(i), ctx));
}

function validateKey(key: string, at: Path, ctx: Context): void {
  const problem = qualifiedName(key);
  if (problem !== undefined) {
    ctx.report.invalid(at, 'match-label-keys/key', `${show(key)} ${problem}`);
  }
}
