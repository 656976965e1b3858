import { same } from './changes';
import { validateImmutable } from './immutable';
import { isOfName, without } from './names';
import type { UpdateContext, UpdatePlan } from './update-plan';
import type { Kind } from '../../k8s/kinds';
import { on } from '../context';
import type { NormalObject } from '../decode/normal';
import type { Finding } from '../finding';
import { planOfKind } from '../kinds';
import { Path } from '../path';
import { podTemplateOf } from '../pod-template';
import { show } from '../report';
import { Gate } from '../version';
import { warnOfJobs, warnOfStatefulSet, warnOfTemplate } from '../warnings';

export const SPEC = Path.root.child('spec');
const NEW_SELECTOR = 'delete the object and create it again, or create one with another name';
/** An int64, as the number nearest to it. */
const LARGEST_GENERATION = 2 ** 63;
const NON_CONVERTIBLE = 'non-convertible.kubernetes.io/';

/** Workloads whose updates follow the rules of create, but for a few fields. Source: the strategies and validations of apps, batch and core. */
export const deployment: UpdatePlan = {
  coverage: 'full', validate: selectorStays('Deployment'), warn: warnIfChanged(['spec', 'metadata.annotations']),
};
export const replicaSet: UpdatePlan = { coverage: 'full', validate: selectorStays('ReplicaSet', 'ReplicaSetNamesAreFree'), warn: warnIfChanged(['spec']) };
export const daemonSet: UpdatePlan = {
  coverage: 'full', prepare: keepTemplateGeneration, validate: validateDaemonSet, warn: warnIfChanged(['spec.template']),
};
export const podTemplate: UpdatePlan = { coverage: 'full', validate: (object, _, ctx) => asCreated(object, 'PodTemplate', ctx), warn: warnIfChanged(['template']) };
export const cronJob: UpdatePlan = { coverage: 'full', validate: (object, _, ctx) => asCreated(object, 'CronJob', ctx), warn: warnOfCronJob };
export const replicationController: UpdatePlan = { coverage: 'full', validate: validateReplicationController, warn: warnOfReplicationController };
export const statefulSet: UpdatePlan = { coverage: 'full', validate: validateStatefulSet, warn: warnOfStatefulSetUpdate };

/**
 * The rules of create. The name, which stays, is not looked at again.
 *
 * @param namesAreFree the first minors look at the names of these kinds all the same
 * @param drop which other findings the server does not have on update
 */
export function asCreated(
  object: NormalObject, kind: Kind, ctx: UpdateContext, namesAreFree?: Gate, drop: (finding: Finding) => boolean = () => false,
): void {
  const free = namesAreFree === undefined || on(ctx, namesAreFree);
  const validate = (): void => planOfKind(kind).validate(object, ctx);
  without(ctx, (finding) => (free && isOfName(finding)) || drop(finding), validate);
}

function selectorStays(kind: 'Deployment' | 'ReplicaSet' | 'DaemonSet', namesAreFree?: Gate): UpdatePlan['validate'] {
  return (object, old, ctx) => {
    asCreated(object, kind, ctx, namesAreFree);
    const specs = { before: old.spec as object, after: object.spec as object, type: `${kind}Spec`, at: SPEC };
    validateImmutable(specs, 'selector', 'workload-update/selector', ctx, NEW_SELECTOR);
  };
}

/** The server counts the changes of the template itself. */
function keepTemplateGeneration(object: NormalObject, old: NormalObject): NormalObject {
  return { ...object, spec: { ...object.spec as NormalObject, templateGeneration: (old.spec as NormalObject | undefined)?.templateGeneration } };
}

function validateDaemonSet(object: NormalObject, old: NormalObject, ctx: UpdateContext): void {
  selectorStays('DaemonSet', 'DaemonSetNamesAreFree')(object, old, ctx);
  const generation = (old.spec as { readonly templateGeneration?: number } | undefined)?.templateGeneration ?? 0;
  if (generation >= LARGEST_GENERATION && hasChanged(object, old, 'spec.template', ctx)) {
    ctx.report.invalid(SPEC.child('template'), 'workload-update/template-generation', 'the generation of the template is the largest one, so that the template cannot change',
      { field: SPEC.child('templateGeneration'), hint: 'delete the DaemonSet and create it again' });
  }
}

