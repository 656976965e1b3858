import { warnOfAnnotations } from './annotations';
import { warnOfContainer } from './containers';
import { warnOfFractions } from './fractions';
import { warnOfAddresses, warnOfHostAliases, warnOfImagePullSecrets } from './lists';
import { warnOfPorts } from './ports';
import { warnOfNodeLabels, warnOfPodAffinity, warnOfTopologySpread } from './scheduling';
import { warnOfVolumes } from './volumes';
import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { CONTAINER_LISTS } from '../rules/containers/container-lists';

/** The server's warnings about a pod or pod template. Source: pkg/api/pod/warnings.go. */
export function warnOfPodTemplate(template: Decoded<k8s.PodTemplateSpec>, at: Path, ctx: Context): void {
  const spec = template.spec;
  const annotations = template.metadata?.annotations;
  if (spec === undefined) {
    return;
  }
  const path = at.child('spec');
  warnOfNodeLabels(spec, path, ctx);
  warnOfTopologySpread(spec.topologySpreadConstraints, path, ctx);
  if (annotations !== undefined) {
    warnOfAnnotations(annotations, spec, at, ctx);
  }
  if (spec.volumes !== undefined) {
    warnOfVolumes(spec.volumes, path.child('volumes'), ctx);
  }
  warnOfHostAliases(spec.hostAliases, path, ctx);
  warnOfImagePullSecrets(spec.imagePullSecrets, path, ctx);
  warnOfFractions(spec.overhead, path, 'overhead', ctx);
  for (const list of CONTAINER_LISTS) {
    const containers: readonly Decoded<k8s.Container>[] | undefined = spec[list];
    if (containers !== undefined) {
      const place = path.child(list);
      for (let i = 0; i < containers.length; i++) {
        warnOfContainer(containers[i], place.index(i), ctx);
      }
    }
  }
  warnOfPorts(spec, path, ctx);
  const seconds = spec.terminationGracePeriodSeconds;
  // in a Pod, the server has replaced it with 1 already
  if (seconds !== undefined && seconds < 0 && ctx.kind !== 'Pod') {
    ctx.report.warning(path.child('terminationGracePeriodSeconds'), 'pod-spec/negative-grace-period',
      `should be 0 or more, got ${seconds}, which counts as 1`, { hint: 'use 1 or more' });
  }
  warnOfPodAffinity(spec.affinity, path, ctx);
  warnOfAddresses(spec, path, ctx);
}
