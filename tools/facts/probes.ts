import { atLeastZero, portNumber, portOrName } from './formats';
import { Facts } from './types';

/** Probes, their handlers and the lifecycle hooks. */
export const probeFacts: Facts = {
  'Probe.exec': {
    range: 'exactly one of `exec`, `httpGet`, `tcpSocket` and `grpc`',
    says: 'Runs a command in the container; exit code 0 is success.',
  },
  'Probe.httpGet': { range: 'exactly one of `exec`, `httpGet`, `tcpSocket` and `grpc`', says: 'Asks over HTTP; status 200 to 399 is success.' },
  'Probe.tcpSocket': { range: 'exactly one of `exec`, `httpGet`, `tcpSocket` and `grpc`', says: 'Opens a TCP connection; an open one is success.' },
  'Probe.grpc': {
    range: 'exactly one of `exec`, `httpGet`, `tcpSocket` and `grpc`',
    says: 'Calls the gRPC health service; the answer SERVING is success.',
  },
  'Probe.initialDelaySeconds': {
    default: '`0`',
    range: `${atLeastZero}, in seconds`,
    says: 'Wait after the start of the container before the first check.',
  },
  'Probe.periodSeconds': { default: '`10`', range: `${atLeastZero}, in seconds; 0 becomes the default`, says: 'Time from one check to the next.' },
  'Probe.timeoutSeconds': {
    default: '`1`',
    range: `${atLeastZero}, in seconds; 0 becomes the default`,
    says: 'Time after which a check without an answer has failed.',
  },
  'Probe.successThreshold': {
    default: '`1`',
    range: `${atLeastZero} (0 becomes the default); only 1 for liveness and startup`,
    says: 'Successes in a row that turn a failed probe into a passed one.',
  },
  'Probe.failureThreshold': {
    default: '`3`',
    range: `${atLeastZero}; 0 becomes the default`,
    says: 'Failures in a row after which the probe has failed.',
  },
  'Probe.terminationGracePeriodSeconds': {
    default: 'unset: the grace period of the pod',
    range: 'at least 1, in seconds; not for readiness',
    says: 'Time to stop that the container gets when this probe kills it.',
  },

  'ExecAction.command': { range: 'at least one element', says: 'Command and arguments, run without a shell.' },

  'HTTPGetAction.path': { default: '`/`', says: 'Path that is asked for.' },
  'HTTPGetAction.port': { range: portOrName, says: 'Number of the port, or the name of a port of the container.' },
  'HTTPGetAction.host': { default: 'unset: the address of the pod', says: 'Host to connect to; to set the Host header, use `httpHeaders`.' },
  'HTTPGetAction.scheme': { default: '`HTTP`', says: '`HTTPS` does not verify the certificate.' },
  'HTTPGetAction.httpHeaders': { default: 'none', says: 'Extra headers of the request; a name may appear more than once.' },
  'HTTPHeader.name': { range: 'one or more letters, digits and `-`' },

  'TCPSocketAction.port': { range: portOrName, says: 'Number of the port, or the name of a port of the container.' },
  'TCPSocketAction.host': { default: 'unset: the address of the pod', says: 'Host to connect to.' },

  'GRPCAction.port': { range: portNumber, says: 'Number of the port; names are not possible here.' },
  'GRPCAction.service': { default: 'the empty string: the server as a whole', says: 'Name of the service whose health is asked for.' },

  'SleepAction.seconds': { range: '0 to the grace period of the pod, in seconds', says: 'How long the hook sleeps.' },

  'Lifecycle.postStart': { says: 'Runs right after the container is created, beside its program; a failure kills the container.' },
  'Lifecycle.preStop': { says: 'Runs before the container is told to stop; its time counts toward the grace period.' },
  'Lifecycle.stopSignal': {
    default: 'unset: the signal of the image, else `SIGTERM`',
    range: 'only with `os.name` of the pod set; for Windows `SIGKILL` or `SIGTERM`',
    says: 'Signal that tells the container to stop; dropped unless the cluster turns on the feature gate `ContainerStopSignals`.',
  },
  'LifecycleHandler.exec': { range: 'exactly one handler', says: 'Runs a command in the container.' },
  'LifecycleHandler.httpGet': { range: 'exactly one handler', says: 'Sends an HTTP request.' },
  'LifecycleHandler.sleep': { range: 'exactly one handler', says: 'Waits for a number of seconds.' },
  'LifecycleHandler.tcpSocket': { range: 'exactly one handler', says: 'Taken by the server, but the kubelet cannot run it: the hook fails.' },
};
