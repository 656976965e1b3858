// What an Ingress, a NetworkPolicy and an autoscaler check of the objects that they are given.
import { ApiObject, Chart, JsonPatch, Lazy } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { Admission, App, Container, DaemonSet, Deployment, HorizontalPodAutoscaler, Ingress, Job, NetworkPolicy, Service, Sidecar } from '../../../src';
import { failure, only, shop, synthFailure } from '../helpers';

const ports = [{ name: 'http', port: 80 }, { name: 'metrics', port: 9090 }];

describe('service.backend', () => {
  test.each<[string | number | undefined, any, any]>([
    ['http', ports, { name: 'http' }],
    [9090, ports, { number: 9090 }],
    [undefined, [{ port: 80 }], { number: 80 }],
    [undefined, [{ name: 'web', port: 80 }], { name: 'web' }],
    [undefined, Lazy.any({ produce: () => [{ name: 'late', port: 80 }] }), { name: 'late' }],
  ])('%j', (port, given, expected) => {
    const chart = shop();
    const service = new Service(chart, 'web', { metadata: { name: 'web' }, ports: given });
    new Ingress(chart, 'ingress', { defaultBackend: service.backend(port) });
    expect(only(chart, 'Ingress').spec.defaultBackend).toEqual({ service: { name: 'web', port: expected } });
  });

  test.each<[any, string]>([
    [ports, "shop/web: backend() needs a port, since the Service has the ports 'http' (80) and 'metrics' (9090)\n    fix: backend('http')"],
    [[], 'shop/web: backend() needs a port, since the Service has no ports\n    fix: add ports to the Service'],
    [undefined, 'the Service has no ports'],
  ])('needs a port unless there is one: %j', (given, message) => {
    expect(failure(() => new Service(shop(), 'web', { ports: given }).backend())).toContain(message);
  });
});

describe('the port of a backend', () => {
  const ingress = (backend: (service: Service) => any, more: any = {}) => synthFailure((chart) => {
    const service = new Service(chart, 'web', { ports, ...more });
    new Ingress(chart, 'ingress', { rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: backend(service) }] } }] });
  });

  test('has to be one of the Service', () => {
    expect(ingress((service) => service.backend('web'))).toContain("spec.rules[0].http.paths[0].backend.service.port.name: the Service 'shop/web' has no port "
      + "named 'web'; it has the ports 'http' (80) and 'metrics' (9090)");
    expect(ingress((service) => service.backend(8080))).toContain("port.number: the Service 'shop/web' has no port 8080; it has");
    expect(ingress((service) => ({ service: { name: service, port: { number: 8080 } } }))).toContain('has no port 8080');
  });

  test('is checked after patches, in Lazy rules and of raw Services', () => {
    const chart = shop();
    const service = new Service(chart, 'web', { ports });
    service.addJsonPatch(JsonPatch.replace('/spec/ports/0/name', 'web'));
    const raw = new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 70 }] } });
    const path = (name: any, port: any) => ({ pathType: 'Prefix' as const, path: '/', backend: { service: { name, port } } });
    new Ingress(chart, 'good', { rules: Lazy.any({ produce: () => [{ http: { paths: [path(service, { name: 'web' }), path(raw, { number: 70 })] } }] }) });
    expect(only(chart, 'Ingress').spec.rules[0].http.paths).toHaveLength(2);
    new Ingress(chart, 'wrong', { rules: [{ http: { paths: [path(raw, { number: 80 })] } }] });
    expect(failure(() => only(chart, 'Ingress'))).toContain("the Service 'shop/raw' has no port 80; it has the port 70");
  });

  test('is not checked of names, of Services of cdk8s-plus and of Services without ports', () => {
    const chart = shop();
    const other = new kplus.Service(chart, 'plus', { ports: [{ port: 81 }] });
    const external = new Service(chart, 'external', { type: 'ExternalName', externalName: 'example.com' });
    const backends = ['web', { name: 'web' }, other, external].map((name) => ({ service: { name, port: { number: 80 } } }));
    new Ingress(chart, 'ingress', { rules: [{ http: { paths: backends.map((backend, i) => ({ path: `/${i}`, pathType: 'Prefix', backend })) } }] });
    expect(only(chart, 'Ingress').spec.rules[0].http.paths).toHaveLength(4);
  });
});

function web(chart: Chart, props: any = {}, container: any = {}): Deployment {
  const it = new Deployment(chart, 'web', props);
  new Container(it, 'app', { image: 'app:1', ports: [{ name: 'http', containerPort: 8080 }], ...container });
  return it;
}

