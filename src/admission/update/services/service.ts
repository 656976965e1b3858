import { allocateAddresses, keepAddresses, updateAddresses } from './addresses';
import { Cluster, CLUSTERS, sameTexts, Spec, withoutGiven } from './clusters';
import { setFamilies } from './families';
import { refuseAddressChanges } from './immutable-addresses';
import { checksHealth, keepNodePorts, onNodes, updateNodePorts } from './node-ports';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded, Mutable } from '../../decode/decoded';
import type { NormalObject } from '../../decode/normal';
import { Path } from '../../path';
import { Report, show } from '../../report';
import { allocate } from '../../rules/services/allocation';
import { validateAllocated } from '../../rules/services/service';
import { clusterIPsOf, validateClusterIPs } from '../../rules/services/service-ips';
import { warnOfService } from '../../warnings';
import { withoutNames } from '../names';
import type { InCluster, UpdateContext, UpdatePlan } from '../update-plan';

type Service = Decoded<k8s.Service>;

const SPEC = Path.root.child('spec');

/** A Service. Source: beginUpdate of pkg/registry/core/service/storage, its strategy, and ValidateServiceUpdate of pkg/apis/core/validation. */
export const service: UpdatePlan = {
  coverage: 'full', inClusters, prepare: dropUnused, validate, warn: (object, _, ctx) => warnOfService(object, ctx), placeOf, forget: withoutGiven,
};

/** The old Service as each sort of cluster has it that takes it. */
function* inClusters(old: Service, context: Omit<Context, 'report'>): Iterable<InCluster> {
  let isTaken = false;
  for (const cluster of CLUSTERS) {
    const spec = created(old.spec ?? {}, cluster, { ...context, report: new Report() });
    if (spec !== undefined) {
      isTaken = true;
      yield { old: { ...old, spec } as NormalObject, begin: beginIn(cluster) };
    }
  }
  if (!isTaken) {
    yield { old: old as NormalObject, begin: beginIn(CLUSTERS[0]) };
  }
}

/** A new Service with its addresses and ports; undefined where the cluster cannot have it. */
function created(given: Spec, cluster: Cluster, ctx: Context): Spec | undefined {
  const ips = clusterIPsOf(given);
  const spec = setFamilies(ips.length > 0 ? { ...given, clusterIPs: [...ips] } : given, undefined, cluster, ctx);
  return spec === undefined ? undefined : allocate(allocateAddresses(spec), ctx);
}

/** What the storage of Services does before its registry. */
function beginIn(cluster: Cluster): InCluster['begin'] {
  return (object: Service, old: Service, ctx) => {
    const was: Spec = old.spec ?? {};
    const kept = keepAddresses(keepNodePorts(object.spec ?? {}, was), was);
    const stacked = setFamilies(kept, was, cluster, ctx);
    const spec = stacked === undefined ? undefined : updateNodePorts(updateAddresses(stacked, was), was, ctx);
    return spec === undefined ? undefined : { ...object, spec };
  };
}

/** Drops what the new type does not use, when the user did not change it. */
function dropUnused(object: Service, old: Service): NormalObject {
  const was: Spec = old.spec ?? {};
  const spec: Mutable<Spec> = { ...object.spec };
  if (was.type !== 'ExternalName' && spec.type === 'ExternalName') {
    dropAddresses(spec, was);
  }
  const nodePorts = new Set(was.ports?.map(({ nodePort }) => nodePort));
  if (onNodes(was) && !onNodes(spec) && spec.ports?.every(({ nodePort }) => nodePort === undefined || nodePorts.has(nodePort)) === true) {
    spec.ports = spec.ports.map((port) => ({ ...port, nodePort: undefined }));
  }
  if (checksHealth(was) && !checksHealth(spec) && spec.healthCheckNodePort === was.healthCheckNodePort) {
    spec.healthCheckNodePort = undefined;
  }
  if (was.type === 'LoadBalancer' && spec.type !== 'LoadBalancer') {
    for (const field of ['allocateLoadBalancerNodePorts', 'loadBalancerClass'] as const) {
      if (spec[field] === was[field]) {
        spec[field] = undefined;
      }
    }
  }
  if (isReachable(was) && !isReachable(spec) && spec.externalTrafficPolicy === was.externalTrafficPolicy) {
    spec.externalTrafficPolicy = undefined;
  }
  return { ...object, spec };
}

function dropAddresses(spec: Mutable<Spec>, was: Spec): void {
  if (spec.clusterIP === was.clusterIP && sameTexts(spec.clusterIPs, was.clusterIPs)) {
    spec.clusterIP = undefined;
    spec.clusterIPs = undefined;
  }
  spec.ipFamilies = sameTexts(spec.ipFamilies, was.ipFamilies) ? undefined : spec.ipFamilies;
  spec.ipFamilyPolicy = spec.ipFamilyPolicy === was.ipFamilyPolicy ? undefined : spec.ipFamilyPolicy;
}

function validate(object: Service, old: Service, ctx: UpdateContext): void {
  const spec: Spec = object.spec ?? {};
  const was: Spec = old.spec ?? {};
  refuseAddressChanges(spec, was, ctx);
  if (was.type === 'LoadBalancer' && spec.type === 'LoadBalancer' && was.loadBalancerClass !== spec.loadBalancerClass) {
    ctx.report.invalid(SPEC.child('loadBalancerClass'), 'service-update/load-balancer-class',
      `loadBalancerClass cannot change: it is ${was.loadBalancerClass === undefined ? 'not set' : show(was.loadBalancerClass)}`,
      { hint: 'delete the Service and create it again: it gets another address' });
  }
  if (checksHealth(was) && checksHealth(spec) && was.healthCheckNodePort !== spec.healthCheckNodePort) {
    ctx.report.forbidden(SPEC.child('healthCheckNodePort'), 'service-update/health-check-port',
      `healthCheckNodePort cannot change: it is ${was.healthCheckNodePort ?? 'the port that the server picked'}`, { hint: 'remove it' });
  }
  validateClusterIPs(spec, clusterIPsOf(spec), ctx, was.clusterIPs);
  withoutNames(ctx, () => validateAllocated(object, spec, ctx));
}

function isReachable(spec: Spec): boolean {
  return onNodes(spec) || (spec.type === 'ClusterIP' && (spec.externalIPs?.length ?? 0) > 0);
}

/** `clusterIPs` follow from `clusterIP`, where the manifest says only that. */
function placeOf(at: Path, { spec }: Service): Path {
  const [first, field] = at.keys();
  const isDerived = first === 'spec' && field === 'clusterIPs' && spec?.clusterIPs === undefined && spec?.clusterIP !== undefined;
  return isDerived ? SPEC.child('clusterIP') : at;
}
