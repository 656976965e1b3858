export { reviewReplacement, reviewUpdate } from './review-update';
export type { UpdateOptions } from './review-update';
