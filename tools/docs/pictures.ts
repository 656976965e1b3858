import { downward, probes, restart, spread, termination } from './pictures/behavior';
import { ephemeral, pod, security, staticPod, userNamespaces, volumes } from './pictures/structure';
import { containerTimeline } from './pictures/timeline';

/** The pictures of docs/pictures by name, and what draws each. */
export const PICTURES: { readonly [name: string]: () => string } = {
  'downward-api': downward,
  'ephemeral-containers': ephemeral,
  'init-containers': () => containerTimeline('Init containers run one after the other, then the containers start', 'init-containers', false),
  'pods': pod,
  'probes': probes,
  'restart': restart,
  'security': security,
  'sidecars': () => containerTimeline('A sidecar starts before the containers and stops after them', 'sidecar-deployment', true),
  'static-pods': staticPod,
  'termination': termination,
  'topology-spread': spread,
  'user-namespaces': userNamespaces,
  'volumes': volumes,
};
