import { Case, container, deploymentCases, Manifest, podCases, Tweak } from './base';

/*
 * What a server drops before it validates: fields whose gate is off by default, in some minors, and old annotations.
 */
const image = (name: string) => ({ name, image: { reference: 'image:1' } });
const both = (fields: { readonly [field: string]: unknown }) => ({ containers: [container(fields)], initContainers: [{ name: 'init', image: 'a', ...fields }] });
const annotated = (annotations: object): Tweak => (object: Manifest) => {
  (object.kind === 'Pod' ? object : object.spec.template).metadata.annotations = annotations;
};
const OLD = 'pod.beta.kubernetes.io/init-containers';

const ROWS: { readonly [name: string]: Tweak } = {
  'restart policy of a container': { containers: [container({ restartPolicy: 'Never' })] },
  'restart policy of a container and a sidecar': both({ restartPolicy: 'Always' }),
  'restart policy that is none': both({ restartPolicy: 'Sometimes' }),
  'restart policy of an init container': { initContainers: [{ name: 'init', image: 'a', restartPolicy: 'OnFailure' }] },
  'restart policy of an ephemeral container': { ephemeralContainers: [{ name: 'debug', image: 'a', restartPolicy: 'Never' }] },
  'restart rules': both({ restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] }),
  'image volume': { volumes: [image('a')], containers: [container({ volumeMounts: [{ name: 'a', mountPath: '/a' }] })] },
  'image volumes before a bad one': { volumes: [image('a'), image('b'), { name: 'bad' }, { name: 'c', emptyDir: {} }] },
  'bad image volume': { volumes: [{ name: 'a', image: { pullPolicy: 'X' } }] },
  'image volume of two sources': { volumes: [{ name: 'a', image: { reference: 'image:1' }, emptyDir: {} }] },
  'two volumes of one name, one an image': { volumes: [image('a'), { name: 'a', emptyDir: {} }], containers: [container({ volumeMounts: [{ name: 'a', mountPath: '/a' }] })] },
  'mount after that of an image': {
    volumes: [image('a')], containers: [container({ volumeMounts: [{ name: 'a', mountPath: '/a' }, { name: 'b', mountPath: '/b' }] })],
  },
  'stop signal': { os: { name: 'linux' }, containers: [container({ lifecycle: { stopSignal: 'SIGTERM' } })] },
  'stop signal of an init container': { initContainers: [{ name: 'init', image: 'a', lifecycle: { stopSignal: 'SIGTERM' } }] },
  'stop signal of an ephemeral container': { ephemeralContainers: [{ name: 'debug', image: 'a', lifecycle: { stopSignal: 'SIGTERM' } }] },
  'resources of the pod': { resources: { limits: { cpu: '1' } } },
  'bad resources of the pod': { resources: { limits: { cpu: '-1', gpu: '1' } } },
  'hostname override': { hostnameOverride: 'a.b' },
  'bad hostname override': { hostnameOverride: 'A' },
  'file key': { ...both({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'a', key: 'b' } } }] }), volumes: [{ name: 'v', emptyDir: {} }] },
  'file keys of bad volumes': both({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'a', key: 'b' } } }] }),
  'file key and a value': both({ env: [{ name: 'A', value: 'x', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'a', key: 'b' } } }] }),
  'bind mount options': { containers: [container({ volumeMounts: [{ name: 'v', mountPath: '/v', bindMountOptions: ['noexec', 'bad', 'bad'] }] })], volumes: [{ name: 'v', emptyDir: { mode: 4096 } }] },
  'protocol of probes': both({ livenessProbe: { httpGet: { port: 80, protocol: 'HTTP3' } }, restartPolicy: 'Always', lifecycle: { preStop: { httpGet: { port: 80, protocol: 'HTTP2', host: 'a' } } } }),
  'mode of a gRPC probe': { containers: [container({ readinessProbe: { grpc: { port: 80, mode: 'TLS' } }, startupProbe: { grpc: { port: 80, mode: 'X' } } })] },
  'eviction responders': { evictionResponders: [{ name: 'A', priority: -1 }, { name: 'A', priority: -1 }] },
  'owners of files': {
    volumes: [
      { name: 'a', secret: { secretName: 's', defaultUser: -1, items: [{ key: 'k', path: 'p', user: -1 }] } },
      { name: 'b', configMap: { name: 's', defaultUser: -1, items: [{ key: 'k', path: 'p', user: -1 }] } },
      { name: 'c', downwardAPI: { defaultUser: -1, items: [{ path: 'p', fieldRef: { fieldPath: 'metadata.name' }, user: -1 }] } },
      { name: 'd', projected: { defaultUser: -1, sources: [{ serviceAccountToken: { path: 't', user: -1 } }, { secret: { name: 'a', items: [{ key: 'k', path: 'p', user: -1 }] } }] } },
    ],
  },
  'owners of files of two sources in one': {
    volumes: [
      { name: 'a', configMap: { name: 's', defaultUser: -1 }, downwardAPI: { defaultUser: -2, items: [{ path: 'p', fieldRef: { fieldPath: 'metadata.name' }, user: -1 }] } },
      { name: 'b', projected: { sources: [{ serviceAccountToken: { path: 't', user: -1 }, secret: { name: 'a', items: [{ key: 'k', path: 'p', user: -1 }] }, configMap: { name: 'a', items: [{ key: 'k', path: 'q', user: 2147483648 }] } }] } },
    ],
  },
  'resources of the pod and of its containers': {
    resources: { requests: { cpu: '2' } }, containers: [container({ resources: { limits: { 'cpu': '1', 'memory': '1Gi', 'hugepages-2Mi': '2Mi' } } })],
  },
  'limit of the pod from its containers': {
    resources: { limits: { memory: '2Gi' } },
    containers: [container({ resources: { limits: { cpu: '1' } } })],
    initContainers: [{ name: 'init', image: 'a', resources: { limits: { cpu: '3' }, requests: { memory: '1Mi' } } }],
  },
  'limit of the pod when one container has none': {
    resources: { requests: { cpu: '1' } }, containers: [container({ resources: { limits: { cpu: '1' } } })], initContainers: [{ name: 'init', image: 'a' }],
  },
  'negative grace period': { terminationGracePeriodSeconds: -5 },
  'service accounts that differ': { serviceAccount: 'a', serviceAccountName: 'b' },
  'resource claims': { resourceClaims: [{ name: 'gpu', resourceClaimName: 'a' }], containers: [container({ resources: { claims: [{ name: 'gpu' }] } })] },
  'bad resource claims': { resourceClaims: [{ name: 'A' }], containers: [container({ resources: { claims: [{ name: 'x' }, { name: 'x' }] } })] },
  'trust bundle': { volumes: [{ name: 'v', projected: { sources: [{ clusterTrustBundle: { path: 'a' } }, { secret: { name: 'a' } }] } }] },
  'pod certificate': { volumes: [{ name: 'v', projected: { sources: [{ podCertificate: { keyType: 'X' } }] } }] },
  'scheduling group': { schedulingGroup: { podGroupName: 'A' } },
  'annotations of init containers': annotated({ [OLD]: '[]', 'pod.alpha.kubernetes.io/init-container-statuses': '[]' }),
  'annotations of init containers that are too much': annotated({ [OLD]: 'x'.repeat(300_000) }),
  'other annotations that are too much': annotated({ [OLD]: 'x', a: 'x'.repeat(300_000) }),
};

export const cases: Case[] = [...podCases(ROWS), ...deploymentCases(ROWS)].map(({ name, manifest }) => ({ name: `gated: ${name}`, manifest }));
