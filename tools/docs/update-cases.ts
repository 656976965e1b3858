// Updates for the pages of findings whose codes no recorded case of test/admission/update gives.
import type { Subresource } from '../../conformance/generate/pairs';

/** An update that is not among the cases of test/admission/update. */
export interface UpdateCase {
  readonly old: object;
  readonly manifest: object;
  readonly subresource?: Subresource;
  readonly versions?: readonly string[];
}

type Fields = { readonly [name: string]: unknown };

const CONTAINER = { name: 'app', image: 'app:1' };
const SELECTED = { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec: { containers: [CONTAINER] } } };
const JOB = { template: { spec: { restartPolicy: 'Never', containers: [CONTAINER] } } };
const HALF = { requests: { cpu: '500m' } };
const WHOLE = { cpu: '1', memory: '1Gi' };
const SMALL = { resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '2Gi' } } };
const TOKEN = { name: 'token', projected: { sources: [{ serviceAccountToken: { path: 'token' } }] } };
const LAST = { annotations: { 'deprecated.daemonset.template.generation': '9223372036854775807' } };
const LIVE = { uid: '0f5c1d2e-0000-4000-8000-000000000001', creationTimestamp: '2026-01-01T00:00:00Z', resourceVersion: '1' };

const object = (apiVersion: string, kind: string, spec: Fields, metadata: Fields = {}, rest: Fields = {}): object => (
  { apiVersion, kind, metadata: { name: 'web', ...metadata }, spec, ...rest });
const pod = (spec: Fields = {}, metadata: Fields = {}, rest: Fields = {}): object => object('v1', 'Pod', { containers: [CONTAINER], ...spec }, metadata, rest);
const containers = (...changes: Fields[]): object => pod({ containers: changes.map((change) => ({ ...CONTAINER, ...change })) });
const init = (change: Fields): object => pod({ initContainers: [{ ...CONTAINER, name: 'setup', ...change }] });
const statefulSet = (spec: Fields): object => object('apps/v1', 'StatefulSet', { ...SELECTED, serviceName: 'web', ...spec });
const job = (spec: Fields): object => object('batch/v1', 'Job', { ...JOB, ...spec });
const service = (spec: Fields): object => object('v1', 'Service', { selector: { app: 'web' }, ports: [{ port: 80 }], ...spec });
const nodeAffinity = (...values: string[][]): Fields => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: values.map((each) => ({ matchExpressions: [{ key: 'zone', operator: 'In', values: each }] })),
      },
    },
  },
});
const GATED = { schedulingGates: [{ name: 'example.com/wait' }] };
const volume = (spec: Fields): object => object('v1', 'PersistentVolume', {
  capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], csi: { driver: 'csi.example.com', volumeHandle: 'a' }, ...spec,
});
const claim = (spec: Fields, rest: Fields = {}): object => object('v1', 'PersistentVolumeClaim', {
  accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec,
}, {}, rest);
const data = (metadata: Fields): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', ...metadata } });

const RESIZES: readonly (readonly [old: object, manifest: object])[] = [
  [containers({ resources: { requests: WHOLE, limits: WHOLE } }), containers({ resources: { requests: { ...WHOLE, cpu: '500m' }, limits: WHOLE } })],
  [
    pod({ containers: [{ ...CONTAINER, resources: HALF }] }, {}, { status: { containerStatuses: [{ name: 'app', state: { running: {} } }] } }),
    pod({ containers: [{ ...CONTAINER, resources: { requests: { cpu: '1' } } }] }),
  ],
  [pod({ resources: HALF }), pod({ resources: { requests: { cpu: '1' } } })],
  [pod({ resources: HALF, containers: [{ ...CONTAINER, resources: HALF }] }), pod({ containers: [{ ...CONTAINER, resources: HALF }] })],
  [containers(SMALL), containers({ resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1' } } })],
  [containers({ resources: { requests: { 'cpu': '1', 'ephemeral-storage': '1Gi' } } }), containers({ resources: { requests: { 'cpu': '1', 'ephemeral-storage': '2Gi' } } })],
  [containers({ resources: HALF }), containers({ resources: HALF }, { name: 'two' })],
  [containers(SMALL), containers({ resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } } })],
  [init({ resources: HALF }), init({ resources: { requests: { cpu: '1' } } })],
  [
    init({ resources: HALF, resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }] }),
    init({ resources: { requests: { cpu: '1' } }, resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'RestartContainer' }] }),
  ],
  [pod({}, { annotations: { 'kubernetes.io/config.mirror': 'a' } }), pod({}, { annotations: { 'kubernetes.io/config.mirror': 'a' } })],
];

