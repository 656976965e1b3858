import { Facts } from './types';

/** Devices that claims ask for (resource.k8s.io). */
export const deviceFacts: Facts = {
  // 1.34 has no list of values for it.
  'DeviceAllocationConfiguration.source': { open: true },
};
