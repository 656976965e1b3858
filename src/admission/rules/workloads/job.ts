import { moveGeneratedPlaces, validateGeneratedSelector, withGeneratedSelector } from './job-selector';
import { validateJobSpec } from './job-spec';
import { validateSelects } from './template-selector';
import { METADATA, SPEC } from './workload';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import { show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';
import { nameOf, validateObjectMeta } from '../metadata/metadata';

const META = { nameRule: dns1123Subdomain, namespaced: true };

/** A Job, with the selector and labels that the server generates. */
export function validateJob(object: Decoded<k8s.Job>, ctx: Context): void {
  const since = ctx.report.findings.length;
  const name = nameOf(object.metadata) ?? '';
  const job = withGeneratedSelector(object, name);
  const spec = job.spec ?? {};
  validateObjectMeta(job.metadata, METADATA, ctx, META);
  validateGeneratedSelector(job, name, ctx);
  validateJobSpec(spec, SPEC, ctx);
  validateSelector(spec, ctx);
  validatePodNames(spec, name, object.metadata?.name === undefined && name !== '', ctx);
  moveGeneratedPlaces(object, since, ctx);
}

function validateSelector(spec: Decoded<k8s.JobSpec>, ctx: Context): void {
  const at = SPEC.child('selector');
  if (spec.selector === undefined) {
    ctx.report.required(at, 'job/selector-required', 'selector is required with manualSelector: true', { hint: 'remove manualSelector: the server then generates a selector' });
  }
  const since = ctx.report.findings.length;
  validateLabelSelector(spec.selector, at, ctx);
  if (ctx.report.findings.length === since) {
    validateSelects(spec.selector, spec.template, SPEC, ctx);
  }
}

/** The hostname of an Indexed Job's pods is its name and their index, so it must be a DNS label. */
function validatePodNames(spec: Decoded<k8s.JobSpec>, name: string, made: boolean, ctx: Context): void {
  if (spec.completionMode !== 'Indexed' || spec.completions === undefined || spec.completions <= 0) {
    return;
  }
  const last = `${name}-${spec.completions - 1}`;
  const problem = dns1123Label(last);
  if (problem !== undefined) {
    ctx.report.invalid(METADATA.child(made ? 'generateName' : 'name'), 'job/pod-names', `the hostname of the last pod is made from this name: ${show(last)} ${problem}`,
      { field: METADATA.child('name') });
  }
}