const PODS: readonly (readonly [old: object, manifest: object])[] = [
  [containers({}), containers({}, { name: 'two' })],
  [containers({}), pod({ containers: [{ name: 'app' }] })],
  [pod({ activeDeadlineSeconds: 600 }), pod()],
  [pod({ activeDeadlineSeconds: 600 }), pod({ activeDeadlineSeconds: 900 })],
  [pod({ tolerations: [{ key: 'gpu', operator: 'Exists' }] }), pod()],
  [pod(), pod(GATED)],
  [pod({ ...GATED, nodeSelector: { disk: 'ssd' } }), pod({ ...GATED, nodeSelector: { disk: 'hdd' } })],
  [pod({ ...GATED, ...nodeAffinity(['a']) }), pod({ ...GATED, ...nodeAffinity(['a'], ['b']) })],
  [pod({ ...GATED, ...nodeAffinity(['a']) }), pod({ ...GATED, ...nodeAffinity(['b']) })],
  [containers({}), containers({ env: [{ name: 'LEVEL', value: 'debug' }] })],
  [
    pod({ volumes: [TOKEN] }, { annotations: { 'kubernetes.io/config.mirror': 'a' } }),
    pod({ volumes: [TOKEN] }, { annotations: { 'kubernetes.io/config.mirror': 'a' }, labels: { app: 'web' } }),
  ],
  [pod(), pod({}, { annotations: { 'container.apparmor.security.beta.kubernetes.io/app': 'runtime/default' } })],
];

const WORKLOADS: readonly (readonly [old: object, manifest: object])[] = [
  [
    object('apps/v1', 'Deployment', { ...SELECTED, template: { ...SELECTED.template, metadata: { labels: { app: 'web', tier: 'front' } } } }),
    object('apps/v1', 'Deployment', {
      ...SELECTED, selector: { matchLabels: { tier: 'front' } }, template: { ...SELECTED.template, metadata: { labels: { app: 'web', tier: 'front' } } },
    }),
  ],
  [
    object('v1', 'ReplicationController', { ...SELECTED, selector: { app: 'web' } }, { annotations: { 'non-convertible.kubernetes.io/replicas': '' } }),
    object('v1', 'ReplicationController', { ...SELECTED, selector: { app: 'web' } }, { annotations: { 'non-convertible.kubernetes.io/replicas': '' } }),
  ],
  [
    object('apps/v1', 'DaemonSet', SELECTED, LAST),
    object('apps/v1', 'DaemonSet', { ...SELECTED, template: { ...SELECTED.template, spec: { containers: [{ ...CONTAINER, image: 'app:2' }] } } }, LAST),
  ],
  [statefulSet({}), statefulSet({ serviceName: 'other' })],
  [job({ completions: 1 }), job({ completions: 2 })],
  [job({}), job({ podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] }] } })],
  [job({}), job({ template: { spec: { restartPolicy: 'Never', containers: [{ ...CONTAINER, image: 'app:2' }] } } })],
];

const SERVICES: readonly (readonly [old: object, manifest: object])[] = [
  [service({ type: 'LoadBalancer', loadBalancerClass: 'example.com/a' }), service({ type: 'LoadBalancer', loadBalancerClass: 'example.com/b' })],
  [
    service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30000 }),
    service({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30001 }),
  ],
  [service({ clusterIP: '10.96.0.10' }), service({ clusterIP: '10.96.0.11' })],
  [service({ ipFamilies: ['IPv4'] }), service({ ipFamilies: ['IPv6'] })],
  [
    service({ ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv4', 'IPv6'] }),
    service({ ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4'] }),
  ],
];

const OTHERS: readonly (readonly [old: object, manifest: object])[] = [
  [{ apiVersion: 'v1', kind: 'List', items: [] }, { apiVersion: 'v1', kind: 'List', items: [] }],
  [data(LIVE), data({ ...LIVE, uid: '0f5c1d2e-0000-4000-8000-000000000002' })],
  [volume({ volumeAttributesClassName: 'fast' }), volume({})],
  [claim({ volumeAttributesClassName: 'fast' }, { status: { phase: 'Bound', currentVolumeAttributesClassName: 'fast' } }), claim({})],
];

const DEBUGGER = { name: 'debug', image: 'busybox:1.37' };

/** Additional updates for the pages of findings. */
export const UPDATE_CASES: readonly UpdateCase[] = [
  ...[...PODS, ...WORKLOADS, ...SERVICES, ...OTHERS].map(([old, manifest]) => ({ old, manifest })),
  ...RESIZES.map(([old, manifest]) => ({ old, manifest, subresource: 'resize' as const })),
  { old: pod({ ephemeralContainers: [DEBUGGER] }), manifest: pod(), subresource: 'ephemeralcontainers' },
  { old: pod({ ephemeralContainers: [DEBUGGER] }), manifest: pod({ ephemeralContainers: [{ ...DEBUGGER, image: 'busybox:1.36' }] }), subresource: 'ephemeralcontainers' },
];
