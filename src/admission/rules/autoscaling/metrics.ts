import { apiVersionProblem, validateObjectReference } from './object-reference';
import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { dns1123Label } from '../../formats/names';
import { parseQuantity, sign } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';
import { validateSegment } from '../networking/typed-reference';
import { validateContainerResourceName } from '../resources/resource-names';

type Metric = Decoded<k8s.MetricSpec>;
type Target = Decoded<k8s.MetricTarget>;

/** The field of each type of metric, in the order in which the server looks at them. */
const FIELDS = { Object: 'object', External: 'external', Pods: 'pods', Resource: 'resource', ContainerResource: 'containerResource' } as const;
const TYPES = ['ContainerResource', 'External', 'Object', 'Pods', 'Resource'];
const TARGET_TYPES = ['Utilization', 'Value', 'AverageValue'];

type Source = typeof FIELDS[keyof typeof FIELDS];

/** What an autoscaler measures. Without pods only the metrics of other objects have a value. */
export function validateMetrics(metrics: readonly Metric[], minReplicas: number | undefined, path: Path, ctx: Context): void {
  metrics.forEach((metric, i) => validateMetric(metric, path.index(i), ctx));
  if (minReplicas === 0 && !metrics.some(({ type }) => type === 'Object' || type === 'External')) {
    ctx.report.forbidden(path, 'autoscaler/scale-to-zero', 'minReplicas 0 requires a metric of type Object or External');
  }
}

function validateMetric(metric: Metric, path: Path, ctx: Context): void {
  const type: string | undefined = metric.type;
  const expected: Source | undefined = Object.hasOwn(FIELDS, type ?? '') ? FIELDS[type as keyof typeof FIELDS] : undefined;
  if (type === undefined) {
    ctx.report.required(path.child('type'), 'autoscaler/metric-type-required', 'the type of the metric is required');
  }
  if (expected === undefined) {
    ctx.report.notSupported(path.child('type'), 'autoscaler/metric-type', type, TYPES);
  }
  const present = Object.values(FIELDS).filter((field) => metric[field] !== undefined);
  if (present.length > 0) {
    validateSource(metric, present[0], path.child(present[0]), ctx);
  }
  if (expected !== undefined && metric[expected] === undefined) {
    ctx.report.required(path.child(expected), 'autoscaler/metric-source', `${expected} is required with type ${type}`);
  }
  if (present.length > 1) {
    for (const field of present.filter((each) => each !== expected)) {
      ctx.report.forbidden(path.child(field), 'autoscaler/metric-sources', `${field} is not allowed with type ${show(type ?? '')}`, { hint: 'remove it, or make it a metric of its own' });
    }
  }
}

function validateSource(metric: Metric, field: Source, path: Path, ctx: Context): void {
  switch (field) {
    case 'object':
      return validateObject(metric.object!, path, ctx);
    case 'external':
    case 'pods':
      validateName(metric[field]!.metric?.name, path, ctx);
      return validateTargetOf(field, metric[field]!.target ?? {}, path.child('target'), ctx);
    case 'resource':
      if (metric.resource!.name === undefined) {
        ctx.report.required(path.child('name'), 'autoscaler/resource', 'the name of the resource is required, such as cpu');
      }
      return validateTargetOf(field, metric.resource!.target ?? {}, path.child('target'), ctx);
    default:
      return validateContainerResource(metric.containerResource!, path, ctx);
  }
}

function validateObject({ describedObject = {}, metric, target = {} }: Decoded<k8s.ObjectMetricSource>, path: Path, ctx: Context): void {
  const described = path.child('describedObject');
  validateObjectReference(describedObject, described, ctx);
  const problem = apiVersionProblem(describedObject.apiVersion, false, ctx);
  if (problem !== undefined) {
    ctx.report.invalid(described.child('apiVersion'), 'autoscaler/reference-api-version', problem);
  }
  validateName(metric?.name, path, ctx);
  validateTargetOf('object', target, path.child('target'), ctx);
}

function validateName(name: string | undefined, path: Path, ctx: Context): void {
  validateSegment(name, path.child('metric').child('name'), 'autoscaler/metric-name', 'the name of the metric is required', ctx);
}

function validateContainerResource({ name, container, target = {} }: Decoded<k8s.ContainerResourceMetricSource>, path: Path, ctx: Context): void {
  if (name === undefined) {
    ctx.report.required(path.child('name'), 'autoscaler/resource', 'the name of the resource is required, such as cpu');
  } else {
    validateContainerResourceName(name, path.child('name'), ctx);
  }
  const problem = container === undefined ? undefined : dns1123Label(container);
  if (container === undefined) {
    ctx.report.required(path.child('container'), 'autoscaler/container', 'the name of the container is required');
  } else if (problem !== undefined) {
    ctx.report.invalid(path.child('container'), 'autoscaler/container', `container name ${show(container)} ${problem}`);
  }
  validateTargetOf('containerResource', target, path.child('target'), ctx);
}

/** The target of a source: its values, and which of them the source takes. */
function validateTargetOf(source: Source, target: Target, path: Path, ctx: Context): void {
  validateTarget(target, path, ctx);
  const { value, averageValue, averageUtilization } = target;
  if (source === 'resource' || source === 'containerResource') {
    if (averageUtilization === undefined && averageValue === undefined) {
      ctx.report.required(path.child('averageUtilization'), 'autoscaler/target-missing', 'averageUtilization or averageValue is required');
    } else if (averageUtilization !== undefined && averageValue !== undefined) {
      ctx.report.forbidden(path.child('averageValue'), 'autoscaler/target-both', 'averageValue is not allowed with averageUtilization', { hint: 'remove one of them' });
    }
  } else if (source === 'pods') {
    if (averageValue === undefined) {
      ctx.report.required(path.child('averageValue'), 'autoscaler/target-missing', 'averageValue is required in a metric of type Pods');
    }
  } else if (value === undefined && averageValue === undefined) {
    ctx.report.required(path.child('averageValue'), 'autoscaler/target-missing', 'value or averageValue is required');
  } else if (source === 'external' && value !== undefined && averageValue !== undefined) {
    ctx.report.forbidden(path.child('value'), 'autoscaler/target-both', 'value is not allowed with averageValue', { hint: 'remove one of them' });
  }
}

function validateTarget(target: Target, path: Path, ctx: Context): void {
  const type: string | undefined = target.type;
  if (type === undefined) {
    ctx.report.required(path.child('type'), 'autoscaler/target-type-required', 'the type of the target is required');
  }
  if (!TARGET_TYPES.includes(type ?? '')) {
    ctx.report.invalid(path.child('type'), 'autoscaler/target-type', `must be ${TARGET_TYPES.join(', ')}, got ${show(type ?? '')}`);
  }
  for (const field of ['value', 'averageValue'] as const) {
    const amount = target[field] === undefined ? undefined : parseQuantity(target[field]);
    if (amount !== undefined && sign(amount) <= 0) {
      ctx.report.invalid(path.child(field), 'autoscaler/target-value', `must be greater than 0, got ${show(target[field])}`);
    }
  }
  const percent = target.averageUtilization;
  if (percent !== undefined && percent < 1) {
    ctx.report.invalid(path.child('averageUtilization'), 'autoscaler/target-utilization', `must be 1 or more, got ${percent}`);
  }
}
