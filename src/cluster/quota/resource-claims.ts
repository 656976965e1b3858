import type { Evaluator } from './evaluator';
import { ONE } from './pods';
import type { Decoded } from '../../admission/decode/decoded';
import { add, cmp, parseQuantity, Quantity } from '../../admission/formats/quantity';
import type { Amounts } from '../../insight/amounts';
import type * as k8s from '../../k8s';

const COUNT = 'count/resourceclaims.resource.k8s.io';
const DEVICES = '.deviceclass.resource.k8s.io/devices';
/** What a request of all devices may get at most. */
const MOST_DEVICES = 32;

type Asked = Pick<Decoded<k8s.ExactDeviceRequest>, 'deviceClassName' | 'allocationMode' | 'count'>;
type Claim = { readonly spec?: Decoded<k8s.ResourceClaimSpec> };

/** Devices are counted by their class. Of alternatives, the one that takes the most of a class counts. */
export const resourceClaims: Evaluator = {
  isAbout: (resource) => resource === COUNT || resource.endsWith(DEVICES),
  usage: ({ spec }: Claim): Amounts => {
    const usage: Amounts = new Map([[COUNT, ONE]]);
    for (const { exactly, firstAvailable } of spec?.devices?.requests ?? []) {
      const most: Amounts = new Map();
      for (const asked of firstAvailable ?? (exactly === undefined ? [] : [exactly])) {
        const name = `${asked.deviceClassName ?? ''}${DEVICES}`;
        const count = countOf(asked);
        const before = most.get(name);
        if (before === undefined || cmp(count, before) > 0) {
          most.set(name, count);
        }
      }
      most.forEach((count, name) => usage.set(name, usage.has(name) ? add(usage.get(name)!, count) : count));
    }
    return usage;
  },
  matches: () => false,
  countsUpdates: true,
};

function countOf({ allocationMode, count }: Asked): Quantity {
  return parseQuantity(allocationMode === 'All' ? MOST_DEVICES : allocationMode === 'ExactCount' ? String(count ?? 0) : 0)!;
}
