import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { cidrProblem } from '../../formats/ip';
import { qualifiedName } from '../../formats/names';
import { trimSpace } from '../../formats/space';
import { Path } from '../../path';
import { show } from '../../report';
import { METADATA, SPEC } from '../workloads/workload';

type Strings = Decoded<{ [key: string]: string }>;

const SOURCE_RANGES = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** Fields that only a Service of type LoadBalancer may have. */
export function validateLoadBalancer(spec: Decoded<k8s.ServiceSpec>, annotations: Strings | undefined, ctx: Context): void {
  const balanced = spec.type === 'LoadBalancer';
  const { loadBalancerSourceRanges: ranges, loadBalancerClass } = spec;
  if (ranges !== undefined) {
    validateSourceRanges(ranges, balanced, ctx);
  } else if (annotations !== undefined && Object.hasOwn(annotations, SOURCE_RANGES)) {
    validateSourceRangesAnnotation(annotations[SOURCE_RANGES] ?? '', balanced, ctx);
  }
  if (spec.allocateLoadBalancerNodePorts !== undefined && !balanced) {
    onlyBalanced(SPEC.child('allocateLoadBalancerNodePorts'), ctx);
  }
  if (loadBalancerClass === undefined) {
    return;
  }
  const problem = qualifiedName(loadBalancerClass);
  if (!balanced) {
    onlyBalanced(SPEC.child('loadBalancerClass'), ctx);
  } else if (problem !== undefined) {
    ctx.report.invalid(SPEC.child('loadBalancerClass'), 'service-load-balancer/class', `${show(loadBalancerClass)} ${problem}`);
  }
}

/** CIDRs that may connect, with or without spaces around them. The server writes the field with a capital letter. */
function validateSourceRanges(ranges: readonly string[], balanced: boolean, ctx: Context): void {
  const at = SPEC.child('loadBalancerSourceRanges');
  const field = SPEC.child('LoadBalancerSourceRanges');
  if (!balanced) {
    onlyBalanced(at, ctx, field);
  }
  ranges.forEach((range, i) => validateBlock(trimSpace(range), at.index(i), field.index(i), ctx));
}

/** The same in an annotation, separated by commas. */
function validateSourceRangesAnnotation(text: string, balanced: boolean, ctx: Context): void {
  const at = METADATA.child('annotations').key(SOURCE_RANGES);
  if (!balanced) {
    onlyBalanced(at, ctx);
  }
  if (trimSpace(text) !== '') {
    trimSpace(text).split(',').forEach((range) => validateBlock(trimSpace(range), at, at, ctx));
  }
}

function validateBlock(range: string, at: Path, field: Path, ctx: Context): void {
  const problem = cidrProblem(range, on(ctx, 'StrictIPCIDRValidation'));
  if (problem !== undefined) {
    ctx.report.invalid(at, 'service-load-balancer/source-ranges', `${show(range)} ${problem}`, { field, hint: 'use CIDR notation, such as 10.0.0.0/8' });
  }
}

function onlyBalanced(at: Path, ctx: Context, field: Path = at): void {
  ctx.report.forbidden(at, 'service-load-balancer/other-type', 'allowed only with type LoadBalancer', { field, hint: 'remove it, or set type: LoadBalancer' });
}
