import { claims } from './claims';
import type { Evaluator } from './evaluator';
import { ONE, pods } from './pods';
import { resourceClaims } from './resource-claims';
import { services } from './services';
import { ResourceKind, RESOURCES } from '../../k8s/resources';

const SPECIAL: { readonly [kind in ResourceKind]?: Evaluator } = {
  Pod: pods,
  Service: services,
  PersistentVolumeClaim: claims,
  ResourceClaim: resourceClaims,
};
/** Names from before every kind could be counted. */
const ALIASES: { readonly [kind in ResourceKind]?: string } = {
  ConfigMap: 'configmaps',
  ResourceQuota: 'resourcequotas',
  ReplicationController: 'replicationcontrollers',
  Secret: 'secrets',
};

/** How objects of a kind of Kubernetes are counted; undefined for those that never are. */
export function evaluatorOf(kind: string): Evaluator | undefined {
  if (!Object.hasOwn(RESOURCES, kind) || kind === 'Event') {
    return undefined;
  }
  const known = kind as ResourceKind;
  const { group, resource } = RESOURCES[known];
  return SPECIAL[known] ?? countOf(group, resource, ALIASES[known]);
}

/** How objects of any kind are counted, by the plural of their kind. */
export function countOf(group: string, resource: string, alias?: string): Evaluator {
  const names = [`count/${resource}${group === '' ? '' : `.${group}`}`, ...alias === undefined ? [] : [alias]];
  return {
    isAbout: (name) => names.includes(name),
    usage: () => new Map(names.map((name) => [name, ONE])),
    matches: () => false,
    countsUpdates: false,
  };
}
