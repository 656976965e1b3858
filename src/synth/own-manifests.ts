import { Order } from './order';
import { ChartPlace, ObjectPlace } from './tree';
import { Validation } from './validate';
import { hasOwnManifests } from '../constructs/cdk8s/insides';

/** Charts whose class has a `toJson` of its own are written as that says, as cdk8s does. */
export function withOwnManifests(order: Order, validation: Validation): Order {
  const known = new Map<ChartPlace, readonly ObjectPlace[]>();
  return {
    ...order,
    objectsOf(chart) {
      if (!hasOwnManifests(chart.construct)) {
        return order.objectsOf(chart);
      }
      validation.finish(); // as cdk8s does: it may look at anything
      const objects = known.get(chart) ?? chart.construct.toJson().map((manifest) => standIn(chart, manifest));
      known.set(chart, objects);
      return objects;
    },
  };
}

/** A manifest in the place of the object that it may come from. */
function standIn(chart: ChartPlace, manifest: any): ObjectPlace {
  const { kind, metadata = {} } = manifest ?? {};
  const construct: any = { node: chart.construct.node, kind, metadata, name: metadata.name, toJson: () => manifest };
  return { ...chart, chart, construct, isObject: true };
}
