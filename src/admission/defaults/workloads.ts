import { Draft } from './draft';
import { defaultClaim } from './persistent-volume-claim';
import { defaultPodTemplate } from './pod-spec';
import * as k8s from '../../k8s';
import { Context, on } from '../context';

const HISTORY = 10;
const ROLLING_UPDATE = 'RollingUpdate';
const RETAIN = 'Retain';

export function defaultPodTemplateObject(object: Draft<k8s.PodTemplate>, ctx: Context): void {
  defaultPodTemplate(object.template ??= {}, ctx);
}

export function defaultDeployment(deployment: Draft<k8s.Deployment>, ctx: Context): void {
  const spec = deployment.spec ??= {};
  spec.replicas ??= 1;
  const strategy = spec.strategy ??= {};
  strategy.type ??= ROLLING_UPDATE;
  if (strategy.type === ROLLING_UPDATE) {
    const rolling = strategy.rollingUpdate ??= {};
    rolling.maxUnavailable ??= '25%';
    rolling.maxSurge ??= '25%';
  }
  spec.revisionHistoryLimit ??= HISTORY;
  spec.progressDeadlineSeconds ??= 600;
  defaultPodTemplate(spec.template ??= {}, ctx);
}

export function defaultDaemonSet(set: Draft<k8s.DaemonSet>, ctx: Context): void {
  const spec = set.spec ??= {};
  const strategy = spec.updateStrategy ??= {};
  strategy.type ??= ROLLING_UPDATE;
  if (strategy.type === ROLLING_UPDATE) {
    const rolling = strategy.rollingUpdate ??= {};
    rolling.maxUnavailable ??= 1;
    rolling.maxSurge ??= 0;
  }
  spec.revisionHistoryLimit ??= HISTORY;
  defaultPodTemplate(spec.template ??= {}, ctx);
}

export function defaultStatefulSet(set: Draft<k8s.StatefulSet>, ctx: Context): void {
  const spec = set.spec ??= {};
  spec.podManagementPolicy ??= 'OrderedReady';
  const strategy = spec.updateStrategy ??= {};
  if (strategy.type === undefined) {
    strategy.type = ROLLING_UPDATE;
    strategy.rollingUpdate ??= {};
  }
  if (strategy.type === ROLLING_UPDATE && strategy.rollingUpdate !== undefined) {
    strategy.rollingUpdate.partition ??= 0;
    if (on(ctx, 'MaxUnavailableStatefulSet')) {
      strategy.rollingUpdate.maxUnavailable ??= 1;
    }
  }
  const retention = spec.persistentVolumeClaimRetentionPolicy ??= {};
  retention.whenDeleted ??= RETAIN;
  retention.whenScaled ??= RETAIN;
  spec.replicas ??= 1;
  spec.revisionHistoryLimit ??= HISTORY;
  defaultPodTemplate(spec.template ??= {}, ctx);
  for (const claim of spec.volumeClaimTemplates ?? []) {
    defaultClaim(claim);
  }
}

export function defaultReplicaSet(set: Draft<k8s.ReplicaSet>, ctx: Context): void {
  const spec = set.spec ??= {};
  spec.replicas ??= 1;
  defaultPodTemplate(spec.template ??= {}, ctx);
}

export function defaultReplicationController(controller: Draft<k8s.ReplicationController>, ctx: Context): void {
  const spec = controller.spec ??= {};
  spec.replicas ??= 1;
  const labels = spec.template?.metadata?.labels;
  if (labels !== undefined) {
    spec.selector ??= labels;
    (controller.metadata ??= {}).labels ??= labels;
  }
  if (spec.template !== undefined) {
    defaultPodTemplate(spec.template, ctx);
  }
}
