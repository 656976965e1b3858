import { warnOfClaimSize } from './fractions';
import { warnOfJob } from './job';
import { warnOfPodTemplate } from './pod-template';
import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { dns1123Label } from '../formats/names';
import { podTemplateOf } from '../pod-template';
import { show } from '../report';
import { METADATA, SPEC } from '../rules/workloads/workload';

/** The server cuts a `generateName` prefix to this length and adds five letters or digits. */
const MAX_GENERATE_NAME = 58;

/*
 * The server's warnings about a new object that it accepts, by kind. Source: WarningsOnCreate of the strategies in k8s.io/kubernetes/pkg/registry,
 * and the warnings.go of pkg/api. Exception: the prepare stage warns about AppArmor annotations of a Pod.
 */

export { warnOfService } from './service';

/** Of kinds whose names become part of host names, which are DNS labels: Pod, ReplicationController, ReplicaSet, Deployment. */
export function warnOfNameAndTemplate(object: NormalObject, ctx: Context): void {
  warnOfName(object.metadata as Decoded<k8s.ObjectMeta> | undefined, ctx);
  warnOfTemplate(object, ctx);
}

/** Of the pod template alone: DaemonSet, PodTemplate. */
export function warnOfTemplate(object: NormalObject, ctx: Context): void {
  const pod = podTemplateOf(object, ctx.kind);
  if (pod !== undefined) {
    warnOfPodTemplate(pod.template, pod.at, ctx);
  }
}

export function warnOfJobs(object: NormalObject, ctx: Context): void {
  warnOfName(object.metadata as Decoded<k8s.ObjectMeta> | undefined, ctx);
  warnOfJob(object, ctx.kind, ctx);
  warnOfTemplate(object, ctx);
}

export function warnOfStatefulSet(object: NormalObject, ctx: Context): void {
  warnOfTemplate(object, ctx);
  warnOfClaimsAndHistory((object as Decoded<k8s.StatefulSet>).spec ?? {}, ctx);
}

function warnOfName(metadata: Decoded<k8s.ObjectMeta> | undefined, ctx: Context): void {
  const given = metadata?.name;
  const name = given ?? `${(metadata?.generateName ?? '').slice(0, MAX_GENERATE_NAME)}xxxxx`;
  const problem = dns1123Label(name);
  if (problem !== undefined) {
    ctx.report.warning(METADATA.child(given === undefined ? 'generateName' : 'name'), 'metadata/name-as-hostname',
      `name ${show(name)} becomes ${ctx.kind === 'Pod' ? 'the hostname of the pod' : 'part of the hostnames of the pods'}, and a hostname ${problem}`,
      { field: METADATA.child('name'), hint: 'use at most 63 lower-case letters, digits and \'-\', and no dots' });
  }
}

function warnOfClaimsAndHistory(spec: Decoded<k8s.StatefulSetSpec>, ctx: Context): void {
  const { volumeClaimTemplates: claims, revisionHistoryLimit: limit } = spec;
  if (claims !== undefined) {
    for (let i = 0; i < claims.length; i++) {
      const at = SPEC.child('volumeClaimTemplates').index(i);
      // the server omits the claim's own `spec`
      warnOfClaimSize(claims[i].spec, at.child('spec'), at, ctx);
    }
  }
  if (limit !== undefined && limit < 0) {
    ctx.report.warning(SPEC.child('revisionHistoryLimit'), 'stateful-set/revision-history-limit',
      `should be 0 or more, got ${limit}: a negative limit keeps all revisions`, { hint: 'use 0 or more, or remove it for the default of 10' });
  }
}
