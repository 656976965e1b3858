import { METADATA, SPEC, validateNonNegative, validateRunsForEver } from './workload';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { hasLabels } from '../../formats/label-selector';
import { dns1123Subdomain } from '../../formats/names';
import { show } from '../../report';
import { validateNamePrefixInUrl, validateObjectMeta } from '../metadata/metadata';
import { validatePodTemplate } from '../pod/pod-template';

const META = { nameRule: dns1123Subdomain, namespaced: true };
const META_OF_MADE_NAME = { ...META, generatedNameOnly: true };

/** Its selector is a map of labels, which need not be valid labels. */
export function validateReplicationController(object: Decoded<k8s.ReplicationController>, ctx: Context): void {
  const since = ctx.report.findings.length;
  const madeName = on(ctx, 'ReplicationControllerPrefixIsFree');
  validateObjectMeta(object.metadata, METADATA, ctx, madeName ? META_OF_MADE_NAME : META);
  const spec = object.spec ?? {};
  validateNonNegative(spec.minReadySeconds, SPEC, 'minReadySeconds', 'replication-controller/min-ready-seconds', ctx);
  const selector = spec.selector;
  const empty = selector === undefined || Object.keys(selector).length === 0;
  if (empty) {
    ctx.report.required(SPEC.child('selector'), 'replication-controller/selector-required', 'a selector is required',
      { hint: 'set labels on the template: they are the default selector' });
  }
  validateNonNegative(spec.replicas, SPEC, 'replicas', 'replication-controller/replicas', ctx);
  const template = spec.template;
  const path = SPEC.child('template');
  if (template === undefined) {
    ctx.report.required(path, 'replication-controller/template-required', 'a template is required');
  } else {
    if (!empty && !hasLabels(template.metadata?.labels ?? {}, selector)) {
      ctx.report.invalid(path.child('metadata').child('labels'), 'replication-controller/template-labels',
        `template labels ${show(template.metadata?.labels ?? {})} must match the selector ${show(selector)}`, { hint: `set the template labels ${show(selector)}` });
    }
    validatePodTemplate(template, path, ctx);
    validateRunsForEver(template, path, ctx);
  }
  if (madeName && ctx.report.findings.length === since) {
    validateNamePrefixInUrl(object.metadata, METADATA, ctx);
  }
}
