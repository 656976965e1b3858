import { defaultCronJob, defaultJob } from './jobs';
import { defaultPod } from './pod';
import { defaultService } from './service';
import {
  defaultDaemonSet, defaultDeployment, defaultPodTemplateObject, defaultReplicaSet, defaultReplicationController, defaultStatefulSet,
} from './workloads';
import type { Kind } from '../../k8s/field-table';
import { Context } from '../context';

/** The defaults of every kind of the field table; undefined for a kind without any. */
const DEFAULTS: { readonly [K in Kind]: ((object: object, ctx: Context) => void) | undefined } = {
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
  DEFAULTS[kind as Kind]?.(object, ctx);
}
