import { Container, k8s, LifecycleHook, Pod, Probe, ProbeOptions, Sidecar } from '../../../src';
import { allTypes } from '../../../src/k8s/field-table';
import { only, podSpec, shop } from '../helpers';

const TYPES = allTypes();

const tuning: Required<ProbeOptions> = {
  initialDelaySeconds: 1, periodSeconds: 2, timeoutSeconds: 3, successThreshold: 1, failureThreshold: 5, terminationGracePeriodSeconds: 6,
};
const httpGet: k8s.HTTPGetAction = { path: '/p', port: 'http', host: 'h', scheme: 'HTTPS', httpHeaders: [{ name: 'X-A', value: 'b' }] };

const ACTIONS: { [action: string]: [(options?: ProbeOptions) => k8s.Probe, any] } = {
  exec: [(o) => Probe.exec(['cat', '/tmp/healthy'], o), { command: ['cat', '/tmp/healthy'] }],
  httpGet: [(o) => Probe.httpGet(httpGet, o), httpGet],
  tcpSocket: [(o) => Probe.tcpSocket({ port: 8080, host: 'h' }, o), { port: 8080, host: 'h' }],
  grpc: [(o) => Probe.grpc({ port: 9090, service: 's' }, o), { port: 9090, service: 's' }],
};

test('actions and tuning fields are all that the API has', () => {
  expect([...Object.keys(ACTIONS), ...Object.keys(tuning)].sort()).toEqual(Object.keys(TYPES.Probe).sort());
});

describe.each(Object.entries(ACTIONS))('Probe.%s', (action, [make, expected]) => {
  test('is a plain value without defaults', () => {
    expect(make()).toEqual({ [action]: expected });
    expect(Object.getPrototypeOf(make())).toBe(Object.prototype);
  });

  test.each(['livenessProbe', 'readinessProbe', 'startupProbe'])('with every tuning field as %s', (probe) => {
    // The grace period is of probes that stop the container.
    const { terminationGracePeriodSeconds, ...all } = tuning;
    const options = probe === 'readinessProbe' ? all : tuning;
    expect(podSpec({ image: 'app:1', [probe]: make(options) }).containers[0]).toEqual({
      name: 'app', image: 'app:1', [probe]: { [action]: expected, ...options },
    });
  });

  test.each(Object.entries(tuning))('with %s alone', (field, value) => {
    expect(make({ [field]: value })).toEqual({ [action]: expected, [field]: value });
  });
});

test('all three probes on one sidecar', () => {
  const chart = shop();
  const pod = new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'app:1' }] });
  const probe = Probe.tcpSocket({ port: 1 });
  new Sidecar(pod, 'side', { image: 'app:1', livenessProbe: probe, readinessProbe: probe, startupProbe: probe });
  expect(only(chart, 'Pod').spec.initContainers[0]).toEqual({
    name: 'side', image: 'app:1', restartPolicy: 'Always', livenessProbe: probe, readinessProbe: probe, startupProbe: probe,
  });
});

describe('lifecycle', () => {
  const hooks: [string, k8s.LifecycleHandler, any][] = [
    ['exec', LifecycleHook.exec(['sh', '-c', 'x']), { exec: { command: ['sh', '-c', 'x'] } }],
    ['httpGet', LifecycleHook.httpGet(httpGet), { httpGet }],
    ['sleep', LifecycleHook.sleep(5), { sleep: { seconds: 5 } }],
    ['sleep', LifecycleHook.sleep(0), { sleep: { seconds: 0 } }],
  ];
  test.each(hooks)('%s after start and before stop', (_, hook, expected) => {
    expect(hook).toEqual(expected);
    expect(podSpec({ image: 'app:1', lifecycle: { postStart: hook, preStop: hook } }).containers[0].lifecycle).toEqual({ postStart: expected, preStop: expected });
  });

  test('hooks are those of the API, tcpSocket aside, which it keeps only for old objects', () => {
    expect([...new Set(hooks.map(([name]) => name)), 'tcpSocket'].sort()).toEqual(Object.keys(TYPES.LifecycleHandler).sort());
  });

  test('stopSignal', () => {
    const chart = shop();
    new Container(new Pod(chart, 'pod', { os: { name: 'linux' } }), 'app', { image: 'app:1', lifecycle: { stopSignal: 'SIGUSR1' } });
    expect(only(chart, 'Pod').spec).toEqual({ os: { name: 'linux' }, containers: [{ name: 'app', image: 'app:1', lifecycle: { stopSignal: 'SIGUSR1' } }] });
  });
});
