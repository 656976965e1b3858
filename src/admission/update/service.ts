import { refuseAddressChanges, reportOtherFamilies, reportReduced } from './service-addresses';
import type { UpdateContext, UpdatePlan } from './update-plan';
import { asCreated } from './workloads';
import type * as k8s from '../../k8s';
import type { Decoded, Mutable } from '../decode/decoded';
import type { NormalObject } from '../decode/normal';
import { sameJson } from '../formats/same-json';
import { Path } from '../path';
import { Report, show } from '../report';
import { allocate } from '../rules/services/allocation';
import { warnOfService } from '../warnings';

type Service = Decoded<k8s.Service>;
type Spec = Decoded<k8s.ServiceSpec>;

const SPEC = Path.root.child('spec');

/** A Service. Source: beginUpdate of pkg/registry/core/service/storage, its strategy, and ValidateServiceUpdate of pkg/apis/core/validation. */
export const service: UpdatePlan = { coverage: 'full', prepare, validate, warn: (object, _, ctx) => warnOfService(object, ctx) };

/** Keeps what was allocated for the old Service, and drops what its new type does not use, when the user did not change it. */
function prepare(object: Service, old: Service): NormalObject {
  const was = old.spec ?? {};
  const spec: Mutable<Spec> = { ...object.spec };
  keepAddresses(spec, was);
  if (picksNodePorts(was) && picksNodePorts(spec)) {
    spec.ports = withNodePorts(spec.ports, was.ports);
  }
  if (checksHealth(was) && checksHealth(spec)) {
    spec.healthCheckNodePort ??= was.healthCheckNodePort;
  }
  dropUnused(spec, was);
  return { ...object, spec };
}

function keepAddresses(spec: Mutable<Spec>, was: Spec): void {
  if (spec.type === 'ExternalName') {
    return;
  }
  if (was.type !== 'ExternalName') {
    const changed = spec.clusterIP !== undefined && spec.clusterIP !== was.clusterIP;
    spec.clusterIP ??= was.clusterIP;
    spec.clusterIPs = changed && sameTexts(spec.clusterIPs ?? was.clusterIPs, was.clusterIPs) ? undefined : spec.clusterIPs ?? was.clusterIPs;
  }
  spec.ipFamilyPolicy ??= was.ipFamilyPolicy;
  if (spec.ipFamilyPolicy === 'SingleStack') {
    spec.clusterIPs = sameTexts(spec.clusterIPs, was.clusterIPs) ? spec.clusterIPs?.slice(0, 1) : spec.clusterIPs;
    spec.ipFamilies = sameTexts(spec.ipFamilies, was.ipFamilies) ? spec.ipFamilies?.slice(0, 1) : spec.ipFamilies;
  }
}

/** Ports without a node port get that of the old port of their name, unless another port has it now. */
function withNodePorts(ports: Spec['ports'], was: Spec['ports']): Spec['ports'] {
  const used = new Set(ports?.map(({ nodePort }) => nodePort));
  const byName = new Map(was?.map(({ name, nodePort }) => [name, nodePort]));
  return ports?.map((port) => {
    const kept = port.nodePort ?? byName.get(port.name);
    return kept === undefined || (port.nodePort === undefined && used.has(kept)) ? port : { ...port, nodePort: kept };
  });
}

function dropUnused(spec: Mutable<Spec>, was: Spec): void {
  if (was.type !== 'ExternalName' && spec.type === 'ExternalName') {
    if (spec.clusterIP === was.clusterIP && sameTexts(spec.clusterIPs, was.clusterIPs)) {
      spec.clusterIP = undefined;
      spec.clusterIPs = undefined;
    }
    spec.ipFamilies = sameTexts(spec.ipFamilies, was.ipFamilies) ? undefined : spec.ipFamilies;
    spec.ipFamilyPolicy = spec.ipFamilyPolicy === was.ipFamilyPolicy ? undefined : spec.ipFamilyPolicy;
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
}

function validate(object: Service, old: Service, ctx: UpdateContext): void {
  const spec = object.spec ?? {};
  const was = old.spec ?? {};
  const allocated = allocate(spec, { ...ctx, report: new Report() }) !== undefined;
  if (allocated && (reportReduced(spec, was, ctx) || reportOtherFamilies(spec, was, ctx))) {
    return;
  }
  asCreated(object as NormalObject, 'Service', ctx);
  if (!allocated) {
    return; // where the server stops
  }
  refuseAddressChanges(spec, was, ctx);
  if (was.type === 'LoadBalancer' && spec.type === 'LoadBalancer' && was.loadBalancerClass !== spec.loadBalancerClass) {
    ctx.report.invalid(SPEC.child('loadBalancerClass'), 'service-update/load-balancer-class',
      `loadBalancerClass cannot change: it is ${was.loadBalancerClass === undefined ? 'not set' : show(was.loadBalancerClass)}`,
      { hint: 'delete the Service and create it anew: it gets another address' });
  }
  if (checksHealth(was) && checksHealth(spec) && was.healthCheckNodePort !== spec.healthCheckNodePort) {
    ctx.report.forbidden(SPEC.child('healthCheckNodePort'), 'service-update/health-check-port',
      `healthCheckNodePort cannot change: it is ${was.healthCheckNodePort ?? 'the port that the server picked'}`, { hint: 'remove it' });
  }
}

function picksNodePorts({ type, allocateLoadBalancerNodePorts: picks }: Spec): boolean {
  return type === 'NodePort' || (type === 'LoadBalancer' && picks !== false);
}

function onNodes({ type }: Spec): boolean {
  return type === 'NodePort' || type === 'LoadBalancer';
}

function checksHealth({ type, externalTrafficPolicy: policy }: Spec): boolean {
  return type === 'LoadBalancer' && policy === 'Local';
}

function isReachable(spec: Spec): boolean {
  return onNodes(spec) || (spec.type === 'ClusterIP' && (spec.externalIPs?.length ?? 0) > 0);
}

function sameTexts(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return sameJson(a, b);
}
