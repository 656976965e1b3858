import { autoscalingFacts } from './autoscaling';
import { configFacts } from './config';
import { containerFacts } from './container';
import { deviceFacts } from './devices';
import { envFacts } from './env';
import { ephemeralFacts } from './ephemeral';
import { jobFacts } from './jobs';
import { metaFacts } from './meta';
import { networkingFacts } from './networking';
import { oldVolumeFacts } from './old-volumes';
import { podFacts } from './pod';
import { probeFacts } from './probes';
import { rbacFacts } from './rbac';
import { schedulingFacts } from './scheduling';
import { securityFacts } from './security';
import { serviceFacts } from './service';
import { storageFacts } from './storage';
import { Facts } from './types';
import { volumeFacts } from './volumes';
import { workloadFacts } from './workloads';

const AREAS: readonly Facts[] = [
  podFacts,
  containerFacts,
  ephemeralFacts,
  envFacts,
  probeFacts,
  volumeFacts,
  oldVolumeFacts,
  securityFacts,
  schedulingFacts,
  workloadFacts,
  jobFacts,
  serviceFacts,
  metaFacts,
  deviceFacts,
  configFacts,
  networkingFacts,
  rbacFacts,
  storageFacts,
  autoscalingFacts,
];

/** Every hand-written fact, keyed `Type.field`. */
export const facts: Facts = merged(AREAS);

/** Throws for a field with facts in two files: one of them would silently be ignored. */
export function merged(areas: readonly Facts[]): Facts {
  const keys = areas.flatMap((area) => Object.keys(area));
  const duplicates = keys.filter((key, i) => keys.indexOf(key) !== i);
  if (duplicates.length > 0) {
    throw new Error(`facts in more than one file of tools/facts: ${duplicates.join(', ')}`);
  }
  return Object.assign({}, ...areas) as Facts;
}
