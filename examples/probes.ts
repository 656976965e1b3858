/** Every kind of probe, for startup, liveness and readiness, with every field that tunes one. */
import { Chart } from 'cdk8s';
import { Container, Pod, Probe, Sidecar } from 'cdk8s-pods';
import { Construct } from 'constructs';

export class Probes extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    const pod = new Pod(this, 'shop');

    // httpGet: a status of 200 to 399 is success. The port can be the name of one of the container's ports.
    new Container(pod, 'web', {
      image: 'nginx:1.27.3',
      ports: [{ name: 'http', containerPort: 80 }],
      // Up to 30 × 2 seconds to start; the other probes wait until then.
      startupProbe: Probe.httpGet({ path: '/', port: 'http' }, { periodSeconds: 2, failureThreshold: 30 }),
      // A container that hangs has only 5 seconds to stop, then it is killed and restarted.
      livenessProbe: Probe.httpGet(
        { path: '/', port: 'http', scheme: 'HTTP', httpHeaders: [{ name: 'X-Probe', value: 'liveness' }] },
        { periodSeconds: 10, timeoutSeconds: 2, failureThreshold: 3, terminationGracePeriodSeconds: 5 },
      ),
      // While it fails, Services send no connections here. Two successes in a row bring the pod back.
      readinessProbe: Probe.httpGet({ path: '/', port: 'http' }, { initialDelaySeconds: 1, periodSeconds: 5, successThreshold: 2 }),
    });

    // exec: exit code 0 is success. Each probe starts a process, so run it less often.
    new Container(pod, 'cache', {
      image: 'redis:7.4.1',
      startupProbe: Probe.exec(['redis-cli', 'ping'], { periodSeconds: 2, failureThreshold: 15 }),
      livenessProbe: Probe.exec(['redis-cli', 'ping'], { periodSeconds: 30, timeoutSeconds: 5 }),
      readinessProbe: Probe.exec(['sh', '-c', 'redis-cli info persistence | grep -q "^loading:0"'], { periodSeconds: 15, timeoutSeconds: 5 }),
    });

    // tcpSocket: a port that accepts the connection is success. A sidecar can have probes too, and counts for the pod's readiness.
    new Sidecar(pod, 'proxy', {
      image: 'alpine/socat:1.8.0.1',
      args: ['TCP-LISTEN:8443,fork,reuseaddr', 'TCP:127.0.0.1:80'],
      ports: [{ name: 'proxy', containerPort: 8443 }],
      startupProbe: Probe.tcpSocket({ port: 'proxy' }, { periodSeconds: 1, failureThreshold: 20 }),
      livenessProbe: Probe.tcpSocket({ port: 'proxy' }, { periodSeconds: 20 }),
      readinessProbe: Probe.tcpSocket({ port: 8443 }, { periodSeconds: 5, failureThreshold: 1 }),
    });

    // grpc: the status SERVING is success. The port is a number, and service selects one of several health checks.
    new Container(pod, 'orders', {
      image: 'ghcr.io/acme/orders:2.3.0',
      ports: [{ containerPort: 9090 }],
      startupProbe: Probe.grpc({ port: 9090 }, { periodSeconds: 2, failureThreshold: 30 }),
      livenessProbe: Probe.grpc({ port: 9090, service: 'liveness' }, { periodSeconds: 10 }),
      readinessProbe: Probe.grpc({ port: 9090, service: 'readiness' }, { periodSeconds: 5 }),
    });
  }
}
