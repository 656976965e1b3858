import { defaultContainers } from './container';
import { Draft } from './draft';
import { defaultResources, roundResourceList } from './resource-list';
import { defaultVolumes } from './volume';
import * as k8s from '../../k8s';
import { Context } from '../context';

/** A pod template without a spec gets an empty one. */
export function defaultPodTemplate(template: Draft<k8s.PodTemplateSpec>, ctx: Context): void {
  defaultPodSpec(template.spec ??= {}, ctx);
}

/** The defaults that pods and pod templates share. */
export function defaultPodSpec(spec: Draft<k8s.PodSpec>, ctx: Context): void {
  spec.dnsPolicy ??= 'ClusterFirst';
  spec.restartPolicy ??= 'Always';
  spec.securityContext ??= {};
  spec.terminationGracePeriodSeconds ??= 30;
  spec.schedulerName ??= 'default-scheduler';
  defaultVolumes(spec.volumes, ctx);
  defaultContainers(spec.initContainers);
  defaultContainers(spec.containers);
  defaultContainers(spec.ephemeralContainers);
  roundResourceList(spec.overhead);
  defaultResources(spec.resources);
}
