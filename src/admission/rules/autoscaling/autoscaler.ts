import { defaultBehavior, dropTolerances, validateBehavior } from './behavior';
import { validateMetrics } from './metrics';
import { apiVersionProblem, validateObjectReference } from './object-reference';
import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import type { Draft } from '../../defaults/draft';
import { dns1123Subdomain } from '../../formats/names';
import type { KindPlan } from '../../kind-plan';
import { Path } from '../../path';
import { validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

type Spec = Decoded<k8s.HorizontalPodAutoscalerSpec>;
type OldSpec = Decoded<k8s.V1HorizontalPodAutoscalerSpec>;
type Metric = Decoded<k8s.MetricSpec>;

const ANNOTATION = 'autoscaling.alpha.kubernetes.io/';
const METRICS_ANNOTATION = `${ANNOTATION}metrics`;
/** Annotations in which autoscaling/v1 has what only v2 has fields for. The server forgets those of v2. */
const ANNOTATIONS = ['metrics', 'behavior', 'scale-down-tolerance', 'scale-up-tolerance', 'current-metrics', 'conditions'].map((name) => ANNOTATION + name);
const OLD_TYPE = 'V1HorizontalPodAutoscaler';
const OLD_TARGET = SPEC.child('targetCPUUtilizationPercentage');
const METRICS = SPEC.child('metrics');
const DEFAULT_UTILIZATION = 80;

/**
 * A HorizontalPodAutoscaler of autoscaling/v2 or v1, which the server converts to v2. Source: pkg/apis/autoscaling/validation. Not checked:
 * metrics and behavior that are JSON in annotations of v1.
 */
export const horizontalPodAutoscaler: KindPlan = {
  coverage: 'full',
  setDefaults,
  prepare,
  validate: (object, ctx) => {
    validateObjectMeta(object.metadata as Decoded<k8s.ObjectMeta> | undefined, METADATA, ctx, { nameRule: dns1123Subdomain, namespaced: true });
    const spec = object.spec as Spec | OldSpec | undefined ?? {};
    validateReplicas(spec, ctx);
    validateTarget(spec.scaleTargetRef ?? {}, ctx);
    if (ctx.type === OLD_TYPE) {
      validateOldMetrics(spec as OldSpec, object, ctx);
    } else {
      validateMetrics((spec as Spec).metrics ?? [], spec.minReplicas, METRICS, ctx);
      validateBehavior((spec as Spec).behavior, SPEC.child('behavior'), ctx);
    }
  },
};

function setDefaults(object: NormalObject, ctx: Context): void {
  const { spec } = object as { spec?: unknown };
  const draft = (spec ?? {}) as Draft<k8s.HorizontalPodAutoscalerSpec> & Draft<k8s.V1HorizontalPodAutoscalerSpec>;
  object.spec = draft;
  draft.minReplicas ??= 1;
  if (ctx.type === OLD_TYPE) {
    if (!hasAnnotation(object, METRICS_ANNOTATION)) {
      draft.targetCPUUtilizationPercentage ??= DEFAULT_UTILIZATION;
    }
    return;
  }
  draft.metrics ??= [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: DEFAULT_UTILIZATION } } }];
  if (draft.behavior !== undefined) {
    defaultBehavior(draft.behavior);
  }
}

function prepare(object: NormalObject, ctx: Context): NormalObject {
  if (ctx.type === OLD_TYPE) {
    return object;
  }
  const forgotten = ANNOTATIONS.filter((key) => hasAnnotation(object, key));
  const kept = forgotten.length === 0 ? object : withoutAnnotations(object, forgotten, ctx);
  const spec = object.spec as Spec | undefined;
  const behavior = dropTolerances(spec?.behavior, SPEC.child('behavior'), ctx);
  return behavior === spec?.behavior ? kept : { ...kept, spec: { ...spec, behavior } };
}

function annotationsOf(object: NormalObject): { readonly [key: string]: unknown } {
  return (object.metadata as Decoded<k8s.ObjectMeta> | undefined)?.annotations ?? {};
}

function hasAnnotation(object: NormalObject, key: string): boolean {
  return Object.hasOwn(annotationsOf(object), key);
}

function withoutAnnotations(object: NormalObject, keys: readonly string[], ctx: Context): NormalObject {
  for (const key of keys) {
    ctx.report.dropped(METADATA.child('annotations').key(key), 'dropped/autoscaler-annotation', `Kubernetes silently drops the annotation ${key} in autoscaling/v2`,
      { hint: 'remove it, and use the fields of spec' });
  }
  const annotations = Object.fromEntries(Object.entries(annotationsOf(object)).filter(([key]) => !keys.includes(key)));
  return { ...object, metadata: { ...object.metadata as object, annotations } };
}

function validateReplicas({ minReplicas, maxReplicas = 0 }: Spec | OldSpec, ctx: Context): void {
  const [min, max] = [SPEC.child('minReplicas'), SPEC.child('maxReplicas')];
  const lowest = on(ctx, 'HPAScaleToZero') ? 0 : 1;
  if (minReplicas !== undefined && minReplicas < lowest) {
    ctx.report.invalid(min, 'autoscaler/min-replicas', `must be ${lowest} or more, got ${minReplicas}`);
  }
  if (maxReplicas === 0 && on(ctx, 'MaxReplicasIsRequired')) {
    ctx.report.required(max, 'autoscaler/max-replicas', 'maxReplicas is required and must be 1 or more');
  } else if (maxReplicas < 1) {
    ctx.report.invalid(max, 'autoscaler/max-replicas', `must be 1 or more, got ${maxReplicas}`);
  }
  if (minReplicas !== undefined && maxReplicas < minReplicas) {
    ctx.report.invalid(max, 'autoscaler/max-below-min', `must be ${minReplicas} (minReplicas) or more, got ${maxReplicas}`);
  }
}

/** What is scaled. All that can be scaled is in a group, except for ReplicationControllers. */
function validateTarget(target: Decoded<k8s.CrossVersionObjectReference>, ctx: Context): void {
  const at = SPEC.child('scaleTargetRef');
  validateObjectReference(target, at, ctx);
  const problem = apiVersionProblem(target.apiVersion, target.kind !== 'ReplicationController', ctx);
  if (problem !== undefined) {
    ctx.report.invalid(at.child('apiVersion'), 'autoscaler/target-api-version', problem, target.kind === 'Deployment' ? { hint: 'use apiVersion: apps/v1' } : undefined);
  }
}

/** The one metric of v1, as the server sees it: `targetCPUUtilizationPercentage` in the form of v2. */
function validateOldMetrics(spec: OldSpec, object: NormalObject, ctx: Context): void {
  if (hasAnnotation(object, METRICS_ANNOTATION)) {
    return;
  }
  const averageUtilization = spec.targetCPUUtilizationPercentage;
  const metric = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization } } } as Metric;
  const first = ctx.report.findings.length;
  validateMetrics([metric], spec.minReplicas, METRICS, ctx);
  ctx.report.move(first, (at: Path) => at.indexIn(METRICS) === undefined ? SPEC.child('minReplicas') : OLD_TARGET);
}
