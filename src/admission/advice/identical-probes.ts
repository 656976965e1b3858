import type { AdviceRule } from './pod';

/** With a liveness probe equal to the readiness probe, the container is restarted at the moment when it should only stop receiving traffic. */
export const identicalProbes: AdviceRule = ({ containers }, report) => {
  for (const { container, path } of containers) {
    const { livenessProbe, readinessProbe } = container;
    if (livenessProbe !== undefined && readinessProbe !== undefined && same(livenessProbe, readinessProbe)) {
      report.advice(path.child('livenessProbe'), 'advice/identical-probes', 'livenessProbe equals readinessProbe: a container that is only busy is restarted',
        { hint: 'raise failureThreshold of livenessProbe, or probe something that fails only when the process is broken' });
    }
  }
};

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return a === b;
  }
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same((a as any)[key], (b as any)[key]));
}
