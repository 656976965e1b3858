export { impact } from './impact';
export { diff } from './sets/diff';
export type { ObjectDiff, ObjectPlacement, Reader, Renaming, SetDiff, SetDiffOptions, SetSummary } from './sets/model';
export { IMPACTS } from './impacts';
export type { ImpactKind } from './impacts';
export type { Applier, DiffOptions, Effect, Impact, Note } from './model';
export type { Change } from './compare/change';
export type { Identity } from '../objects/identity';
