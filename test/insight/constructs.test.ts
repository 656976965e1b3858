import { App, Chart, JsonPatch } from 'cdk8s';
import { LOGSHIPPER_JOB, pod } from './notes';
import { Admission, Container, Deployment, Insight, Sidecar } from '../../src';
import * as insight from '../../src/insight';
import { matchers } from '../../src/testing/jest';

expect.extend(matchers);

const probe = { httpGet: { path: '/', port: 80 } };

function web(): Deployment {
  const deployment = new Deployment(new Chart(new App(), 'shop'), 'web', { template: { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }] } });
  new Sidecar(deployment, 'proxy', { image: 'proxy:1', startupProbe: { ...probe, periodSeconds: 2 } });
  new Container(deployment, 'app', { image: 'app:1', readinessProbe: probe, resources: { limits: { cpu: '1', memory: '1Gi' } } });
  return deployment;
}

test('constructs answer as their manifests do', () => {
  const deployment = web();
  const manifest = deployment.toJson();
  expect(deployment.timeline()).toEqual(insight.timeline(manifest));
  expect(deployment.timeline({ takesMs: { app: 7000 } }).ready).toEqual(Insight.timeline(manifest, { takesMs: { app: 7000 } }).ready);
  expect(deployment.effectiveResources()).toEqual(Insight.effectiveResources(manifest));
  expect(deployment.restarts()).toEqual(Insight.restarts(manifest));
  expect(deployment.serverDefaults()).toEqual(Insight.defaults(manifest));
  expect(deployment.diagram()).toBe(Insight.diagram(manifest).text);
  expect(deployment.timelineDiagram({ format: 'mermaid' })).toBe(Insight.timelineDiagram(manifest, { format: 'mermaid' }).text);
  const nodes = [{ name: 'a', labels: { zone: 'z' } }];
  expect(deployment.topologySpread({ nodes })).toEqual(Insight.topologySpread(manifest, { nodes }));
});

test('for the version that is configured', () => {
  const deployment = web();
  deployment.addJsonPatch(JsonPatch.add('/spec/template/spec/resources', { requests: { cpu: '5' } }));
  expect(deployment.effectiveResources().requests.cpuMillicores).toBe(5000);
  Admission.of(deployment).configure({ kubernetesVersion: '1.33' });
  expect(deployment.effectiveResources().requests.cpuMillicores).toBe(1000);
  expect(deployment.effectiveResources({ kubernetesVersion: '1.34' }).requests.cpuMillicores).toBe(5000);
});

test('toHaveQosClass', () => {
  expect(web()).toHaveQosClass('Burstable');
  expect(web()).not.toHaveQosClass('Guaranteed');
  expect(LOGSHIPPER_JOB()).toHaveQosClass('BestEffort');
  expect(() => expect(LOGSHIPPER_JOB()).toHaveQosClass('Guaranteed')).toThrow('Job myjob is BestEffort, without requests and limits');
  expect(() => expect(web()).not.toHaveQosClass('Burstable')).toThrow('is Burstable (requests cpu: 1, ');
  expect(() => expect(web()).not.toHaveQosClass('burstable' as any)).toThrow("not 'burstable'");
});

test('toBecomeReadyWithin', () => {
  // The proxy is asked within 2 s, then the app within 10 s.
  expect(web()).toBecomeReadyWithin(12);
  expect(web()).not.toBecomeReadyWithin(11.9);
  expect(web()).toBecomeReadyWithin(17, { takesMs: { app: 5000 } });
  expect(() => expect(web()).toBecomeReadyWithin(5)).toThrow("becomes ready within 12 s, when 'app' is");
  expect(() => expect(pod()).toBecomeReadyWithin('5' as any)).toThrow('a number of seconds');
});
