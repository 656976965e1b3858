import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import type { Report } from '../report';
import type { AdviceRule } from './pod';

/** A probe port that the container does not declare: a name cannot be resolved, and a number is probably a typo. */
export const probePorts: AdviceRule = ({ containers }, report) => {
  for (const { container, path } of containers) {
    for (const field of ['livenessProbe', 'readinessProbe', 'startupProbe'] as const) {
      const probe = container[field];
      for (const handler of ['httpGet', 'tcpSocket', 'grpc'] as const) {
        const port = probe?.[handler]?.port;
        if (port !== undefined) {
          check(port, container.ports ?? [], path.child(field).child(handler).child('port'), report);
        }
      }
    }
  }
};

function check(port: number | string, declared: readonly Decoded<k8s.ContainerPort>[], at: Path, report: Report): void {
  const named = typeof port === 'string' && !/^\d+$/.test(port);
  if (declared.some((p) => named ? p.name === port : p.containerPort === Number(port))) {
    return;
  }
  const known = declared.map((p) => p.name === undefined ? `${p.containerPort}` : `${p.containerPort} ('${p.name}')`).join(', ') || 'none';
  report.advice(at, 'advice/probe-port', `the container does not declare ${named ? `a port named '${port}'` : `port ${port}`}; it declares ${known}`
    + (named ? ', so the probe always fails' : ''), { hint: 'probe a port that the container declares' });
}
