import { apiReferences } from '../../admission/static-pods/references';

/** What a kubelet refuses in the spec of a static pod, as texts with a fix. */
export function staticPodProblems(spec: any): string[] {
  return apiReferences(spec).map(({ at, message }) => `${at.toString()}: ${message}; leave it out, or use a Pod`);
}
