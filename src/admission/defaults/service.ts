import { Draft } from './draft';
import * as k8s from '../../k8s';
import type { Context } from '../context';
import { Path } from '../path';
import type { Report } from '../report';
import type { Minor } from '../version';

const AFFINITY_SECONDS = 10800;

export function defaultService(service: Draft<k8s.Service>, { report, minor }: Context): void {
  const spec = service.spec ??= {};
  defaultSessionAffinity(spec, report, minor);
  spec.type ??= 'ClusterIP';
  defaultServicePorts(spec.ports);
  const balanced = spec.type === 'LoadBalancer';
  const onNodes = balanced || spec.type === 'NodePort';
  const inCluster = spec.type === 'ClusterIP';
  if (onNodes || (inCluster && spec.externalIPs !== undefined)) {
    spec.externalTrafficPolicy ??= 'Cluster';
  }
  if (onNodes || inCluster) {
    spec.internalTrafficPolicy ??= 'Cluster';
  }
  if (balanced) {
    spec.allocateLoadBalancerNodePorts ??= true;
    for (const ingress of service.status?.loadBalancer?.ingress ?? []) {
      if (ingress.ip !== undefined) {
        ingress.ipMode ??= 'VIP';
      }
    }
  }
}

function defaultSessionAffinity(spec: Draft<k8s.ServiceSpec>, report: Report, minor: Minor): void {
  spec.sessionAffinity ??= 'None';
  if (spec.sessionAffinity === 'None') {
    if (spec.sessionAffinityConfig !== undefined) {
      report.dropped(Path.root.child('spec').child('sessionAffinityConfig'), 'dropped/session-affinity-config',
        `Kubernetes 1.${minor} silently drops sessionAffinityConfig: it counts only with sessionAffinity 'ClientIP'`,
        { hint: "set sessionAffinity to 'ClientIP', or remove sessionAffinityConfig" });
      spec.sessionAffinityConfig = undefined;
    }
  } else if (spec.sessionAffinity === 'ClientIP' && spec.sessionAffinityConfig?.clientIP?.timeoutSeconds === undefined) {
    spec.sessionAffinityConfig = { clientIP: { timeoutSeconds: AFFINITY_SECONDS } };
  }
}

function defaultServicePorts(ports: Draft<k8s.ServicePort>[] | undefined): void {
  if (ports === undefined) {
    return;
  }
  for (const port of ports) {
    port.protocol ??= 'TCP';
    if (port.targetPort === undefined || port.targetPort === '') {
      if (port.port !== undefined) {
        port.targetPort = port.port;
      } else if (port.targetPort === '') {
        port.targetPort = undefined; // the zero value, like the number 0
      }
    }
  }
}
