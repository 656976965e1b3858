// How many objects the controllers make of a workload.
import type { NormalObject } from '../../admission/decode/normal';
import { at, Json, JsonMap, numberAt } from '../../objects/plain';
import type { ClusterState } from '../state';

/** What is made, and how often. */
export interface MadeObjects {
  readonly count: number;
  /** In words: `pod`. */
  readonly what: string;
}

const WORDS: { readonly [kind: string]: string } = { Pod: 'pod', PersistentVolumeClaim: 'claim', ReplicaSet: 'ReplicaSet', Job: 'Job' };

/**
 * What is made of a workload, of one kind.
 *
 * @param workload with its kind
 */
export function madeBy(workload: NormalObject, kind: string, state: ClusterState): MadeObjects {
  return { count: countOf(workload as JsonMap, kind, state), what: WORDS[kind] ?? kind };
}

function countOf(workload: JsonMap, kind: string, state: ClusterState): number {
  const owner = workload.kind;
  if (kind === 'ReplicaSet' || kind === 'Job') {
    return 1;
  }
  if (owner === 'DaemonSet') {
    return Math.max(1, state.list('Node').length);
  }
  if (owner === 'Job' || owner === 'CronJob') {
    const spec = owner === 'Job' ? workload.spec : at(workload, 'spec', 'jobTemplate', 'spec');
    return Math.min(wholeAt(spec, 'parallelism') ?? 1, wholeAt(spec, 'completions') ?? Infinity);
  }
  return wholeAt(workload.spec, 'replicas') ?? 1;
}

function wholeAt(value: Json | undefined, field: string): number | undefined {
  const number = numberAt(value, field);
  return number === undefined || number < 0 ? undefined : number;
}
