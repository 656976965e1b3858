// One object in two versions of its group, in the version that the server prefers.
import { isMap, JsonMap, mapAt, numberAt, own } from './plain';

/**
 * An object in the version of its group that the server prefers. Of the kinds that are known, only the HorizontalPodAutoscaler has two; what a
 * version does not have is in its annotations, which other tools read as well, and stays there.
 */
export function inPreferredVersion(object: JsonMap): JsonMap {
  if (object.kind !== 'HorizontalPodAutoscaler' || object.apiVersion !== 'autoscaling/v1' || !isMap(own(object, 'spec'))) {
    return object;
  }
  const { targetCPUUtilizationPercentage: percent, ...spec } = mapAt(object, 'spec');
  const metrics: JsonMap = numberAt({ percent: percent ?? null }, 'percent') === undefined ? {}
    : { metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: percent! } } }] };
  return { ...object, apiVersion: 'autoscaling/v2', spec: { ...spec, ...metrics } };
}
