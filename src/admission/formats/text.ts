/** Kept for those who look for it here. */
export { byteLength } from './bytes';
