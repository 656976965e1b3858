import { downward, probes, restart, spread, termination } from './pictures/behavior';
import { affinity, resources } from './pictures/scheduling';
import { ephemeral, pod, security, staticPod, userNamespaces, volumes } from './pictures/structure';
import { containerTimeline } from './pictures/timeline';
import { jobs, services, statefulSets } from './pictures/workloads';

/** The pictures of docs/pictures, by name, with the function that draws each. */
export const PICTURES: { readonly [name: string]: () => string } = {
  'affinity': affinity,
  'downward-api': downward,
  'ephemeral-containers': ephemeral,
  'init-containers': () => containerTimeline('Init containers run one after the other, then the containers start', 'init-containers', false),
  'jobs': jobs,
  'pods': pod,
  'probes': probes,
  'resources': resources,
  'restart': restart,
  'security': security,
  'services': services,
  'sidecars': () => containerTimeline('A sidecar starts before the containers and stops after them', 'sidecar-deployment', true),
  'stateful-sets': statefulSets,
  'static-pods': staticPod,
  'termination': termination,
  'topology-spread': spread,
  'user-namespaces': userNamespaces,
  'volumes': volumes,
};
