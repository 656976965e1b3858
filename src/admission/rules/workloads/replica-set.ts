import { validateTemplateSelector } from './template-selector';
import { METADATA, SPEC, validateNonNegative, validateRunsForEver } from './workload';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { validateObjectMeta } from '../metadata/metadata';
import { validatePodTemplate } from '../pod/pod-template';

const META = { nameRule: dns1123Subdomain, namespaced: true };

export function validateReplicaSet(object: Decoded<k8s.ReplicaSet>, ctx: Context): void {
  validateObjectMeta(object.metadata, METADATA, ctx, META);
  const spec = object.spec ?? {};
  validateNonNegative(spec.replicas, SPEC, 'replicas', 'replica-set/replicas', ctx);
  validateNonNegative(spec.minReadySeconds, SPEC, 'minReadySeconds', 'replica-set/min-ready-seconds', ctx);
  if (validateTemplateSelector(spec.selector, spec.template, SPEC, ctx)) {
    const path = SPEC.child('template');
    validatePodTemplate(spec.template, path, ctx);
    validateRunsForEver(spec.template, path, ctx);
  }
}
