import { Case, container, deploymentCases, podCases, Tweak } from './base';

/*
 * Lists and maps that are there and empty: where the server compares with nil, and not with a length, it takes them for set.
 */
const debug = (fields: object): Tweak => ({ ephemeralContainers: [{ name: 'debug', image: 'debug:1', ...fields }] });
const claimMeta = (metadata: object): Tweak => ({
  volumes: [{
    name: 'v',
    ephemeral: { volumeClaimTemplate: { metadata, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } } },
  }],
});

const ROWS: { readonly [name: string]: Tweak } = {
  'the zero time of a claim\'s template': claimMeta({ creationTimestamp: '0001-01-01T00:00:00Z' }),
  'no time of a claim\'s template': claimMeta({ creationTimestamp: null }),
  'no ports of an ephemeral container': debug({ ports: [] }),
  'no resize policy of an ephemeral container': debug({ resizePolicy: [] }),
  'no restart rules of an ephemeral container': debug({ restartPolicyRules: [] }),
  'restart rules of an ephemeral container': debug({ restartPolicy: 'Always', restartPolicyRules: [{ action: 'Restart' }] }),
  'no limits of an ephemeral container': debug({ resources: { limits: {} } }),
  'no requests of an ephemeral container': debug({ resources: { requests: {} } }),
  'no claims of an ephemeral container': debug({ resources: { claims: [] } }),
  'no resources of an ephemeral container': debug({ resources: {} }),
  'no probe and hook of an ephemeral container': debug({ livenessProbe: {}, lifecycle: {} }),
  'no devices, mounts, env and args of an ephemeral container': debug({ volumeDevices: [], volumeMounts: [], env: [], envFrom: [], args: [], command: [] }),
  'no ephemeral containers': { ephemeralContainers: [] },
  'no claims of a pod': { resources: { claims: [] } },
  'no claims and limits of a pod': { resources: { claims: [], limits: {}, requests: {} } },
  'no supplemental groups on Windows': { os: { name: 'windows' }, securityContext: { supplementalGroups: [] } },
  'no supplemental groups': { securityContext: { supplementalGroups: [] } },
  'no sysctls on Windows': { os: { name: 'windows' }, securityContext: { sysctls: [] } },
  'no capabilities to add on Windows': { os: { name: 'windows' }, containers: [container({ securityContext: { capabilities: { add: [] } } })] },
  'no finalizers of a claim': claimMeta({ finalizers: [] }),
  'no owners of a claim': claimMeta({ ownerReferences: [] }),
  'no managed fields of a claim': claimMeta({ managedFields: [] }),
  'no labels and annotations of a claim': claimMeta({ labels: {}, annotations: {} }),
  'null for what is no list': claimMeta({ finalizers: null, ownerReferences: null, managedFields: null }),
  'no overhead': { overhead: {} },
  'no overhead of a class': { overhead: {}, runtimeClassName: 'gvisor' },
  'no scheduling gates of a pod with a node': { nodeName: 'a', schedulingGates: [] },
  'no volumes, hosts, gates, claims and secrets': {
    volumes: [],
    hostAliases: [],
    readinessGates: [],
    resourceClaims: [],
    imagePullSecrets: [],
    tolerations: [],
    topologySpreadConstraints: [],
    initContainers: [],
    nodeSelector: {},
    affinity: {},
    dnsConfig: {},
  },
  'no more than empty lists in a container': {
    containers: [container({
      ports: [],
      env: [],
      envFrom: [],
      volumeMounts: [],
      volumeDevices: [],
      resizePolicy: [],
      args: [],
      command: [],
      resources: { limits: {}, requests: {}, claims: [] },
      securityContext: { capabilities: { add: [], drop: [] } },
    })],
  },
  'no restart rules': { containers: [container({ restartPolicyRules: [] })], initContainers: [{ name: 'init', image: 'a', restartPolicyRules: [] }] },
  'no restart rules, and a policy': { containers: [container({ restartPolicy: 'Never', restartPolicyRules: [] })] },
};

export const cases: Case[] = [...podCases(ROWS), ...deploymentCases(ROWS)];
