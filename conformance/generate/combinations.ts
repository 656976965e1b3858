// Changes that only a look at several fields can judge: references that miss, names that clash, things that exclude each other.
import { IN_OBJECTS } from './combine-objects';
import { IN_PODS } from './combine-pods';
import { Maker, Struct } from './make/maker';

/** Changes the manifest in place; leaves it alone when it has not what it takes. */
export type Combination = (m: Maker, manifest: Struct) => void;

const { common, workloads, jobs, cronJobs, services } = IN_OBJECTS;

/** Those that a kind can have. */
export function combinationsOf(kind: string): readonly (readonly Combination[])[] {
  switch (kind) {
    case 'Service': return [services, services, services, common];
    case 'Job': return [IN_PODS, jobs, jobs, common];
    case 'CronJob': return [IN_PODS, jobs, cronJobs, common];
    case 'Pod': return [IN_PODS, IN_PODS, IN_PODS, common];
    default: return [IN_PODS, IN_PODS, workloads, common];
  }
}
