import { changes } from './changes';
import { named, validateImmutable } from './immutable';
import type { UpdateContext, UpdatePlan } from './update-plan';
import { asCreated, hasChanged, SPEC, warnOfJobUpdate } from './workloads';
import type * as k8s from '../../k8s';
import { on } from '../context';
import type { Decoded, Mutable } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { NAME_LABELS, SELECTED, UID_LABELS, withGeneratedSelector } from '../rules/workloads/job-selector';

type Job = Decoded<k8s.Job>;
type Spec = Decoded<k8s.JobSpec>;
type Template = Decoded<k8s.PodTemplateSpec>;
type Affinity = Decoded<k8s.Affinity>;
type Labels = { readonly [key: string]: string | undefined };

const TEMPLATE = SPEC.child('template');
const IMMUTABLE = ['completionMode', 'podFailurePolicy', 'backoffLimitPerIndex', 'managedBy', 'successPolicy'];
const REPLACE = 'delete the Job and create a new one';
const GENERATED: readonly string[] = [...NAME_LABELS, ...UID_LABELS];

/** A Job. Source: ValidateJobUpdate of pkg/apis/batch/validation, and the options of pkg/registry/batch/job/strategy.go. */
export const job: UpdatePlan = {
  coverage: 'full',
  inClusters: (old: Job) => [{ old: withGeneratedSelector(old, old.metadata?.name ?? '') as NormalObject }],
  keep,
  validate,
  forget,
  warn: (object, old, ctx) => {
    if (hasChanged(object, old, 'spec', ctx)) {
      warnOfJobUpdate(object, ctx);
    }
  },
};

/** Of a live Job: the labels and the selector that the server gave it, and a manifest does not have. */
function keep(object: Job, old: Job, { update: { live } }: UpdateContext): NormalObject {
  const { spec } = object;
  if (live !== true || old.spec?.manualSelector === true || spec?.template === undefined) {
    return object as NormalObject;
  }
  const was = old.spec?.template?.metadata?.labels ?? {};
  const given = Object.fromEntries(Object.entries(was).filter(([key]) => GENERATED.includes(key)));
  const labels = { ...given, ...spec.template.metadata?.labels };
  const template = { ...spec.template, metadata: { ...spec.template.metadata, ...Object.keys(labels).length > 0 && { labels } } };
  return { ...object, spec: { ...spec, selector: spec.selector ?? old.spec?.selector, template } } as NormalObject;
}

function validate(object: Job, old: Job, ctx: UpdateContext): void {
  // The selector and the labels that the server generates are there: the rules are those of a Job that has its own.
  asCreated({ ...object, spec: { ...object.spec, manualSelector: true } }, 'Job', ctx, on(ctx, 'JobUpdatesHaveOwnRules') ? undefined : 'JobUpdatesHaveOwnRules');
  if (!on(ctx, 'JobUpdatesHaveOwnRules') && object.spec?.manualSelector !== true) {
    asCreated(withoutGenerated(object, old) as NormalObject, 'Job', ctx, 'JobUpdatesHaveOwnRules');
  }
  const specs = { before: old.spec, after: object.spec, type: 'JobSpec', at: SPEC };
  validateCompletions(object.spec ?? {}, old.spec ?? {}, ctx);
  validateImmutable(specs, 'selector', 'workload-update/selector', ctx, REPLACE);
  validateTemplate(object.spec ?? {}, old, old.spec ?? {}, ctx);
  for (const field of IMMUTABLE) {
    validateImmutable(specs, field, 'job-update/immutable', ctx, REPLACE);
  }
}

/** A stored Job without the labels and the selector that the server generates, as far as no manifest has them. */
function forget(object: Job, manifests: readonly (Job | undefined)[]): NormalObject {
  const spec: Mutable<Spec> = { ...object.spec };
  const { metadata: own } = object;
  const isIn = (labelsOf: (manifest: Job) => Labels | undefined) => (key: string): boolean =>
    manifests.some((manifest) => manifest !== undefined && Object.hasOwn(labelsOf(manifest) ?? {}, key));
  if (!manifests.some((manifest) => manifest?.spec?.selector !== undefined)) {
    delete spec.selector;
  } else if (spec.selector !== undefined) {
    spec.selector = { ...spec.selector, matchLabels: written(spec.selector.matchLabels, isIn((manifest) => manifest.spec?.selector?.matchLabels)) };
  }
  if (spec.template !== undefined) {
    const { metadata } = spec.template;
    const labels = written(metadata?.labels, isIn((manifest) => manifest.spec?.template?.metadata?.labels));
    spec.template = { ...spec.template, metadata: { ...metadata, labels } };
  }
  // The defaults give a Job without labels those of its template.
  const labels = written(own?.labels, isIn(({ metadata, spec: given }) => ({ ...given?.template?.metadata?.labels, ...metadata?.labels })));
  return { ...object, ...own !== undefined && { metadata: { ...own, labels } }, spec } as NormalObject;
}

function written(labels: Labels | undefined, isWritten: (key: string) => boolean): { [key: string]: string } | undefined {
  const left = Object.entries(labels ?? {}).filter(([key]) => !GENERATED.includes(key) || isWritten(key));
  return left.length === 0 ? undefined : Object.fromEntries(left) as { [key: string]: string };
}

