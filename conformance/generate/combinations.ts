// Changes that only a look at several fields can judge: references that miss, names that clash, things that exclude each other.
import { IN_OBJECTS } from './combine-objects';
import { IN_PODS } from './combine-pods';
import { Maker, Struct } from './make/maker';
import type { PodKind } from '../../src/k8s/kinds';

/** Changes the manifest in place; leaves it alone when it has not what it takes. */
export type Combination = (m: Maker, manifest: Struct) => void;

const { common, workloads, jobs, cronJobs, services } = IN_OBJECTS;

const IN_WORKLOADS = [IN_PODS, IN_PODS, workloads, common];

/** The combinations of each kind. */
const COMBINATIONS: { readonly [kind in PodKind]: readonly (readonly Combination[])[] } = {
  Pod: [IN_PODS, IN_PODS, IN_PODS, common],
  PodTemplate: IN_WORKLOADS,
  ReplicationController: IN_WORKLOADS,
  ReplicaSet: IN_WORKLOADS,
  Deployment: IN_WORKLOADS,
  StatefulSet: IN_WORKLOADS,
  DaemonSet: IN_WORKLOADS,
  Job: [IN_PODS, jobs, jobs, common],
  CronJob: [IN_PODS, jobs, cronJobs, common],
  Service: [services, services, services, common],
};

export function combinationsOf(kind: string): readonly (readonly Combination[])[] {
  return Object.hasOwn(COMBINATIONS, kind) ? COMBINATIONS[kind as PodKind] : [common];
}
