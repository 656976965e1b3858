import { allocate } from './allocation';
import { clusterIPsOf, isHeadless, validateExternalIPs } from './service-ips';
import { validateLoadBalancer } from './service-load-balancer';
import { validateNodePorts, validatePortNumbers, validateServicePorts } from './service-ports';
import { validateTraffic } from './service-traffic';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1035Label, dns1123Label, dns1123Subdomain } from '../../formats/names';
import { show } from '../../report';
import { validateLabels, validateObjectMeta } from '../metadata/metadata';
import { METADATA, SPEC } from '../workloads/workload';

type Spec = Decoded<k8s.ServiceSpec>;

const META = { nameRule: dns1123Label, namespaced: true };
const PORTS = SPEC.child('ports');
const SELECTOR = SPEC.child('selector');
const EXTERNAL_IPS = SPEC.child('externalIPs');
const STRICT_META = { nameRule: dns1035Label, namespaced: true };
const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const AFFINITIES = ['ClientIP', 'None'];
const MAX_AFFINITY_SECONDS = 86400;
/** These two annotations are one setting, so they must agree. */
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';

/** A Service, in the server's order. Not checked: whether its IPs and node ports are free in the cluster, and which IP families that has. */
export function validateService(object: Decoded<k8s.Service>, ctx: Context): void {
  const spec = allocate(object.spec ?? {}, ctx);
  if (spec !== undefined) {
    validateAllocated(object, spec, ctx);
  }
}

/** The rules for a Service that has its addresses and ports. */
export function validateAllocated(object: Decoded<k8s.Service>, spec: Spec, ctx: Context): void {
  validateObjectMeta(object.metadata, METADATA, ctx, on(ctx, 'RelaxedServiceNameValidation') ? META : STRICT_META);
  const annotations = object.metadata?.annotations;
  const clusterIPs = clusterIPsOf(spec);
  validateTopology(annotations, ctx);
  if (spec.ports === undefined && !isHeadless(clusterIPs) && spec.type !== 'ExternalName') {
    ctx.report.required(PORTS, 'service/ports-required', 'at least one port is required, unless the Service is headless (clusterIP: None)');
  }
  validateType(spec, clusterIPs, ctx);
  validateServicePorts(spec.ports, PORTS, ctx);
  validateLabels(spec.selector, SELECTOR, ctx);
  validateAffinity(spec, ctx);
  validateExternalIPs(spec.externalIPs, EXTERNAL_IPS, ctx);
  const type: string | undefined = spec.type;
  if (!TYPES.includes(type ?? '')) {
    ctx.report.notSupported(SPEC.child('type'), 'service/type', type, TYPES);
  }
  validateNodePorts(spec, PORTS, ctx);
  validatePortNumbers(spec.ports, PORTS, ctx);
  validateLoadBalancer(spec, annotations, ctx);
  validateTraffic(spec, ctx);
}

function validateTopology(annotations: Decoded<{ [key: string]: string }> | undefined, ctx: Context): void {
  if (annotations !== undefined && Object.hasOwn(annotations, TOPOLOGY_MODE) && Object.hasOwn(annotations, TOPOLOGY_HINTS)
    && annotations[TOPOLOGY_MODE] !== annotations[TOPOLOGY_HINTS]) {
    ctx.report.invalid(METADATA.child('annotations').key(TOPOLOGY_MODE), 'service/topology',
      `must match the annotation ${TOPOLOGY_HINTS}, got ${show(annotations[TOPOLOGY_MODE])}`, { hint: `remove the annotation ${TOPOLOGY_HINTS}` });
  }
}

/** Fields that a type excludes: LoadBalancer and NodePort need a cluster IP, ExternalName may not have one. */
function validateType(spec: Spec, clusterIPs: readonly string[], ctx: Context): void {
  if ((spec.type === 'LoadBalancer' || spec.type === 'NodePort') && isHeadless(clusterIPs)) {
    ctx.report.invalid(SPEC.child(spec.clusterIPs === undefined ? 'clusterIP' : 'clusterIPs'), 'service/headless', `clusterIP 'None' is not allowed with type ${spec.type}`,
      { field: SPEC.child('clusterIPs').index(0), hint: 'set type: ClusterIP, or remove clusterIP' });
  }
  if (spec.type !== 'ExternalName') {
    return;
  }
  if (clusterIPs.length > 0) {
    forbidden(spec.clusterIPs === undefined ? 'clusterIP' : 'clusterIPs', 'clusterIPs', ctx);
  }
  if (spec.ipFamilies !== undefined) {
    forbidden('ipFamilies', 'ipFamilies', ctx);
  }
  if (spec.ipFamilyPolicy !== undefined) {
    forbidden('ipFamilyPolicy', 'ipFamilyPolicy', ctx);
  }
  const name = spec.externalName ?? '';
  const domain = name.endsWith('.') ? name.slice(0, -1) : name;
  const problem = domain === '' ? undefined : dns1123Subdomain(domain);
  if (domain === '') {
    ctx.report.required(SPEC.child('externalName'), 'service/external-name-required', 'externalName is required with type ExternalName');
  } else if (problem !== undefined) {
    ctx.report.invalid(SPEC.child('externalName'), 'service/external-name', `${show(name)} ${problem}`);
  }
}

function forbidden(place: string, field: string, ctx: Context): void {
  ctx.report.forbidden(SPEC.child(place), 'service/external-name-with-ip', `${place} is not allowed with type ExternalName`,
    { field: SPEC.child(field), hint: 'remove it' });
}

/** Session affinity; defaulting has set its timeout. */
function validateAffinity(spec: Spec, ctx: Context): void {
  const affinity: string | undefined = spec.sessionAffinity;
  if (!AFFINITIES.includes(affinity ?? '')) {
    ctx.report.notSupported(SPEC.child('sessionAffinity'), 'service/session-affinity', affinity, AFFINITIES);
  }
  const seconds = spec.sessionAffinityConfig?.clientIP?.timeoutSeconds;
  if (affinity === 'ClientIP' && seconds !== undefined && (seconds <= 0 || seconds > MAX_AFFINITY_SECONDS)) {
    ctx.report.invalid(SPEC.child('sessionAffinityConfig').child('clientIP').child('timeoutSeconds'), 'service/session-affinity-timeout',
      `must be from 1 to ${MAX_AFFINITY_SECONDS} (one day), got ${seconds}`);
  }
}
