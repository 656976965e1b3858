import { defaultCronJob, defaultJob } from './jobs';
import { defaultPod } from './pod';
import { defaultService } from './service';
import {
  defaultDaemonSet, defaultDeployment, defaultPodTemplateObject, defaultReplicaSet, defaultReplicationController, defaultStatefulSet,
} from './workloads';
import { Context } from '../context';

const DEFAULTS: { readonly [kind: string]: (object: object, ctx: Context) => void } = {
  CronJob: defaultCronJob,
  DaemonSet: defaultDaemonSet,
  Deployment: defaultDeployment,
  Job: defaultJob,
  Pod: defaultPod,
  PodTemplate: defaultPodTemplateObject,
  ReplicaSet: defaultReplicaSet,
  ReplicationController: defaultReplicationController,
  Service: defaultService,
  StatefulSet: defaultStatefulSet,
};

/** Sets the server's defaults in a decoded object. */
export function applyDefaults(object: object, kind: string, ctx: Context): void {
  if (Object.hasOwn(DEFAULTS, kind)) {
    DEFAULTS[kind](object, ctx);
  }
}
