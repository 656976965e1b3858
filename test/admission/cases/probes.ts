import { casesOf, deploymentWith, podWith, podWithEphemeral, podWithInit } from './pod-with';

const PROBE = { tcpSocket: { port: 80 } };
const liveness = (fields: object) => podWith({ livenessProbe: fields });
const readiness = (fields: object) => podWith({ readinessProbe: { ...PROBE, ...fields } });
const startup = (fields: object) => podWith({ startupProbe: { ...PROBE, ...fields } });
const http = (fields: object) => liveness({ httpGet: { port: 80, ...fields } });

export const cases = [
  ...casesOf('probe', {
    'one of each': podWith({ livenessProbe: PROBE, readinessProbe: { exec: { command: ['true'] } }, startupProbe: { grpc: { port: 80 } } }),
    'with nothing to do': liveness({}),
    'with a period but nothing to do': liveness({ periodSeconds: 5 }),
    'of readiness with nothing to do': podWith({ readinessProbe: {} }),
    'of startup with nothing to do': podWith({ startupProbe: {} }),
    'with two handlers': liveness({ exec: { command: ['true'] }, tcpSocket: { port: 80 } }),
    'with all handlers': liveness({ exec: { command: ['true'] }, httpGet: { port: 80 }, tcpSocket: { port: 80 }, grpc: { port: 80 } }),
    'with a bad second handler': liveness({ httpGet: { port: 80 }, tcpSocket: { port: 0 }, grpc: { port: 0 } }),
    'with two bad handlers': liveness({ exec: {}, httpGet: { port: 0 } }),
    'that waits less than 0 seconds': liveness({ ...PROBE, initialDelaySeconds: -1 }),
    'with all times below 0': liveness({
      ...PROBE, initialDelaySeconds: -1, timeoutSeconds: -1, periodSeconds: -1, failureThreshold: -1, successThreshold: -1,
    }),
    'of readiness with all times below 0': readiness({ timeoutSeconds: -1, periodSeconds: -1, failureThreshold: -1, successThreshold: -1 }),
    'with all times 0': liveness({ ...PROBE, initialDelaySeconds: 0, timeoutSeconds: 0, periodSeconds: 0, failureThreshold: 0, successThreshold: 0 }),
    'of liveness with two successes': liveness({ ...PROBE, successThreshold: 2 }),
    'of readiness with two successes': readiness({ successThreshold: 2 }),
    'of startup with two successes': startup({ successThreshold: 2 }),
    'of startup with one success': startup({ successThreshold: 1 }),
    'of liveness with a grace period': liveness({ ...PROBE, terminationGracePeriodSeconds: 1 }),
    'of liveness with a grace period of 0': liveness({ ...PROBE, terminationGracePeriodSeconds: 0 }),
    'of startup with a grace period below 0': startup({ terminationGracePeriodSeconds: -1 }),
    'of readiness with a grace period': readiness({ terminationGracePeriodSeconds: 1 }),
    'of readiness with a grace period of 0': readiness({ terminationGracePeriodSeconds: 0 }),
    'of an init container': podWithInit({ livenessProbe: PROBE, readinessProbe: PROBE, startupProbe: PROBE }),
    'of a sidecar': podWithInit({ restartPolicy: 'Always', livenessProbe: PROBE, readinessProbe: PROBE, startupProbe: PROBE }),
    'of a sidecar, bad': podWithInit({
      restartPolicy: 'Always', livenessProbe: { successThreshold: 2 }, readinessProbe: { terminationGracePeriodSeconds: 1 }, startupProbe: {},
    }),
    'of an ephemeral container': podWithEphemeral({ livenessProbe: PROBE, readinessProbe: PROBE, startupProbe: PROBE }),
    'in a template, bad': deploymentWith({ livenessProbe: { httpGet: {} }, startupProbe: { periodSeconds: -1 } }),
  }),
  ...casesOf('probe handler', {
    'a command': liveness({ exec: { command: [''] } }),
    'no command': liveness({ exec: {} }),
    'an empty command': liveness({ exec: { command: [] } }),
    'a path, a host and headers': http({ path: '/ready', host: 'example.com', scheme: 'HTTPS', httpHeaders: [{ name: 'X-A', value: 'a' }] }),
    'no path': http({ path: '' }),
    'a path without a slash': http({ path: 'ready' }),
    'no port': liveness({ httpGet: {} }),
    'port 0': http({ port: 0 }),
    'port 65536': http({ port: 65536 }),
    'a port below 0': http({ port: -1 }),
    'a port by name': http({ port: 'web' }),
    'a port by no name': http({ port: '' }),
    'a number in quotes': http({ port: '8080' }),
    'a port by a long name': http({ port: 'a234567890-bcdef' }),
    'a port in capitals': http({ port: 'Web' }),
    'a scheme in small letters': http({ scheme: 'http' }),
    'an empty scheme': http({ scheme: '' }),
    'a header without a name': http({ httpHeaders: [{ name: 'A', value: 'a' }, { value: 'a' }] }),
    'a header with an underscore': http({ httpHeaders: [{ name: 'X_A', value: 'a' }] }),
    'a header with a colon': http({ httpHeaders: [{ name: ':authority', value: 'a' }] }),
    'two bad headers': http({ httpHeaders: [{ name: '', value: 'a' }, { name: ' ', value: 'a' }] }),
    'a socket without a port': liveness({ tcpSocket: {} }),
    'a socket by name': liveness({ tcpSocket: { port: 'web', host: 'example.com' } }),
    'a socket by a bad name': liveness({ tcpSocket: { port: 'web_1' } }),
    'a socket at 65536': liveness({ tcpSocket: { port: 65536 } }),
    'gRPC without a port': liveness({ grpc: {} }),
    'gRPC with an empty service': liveness({ grpc: { port: 80, service: '' } }),
    'gRPC at 65536': liveness({ grpc: { port: 65536 } }),
    'gRPC below 0': liveness({ grpc: { port: -1 } }),
  }),
];
