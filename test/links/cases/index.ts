import type { LinkCase } from './case';
import { NETWORK_POLICIES } from './network-policies';
import { OWNERS } from './owners';
import { REFERENCES } from './references';
import { SERVICES } from './services';

/** All pairs, by their area. */
export const LINK_CASES: { readonly [area: string]: { readonly [name: string]: LinkCase } } = {
  'services': SERVICES,
  'references': REFERENCES,
  'owners': OWNERS,
  'network policies': NETWORK_POLICIES,
};
