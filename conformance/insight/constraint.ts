// Generated topology spread constraints.
import type { Random } from '../generate/random';

/** What the labels of generated nodes and pods are. */
export interface SpreadLabels {
  readonly keys: readonly string[];
  readonly selector: (r: Random) => object | undefined;
  /** The label of pods that `matchLabelKeys` names. */
  readonly matched: string;
}

export function spreadConstraint(r: Random, { keys, selector, matched }: SpreadLabels): object {
  const hard = r.chance(0.85);
  const labelSelector = selector(r);
  return {
    maxSkew: r.pick([1, 1, 2, 3]),
    topologyKey: r.pick(keys),
    whenUnsatisfiable: hard ? 'DoNotSchedule' : 'ScheduleAnyway',
    ...labelSelector !== undefined && { labelSelector },
    ...hard && r.chance(0.3) && { minDomains: r.between(1, 5) },
    ...r.chance(0.3) && { nodeAffinityPolicy: r.pick(['Honor', 'Ignore']) },
    ...r.chance(0.3) && { nodeTaintsPolicy: r.pick(['Honor', 'Ignore']) },
    ...labelSelector !== undefined && r.chance(0.15) && { matchLabelKeys: [matched] },
  };
}
