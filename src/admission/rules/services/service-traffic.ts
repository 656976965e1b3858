import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { show } from '../../report';
import { SPEC } from '../workloads/workload';

type Spec = Decoded<k8s.ServiceSpec>;

const HEALTH_CHECK = SPEC.child('healthCheckNodePort');
const POLICIES = ['Cluster', 'Local'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];
const ONE_DISTRIBUTION = DISTRIBUTIONS.slice(0, 1);

/** Traffic policies: for external traffic, for internal traffic, and by distance. */
export function validateTraffic(spec: Spec, ctx: Context): void {
  validateExternalTraffic(spec, ctx);
  validateHealthCheck(spec, ctx);
  const internal: string | undefined = spec.internalTrafficPolicy;
  if (internal !== undefined && !POLICIES.includes(internal)) {
    ctx.report.notSupported(SPEC.child('internalTrafficPolicy'), 'service-traffic/internal', internal, POLICIES);
  }
  const distribution: string | undefined = spec.trafficDistribution;
  const distributions = on(ctx, 'PreferSameTrafficDistribution') ? DISTRIBUTIONS : ONE_DISTRIBUTION;
  if (distribution !== undefined && !distributions.includes(distribution)) {
    ctx.report.notSupported(SPEC.child('trafficDistribution'), 'service-traffic/distribution', distribution, distributions);
  }
}

function validateExternalTraffic(spec: Spec, ctx: Context): void {
  const policy: string | undefined = spec.externalTrafficPolicy;
  const open = spec.type === 'LoadBalancer' || spec.type === 'NodePort' || (spec.type === 'ClusterIP' && spec.externalIPs !== undefined);
  if (policy === undefined) {
    return;
  }
  const at = SPEC.child('externalTrafficPolicy');
  if (!open) {
    ctx.report.invalid(at, 'service-traffic/external-of-internal', `externalTrafficPolicy ${show(policy)} is allowed only for a Service that is reachable from outside`,
      { hint: 'remove externalTrafficPolicy, or set type: LoadBalancer or NodePort' });
  } else if (!POLICIES.includes(policy)) {
    ctx.report.notSupported(at, 'service-traffic/external', policy, POLICIES);
  }
}

/** The port where a load balancer asks a node whether it runs a pod of the Service. */
function validateHealthCheck(spec: Spec, ctx: Context): void {
  const port = spec.healthCheckNodePort;
  if (port !== undefined && (spec.type !== 'LoadBalancer' || spec.externalTrafficPolicy !== 'Local')) {
    ctx.report.invalid(HEALTH_CHECK, 'service-traffic/health-check', `healthCheckNodePort is allowed only with type LoadBalancer and externalTrafficPolicy: Local, got ${port}`, { hint: 'remove it' });
  }
}
