import { Draft } from './draft';
import * as k8s from '../../k8s';

/** `httpGet` of a probe or of a lifecycle hook. */
export function defaultHttpGet(action: Draft<k8s.HTTPGetAction> | undefined): void {
  if (action !== undefined) {
    action.path ??= '/';
    action.scheme ??= 'HTTP';
  }
}

export function defaultProbe(probe: Draft<k8s.Probe> | undefined): void {
  if (probe === undefined) {
    return;
  }
  probe.timeoutSeconds ??= 1;
  probe.periodSeconds ??= 10;
  probe.successThreshold ??= 1;
  probe.failureThreshold ??= 3;
  defaultHttpGet(probe.httpGet);
  if (probe.grpc !== undefined) {
    probe.grpc.service ??= '';
  }
}

export function defaultLifecycle(lifecycle: Draft<k8s.Lifecycle> | undefined): void {
  if (lifecycle !== undefined) {
    defaultHttpGet(lifecycle.postStart?.httpGet);
    defaultHttpGet(lifecycle.preStop?.httpGet);
  }
}
