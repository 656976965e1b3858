import type { AdviceRule } from './pod';
import { sameJson } from '../formats/same-json';

/** With a liveness probe equal to the readiness probe, the container is restarted at the moment when it should only stop receiving traffic. */
export const identicalProbes: AdviceRule = ({ containers }, report) => {
  for (const { container, path } of containers) {
    const { livenessProbe, readinessProbe } = container;
    if (livenessProbe !== undefined && readinessProbe !== undefined && sameJson(livenessProbe, readinessProbe)) {
      report.advice(path.child('livenessProbe'), 'advice/identical-probes', 'livenessProbe equals readinessProbe: a container that is only busy is restarted',
        { hint: 'raise failureThreshold of livenessProbe, or probe something that fails only when the process is broken' });
    }
  }
};