/** A Job without the labels and the selector that the server gave the old one: they are kept. */
function withoutGenerated(object: Job, { metadata = {}, spec: was = {} }: Job): Job {
  const spec = object.spec ?? {};
  if (was.manualSelector === true) {
    return object;
  }
  const labels = was.template?.metadata?.labels ?? {};
  const uid = metadata.uid ?? labels[SELECTED];
  const generated: Labels = Object.fromEntries([...NAME_LABELS.map((key) => [key, metadata.name]), ...UID_LABELS.map((key) => [key, uid])]);
  const own = withoutEntries(spec.template?.metadata?.labels, generated);
  const matchLabels = withoutEntries(spec.selector?.matchLabels, generated);
  const selector = { ...spec.selector, matchLabels };
  const gone = spec.selector?.matchLabels !== undefined && matchLabels === undefined && selector.matchExpressions === undefined;
  return {
    ...object,
    spec: {
      ...spec,
      selector: gone || spec.selector === undefined ? undefined : selector,
      ...spec.template !== undefined && { template: { ...spec.template, metadata: { ...spec.template.metadata, labels: own } } },
    },
  } as Job;
}

function withoutEntries(map: Labels | undefined, entries: Labels): Labels | undefined {
  const left = Object.entries(map ?? {}).filter(([key, value]) => !Object.hasOwn(entries, key) || entries[key] !== value);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

/** An indexed Job can be scaled; any other one has the completions that it was made with. */
function validateCompletions(is: Spec, was: Spec, ctx: UpdateContext): void {
  const at = SPEC.child('completions');
  if (is.completions === was.completions) {
    return;
  }
  if (is.completionMode !== 'Indexed') {
    ctx.report.invalid(at, 'job-update/completions', `completions cannot change unless completionMode is Indexed: it is ${was.completions ?? 'not set'}, got ${
      is.completions ?? 'none'}`, { hint: REPLACE });
  } else if (is.completions !== undefined && is.completions !== is.parallelism) {
    ctx.report.invalid(at, 'job-update/completions', `completions of an indexed Job can only change to the value of parallelism: got ${is.completions}, and parallelism is ${
      is.parallelism ?? 'not set'}`, { hint: `set parallelism: ${is.completions}` });
  }
}

/** Only while a Job is suspended and has no pods, its template may change where pods may run, and since 1.36 what they reserve. */
function validateTemplate(is: Spec, old: Job, was: Spec, ctx: UpdateContext): void {
  const template = is.template ?? {};
  const suspended = was.suspend === true;
  const free = mayChangeTemplate(old, ctx);
  const before = free ? withDirectives(was.template ?? {}, template) : was.template ?? {};
  if (suspended && free && on(ctx, 'MutablePodResourcesForSuspendedJobs')) {
    const at = TEMPLATE.child('spec');
    const found = changes(withResources(before.spec ?? {}, template.spec ?? {}), template.spec ?? {}, 'PodSpec', ctx.minor, at);
    refuse(found, 'spec.template.spec', 'resources, nodeSelector, node affinity, tolerations and schedulingGates', ctx);
  } else {
    const found = changes(before, template, 'PodTemplateSpec', ctx.minor, TEMPLATE);
    refuse(found, 'spec.template', free ? 'labels, annotations, nodeSelector, node affinity, tolerations and schedulingGates' : undefined, ctx);
  }
}

function refuse(found: ReturnType<typeof changes>, field: string, allowed: string | undefined, ctx: UpdateContext): void {
  if (found.length > 0) {
    ctx.report.invalid(found[0], 'job-update/template', `${named(found)} cannot change: ${allowed === undefined
      ? 'the template of a Job changes only while the Job is suspended' : `in the template of a suspended Job only ${allowed} may`}`, { field, hint: REPLACE });
  }
}

function mayChangeTemplate({ spec, status = {} }: Job, ctx: UpdateContext): boolean {
  const suspended = spec?.suspend === true;
  if (!on(ctx, 'MutableSchedulingDirectivesForSuspendedJobs')) {
    return suspended && status.startTime === undefined;
  }
  const condition = status.conditions?.some(({ type, status: value }) => type === 'Suspended' && value === 'True') === true;
  return suspended && (status.startTime === undefined || condition) && (status.active ?? 0) === 0;
}

/** The old template with what the new one says about where pods may run. */
function withDirectives(was: Template, is: Template): Template {
  const spec: Mutable<Decoded<k8s.PodSpec>> = { ...was.spec };
  spec.affinity = withNodeAffinity(was.spec?.affinity, is.spec?.affinity);
  spec.nodeSelector = is.spec?.nodeSelector;
  spec.tolerations = is.spec?.tolerations;
  spec.schedulingGates = is.spec?.schedulingGates;
  return { ...was, metadata: { ...was.metadata, labels: is.metadata?.labels, annotations: is.metadata?.annotations }, spec };
}

/** The affinity may go when it was about nodes only. */
function withNodeAffinity(was: Affinity | undefined, is: Affinity | undefined): Affinity | undefined {
  if (is !== undefined) {
    return { ...was, nodeAffinity: is.nodeAffinity };
  }
  return was?.podAffinity === undefined && was?.podAntiAffinity === undefined ? undefined : { ...was, nodeAffinity: undefined };
}

/** The old pod with the resources of the new one's containers of the same name and place. */
function withResources(was: Decoded<k8s.PodSpec>, is: Decoded<k8s.PodSpec>): Decoded<k8s.PodSpec> {
  const spec: Mutable<Decoded<k8s.PodSpec>> = { ...was };
  for (const list of ['containers', 'initContainers'] as const) {
    if (was[list]?.length === is[list]?.length) {
      spec[list] = was[list]?.map((container, i) => {
        const { name, resources } = is[list]![i];
        return container.name === name ? { ...container, resources } : container;
      });
    }
  }
  return spec;
}
