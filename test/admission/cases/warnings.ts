import { Case, container, deploymentCases, Manifest, podCases, Tweak } from './base';

const SECCOMP = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_MAIN = 'container.seccomp.security.alpha.kubernetes.io/main';
const APP_ARMOR_MAIN = 'container.apparmor.security.beta.kubernetes.io/main';
const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

const OLD_LABELS = [
  'beta.kubernetes.io/arch', 'beta.kubernetes.io/os', 'beta.kubernetes.io/instance-type', 'failure-domain.beta.kubernetes.io/region',
  'failure-domain.beta.kubernetes.io/zone', 'app.kubernetes.io/created-by', 'scheduler.alpha.kubernetes.io/preferAvoidPods', 'node-role.kubernetes.io/master',
];

const named = (name: string) => (pod: Manifest): void => {
  pod.metadata.name = name;
};
const annotated = (annotations: object, spec: object = {}) => (pod: Manifest): void => {
  pod.metadata.annotations = annotations;
  Object.assign(pod.spec, spec);
};
/** The same in the template of a Deployment. */
const inTemplate = (annotations: object, spec: object = {}) => (deployment: Manifest): void => {
  deployment.spec.template.metadata.annotations = annotations;
  Object.assign(deployment.spec.template.spec, spec);
};
const expressions = (...keysAndValues: [string, ...string[]][]) =>
  ({ matchExpressions: keysAndValues.map(([key, ...values]) => ({ key, ...values.length > 0 ? { operator: 'In', values } : { operator: 'Exists' } })) });
const preferred = (...keysAndValues: [string, ...string[]][]): Tweak =>
  ({ affinity: { nodeAffinity: { [PREFERRED]: [{ weight: 1, preference: expressions(['zone']) }, { weight: 1, preference: expressions(...keysAndValues) }] } } });
const spread = (fields: object): Tweak =>
  ({ topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {}, ...fields }] });
const term = (fields: object) => ({ topologyKey: 'zone', ...fields });
const env = (...variables: object[]): Tweak => ({ containers: [container({ env: variables })] });
const resources = (limits: object, requests: object = {}): Tweak => ({ containers: [container({ resources: { limits, requests } })] });

const deployed: { readonly [name: string]: Tweak } = {
  'AppArmor: annotation': inTemplate({ [APP_ARMOR_MAIN]: 'runtime/default' }),
  'AppArmor: annotation of no container': inTemplate({ [`${APP_ARMOR_MAIN}2`]: 'runtime/default' }),
  'AppArmor: annotation and field': inTemplate({ [APP_ARMOR_MAIN]: 'localhost/a' },
    { containers: [container({ securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } } })] }),
  'AppArmor: annotation and the same of the pod': inTemplate({ [APP_ARMOR_MAIN]: 'localhost/a' },
    { securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } } }),
  'AppArmor: annotation and the default of the pod': inTemplate({ [APP_ARMOR_MAIN]: 'runtime/default' },
    { securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }),
  'AppArmor: annotation and no profile of the pod': inTemplate({ [APP_ARMOR_MAIN]: 'unconfined' },
    { securityContext: { appArmorProfile: { type: 'Unconfined' } } }),
  'AppArmor: a bad annotation': inTemplate({ [APP_ARMOR_MAIN]: 'localhost/' }),
  'seccomp: annotations': inTemplate({ [SECCOMP]: 'runtime/default', [SECCOMP_MAIN]: 'unconfined' }),
  'old annotations': inTemplate({ 'scheduler.alpha.kubernetes.io/critical-pod': '' }),
  'old annotations of the object': (deployment) => deployment.metadata.annotations = { 'scheduler.alpha.kubernetes.io/critical-pod': '', [SECCOMP]: 'runtime/default' },
  'grace period below 0': { terminationGracePeriodSeconds: -1 },
  'grace period 0': { terminationGracePeriodSeconds: 0 },
  'overhead of fractions': { overhead: { 'memory': '1500m', 'ephemeral-storage': '0.5', 'cpu': '1m' } },
  'overhead of whole bytes': { overhead: { 'memory': '1500', 'ephemeral-storage': '0.5Ki' } },
  'name with a dot': named('a.b'),
};

