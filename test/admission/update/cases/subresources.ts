import { both, LIVE, Manifest, meta, minimal, spec, updates } from './base';
import type { Case } from '../../../../conformance/cases';

const AMOUNTS = { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '200m', memory: '128Mi' } };
const POD = minimal('v1', 'Pod', { spec: { containers: [{ name: 'web', image: 'nginx:1', resources: AMOUNTS }] } });

const first = (fields: object) => (pod: Manifest): unknown => Object.assign(pod.spec.containers[0], fields);
const resources = (kind: 'requests' | 'limits', amounts: object) => (pod: Manifest): unknown => Object.assign(pod.spec.containers[0].resources[kind], amounts);
const init = (fields: object) => spec({ initContainers: [{ name: 'setup', image: 'busybox:1', resources: AMOUNTS, ...fields }] });
const initResources = (pod: Manifest): unknown => Object.assign(pod.spec.initContainers[0].resources.requests, { cpu: '150m' });
const initPolicy = (pod: Manifest): unknown => Object.assign(pod.spec.initContainers[0], { resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }] });
const policy = (resourceName: string, restartPolicy: string) => first({ resizePolicy: [{ resourceName, restartPolicy }] });
const debug = (...containers: object[]) => spec({ ephemeralContainers: containers.map((fields) => ({ name: 'debug', image: 'busybox:1', ...fields })) });
const running = (fields: object) => both(meta(LIVE), (pod: Manifest) => {
  pod.status = { phase: 'Running', containerStatuses: [{ name: 'web', image: 'nginx:1', imageID: '', ready: true, restartCount: 0, state: { running: {} }, ...fields }] };
});

export const cases: Case[] = [
  ...updates(POD, {
    'more cpu': resources('limits', { cpu: '1' }),
    'more memory': resources('limits', { memory: '1Gi' }),
    'less cpu': resources('requests', { cpu: '50m' }),
    'a lower memory limit': resources('limits', { memory: '100Mi' }),
    'a lower memory limit with a restart': [policy('memory', 'RestartContainer'), resources('limits', { memory: '100Mi' })],
    'a lower memory limit without a restart': [policy('memory', 'NotRequired'), resources('limits', { memory: '100Mi' })],
    'requests above limits': resources('requests', { cpu: '1' }),
    'no change': meta({}),
    'the same, written otherwise': resources('requests', { cpu: '0.1' }),
    'a request, removed': resources('requests', { cpu: undefined }),
    'limits, removed': first({ resources: { requests: AMOUNTS.requests } }),
    'resources, emptied': first({ resources: {} }),
    'requests above limits, and empty resources of the pod': both(resources('requests', { cpu: '4' }), spec({ resources: {} })),
    'resources, removed': first({ resources: undefined }),
    'another QoS class': first({ resources: { requests: AMOUNTS.limits, limits: AMOUNTS.limits } }),
    'storage': resources('limits', { 'ephemeral-storage': '1Gi' }),
    'a device': first({ resources: { requests: { ...AMOUNTS.requests, 'example.com/gpu': '1' }, limits: { ...AMOUNTS.limits, 'example.com/gpu': '1' } } }),
    'a policy': policy('cpu', 'RestartContainer'),
    'another policy': [policy('cpu', 'NotRequired'), policy('cpu', 'RestartContainer')],
    'image, which resize does not take': first({ image: 'nginx:2' }),
    'image and cpu': both(first({ image: 'nginx:2' }), resources('limits', { cpu: '1' })),
    'labels, which resize does not take': meta({ labels: { a: 'b' } }),
    'another name of a container': first({ name: 'other' }),
    'a container more': (pod: Manifest) => pod.spec.containers.push({ name: 'more', image: 'a:1' }),
    'an init container': [init({}), initResources],
    'an init container that restarts': [init({}), both(initResources, initPolicy)],
    'a sidecar': [init({ restartPolicy: 'Always' }), initResources],
    'a pod with resources of its own': [spec({ resources: { requests: { cpu: '1' } } }), spec({ resources: { requests: { cpu: '2' } } })],
    'above the limits that a pod with requests got': [
      spec({ resources: { requests: { memory: '20Gi' } }, ephemeralContainers: [{ name: 'debug', image: 'busybox:1' }] }),
      resources('limits', { cpu: '4' }),
    ],
    'a container with a claim': [
      (pod: Manifest) => {
        pod.spec.resourceClaims = [{ name: 'gpu', resourceClaimName: 'shared' }];
        pod.spec.containers[0].resources = { ...AMOUNTS, claims: [{ name: 'gpu' }] };
      },
      resources('limits', { cpu: '1' }),
    ],
    'a Windows pod': [spec({ os: { name: 'windows' } }), resources('limits', { cpu: '1' })],
    'a node without resize': [running({}), resources('limits', { cpu: '1' })],
    'a running container': [running({ resources: AMOUNTS }), resources('limits', { cpu: '1' })],
  }, 'resize'),
  ...updates(POD, {
    'one': debug({}),
    'one with a target': debug({ targetContainerName: 'web' }),
    'one with a target that is none': debug({ targetContainerName: 'other' }),
    'one with the name of a container': debug({ name: 'web' }),
    'one with ports': debug({ ports: [{ containerPort: 80 }] }),
    'one with resources': debug({ resources: { limits: { cpu: '1' } } }),
    'one with a probe': debug({ livenessProbe: { exec: { command: ['a'] } } }),
    'one without an image': debug({ image: undefined }),
    'two of a name': debug({}, {}),
    'another one': [both(meta(LIVE), debug({})), debug({}, { name: 'more' })],
    'one of a pod with an account': [spec({ serviceAccountName: 'robot' }), debug({})],
    'none left': [both(meta(LIVE), debug({})), spec({ ephemeralContainers: undefined })],
    'another image': [both(meta(LIVE), debug({})), debug({ image: 'busybox:2' })],
    'image of the container, which is not taken': first({ image: 'nginx:2' }),
    'of a static pod': [both(meta({ annotations: { 'kubernetes.io/config.mirror': 'a' } }), spec({ nodeName: 'node-1' })), debug({})],
  }, 'ephemeralcontainers'),
];
