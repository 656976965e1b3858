import { Context } from './context';
import { Decoded } from './decode/decoded';
import { NormalObject } from './decode/normal';
import { Path } from './path';
import type * as k8s from '../k8s';
import type { Kind } from '../k8s/field-table';
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
  /** The rules of create. */
  readonly validate: (object: NormalObject, ctx: Context) => void;
  /** The way to the pod template; empty for a Pod, which is one itself; absent for an object without pods. */
  readonly template?: readonly string[];
  /** It may be without its template. */
  readonly optional?: true;
}

const TEMPLATE = ['spec', 'template'];

/** The kinds that are reviewed: one for each kind of the field table, or this does not compile. */
const KINDS: { readonly [K in Kind]: KindPlan } = {
  Pod: { validate: validatePod, template: [] },
  PodTemplate: { validate: validatePodTemplateObject, template: ['template'] },
  ReplicationController: { validate: validateReplicationController, template: TEMPLATE, optional: true },
  ReplicaSet: { validate: validateReplicaSet, template: TEMPLATE },
  Deployment: { validate: validateDeployment, template: TEMPLATE },
  StatefulSet: { validate: validateStatefulSet, template: TEMPLATE },
  DaemonSet: { validate: validateDaemonSet, template: TEMPLATE },
  Job: { validate: validateJob, template: TEMPLATE },
  CronJob: { validate: validateCronJob, template: ['spec', 'jobTemplate', 'spec', 'template'] },
  Service: { validate: validateService },
};

/** The plan of a kind that decoding knows. */
export function planOfKind(kind: string): KindPlan {
  return KINDS[kind as Kind];
}

/** The pod or pod template of an object, and its place; undefined when there is none. */
export function podTemplateOf(object: NormalObject, plan: KindPlan): { template: Decoded<k8s.PodTemplateSpec>; at: Path } | undefined {
  if (plan.template === undefined) {
    return undefined;
  }
  let template = object;
  let at = Path.root;
  for (const step of plan.template) {
    const next = template[step] as NormalObject | undefined;
    if (next === undefined && plan.optional) {
      return undefined;
    }
    template = next ?? {};
    at = at.child(step);
  }
  return { template, at };
}
