import type { AdviceRule } from './pod';

/** Without a memory request, a pod may be scheduled to a node without free memory, and is among the first to be killed there. */
export const memoryRequest: AdviceRule = ({ spec, containers }, report) => {
  if (spec.resources?.requests?.memory !== undefined) {
    return;
  }
  for (const { container, path, running } of containers) {
    if (running && container.resources?.requests?.memory === undefined) {
      report.advice(path.child('resources').child('requests'), 'advice/memory-request', `container '${container.name ?? ''}' has no memory request`,
        { hint: "set what it needs, such as requests: { memory: '64Mi' }" });
    }
  }
};
