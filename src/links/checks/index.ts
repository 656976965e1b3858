import type { Check } from './check';
import { serviceWithoutPods } from './services';

/** All checks, in the order in which their findings are given. */
export const CHECKS: readonly Check[] = [serviceWithoutPods];
