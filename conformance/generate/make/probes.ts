// Probes, lifecycle hooks and their handlers.
import { Make, Maker, Struct } from './maker';

export const handlerPort = (m: Maker): unknown => m.r.pick([80, 8080, 'http', 'web', 'metrics', 65535]);

function handler(m: Maker, kinds: readonly string[]): Struct {
  const kind = m.r.pick(kinds);
  switch (kind) {
    case 'exec': return { exec: { command: m.r.pick([['true'], ['sh', '-c', 'x']]) } };
    case 'grpc': return { grpc: { port: m.good('portNumber'), ...m.r.fields({ service: [0.4, () => m.r.pick(['x', ''])] }) } };
    case 'sleep': return { sleep: { seconds: m.r.pick([1, 5, 30]) } };
    case 'tcpSocket': return { tcpSocket: { port: handlerPort(m), ...m.r.fields({ host: [0.2, () => m.good('ip')] }) } };
    default: return { httpGet: m.make('HTTPGetAction') };
  }
}

export const PROBES: { readonly [type: string]: Make } = {
  Probe: (m) => ({
    ...handler(m, ['exec', 'httpGet', 'httpGet', 'tcpSocket', 'grpc']),
    ...m.r.fields({
      initialDelaySeconds: [0.3, () => m.r.pick([0, 5, 30])],
      periodSeconds: [0.4, () => m.r.pick([1, 5, 10, 0])],
      timeoutSeconds: [0.3, () => m.r.pick([1, 2, 10, 0])],
      successThreshold: [0.2, () => m.r.pick([1, 1, 2, 0])],
      failureThreshold: [0.3, () => m.r.pick([1, 3, 30, 0])],
      terminationGracePeriodSeconds: [0.12, () => m.r.pick([1, 30, 60])],
    }),
  }),
  HTTPGetAction: (m) => ({
    port: handlerPort(m),
    ...m.r.fields({
      path: [0.8, () => m.r.pick(['/healthz', '/', 'ready', '/a?b=c', ''])],
      scheme: [0.3, () => m.r.pick(['HTTP', 'HTTPS'])],
      host: [0.12, () => m.good('hostName')],
      httpHeaders: [0.15, () => m.r.many(1, 2, () => ({ name: m.good('headerName'), value: m.r.pick(['x', '']) }))],
    }),
  }),
  LifecycleHandler: (m) => handler(m, ['exec', 'httpGet', 'tcpSocket', 'sleep', 'exec']),
  Lifecycle: (m) => m.r.fields({ postStart: [0.5, () => m.make('LifecycleHandler')], preStop: [0.8, () => m.make('LifecycleHandler')] }),
};
