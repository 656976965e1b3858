// What the server says of an update, and whether deleting and creating the object would help.
import { Finding, review, Review, reviewReplacement, reviewUpdate, StoredForm } from '../admission';
import type { Settings } from './model';
import type { JsonMap } from '../objects/plain';

/** The decision on an update. */
export interface Decision {
  readonly outcome: 'allowed' | 'replace' | 'refused';
  /** What the server says of the update; of a refusal that concerns the creation too, what it says of that. */
  readonly findings: readonly Finding[];
  readonly coverage: Review['coverage'];
  /** The object as it is stored after the update; absent when it cannot be decoded. */
  readonly stored?: object;
  /** The refusal comes from the way the files are merged: the new object in place of the old one would be allowed. */
  readonly byMerge?: true;
}

/**
 * Decides on an update by the rules: it is a replacement if the server refuses the change of the object and would create the new one.
 *
 * @param before the object as the cluster has it, as it was read
 * @param live the same as data
 * @param sent what an apply makes of it
 * @param wanted the new manifest
 */
export function decide(before: StoredForm, live: object, sent: JsonMap, wanted: JsonMap, { kubernetesVersion, podSecurity }: Settings): Decision {
  const options = { kubernetesVersion, podSecurity };
  const update = before.replaced === undefined ? reviewUpdate(live, sent, options) : reviewReplacement(before, sent, options);
  const answer = { findings: update.findings, coverage: update.coverage, ...update.defaulted === undefined ? {} : { stored: update.defaulted } };
  if (update.allowed) {
    return { outcome: 'allowed', ...answer };
  }
  const creation = review(wanted, options);
  if (!creation.allowed) {
    return { outcome: 'refused', ...answer };
  }
  const put = reviewUpdate(live, wanted, options);
  if (put.allowed) {
    return { outcome: 'refused', ...answer, byMerge: true };
  }
  return { outcome: 'replace', ...answer, stored: creation.defaulted ?? answer.stored };
}