export const cases: Case[] = [
  ...podCases({
    'name with a dot': named('a.b'),
    'name of 63': named('a'.repeat(63)),
    'name of 64': named('a'.repeat(64)),
    'name that starts with a digit': named('1a'),
    'prefix with a dot': (pod) => pod.metadata = { generateName: 'a.b-' },
    'prefix of 58': (pod) => pod.metadata = { generateName: `${'a'.repeat(57)}-` },
    'prefix of 70': (pod) => pod.metadata = { generateName: `${'a'.repeat(69)}-` },
    'prefix whose dot is cut off': (pod) => pod.metadata = { generateName: `${'a'.repeat(58)}.b-` },

    'node selector of old labels': { nodeSelector: Object.fromEntries(OLD_LABELS.map((label) => [label, 'a'])) },
    'node selector of new labels': { nodeSelector: { 'kubernetes.io/os': 'linux', 'beta.kubernetes.io': 'a', 'toString': 'a' } },
    'old label required': { affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [expressions(['zone']), expressions(['zone'], [OLD_LABELS[4]])] } } } },
    'old label required as a field': { affinity: { nodeAffinity: { [REQUIRED]: { nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] }] } } } },
    'old label preferred': preferred(['zone', 'a'], [OLD_LABELS[0], 'b']),
    'bad value preferred': preferred(['zone', 'a', '-', 'ä', '']),
    'long value preferred': preferred(['zone', 'a'.repeat(63), 'a'.repeat(64)]),
    'bad long value preferred': preferred(['zone', '-'.repeat(64), 'ä'.repeat(32), 'ä'.repeat(31)]),
    'old label of topology': spread({ topologyKey: OLD_LABELS[4] }),
    'spread without a selector': spread({ labelSelector: undefined }),
    'spread of all': spread({}),
    'pod affinity without selectors': { affinity: { podAffinity: { [REQUIRED]: [term({ labelSelector: {} }), term({})], [PREFERRED]: [{ weight: 1, podAffinityTerm: term({}) }] } } },
    'pod anti-affinity without selectors': { affinity: { podAntiAffinity: { [REQUIRED]: [term({})], [PREFERRED]: [{ weight: 1, podAffinityTerm: term({}) }] } } },
    'pod affinity of old labels': { affinity: { podAffinity: { [REQUIRED]: [{ topologyKey: OLD_LABELS[4], labelSelector: {} }] } } },

    'old annotations': annotated({
      'scheduler.alpha.kubernetes.io/critical-pod': '', 'security.alpha.kubernetes.io/sysctls': 'a=b', 'security.alpha.kubernetes.io/unsafe-sysctls': 'a=b',
    }),
    'annotations that are like old ones': annotated({ 'scheduler.alpha.kubernetes.io/critical-pods': '', 'security.alpha.kubernetes.io/sysctl': '' }),
    'seccomp: annotations': annotated({ [SECCOMP]: 'runtime/default', [SECCOMP_MAIN]: 'unconfined' }),
    'seccomp: annotation of no container': annotated({ [`${SECCOMP_MAIN}2`]: 'unconfined' }),
    'seccomp: annotations and fields': annotated({ [SECCOMP]: 'runtime/default', [SECCOMP_MAIN]: 'unconfined' }, {
      securityContext: { seccompProfile: { type: 'RuntimeDefault' } }, containers: [container({ securityContext: { seccompProfile: { type: 'Unconfined' } } })],
    }),
    'seccomp: annotation of an init container': annotated({ [SECCOMP_MAIN.replace('main', 'init')]: 'unconfined' }, { initContainers: [container({ name: 'init' })] }),

    'host aliases: an address twice': { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }, { ip: '10.0.0.2' }, { ip: '10.0.0.1', hostnames: ['b'] }, { ip: '10.0.0.1' }] },
    'host aliases: each once': { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a', 'b'] }, { ip: '10.0.0.2' }] },
    'host aliases: forms of addresses': { hostAliases: [{ ip: '10.0.0.01' }, { ip: '::ffff:10.0.0.1' }, { ip: 'FD00::1' }, { ip: 'fd00:0::1' }, { ip: 'fd00::1' }] },
    'nameservers: forms of addresses': { dnsPolicy: 'None', dnsConfig: { nameservers: ['10.0.0.01', 'fd00:0::1', '10.0.0.1'] } },
    'nameservers: usual forms': { dnsPolicy: 'None', dnsConfig: { nameservers: ['fd00::1', '10.0.0.1'] } },
    'pull secrets: one twice': { imagePullSecrets: [{ name: 'a' }, { name: 'b' }, { name: 'a' }] },
    'pull secrets: each once': { imagePullSecrets: [{ name: 'a' }, { name: 'b' }] },
    'pull secrets: no name': { imagePullSecrets: [{ name: '' }] },
    'pull secrets: no name, twice': { imagePullSecrets: [{}, { name: '' }] },
    'grace period below 0': { terminationGracePeriodSeconds: -1 },

    'memory: thousandths of bytes': resources({ memory: '128m' }, { memory: '100m' }),
    'memory: whole bytes in thousandths': resources({ memory: '2000m' }, { memory: '1e3' }),
    'memory: halves of a byte': resources({ memory: '1.5' }, { memory: '1.5' }),
    'memory: halves of more': resources({ memory: '1.5Ki' }, { memory: '0.5Ki' }),
    'memory: nanobytes': resources({ memory: '1000000001n' }),
    'memory: a number': resources({ memory: 1024.5 }, { memory: 1024 }),
    'ephemeral storage: thousandths': resources({ 'ephemeral-storage': '1500m' }, { 'ephemeral-storage': '100m' }),
    'cpu: thousandths': resources({ cpu: '100m' }),
    'huge pages: whole': resources({ 'hugepages-2Mi': '2Mi', 'cpu': '1' }),

    'env: one twice': env({ name: 'A', value: '1' }, { name: 'B' }, { name: 'A', value: '2' }, { name: 'A', value: '' }),
    'env: each once': env({ name: 'A', value: '1' }, { name: 'a', value: '1' }),
    'env: one that has the old value in it': env({ name: 'PATH', value: '/bin' }, { name: 'PATH', value: '/more:$(PATH)' }),
    'env: one that is the old value': env({ name: 'PATH', value: '/bin' }, { name: 'PATH', value: '$(PATH)' }),
    'env: one from elsewhere': env({ name: 'A', value: '1' }, { name: 'A', valueFrom: { configMapKeyRef: { name: 'a', key: 'a' } } }),
    'env: one from elsewhere before': env({ name: 'A', valueFrom: { configMapKeyRef: { name: 'a', key: 'a' } } }, { name: 'A', value: '$(A)1' }),
    'env: in two containers': { containers: [container({ env: [{ name: 'A' }] }), container({ name: 'other', env: [{ name: 'A' }] })] },
    'env: of an init container': { initContainers: [container({ name: 'init', env: [{ name: 'A' }, { name: 'A' }] })] },
  }),
  ...deploymentCases(deployed),
];
