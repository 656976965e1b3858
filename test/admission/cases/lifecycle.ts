import { casesOf, deploymentWith, podWith, podWithEphemeral, podWithInit } from './pod-with';

const EXEC = { exec: { command: ['true'] } };
const start = (postStart: object) => podWith({ lifecycle: { postStart } });
const stop = (preStop: object, spec: object = {}) => podWith({ lifecycle: { preStop } }, spec);

export const cases = casesOf('lifecycle', {
  'both hooks': podWith({ lifecycle: { postStart: EXEC, preStop: { httpGet: { port: 'web' } } } }),
  'no hooks': podWith({ lifecycle: {} }),
  'a hook with nothing to do': stop({}),
  'two hooks with nothing to do': podWith({ lifecycle: { postStart: {}, preStop: {} } }),
  'a hook with two handlers': start({ ...EXEC, tcpSocket: { port: 80 } }),
  'a hook with all handlers': start({ sleep: { seconds: 1 }, ...EXEC, tcpSocket: { port: 80 }, httpGet: { port: 80 } }),
  'no command': start({ exec: {} }),
  'a request without a port': stop({ httpGet: {} }),
  'a request with a bad scheme and header': stop({ httpGet: { port: 80, scheme: 'ftp', httpHeaders: [{ name: 'a b', value: '' }] } }),
  'a socket': start({ tcpSocket: { port: 80 } }),
  'a socket without a port': start({ tcpSocket: {} }),
  'a pause': stop({ sleep: { seconds: 5 } }),
  'a pause of 0': stop({ sleep: { seconds: 0 } }),
  'a pause without seconds': start({ sleep: {} }),
  'a pause below 0': start({ sleep: { seconds: -1 } }),
  'a pause as long as the grace period': stop({ sleep: { seconds: 30 } }),
  'a pause longer than the grace period': stop({ sleep: { seconds: 31 } }),
  'a pause as long as the set grace period': stop({ sleep: { seconds: 60 } }, { terminationGracePeriodSeconds: 60 }),
  'a pause without a grace period': stop({ sleep: { seconds: 1 } }, { terminationGracePeriodSeconds: 0 }),
  'no pause without a grace period': stop({ sleep: { seconds: 0 } }, { terminationGracePeriodSeconds: 0 }),
  'a pause with a grace period below 0': stop({ sleep: { seconds: 0 } }, { terminationGracePeriodSeconds: -1 }),
  'a pause with a grace period below 0 in a template': deploymentWith({ lifecycle: { preStop: { sleep: { seconds: 0 } } } }, { terminationGracePeriodSeconds: -1 }),
  'a pause of 1 with a grace period below 0': stop({ sleep: { seconds: 1 } }, { terminationGracePeriodSeconds: -1 }),
  'a pause of 2 with a grace period below 0': stop({ sleep: { seconds: 2 } }, { terminationGracePeriodSeconds: -1 }),
  'a pause beside a command': stop({ ...EXEC, sleep: { seconds: 100 } }),
  'a signal': podWith({ lifecycle: { stopSignal: 'SIGUSR1' } }, { os: { name: 'linux' } }),
  'a signal that is none': podWith({ lifecycle: { stopSignal: 'SIGNONE' } }, { os: { name: 'linux' } }),
  'of an init container': podWithInit({ lifecycle: { preStop: EXEC } }),
  'of an init container, empty': podWithInit({ lifecycle: {} }),
  'of an init container, only a signal': podWithInit({ lifecycle: { stopSignal: 'SIGTERM' } }),
  'of a sidecar': podWithInit({ restartPolicy: 'Always', lifecycle: { preStop: EXEC } }),
  'of a sidecar, bad': podWithInit({ restartPolicy: 'Always', lifecycle: { postStart: {}, preStop: { sleep: { seconds: 100 } } } }),
  'of an ephemeral container': podWithEphemeral({ lifecycle: { preStop: EXEC } }),
  'in a template, bad': deploymentWith({ lifecycle: { preStop: { sleep: { seconds: 11 } } } }, { terminationGracePeriodSeconds: 10 }),
});
