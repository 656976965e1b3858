import { ApiObject, Testing } from 'cdk8s';
import { Deployment, KubernetesObject, Pod, PodResource, Service, StaticPod, Workload } from '../../../src';

const chart = Testing.chart();
const deployment = new Deployment(chart, 'deployment');
const pod = new Pod(chart, 'pod');
const raw = new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Service' });

test.each([
  ['a Deployment', deployment, [ApiObject, KubernetesObject, PodResource, Workload, Deployment], [Pod, StaticPod, Service]],
  ['a Pod', pod, [ApiObject, KubernetesObject, PodResource, Pod], [Workload, Deployment, StaticPod, Service]],
  ['a raw ApiObject', raw, [ApiObject], [KubernetesObject, PodResource, Workload, Deployment, Pod, StaticPod, Service]],
])('%s is an instance of its own classes alone', (_, object, classes: any[], others: any[]) => {
  expect(classes.filter((c) => !(object instanceof c))).toEqual([]);
  expect(others.filter((c) => object instanceof c)).toEqual([]);
});
