import * as k8s from '../../k8s';

/**
 * Hooks for `lifecycle.postStart` and `lifecycle.preStop` of containers and sidecars. Each method gives a plain `k8s.LifecycleHandler`.
 */
export class LifecycleHook {
  /**
   * Runs a command in the container.
   *
   * @param command the command and its arguments; no shell, unless you call one
   */
  public static exec(command: string[]): k8s.LifecycleHandler {
    return { exec: { command } };
  }

  /**
   * An HTTP GET to the pod's IP.
   *
   * @param action port (number or name of a port of the container), path, scheme, headers
   */
  public static httpGet(action: k8s.HTTPGetAction): k8s.LifecycleHandler {
    return { httpGet: action };
  }

  /**
   * Waits, for example until load balancers no longer send requests to the pod.
   *
   * @param seconds how long: at least 0, and for preStop at most the pod's terminationGracePeriodSeconds
   */
  public static sleep(seconds: number): k8s.LifecycleHandler {
    return { sleep: { seconds } };
  }
}
