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
