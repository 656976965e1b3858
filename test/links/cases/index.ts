import type { LinkCase } from './case';
import { SERVICES } from './services';

/** All pairs, by their area. */
export const LINK_CASES: { readonly [area: string]: { readonly [name: string]: LinkCase } } = { services: SERVICES };