describe('named ports of a NetworkPolicy', () => {
  test('of ingress are ports of the pods that it is about', () => {
    const policy = (port: any, selectorFor = true) => (chart: Chart) => new NetworkPolicy(chart, 'policy', {
      ...selectorFor ? { selectorFor: web(chart) } : { podSelector: {} }, ingress: [{ ports: [{ port: 80 }, port] }],
    });
    expect(synthFailure(policy({ port: 'web' }))).toContain("spec.ingress[0].ports[1].port: the pods have no TCP port named 'web', so the rule allows nothing; they have 'http' (TCP)");
    expect(synthFailure(policy({ port: 'http', protocol: 'UDP' }))).toContain("the pods have no UDP port named 'http'");
    for (const fine of [policy({ port: 'http' }), policy({ port: 9090 }), policy({ port: 'web' }, false)]) {
      const chart = shop();
      fine(chart);
      expect(only(chart, 'NetworkPolicy').spec.ingress).toHaveLength(1);
    }
  });

  test('of egress are ports of the peers, where all of them are known', () => {
    const policy = (to: (chart: Chart) => any[]) => (chart: Chart) => new NetworkPolicy(chart, 'policy', { podSelector: {}, egress: [{ to: to(chart), ports: [{ port: 'db' }] }] });
    expect(synthFailure(policy((chart) => [{ selectorFor: web(chart) }]))).toContain("spec.egress[0].ports[0].port: the pods have no TCP port named 'db'");
    const chart = shop();
    policy((c) => [{ selectorFor: web(c) }, { podSelector: {} }])(chart);
    expect(only(chart, 'NetworkPolicy').spec.egress).toHaveLength(1);
  });
});

describe('an autoscaler', () => {
  const scaler = (target: (chart: Chart) => any, metrics: any[] = []) => (chart: Chart) =>
    new HorizontalPodAutoscaler(chart, 'scaler', { scaleTargetRef: target(chart), maxReplicas: 3, metrics });
  const share = (name: string) => ({ name, target: { type: 'Utilization', averageUtilization: 70 } });
  const template = { containers: [{ name: 'a', image: 'a:1' }] };

  test.each<[string, (chart: Chart) => any]>([
    ['DaemonSet', (chart) => new DaemonSet(chart, 'x', { template })],
    ['Job', (chart) => new Job(chart, 'x', { template: { restartPolicy: 'Never', ...template } })],
    ['Service', (chart) => new Service(chart, 'x', { ports })],
  ])('cannot scale a %s', (kind, target) => {
    expect(synthFailure(scaler(target))).toContain(`spec.scaleTargetRef: a ${kind} has no replicas to scale; scaleTargetRef takes a Deployment, a StatefulSet, `
      + 'a ReplicaSet or a ReplicationController');
  });

  test('scales custom resources, and what is given as a literal', () => {
    const chart = shop();
    scaler((c) => new ApiObject(c, 'x', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' }))(chart);
    expect(only(chart, 'HorizontalPodAutoscaler').spec.scaleTargetRef.kind).toBe('Rollout');
    const other = shop();
    scaler(() => ({ apiVersion: 'example.com/v1', kind: 'DaemonSet', name: 'x' }))(other);
    expect(only(other, 'HorizontalPodAutoscaler').spec.scaleTargetRef.kind).toBe('DaemonSet');
  });

  test('knows the containers of its pods, sidecars included', () => {
    const metric = (container: string) => ({ type: 'ContainerResource', containerResource: { container, ...share('cpu') } });
    const target = (chart: Chart) => {
      const it = web(chart);
      new Sidecar(it, 'proxy', { image: 'proxy:1' });
      return it;
    };
    expect(synthFailure(scaler(target, [metric('app'), metric('ap')])))
      .toContain("spec.metrics[1].containerResource.container: the pods of 'shop/web' have no container 'ap'; they have 'app', 'proxy'");
    const chart = shop();
    scaler(target, [metric('proxy')])(chart);
    expect(only(chart, 'HorizontalPodAutoscaler').spec.metrics).toHaveLength(1);
  });

  /** The codes of the advice that an autoscaler of a Deployment gives. */
  function advice(props: any, container: any, metrics: any[] = [], on = true): string[] {
    const app = new App();
    const chart = new Chart(app, 'shop');
    Admission.of(chart).configure({ advice: on });
    scaler((c) => web(c, props, container), metrics)(chart);
    const written = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    try {
      app.synthYaml();
      return written.mock.calls.flatMap(([text]) => /\((advice\/autoscal[\w-]+)\)/.exec(String(text))?.[1] ?? []);
    } finally {
      written.mockRestore();
    }
  }
  const cpu = { type: 'Resource', resource: share('cpu') };
  const ofContainer = { type: 'ContainerResource', containerResource: { container: 'app', ...share('memory') } };

  test.each<[string[], any, any, any[]]>([
    [[], {}, {}, []],
    [['advice/autoscaled-replicas'], { replicas: 2 }, {}, []],
    [['advice/autoscaler-without-requests'], {}, {}, [cpu]],
    [['advice/autoscaler-without-requests'], {}, { resources: { requests: { cpu: 1 } } }, [cpu, ofContainer]],
    [[], {}, { resources: { requests: { cpu: 1 }, limits: { memory: '1Gi' } } }, [cpu, ofContainer]],
    [[], { template: { resources: { requests: { cpu: 1 } } } }, {}, [cpu]],
    [[], {}, {}, [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'AverageValue', averageValue: '1' } } }]],
  ])('advice %j: %j %j %j', (codes, props, container, metrics) => {
    expect(advice(props, container, metrics)).toEqual(codes);
  });

  test('advice is given only where it is asked for', () => {
    expect(advice({ replicas: 2 }, {}, [cpu], false)).toEqual([]);
  });
});
