// The edges of an app: who names and who selects whom.
import type { App, Lookup } from './app';
import type { AppPods } from './pods';
import { selectionsOf } from './selections';
import type { Path } from '../../admission/path';
import type { Identity } from '../../objects/identity';
import type { AppObject } from '../model';

/** An object names another one, or selects pods. */
export type Link =
  | { readonly relation: string; readonly from: AppObject; readonly at: Path; readonly to: Identity; readonly found: Lookup }
  | { readonly relation: 'selects'; readonly from: AppObject; readonly at: Path; readonly pods: readonly AppPods[] };

/** All links of an app, those of names first, each in the order of the objects. */
export function linksOf(app: App): Link[] {
  return [
    ...app.references.map(({ relation, from, at, to }) => ({ relation, from, at, to, found: app.lookup(to) })),
    ...selectionsOf(app).map(({ from, at, pods }) => ({ relation: 'selects' as const, from, at, pods })),
  ];
}
