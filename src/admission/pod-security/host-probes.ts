import type * as k8s from '../../k8s';
import type { Decoded } from '../decode/decoded';
import type { Path } from '../path';
import type { Check, Violate } from './check';

/** `host` of httpGet and tcpSocket must be unset in probes and lifecycle hooks. Since 1.34. */
export const hostProbesAndHostLifecycle: Check = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  reason: 'probe or lifecycle host',
  since: 34,
  find: ({ containers }, violate) => {
    for (const { container, path } of containers) {
      hosts(container.livenessProbe, path, 'livenessProbe', violate);
      hosts(container.readinessProbe, path, 'readinessProbe', violate);
      hosts(container.startupProbe, path, 'startupProbe', violate);
      if (container.lifecycle !== undefined) {
        const at = path.child('lifecycle');
        hosts(container.lifecycle.postStart, at, 'postStart', violate);
        hosts(container.lifecycle.preStop, at, 'preStop', violate);
      }
    }
  },
};

function hosts(handler: Decoded<k8s.LifecycleHandler> | undefined, path: Path, field: string, violate: Violate): void {
  if (handler?.httpGet?.host) {
    violate(path.child(field).child('httpGet').child('host'), `'${handler.httpGet.host}' is not allowed: host must be unset, so that the kubelet connects to the pod itself`);
  }
  if (handler?.tcpSocket?.host) {
    violate(path.child(field).child('tcpSocket').child('host'), `'${handler.tcpSocket.host}' is not allowed: host must be unset, so that the kubelet connects to the pod itself`);
  }
}
