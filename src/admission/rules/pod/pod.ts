import { validatePodSpec } from './pod-spec';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { validateContainersOnlyForPod } from '../containers/image';
import { validateObjectMeta } from '../metadata/metadata';
import { validatePodAnnotations } from '../security/annotations';
import { validateAppArmorAnnotations, validateSeccompAnnotations } from '../security/annotations-profiles';

/**
 * A new Pod: no ephemeral containers yet, and no node name while it has scheduling gates.
 */
export function validatePod(object: Decoded<k8s.Pod>, ctx: Context): void {
  validatePodMetadataAndSpec(object, ctx);
  const meta = object.metadata ?? {};
  const spec = object.spec ?? {};
  const path = Path.root.child('spec');
  if (spec.ephemeralContainers !== undefined) {
    ctx.report.forbidden(path.child('ephemeralContainers'), 'pod/ephemeral-containers', 'ephemeralContainers is not allowed in a new pod',
      { hint: 'add them to the running pod' });
  }
  if (spec.nodeName !== undefined && spec.schedulingGates !== undefined) {
    ctx.report.forbidden(path.child('nodeName'), 'pod/node-with-gates', 'nodeName is not allowed with schedulingGates', { hint: 'remove nodeName or schedulingGates' });
  }
  validateSeccompAnnotations(meta.annotations, spec, path, ctx);
  validateAppArmorAnnotations(meta.annotations, spec, path, ctx);
}

/**
 * What holds for a Pod when it is created and whenever it is updated. The rule that projected tokens need a service account is missing here
 * because a new pod cannot violate it: the ServiceAccount plugin has set one, and refuses mirror pods with tokens.
 */
export function validatePodMetadataAndSpec(object: Decoded<k8s.Pod>, ctx: Context): void {
  const meta = object.metadata ?? {};
  const spec = object.spec ?? {};
  const metaPath = Path.root.child('metadata');
  const path = Path.root.child('spec');
  validateObjectMeta(meta, metaPath, ctx, { nameRule: dns1123Subdomain, namespaced: true });
  validatePodAnnotations(meta.annotations, spec, metaPath.child('annotations'), ctx);
  validatePodSpec(spec, meta, path, ctx, true);
  validateContainersOnlyForPod(spec.containers, path.child('containers'), ctx);
  validateContainersOnlyForPod(spec.initContainers, path.child('initContainers'), ctx);
}
