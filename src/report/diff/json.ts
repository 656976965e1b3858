import type { DiffReport } from './lines';

/** Version of the format. It increases only with a change that breaks readers. */
export const DIFF_JSON_VERSION = 1;

/** The comparison as one JSON object: `{ version, kubernetesVersion, objects, summary, connections, assumptions, notes }`, as `SetDiff` has them. */
export function diffJson({ diff: { objects, summary, connections, assumptions, notes }, kubernetesVersion }: DiffReport): string {
  return `${JSON.stringify({ version: DIFF_JSON_VERSION, kubernetesVersion, objects, summary, connections, assumptions, notes }, null, 2)}\n`;
}
