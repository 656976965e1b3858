import type { Evaluator } from './evaluator';
import { ONE } from './pods';
import type { Decoded } from '../../admission/decode/decoded';
import { parseQuantity } from '../../admission/formats/quantity';
import type { Amounts } from '../../insight/amounts';
import type * as k8s from '../../k8s';

const NAMES: readonly string[] = ['count/services', 'services', 'services.nodeports', 'services.loadbalancers'];

export const services: Evaluator = {
  isAbout: (resource) => NAMES.includes(resource),
  usage: ({ spec = {} }: Decoded<k8s.Service>): Amounts => {
    const ports = spec.ports ?? [];
    const usage: Amounts = new Map([['count/services', ONE], ['services', ONE]]);
    if (spec.type === 'NodePort' || spec.type === 'LoadBalancer') {
      const onlyGiven = spec.type === 'LoadBalancer' && spec.allocateLoadBalancerNodePorts === false;
      usage.set('services.nodeports', parseQuantity(ports.filter(({ nodePort = 0 }) => !onlyGiven || nodePort !== 0).length)!);
    }
    if (spec.type === 'LoadBalancer') {
      usage.set('services.loadbalancers', ONE);
    }
    return usage;
  },
  matches: () => false,
  countsUpdates: true,
};
