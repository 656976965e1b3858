import { containerFacts } from './container';
import { envFacts } from './env';
import { ephemeralFacts } from './ephemeral';
import { jobFacts } from './jobs';
import { metaFacts } from './meta';
import { oldVolumeFacts } from './old-volumes';
import { podFacts } from './pod';
import { probeFacts } from './probes';
import { schedulingFacts } from './scheduling';
import { securityFacts } from './security';
import { serviceFacts } from './service';
import { Facts } from './types';
import { volumeFacts } from './volumes';
import { workloadFacts } from './workloads';

/** Every hand-written fact, keyed `Type.field`. */
export const facts: Facts = {
  ...podFacts,
  ...containerFacts,
  ...ephemeralFacts,
  ...envFacts,
  ...probeFacts,
  ...volumeFacts,
  ...oldVolumeFacts,
  ...securityFacts,
  ...schedulingFacts,
  ...workloadFacts,
  ...jobFacts,
  ...serviceFacts,
  ...metaFacts,
};