function validateReplicationController(object: NormalObject, old: NormalObject, ctx: UpdateContext): void {
  asCreated(object, 'ReplicationController', ctx, 'ReplicationControllerNamesAreFree');
  const annotations = (old.metadata as { readonly annotations?: { readonly [key: string]: string } } | undefined)?.annotations ?? {};
  for (const key of Object.keys(annotations).filter((each) => each.startsWith(NON_CONVERTIBLE) && each.split('/').length === 2)) {
    const field = key.slice(NON_CONVERTIBLE.length);
    if (!field.includes('selector')) {
      ctx.report.notFound(Path.root.child('metadata').child('annotations').key(key), 'workload-update/non-convertible', `the annotation names no field: ${show(field)}`, { field });
    } else {
      const specs = { before: old.spec as object, after: object.spec as object, type: 'ReplicationControllerSpec', at: SPEC };
      validateImmutable(specs, 'selector', 'workload-update/selector', ctx, NEW_SELECTOR);
    }
  }
}

/** The fields of a StatefulSet that may change. */
const MUTABLE = ['replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy', 'minReadySeconds'];
const FIXED = ['selector', 'volumeClaimTemplates', 'serviceName', 'podManagementPolicy'];

function validateStatefulSet(object: NormalObject, old: NormalObject, ctx: UpdateContext): void {
  asCreated(object, 'StatefulSet', ctx, undefined, ({ code, field }) => code === 'stateful-set/service-name' || field.startsWith('spec.volumeClaimTemplates['));
  const specs = { before: old.spec as object, after: object.spec as object, type: 'StatefulSetSpec', at: SPEC };
  const since = ctx.report.findings.length;
  for (const field of FIXED) {
    validateImmutable(specs, field, 'stateful-set-update/immutable', ctx, `in the spec of a StatefulSet only ${MUTABLE.join(', ')} can change: delete it with --cascade=orphan, `
      + 'which leaves its pods and claims, and create it again');
  }
  if (!on(ctx, 'StatefulSetFieldsAreNamed') && ctx.report.findings.length > since) {
    // up to 1.36, one error for all of them
    const changed = ctx.report.findings.slice(since);
    ctx.report.revise(since, () => undefined);
    ctx.report.include(Path.root, { ...changed[0], type: 'FieldValueForbidden', field: 'spec', message: changed.map(({ message }) => message).join('; ') });
  }
}

/** Warnings about the pod template come when one of these parts of the object has changed. */
function warnIfChanged(parts: readonly string[]): UpdatePlan['warn'] {
  return (object, old, ctx) => {
    if (parts.some((part) => hasChanged(object, old, part, ctx))) {
      warnOfTemplate(object, ctx);
    }
  };
}

/** Whether a part of an object has changed, apart from what conversion makes of annotations. */
export function hasChanged(object: NormalObject, old: NormalObject, part: string, { type, minor }: UpdateContext): boolean {
  const way = part.split('.');
  const only = (whole: NormalObject): unknown => {
    const value = way.reduce<any>((inner, key) => inner?.[key], whole);
    return way.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  };
  return !same(only(old), only(object), type, minor);
}

/** The server warns about the old template, not about the new one. */
function warnOfReplicationController(object: NormalObject, old: NormalObject, ctx: UpdateContext): void {
  if (hasChanged(object, old, 'spec', ctx)) {
    warnOfTemplate(old, ctx);
  }
}

function warnOfStatefulSetUpdate(object: NormalObject, old: NormalObject, ctx: UpdateContext): void {
  const since = ctx.report.findings.length;
  const template = podTemplateOf(object, 'StatefulSet')!.at;
  const changed = hasChanged(object, old, 'spec', ctx);
  warnOfStatefulSet(object, ctx);
  if (!changed) {
    ctx.report.revise(since, (at) => at.isIn(template) ? undefined : { at });
  }
}

function warnOfCronJob(object: NormalObject, old: NormalObject, ctx: UpdateContext): void {
  if (hasChanged(object, old, 'spec', ctx)) {
    warnOfJobUpdate(object, ctx);
  }
}

/** The name, which stays, gets no warning. */
export function warnOfJobUpdate(object: NormalObject, ctx: UpdateContext): void {
  const since = ctx.report.findings.length;
  warnOfJobs(object, ctx);
  ctx.report.revise(since, (at, { code }) => code === 'metadata/name-as-hostname' ? undefined : { at });
}
