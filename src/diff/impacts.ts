/**
 * What an accepted change does, from nothing to the worst.
 *
 * - `none`: nothing changes
 * - `metadata`: only labels, annotations and the like
 * - `in-place`: the object changes, and no container restarts
 * - `next-run`: from the next run of the CronJob on
 * - `on-delete`: pods change only when somebody deletes them
 * - `create`: it is not there yet
 * - `scale`: more or fewer pods, the others stay
 * - `restart`: containers restart within their pod
 * - `rollout`: new pods take the place of the old ones, a few at a time
 * - `recreate`: all pods stop before new ones start
 * - `delete`: it is removed
 * - `replace`: the server does not allow the change: the object must be deleted and created again
 * - `refused`: the server refuses it, and would not create it either
 */
export type ImpactKind = typeof IMPACTS[number];

/** All of them, from the lightest to the heaviest. */
export const IMPACTS = [
  'none', 'metadata', 'in-place', 'next-run', 'on-delete', 'create', 'scale', 'restart', 'rollout', 'recreate', 'delete', 'replace', 'refused',
] as const;

/** How much an impact weighs: its place in `IMPACTS`. */
export function weightOf(impact: ImpactKind): number {
  return IMPACTS.indexOf(impact);
}

/** The heaviest impact of some; `none` when there are none. */
export function heaviest(impacts: readonly ImpactKind[]): ImpactKind {
  return impacts.reduce<ImpactKind>((most, one) => weightOf(one) > weightOf(most) ? one : most, 'none');
}
