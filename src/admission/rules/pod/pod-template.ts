import { movePlaces } from './place';
import { validatePodSpec } from './pod-spec';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { validateAnnotations, validateLabels, validateObjectMeta } from '../metadata/metadata';
import { validatePodAnnotations } from '../security/annotations';
import { validateAppArmorAnnotations, validateSeccompAnnotations } from '../security/annotations-profiles';

/** A PodTemplate object. */
export function validatePodTemplateObject(object: Decoded<k8s.PodTemplate>, ctx: Context): void {
  validateObjectMeta(object.metadata, Path.root.child('metadata'), ctx, { nameRule: dns1123Subdomain, namespaced: true });
  validatePodTemplate(object.template, Path.root.child('template'), ctx);
}

/** The pod template of a PodTemplate or workload. Of its metadata, only labels and annotations are validated. */
export function validatePodTemplate(template: Decoded<k8s.PodTemplateSpec> | undefined, path: Path, ctx: Context): void {
  const spec = template?.spec ?? {};
  const specPath = path.child('spec');
  const annotations = template?.metadata?.annotations;
  const since = ctx.report.findings.length;
  validateLabels(template?.metadata?.labels, path.child('labels'), ctx);
  validateAnnotations(annotations, path.child('annotations'), ctx);
  validatePodAnnotations(annotations, spec, path.child('annotations'), ctx);
  // The server leaves `metadata` out of these paths.
  movePlaces(ctx.report, since, path, path.child('metadata'));
  validatePodSpec(spec, undefined, specPath, ctx, false);
  validateSeccompAnnotations(annotations, spec, specPath, ctx);
  validateAppArmorAnnotations(annotations, spec, specPath, ctx);
  if (spec.ephemeralContainers !== undefined) {
    ctx.report.forbidden(specPath.child('ephemeralContainers'), 'pod-template/ephemeral-containers', 'ephemeralContainers is not allowed in a pod template',
      { hint: 'add them to the running pod' });
  }
}
