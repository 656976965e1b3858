import * as k8s from '../../k8s';

/**
 * When and how often a probe runs, and its thresholds.
 */
export interface ProbeOptions {
  /**
   * Seconds from the container's start to the first run. At least 0.
   *
   * @default 0
   */
  readonly initialDelaySeconds?: number;

  /**
   * Seconds between runs. At least 1.
   *
   * @default 10
   */
  readonly periodSeconds?: number;

  /**
   * Seconds after which a run has failed. At least 1.
   *
   * @default 1
   */
  readonly timeoutSeconds?: number;

  /**
   * Successes in a row that make a failed probe succeed. At least 1; must be 1 for liveness and startup probes.
   *
   * @default 1
   */
  readonly successThreshold?: number;

  /**
   * Failures in a row that make the probe fail. At least 1.
   *
   * @default 3
   */
  readonly failureThreshold?: number;

  /**
   * Seconds that the container gets to stop after this probe has failed. At least 1; not allowed for readiness probes.
   *
   * @default - the pod's terminationGracePeriodSeconds
   */
  readonly terminationGracePeriodSeconds?: number;
}

/**
 * Probes for `livenessProbe`, `readinessProbe` and `startupProbe` of containers and sidecars. Each method gives a plain `k8s.Probe`.
 */
export class Probe {
  /**
   * Runs a command in the container: exit code 0 is success. `Probe.exec`.
   *
   * @param command the command and its arguments; no shell, unless you call one
   * @param options timing and thresholds
   */
  public static exec(command: string[], options: ProbeOptions = {}): k8s.Probe {
    return { exec: { command }, ...options };
  }

  /**
   * An HTTP GET to the pod's IP: a status from 200 to 399 is success. `Probe.httpGet`.
   *
   * @param action port (number or name of a port of the container), path, scheme, headers
   * @param options timing and thresholds
   */
  public static httpGet(action: k8s.HTTPGetAction, options: ProbeOptions = {}): k8s.Probe {
    return { httpGet: action, ...options };
  }

  /**
   * Opens a TCP connection to the pod's IP: a port that accepts is success. `Probe.tcpSocket`.
   *
   * @param action port (number or name of a port of the container)
   * @param options timing and thresholds
   */
  public static tcpSocket(action: k8s.TCPSocketAction, options: ProbeOptions = {}): k8s.Probe {
    return { tcpSocket: action, ...options };
  }

  /**
   * Calls the gRPC health service of the container: status SERVING is success. `Probe.grpc`.
   *
   * @param action port (a number; the API takes no name here) and the name of the service to ask for
   * @param options timing and thresholds
   */
  public static grpc(action: k8s.GRPCAction, options: ProbeOptions = {}): k8s.Probe {
    return { grpc: action, ...options };
  }
}
