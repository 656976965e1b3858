import { Case, container, deploymentCases, podCases, Tweak } from './base';

/*
 * What the server fills in: the recorded verdicts have the digest of the completed object.
 */
const one = (fields: { readonly [field: string]: unknown }): Tweak => ({ containers: [container(fields)] });
const images = (...names: string[]): Tweak => ({ containers: names.map((image, i) => ({ name: `c${i}`, image })) });
const volumes = (sources: { readonly [name: string]: object }): Tweak =>
  ({ volumes: Object.entries(sources).map(([name, source]) => ({ name, ...source })) });
const resources = (own: object, ofContainer: object = {}, ofInit?: object, sidecar = false): Tweak => ({
  resources: own,
  containers: [container({ resources: ofContainer }), container({ name: 'other', resources: ofContainer })],
  ...ofInit && { initContainers: [{ name: 'init', image: 'a', resources: ofInit, ...sidecar && { restartPolicy: 'Always' } }] },
});
const DIGEST = `image@sha256:${'0'.repeat(64)}`;

const ROWS: { readonly [name: string]: Tweak } = {
  'the smallest': {},
  'pull policies': images('image', 'image:latest', 'image:1', DIGEST, `image:latest@sha256:${'0'.repeat(64)}`, 'localhost:5000/image', 'localhost:5000/image:latest', 'a/b/c:Latest'),
  'pull policy of what is no image': images('a:b:c', 'A', ':', 'a:', `image@sha256:${'0'.repeat(10)}`, 'a//b'),
  'pull policy that is empty': one({ imagePullPolicy: '' }),
  'protocols': one({ ports: [{ containerPort: 80 }, { containerPort: 80, protocol: 'UDP' }, { containerPort: 81, protocol: '' }] }),
  'ports in the network of the node': { hostNetwork: true, containers: [container({ ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] })] },
  'ports of init containers in the network of the node': {
    hostNetwork: true, initContainers: [{ name: 'init', image: 'a', ports: [{ containerPort: 80 }] }, { name: 'two', image: 'a', ports: [{ containerPort: 80 }] }],
  },
  'termination': one({ terminationMessagePath: '', terminationMessagePolicy: 'FallbackToLogsOnError' }),
  'references to fields': one({
    env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, { name: 'B', valueFrom: { resourceFieldRef: { resource: 'limits.cpu' } } }],
  }),
  'divisors': one({ env: ['1', '1m', 0, '1000m'].map((divisor, i) => ({ name: `E${i}`, valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor } } })) }),
  'probes': one({
    livenessProbe: { httpGet: { port: 80 } },
    readinessProbe: { tcpSocket: { port: 'a' } },
    startupProbe: { exec: { command: ['a'] }, periodSeconds: 5, failureThreshold: 30 },
    ports: [{ name: 'a', containerPort: 80 }],
  }),
  'probes of gRPC': one({ livenessProbe: { grpc: { port: 80 } }, readinessProbe: { grpc: { port: 80, service: 'a' } } }),
  'probe of zeros': one({
    livenessProbe: { httpGet: { port: 80, path: '', scheme: '' }, periodSeconds: 0, timeoutSeconds: 0, failureThreshold: 0, successThreshold: 0, initialDelaySeconds: 0 },
  }),
  'hooks': one({ lifecycle: { postStart: { httpGet: { port: 80 } }, preStop: { sleep: { seconds: 1 } } } }),
  'requests of limits': one({ resources: { limits: { 'cpu': '1', 'memory': '1Gi', 'example.com/gpu': 1 }, requests: { memory: '1Mi' } } }),
  'amounts in other words': one({ resources: { limits: { 'cpu': '1000m', 'memory': '1024Mi', 'ephemeral-storage': '1e9' }, requests: { cpu: 0.5, memory: '0.1Gi' } } }),
  'amounts that are rounded': one({ resources: { requests: { cpu: '0.0001', memory: '100m' } } }),
  'empty resources': one({ resources: { limits: {}, requests: {} } }),
  'limits of the pod': resources({ limits: { cpu: '1', memory: '1Gi' } }),
  'limits of the pod, requests of containers': resources({ limits: { cpu: '1', memory: '1Gi' } }, { requests: { cpu: '100m' } }),
  'limits of the pod, requests of init containers': resources({ limits: { cpu: '1', memory: '1Gi' } }, { requests: { cpu: '100m' } }, { requests: { cpu: '500m' } }),
  'limits of the pod, requests of a sidecar': resources({ limits: { cpu: '1', memory: '1Gi' } }, { requests: { cpu: '100m' } }, { requests: { cpu: '500m' } }, true),
  'huge pages of the pod': resources({ limits: { 'cpu': '1', 'hugepages-2Mi': '8Mi' } }, { limits: { 'cpu': '100m', 'hugepages-2Mi': '4Mi' } }),
  'huge pages of the containers': resources({ limits: { cpu: '1' } }, { limits: { 'cpu': '100m', 'hugepages-2Mi': '4Mi' } }),
  'requests of the pod alone': resources({ requests: { cpu: '1' } }, { limits: { memory: '1Gi' } }),
  'empty resources of the pod': { resources: {} },
  'overhead in other words': { overhead: { cpu: '1000m' }, runtimeClassName: 'gvisor' },
  'security context': { securityContext: {} },
  'account': { serviceAccountName: 'a' },
  'account by its old name': { serviceAccount: 'a' },
  'empty texts': { restartPolicy: '', dnsPolicy: '', schedulerName: '', nodeName: '', hostname: '' },
  'no service links': { enableServiceLinks: false },
  'grace period of 0': { terminationGracePeriodSeconds: 0 },
  'seconds of tolerations': { tolerations: [{ operator: 'Exists' }, { key: 'a', effect: 'NoExecute', operator: 'Exists', tolerationSeconds: 5 }] },
  'affinity': {
    affinity: {
      podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a', labelSelector: { matchLabels: { a: 'b' } } }] },
      nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b'] }] }] } },
    },
  },
  'topology spread': { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'a', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {} }] },
  'volume without a source': volumes({ a: {} }),
  'files of volumes': volumes({
    a: { secret: { secretName: 'a' } },
    b: { configMap: { name: 'a' } },
    c: { downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'metadata.name' } }, { path: 'b', resourceFieldRef: { containerName: 'main', resource: 'limits.cpu' } }] } },
    d: { secret: { secretName: 'a', defaultMode: 0 } },
  }),
  'projected': volumes({
    a: { projected: { sources: [{ serviceAccountToken: { path: 'a' } }, { downwardAPI: { items: [{ path: 'c', fieldRef: { fieldPath: 'metadata.name' } }] } }] } },
    b: { projected: { defaultMode: 256, sources: [{ serviceAccountToken: { path: 'a', expirationSeconds: 600 } }] } },
    c: { projected: {} },
  }),
  'places of the node': volumes({ a: { hostPath: { path: '/a' } }, b: { hostPath: { path: '/a', type: 'Directory' } }, c: { emptyDir: {} }, d: { emptyDir: { sizeLimit: '1024Mi' } } }),
  'storage of others': volumes({
    a: { iscsi: { targetPortal: 'a', iqn: 'iqn.2001-04.com.example:a', lun: 0 } },
    b: { rbd: { monitors: ['a'], image: 'b' } },
    c: { azureDisk: { diskName: 'a', diskURI: 'https://a' } },
    d: { scaleIO: { gateway: 'a', system: 'b', secretRef: { name: 'c' }, volumeName: 'd' } },
    e: { nfs: { server: 'a', path: '/b' } },
  }),
  'claim of the pod': volumes({
    a: { ephemeral: { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1024Mi' } } } } } },
  }),
  'image volume': volumes({ a: { image: { reference: 'image' } }, b: { image: { reference: 'image:1' } }, c: { image: { reference: DIGEST, pullPolicy: 'Never' } } }),
};

export const cases: Case[] = [
  ...podCases(ROWS),
  ...deploymentCases(ROWS),
  ...podCases({
    'status': (pod) => pod.status = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], podIPs: [{ ip: '10.0.0.1' }] },
    'times': (pod) => Object.assign(pod.metadata, { creationTimestamp: '2026-01-31T12:00:00+01:00', deletionGracePeriodSeconds: 1 }),
    'lists in metadata': (pod) => Object.assign(pod.metadata, { labels: {}, annotations: { a: '' }, finalizers: [], ownerReferences: [], managedFields: [] }),
  }),
].map(({ name, manifest }) => ({ name: `defaults: ${name}`, manifest }));
