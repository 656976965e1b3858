import { warnOfAddress } from './lists';
import type * as k8s from '../../k8s';
import { Context, on } from '../context';
import { Decoded } from '../decode/decoded';
import { cidrWarnings } from '../formats/ip';
import { show } from '../report';
import { METADATA, SPEC } from '../rules/workloads/workload';

const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';
const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';

/** The server's warnings about a Service. Source: pkg/api/service/warnings.go. */
export function warnOfService(service: Decoded<k8s.Service>, ctx: Context): void {
  const spec = service.spec ?? {};
  const annotations = service.metadata?.annotations;
  if (annotations !== undefined && Object.hasOwn(annotations, TOPOLOGY_HINTS)) {
    ctx.report.warning(METADATA.child('annotations').key(TOPOLOGY_HINTS), 'service/topology-hints-deprecated', `annotation ${show(TOPOLOGY_HINTS)} is deprecated`,
      { field: '', hint: `use ${TOPOLOGY_MODE}` });
  }
  warnOfClusterIPs(spec, ctx);
  const headless = spec.type === 'ClusterIP' && spec.clusterIP === 'None';
  if (headless && on(ctx, 'HeadlessServicesAreLookedAt')) {
    warnOfHeadless(spec, ctx);
  }
  warnOfExternalIPs(spec, headless, ctx);
  if (spec.loadBalancerIP !== undefined) {
    warnOfAddress(spec.loadBalancerIP, SPEC.child('loadBalancerIP'), ctx);
  }
  warnOfSourceRanges(spec.loadBalancerSourceRanges, ctx);
  if (spec.type === 'ExternalName' && spec.externalIPs !== undefined) {
    ctx.report.warning(SPEC.child('externalIPs'), 'service/external-ips-ignored', 'externalIPs has no effect with type ExternalName', { hint: 'remove externalIPs' });
  }
  if (spec.type !== 'ExternalName' && spec.externalName !== undefined) {
    ctx.report.warning(SPEC.child('externalName'), 'service/external-name-ignored',
      `externalName ${show(spec.externalName)} has no effect with type ${spec.type}: it is used only with type ExternalName`,
      { hint: 'remove externalName, or set type: ExternalName' });
  }
  if (spec.trafficDistribution === 'PreferClose' && on(ctx, 'PreferCloseIsDeprecated')) {
    ctx.report.warning(SPEC.child('trafficDistribution'), 'service/prefer-close-deprecated', 'PreferClose is deprecated', { hint: 'use PreferSameZone' });
  }
}

function warnOfClusterIPs({ clusterIP, clusterIPs }: Decoded<k8s.ServiceSpec>, ctx: Context): void {
  if (clusterIP === undefined || clusterIP === 'None') {
    return;
  }
  const field = SPEC.child('clusterIPs');
  if (clusterIPs === undefined) {
    // the server has copied it to clusterIPs[0]
    warnOfAddress(clusterIP, SPEC.child('clusterIP'), ctx, field.index(0));
    return;
  }
  for (let i = 0; i < clusterIPs.length; i++) {
    warnOfAddress(clusterIPs[i], field.index(i), ctx);
  }
}

/** Fields that have no effect in a headless Service. */
function warnOfHeadless(spec: Decoded<k8s.ServiceSpec>, ctx: Context): void {
  if (spec.loadBalancerIP !== undefined) {
    ctx.report.warning(SPEC.child('loadBalancerIP'), 'service/headless-load-balancer-ip',
      `loadBalancerIP ${show(spec.loadBalancerIP)} has no effect in a headless Service`, { hint: 'remove it' });
  }
  if (spec.externalIPs !== undefined) {
    ctx.report.warning(SPEC.child('externalIPs'), 'service/headless-external-ips', 'externalIPs has no effect in a headless Service', { hint: 'remove externalIPs' });
  }
  if (spec.sessionAffinity !== 'None') {
    // the server writes the field with a capital letter
    ctx.report.warning(SPEC.child('sessionAffinity'), 'service/headless-session-affinity',
      `sessionAffinity ${spec.sessionAffinity} has no effect in a headless Service`, { field: SPEC.child('SessionAffinity'), hint: 'remove it' });
  }
}

function warnOfExternalIPs(spec: Decoded<k8s.ServiceSpec>, headless: boolean, ctx: Context): void {
  const addresses = spec.externalIPs;
  if (addresses === undefined) {
    return;
  }
  const path = SPEC.child('externalIPs');
  for (let i = 0; i < addresses.length; i++) {
    warnOfAddress(addresses[i], path.index(i), ctx);
  }
  if (!headless && spec.type !== 'ExternalName' && on(ctx, 'ExternalIPsAreDeprecated')) {
    ctx.report.warning(path, 'service/external-ips-deprecated', 'externalIPs is deprecated, and some clusters ignore it',
      { hint: 'use type: LoadBalancer, or a Gateway' });
  }
}

function warnOfSourceRanges(ranges: readonly string[] | undefined, ctx: Context): void {
  if (ranges === undefined) {
    return;
  }
  for (let i = 0; i < ranges.length; i++) {
    for (const problem of cidrWarnings(ranges[i])) {
      ctx.report.warning(SPEC.child('loadBalancerSourceRanges').index(i), 'service/source-range-form', `${show(ranges[i])} ${problem}`,
        { hint: 'use canonical CIDR notation with the first address of the block, such as 10.0.0.0/8 or fd00::/8' });
    }
  }
}
