import type { AppSettings } from './model';

/** How much a finding about links can count. */
export type LinkWeight = AppSettings['codes'][string];

/** All of them, the heaviest first. */
export const LINK_WEIGHTS: readonly LinkWeight[] = ['error', 'warning', 'advice', 'off'];
