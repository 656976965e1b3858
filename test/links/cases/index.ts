import type { LinkCase } from './case';
import { OWNERS } from './owners';
import { REFERENCES } from './references';
import { SERVICES } from './services';

/** All pairs, by their area. */
export const LINK_CASES: { readonly [area: string]: { readonly [name: string]: LinkCase } } = {
  services: SERVICES,
  references: REFERENCES,
  owners: OWNERS,
};
