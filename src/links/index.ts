export { reviewAll } from './review-all';
export type { AppFinding, AppOptions, AppReview, Origin, OtherSide, Verdict } from './model';
