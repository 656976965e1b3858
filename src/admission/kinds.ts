import { Context } from './context';
import { NormalObject } from './decode/normal';
import { defaultCronJob, defaultJob } from './defaults/jobs';
import { defaultPod } from './defaults/pod';
import { defaultService } from './defaults/service';
import {
  defaultDaemonSet, defaultDeployment, defaultPodTemplateObject, defaultReplicaSet, defaultReplicationController, defaultStatefulSet,
} from './defaults/workloads';
import type { Kind } from '../k8s/kinds';
import { validatePod } from './rules/pod/pod';
import { validatePodTemplateObject } from './rules/pod/pod-template';
import { validateService } from './rules/services/service';
import { validateCronJob } from './rules/workloads/cron-job';
import { validateDaemonSet } from './rules/workloads/daemon-set';
import { validateDeployment } from './rules/workloads/deployment';
import { validateJob } from './rules/workloads/job';
import { validateReplicaSet } from './rules/workloads/replica-set';
import { validateReplicationController } from './rules/workloads/replication-controller';
import { validateStatefulSet } from './rules/workloads/stateful-set';

/** What a review does with a kind of object beyond what it does with all. */
export interface KindPlan {
  /** Sets the server's defaults in a decoded object. */
  readonly setDefaults: (object: NormalObject, ctx: Context) => void;
  /** The rules of create. */
  readonly validate: (object: NormalObject, ctx: Context) => void;
}

/**
 * The kinds that are reviewed. A kind of the API that is missing here, or a part of it, does not compile; the facts of each kind (its
 * version, the way to its pod template) are in k8s/kinds.ts.
 */
const PLANS: { readonly [kind in Kind]: KindPlan } = {
  Pod: { setDefaults: defaultPod, validate: validatePod },
  PodTemplate: { setDefaults: defaultPodTemplateObject, validate: validatePodTemplateObject },
  ReplicationController: { setDefaults: defaultReplicationController, validate: validateReplicationController },
  ReplicaSet: { setDefaults: defaultReplicaSet, validate: validateReplicaSet },
  Deployment: { setDefaults: defaultDeployment, validate: validateDeployment },
  StatefulSet: { setDefaults: defaultStatefulSet, validate: validateStatefulSet },
  DaemonSet: { setDefaults: defaultDaemonSet, validate: validateDaemonSet },
  Job: { setDefaults: defaultJob, validate: validateJob },
  CronJob: { setDefaults: defaultCronJob, validate: validateCronJob },
  Service: { setDefaults: defaultService, validate: validateService },
};

/** The plan of a kind that decoding knows. */
export function planOfKind(kind: Kind): KindPlan {
  return PLANS[kind];
}
