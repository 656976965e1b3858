import { Case, container, deploymentCases, Manifest, podCases, Tweak } from './base';
import { workloadCases } from './base-workloads';

/*
 * The ends of rules: values beside a limit, and two things that only together tell one rule from another.
 */
const each = (what: string, values: readonly unknown[], tweak: (value: any) => Tweak): { [name: string]: Tweak } =>
  Object.fromEntries(values.map((value) => [`${what} ${JSON.stringify(value)}`, tweak(value)]));
const volumes = (...sources: object[]): Tweak => ({ volumes: sources.map((source, i) => ({ name: `v${i}`, ...source })) });
const annotated = (annotations: object, spec: object = {}): Tweak => (object: Manifest) => {
  const pod = object.kind === 'Pod' ? object : object.spec.template;
  pod.metadata.annotations = annotations;
  Object.assign(pod.spec, spec);
};
const mirror = (spec: object): Tweak => annotated({ 'kubernetes.io/config.mirror': 'a' }, { nodeName: 'node', automountServiceAccountToken: false, ...spec });
const SELECTOR = { matchLabels: { app: 'a' } };
const nodes = (expression: object): Tweak => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [expression] }] },
      preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [expression] } }],
    },
  },
});
const podTerm = (term: object, weight: number): Tweak => {
  const podAffinityTerm = { topologyKey: 'zone', labelSelector: SELECTOR, ...term };
  const affinity = {
    requiredDuringSchedulingIgnoredDuringExecution: [podAffinityTerm],
    preferredDuringSchedulingIgnoredDuringExecution: [{ weight, podAffinityTerm }],
  };
  return { affinity: { podAffinity: affinity, podAntiAffinity: affinity } };
};
const spread = (fields: object): Tweak => ({
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: SELECTOR, ...fields }],
});
const windowsUser = (runAsUserName: string): Tweak => ({ securityContext: { windowsOptions: { runAsUserName } } });
const sysctl = (...names: string[]): Tweak => ({ hostNetwork: true, hostIPC: true, securityContext: { sysctls: names.map((name) => ({ name, value: '1' })) } });
const projected = (...sources: object[]): Tweak => volumes({ projected: { sources } });
const files = (...paths: string[]) => ({ name: 'a', items: paths.map((path, i) => ({ key: `k${i}`, path })) });
const fields = (...paths: string[]) => ({ items: paths.map((path) => ({ path, fieldRef: { fieldPath: 'metadata.name' } })) });
const init = (name: string, amounts: object, more: object = {}) => ({ name, image: 'a', resources: { requests: amounts, limits: amounts }, ...more });
const sidecar = (name: string, amounts: object) => init(name, amounts, { restartPolicy: 'Always' });
const AMOUNTS = (cpu: string) => ({ cpu, 'memory': cpu, 'hugepages-2Mi': `${Number(cpu) * 2}Mi` });
/** Containers that need 1, 3 and 8 as they start and run: sums and maxima are all others. */
const STARTING = {
  initContainers: [init('i1', AMOUNTS('2')), sidecar('s1', AMOUNTS('3')), init('i2', AMOUNTS('1')), sidecar('s2', AMOUNTS('2')), init('i3', AMOUNTS('3'))],
  containers: [container({ resources: { requests: AMOUNTS('1'), limits: AMOUNTS('1') } })],
};
const SIDECARS = { initContainers: [sidecar('s1', AMOUNTS('3')), sidecar('s2', AMOUNTS('2'))], containers: [container()] };
const limited = (cpu: string, spec: object): Tweak => ({ ...spec, resources: { requests: AMOUNTS(cpu), limits: AMOUNTS(cpu) } });
const RESOURCES = ['limits.cpu', 'requests.cpu', 'limits.memory', 'requests.memory', 'limits.ephemeral-storage', 'requests.ephemeral-storage', 'limits.hugepages-2Mi', 'requests.hugepages-2Mi', 'limits.other.cpu', 'x'];
const DIVISORS = ['0', '1', '1m', '10m', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei', '1000m', '1000', '1024', '2', '0.001', '-1', '1e3'];
const IMAGES = ['a', 'a:latest', 'a:1', 'a:Latest', 'a:xlatest', 'a:latestx', 'a:', ':latest', 'a@sha256:x', `a@sha256:${'0'.repeat(64)}`, `a:latest@sha256:${'0'.repeat(64)}`, `a:latest@sha256:${'0'.repeat(63)}`,
  `a:latest@sha384:${'0'.repeat(96)}`, `a:latest@sha384:${'0'.repeat(64)}`, `a:latest@sha512:${'0'.repeat(128)}`, `a:latest@sha512:${'0'.repeat(127)}`, `a:latest@md5:${'0'.repeat(32)}`, 'a:latest@', 'a@', '@',
  'f'.repeat(64), 'f'.repeat(63), 'g'.repeat(64), `${'f'.repeat(64)}:latest`, 'F', 'a/B', 'A/b', 'A/b:latest', 'A.b/c', 'A:5000/c', 'a.b/c', 'a.b/C', 'a:5000/c', 'a:5000/c:latest', 'a:port/c', 'localhost/c',
  'localhost/C', 'localhost:5000/c', 'LOCALHOST/c', 'docker.io/a', 'docker.io/a/b', 'docker.io/A', 'index.docker.io/a', 'index.docker.io/a/b', 'docker.io/', '/a', 'a/', 'a//b', 'a/b/c/d', '-a', 'a-', 'a--b', 'a__b', 'a___b',
  'a_b', 'a._b', 'a.b', 'a..b', '.a', 'a_', '_a', '[::1]/a', '[::1]:5000/a', '[g]/a', 'a-.b/c', 'a.-b/c', 'a..b/c', 'a-b.c-d/e', 'a.b:/c', 'a.b:5000/c@x', 'a.b_c/d', 'a_b.c/D', 'a_b.c/d',
  'x'.repeat(255), 'x'.repeat(247), 'x'.repeat(248), 'x'.repeat(256), `x/${'x'.repeat(253)}`, `x/${'x'.repeat(254)}`, `a.b/${'x'.repeat(255)}`, `a.b/${'x'.repeat(256)}`, `index.docker.io/${'x'.repeat(247)}`,
  `index.docker.io/${'x'.repeat(248)}`, `docker.io/${'x'.repeat(248)}`, `localhost/${'x'.repeat(255)}`, `a_b.c/${'x'.repeat(249)}`, `a_b.c/${'x'.repeat(250)}`];
const images = (...list: string[]): Tweak => ({ containers: list.map((image, i) => container({ name: `c${i}`, image })) });
/** What Go takes for white space, and what it does not. */
const WHITE = ['\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2000', '\u2005', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\b', '\u000e', '\u0084', '\u180e', '\u1fff', '\u200b', '\u2060', '\ufeff'];
const CLAIM = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const claim = (more: object): Tweak => volumes({ ephemeral: { volumeClaimTemplate: { spec: { ...CLAIM, ...more } } } });
const PORTS = { ports: [{ containerPort: 1, name: 'a' }] };

const PODS: { readonly [name: string]: Tweak } = {
  'images of every form': images(...IMAGES),
  'images with letters and digits in every place': images(`a:latest@sha256:${'0f'.repeat(32)}`, `a:latest@sha384:${'0f'.repeat(48)}`, `a:latest@sha512:${'0f'.repeat(64)}`, `a:latest@sha256:${'F'.repeat(64)}`,
    `a:latest@xsha256:${'0'.repeat(64)}`, `a:latest@sha256:${'0'.repeat(64)}:`, `a:latest@sha512:${'0'.repeat(128)}0`, '01'.repeat(32), `${'f'.repeat(64)}/a`, `x/${'f'.repeat(64)}`, `${'f'.repeat(64)}x`,
    'A0b-C0d.E0f-G0h:50/a', '0.0/a', 'a-0.b/c', 'a-B.c/d', 'A-a.C-c/d', '[aF0:]/a', '[A]:1/b', '[f]:1/b', '0/0', 'a0-0b/c0_d0', '0-0', '0/a-0/0.0'),
  'images after white space': images(...WHITE.map((space) => `${space}a`)),
  'images before white space': images(...WHITE.map((space) => `a${space}`)),
  'a claim from a source and a reference of another kind': claim({
    dataSource: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot', name: 'a' },
    dataSourceRef: { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshots', name: 'a' },
  }),
  'a claim of a pod with a name and a prefix': (object: Manifest) => {
    object.metadata.generateName = 'A';
    (object.kind === 'Pod' ? object.spec : object.spec.template.spec).volumes = [{ name: 'v', ephemeral: { volumeClaimTemplate: { spec: CLAIM } } }];
  },
  'bad things that are dropped, and good ones beside': {
    resources: { limits: { cpu: '-1' } },
    hostnameOverride: 'A',
    resourceClaims: [{ name: 'A' }],
    schedulingGroup: { podGroupName: 'A' },
    containers: [container({
      lifecycle: { stopSignal: 'X', preStop: { sleep: { seconds: -1 } } },
      restartPolicy: 'Sometimes',
      restartPolicyRules: [{ action: 'X' }],
      resources: { claims: [{ name: 'x' }, { name: 'x' }], limits: { cpu: '-1' } },
      env: [{ name: 'A', valueFrom: { fileKeyRef: { key: '' } } }, { name: 'B', value: 'b', valueFrom: {} }],
      volumeMounts: [{ name: 'v0', mountPath: '/a' }, { name: 'v1', mountPath: '/b' }],
    })],
    volumes: [{ name: 'v0', image: {} }, { name: 'v1', projected: { sources: [{ clusterTrustBundle: {} }, { podCertificate: {} }, { secret: { name: '' } }] } }],
  },
  ...each('divisor', DIVISORS, (divisor: string) => ({
    containers: [container({ env: RESOURCES.map((resource, i) => ({ name: `A${i}`, valueFrom: { resourceFieldRef: { resource, divisor } } })) })],
  })),
  ...each('field', ['metadata.name', 'metadata.labels', 'metadata.labels[\'a\']', 'metadata.labels[\'\']', 'metadata.labels[\'a b\']', 'metadata.labels[\'a\'', 'metadata.labels[a]', 'metadata.annotations[\'A\']', 'metadata.labels[\'a\'][\'b\']',
    'metadata.name[\'a\']', 'spec.nodeName', 'spec.nodeName[\'a\']', 'x[\'a\']', '[\'a\']', 'status.podIP', 'metadata.labels[]', 'metadata.labels[\'\'\']'], (fieldPath: string) => ({
    containers: [container({ env: ['v1', 'v2', ''].map((apiVersion, i) => ({ name: `A${i}`, valueFrom: { fieldRef: { apiVersion, fieldPath } } })) })],
    volumes: [{ name: 'v', downwardAPI: { items: ['v1', 'v2', ''].map((apiVersion, i) => ({ path: `a${i}`, fieldRef: { apiVersion, fieldPath } })) } }],
  })),
  ...each('weight', [-1, 0, 1, 100, 101], (weight: number) => podTerm({}, weight)),
  ...each('weight of nodes', [-1, 0, 1, 100, 101], (weight: number) => ({
    affinity: { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight, preference: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } }] } },
  })),
  'a bad value of a node\'s label': nodes({ key: 'a', operator: 'In', values: ['-', 'a'] }),
  'a value of a node\'s label of 64': nodes({ key: 'a', operator: 'In', values: ['a'.repeat(63), 'a'.repeat(64), '-'.repeat(64), 'ü'.repeat(32)] }),
  'no values of a node\'s label': nodes({ key: 'a', operator: 'NotIn' }),
  'a bad value of a node\'s label that may be any': nodes({ key: 'a', operator: 'Gt', values: ['-'] }),
  'two old labels of nodes': nodes({ key: 'beta.kubernetes.io/os', operator: 'Exists' }),
  'keys twice of pods': podTerm({ matchLabelKeys: ['a', 'a'], mismatchLabelKeys: ['b', 'b'] }, 1),
  'keys in both lists of pods': podTerm({ matchLabelKeys: ['a', 'b'], mismatchLabelKeys: ['b'] }, 1),
  'keys that the selector has once of pods': podTerm({ matchLabelKeys: ['app'], labelSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }, 1),
  'keys that the selector has twice of pods': podTerm({ matchLabelKeys: ['app'], labelSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }, { key: 'app', operator: 'In', values: ['a'] }] } }, 1),
  'keys without a selector of pods': podTerm({ matchLabelKeys: ['app'], mismatchLabelKeys: ['b'], labelSelector: undefined }, 1),
  'keys of a spread': spread({ matchLabelKeys: ['a', 'a'] }),
  'keys of a spread that the selector has': spread({ matchLabelKeys: ['app'] }),
  'keys of a spread that the selector has twice': spread({ matchLabelKeys: ['app'], labelSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }, { key: 'app', operator: 'In', values: ['a'] }] } }),
  ...each('skew', [-1, 0, 1], (maxSkew: number) => spread({ maxSkew })),
  ...each('domains', [-1, 0, 1], (minDomains: number) => spread({ minDomains })),
  ...each('user of Windows', ['a', 'a\\b', '\\a', 'a\\', 'a\\b\\c', '\\', '\\\\', 'a\\\\b', '.', ' ', '. .', `${'d'.repeat(15)}\\a`, `${'d'.repeat(16)}\\a`, `a.${'d'.repeat(253)}\\a`, `a.${'d'.repeat(254)}\\a`,
    'u'.repeat(104), 'u'.repeat(105), 'a\u007f', 'a\u0080', 'a\u001f', 'a"', 'a/b', 'a.b\\c', 'a_b\\c', '-a\\b'], windowsUser),
  'sysctls with dots and slashes': sysctl('net.ipv4.conf.eth0', 'net/ipv4/conf/eth0.1', 'net/ipv4/a', 'kernel/shm_rmid_forced', 'kernel.sem', 'fs/mqueue/msg_max', 'fs.mqueue.msg_max', 'kernel.msgmax', 'kernel/msgmax'),
  'sysctls of stars': sysctl('net.*', 'net*', '*', 'kernel.sh*', 'kernel.shm*', 'fs.mqueue.*', 'net.ipv4.*', '*net.'),
  'two aliases of one address': { hostAliases: [{ ip: '10.0.0.1', hostnames: ['a'] }, { ip: '10.0.0.1', hostnames: ['b'] }] },
  'two secrets of one name': { imagePullSecrets: [{ name: 'a' }, { name: 'a' }] },
  ...each('a number of a resource', [-1, 0, 1, 1.5, -0.001, 1e-9], (amount: number) => ({
    containers: [container({ resources: { limits: { 'cpu': amount, 'example.com/a': amount, 'hugepages-2Mi': amount }, requests: { memory: amount } } })],
  })),
  ...each('pages of', ['0', '-1', '1', '500m', '1.5', '1.5Ki', '2Mi', '1n', 'x', '', '2Mi2', '1e3'], (size: string) => ({
    containers: [container({ resources: { limits: { cpu: '1', [`hugepages-${size}`]: '6Mi' } } })],
  })),
  'pages of no whole number of pages': { containers: [container({ resources: { limits: { 'cpu': '1', 'hugepages-2Mi': '3Mi' } } })] },
  'requests beside their limits': {
    containers: [container({ resources: { requests: { 'cpu': '1', 'memory': '1024', 'ephemeral-storage': '2', 'example.com/a': '1000m' }, limits: { 'cpu': '1000m', 'memory': '1Ki', 'ephemeral-storage': '1', 'example.com/a': '1' } } })],
  },
  'requests without limits': { containers: [container({ resources: { requests: { 'cpu': '1', 'example.com/a': '1', 'hugepages-2Mi': '2Mi', 'toString': '1' }, limits: { memory: '1' } } })] },
  ...each('of the pod, with containers that start,', ['6', '7', '8', '9', '5', '3', '1'], (cpu: string) => limited(cpu, STARTING)),
  ...each('of the pod, with sidecars,', ['2', '3', '4', '5', '6'], (cpu: string) => limited(cpu, SIDECARS)),
  'limits of the pod alone, with containers that start': { ...STARTING, resources: { limits: AMOUNTS('9') } },
  'requests of the pod alone, with sidecars': { ...SIDECARS, resources: { requests: { cpu: '9' } } },
  'neither requests nor limits of the pod': { ...STARTING, resources: {} },
  'a mirror with a secret of an init container': mirror({ initContainers: [{ name: 'i', image: 'a', env: [{ name: 'A', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] }] }),
  'a mirror with secrets of an ephemeral container': mirror({ ephemeralContainers: [{ name: 'i', image: 'a', envFrom: [{ secretRef: { name: 'a' } }] }] }),
  'a mirror with the second secret of a container': mirror({ containers: [container({ env: [{ name: 'A', value: 'a' }, { name: 'B', valueFrom: { secretKeyRef: { name: 'a', key: 'b' } } }] })] }),
  'a mirror with secrets that have no name': mirror({ imagePullSecrets: [{ name: '' }], containers: [container({ envFrom: [{ secretRef: { name: '' } }] })] }),
  'a mirror with the first secret of a projected volume': mirror({ volumes: [{ name: 'v', projected: { sources: [{ secret: { name: 'a' } }] } }] }),
  'a mirror with the second secret of a projected volume': mirror({ volumes: [{ name: 'v', projected: { sources: [{ configMap: { name: 'a' } }, { secret: { name: 'a' } }] } }] }),
  'a mirror with a projected volume without secrets': mirror({ volumes: [{ name: 'v', projected: { sources: [{ configMap: { name: 'a' } }] } }] }),
  'a mirror with a volume of a secret without a name': mirror({ volumes: [{ name: 'v', secret: {} }] }),
  'a mirror with a volume that has a place for a secret': mirror({ volumes: [{ name: 'v', csi: { driver: 'a.b' } }] }),
  'devices and a mount of one\'s own where the token goes': {
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'a' } }, { name: 'w', emptyDir: {} }],
    containers: [container({ volumeDevices: [{ name: 'v', devicePath: '/dev/a' }], volumeMounts: [{ name: 'w', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount' }] })],
  },
  'a device where the token goes': {
    volumes: [{ name: 'v', persistentVolumeClaim: { claimName: 'a' } }],
    containers: [container({ volumeDevices: [{ name: 'v', devicePath: '/var/run/secrets/kubernetes.io/serviceaccount' }] })],
    initContainers: [{ name: 'i', image: 'a', volumeDevices: [{ name: 'v', devicePath: '/dev/a' }] }],
  },
  'a device where the token goes, beside a volume of its name': {
    volumes: [{ name: 'kube-api-access-a', persistentVolumeClaim: { claimName: 'a' } }],
    containers: [container({ volumeDevices: [{ name: 'kube-api-access-a', devicePath: '/dev/a' }] })],
  },
  'a status with amounts and addresses': (pod: Manifest) => {
    const statuses = ['main'].map((name) => ({ name, image: 'a', imageID: 'a', ready: true, restartCount: 0, allocatedResources: { cpu: '0.1m' }, resources: { limits: { cpu: '0.1m' }, requests: { memory: '0.1m' } } }));
    pod.status = { containerStatuses: statuses, initContainerStatuses: statuses, ephemeralContainerStatuses: statuses, allocatedResources: { cpu: '0.1m' }, resources: { limits: { cpu: '0.1m' } } };
  },
  ...each('AppArmor', ['runtime/default', 'unconfined', 'localhost/a', 'localhost/', 'localhost/ a', 'localhost/a ', `localhost/${'a'.repeat(4095)}`, `localhost/${'a'.repeat(4096)}`, 'x', ''], (profile: string) =>
    annotated({ 'container.apparmor.security.beta.kubernetes.io/main': profile })),
  ...each('AppArmor on Windows', ['runtime/default', 'localhost/'], (profile: string) => annotated({ 'container.apparmor.security.beta.kubernetes.io/main': profile }, { os: { name: 'windows' } })),
  ...each('AppArmor of the pod and', ['runtime/default', 'unconfined', 'localhost/a', 'localhost/b'], (profile: string) =>
    annotated({ 'container.apparmor.security.beta.kubernetes.io/main': profile }, { securityContext: { appArmorProfile: { type: 'Localhost', localhostProfile: 'a' } } })),
  ...each('tolerations', ['[5]', '["a"]', '[true]', '[[]]', '[{"key":""}]', '[{"effect":""}]', '[{"operator":""}]', '[{"key":true}]', '[{"tolerationSeconds":""}]', '[{"value":5}]', '[{}]', ' [ ]'], (tolerations: string) =>
    annotated({ 'scheduler.alpha.kubernetes.io/tolerations': tolerations })),
  ...each('partition', [-1, 0, 255, 256], (partition: number) => volumes({ gcePersistentDisk: { pdName: 'a', partition } }, { awsElasticBlockStore: { volumeID: 'a', partition } })),
  ...each('unit', [-1, 0, 255, 256], (lun: number) => volumes({ fc: { targetWWNs: ['a'], lun } }, { iscsi: { targetPortal: 'a', iqn: 'iqn.2026-01.a.b:c', lun } })),
  'names of fibre channels': volumes({ fc: { targetWWNs: [], wwids: [] } }, { fc: { targetWWNs: [], wwids: ['a'] } }, { fc: { targetWWNs: ['a'], lun: 1, wwids: [] } }, { fc: { targetWWNs: ['a'], lun: 1, wwids: ['a'] } }),
  'no monitors': volumes({ cephfs: { monitors: [] } }, { rbd: { monitors: [], image: 'a' } }),
  'names that a volume has beside its sources': volumes({ name: 'a' }, { emptyDir: {}, hostPath: { path: '/a' } }, {}),
  ...each('mode', [-1, 0, 511, 512, 644, 777, 778, 1000, 100, 77], (mode: number) => volumes(
    { secret: { secretName: 'a', defaultMode: mode } }, { configMap: { name: 'a', items: [{ key: 'a', path: 'a', mode }] } }, { downwardAPI: { defaultMode: mode } }, { projected: { defaultMode: mode } })),
  'files of one path of two secrets': projected({ secret: files('a', 'b') }, { secret: files('b') }),
  'files of one path of a secret and a ConfigMap': projected({ secret: files('a') }, { configMap: files('a') }),
  'files of one path of the downward API and a token': projected({ downwardAPI: fields('a') }, { serviceAccountToken: { path: 'a' } }),
  'a file in a file': projected({ configMap: files('a/b', 'a') }),
  'files of one folder': projected({ configMap: files('a/b', 'a/c', 'ab', 'a.b') }),
  'files of paths with slashes at their ends': projected({ configMap: files('a/', 'a') }),
  'an empty source between two': projected({ configMap: files('a') }, {}, { secret: files('a') }),
  'two files in a volume': volumes({ secret: { secretName: 'a', items: [{ key: 'a', path: 'x' }, { key: 'b', path: 'x' }] } }, { downwardAPI: fields('x', 'x') }),
  'three files in each other': volumes({ configMap: files('a', 'a/b', 'a/b/c') }, { configMap: files('a/b/c', 'a/b', 'a') }, { configMap: files('x', 'a', 'x', 'a/b') }),
  'ports of one name and another number': { containers: [container(PORTS), container({ name: 'b', ports: [{ containerPort: 2, name: 'a' }, { containerPort: 1, name: 'b' }] })] },
  'ports of one number and two protocols': { containers: [container({ ports: [{ containerPort: 1 }, { containerPort: 1, protocol: 'UDP' }, { containerPort: 1, hostPort: 2 }, { containerPort: 1, protocol: 'TCP' }] })] },
  'ports that are the same in three containers': { containers: [container(PORTS), container({ name: 'b', ...PORTS }), container({ name: 'c', ...PORTS })], initContainers: [{ name: 'i', image: 'a', ...PORTS, restartPolicy: 'Always' }] },
};

const index = (succeededIndexes: string, more: object = {}): Tweak => ({ completionMode: 'Indexed', completions: 5, successPolicy: { rules: [{ succeededIndexes, ...more }] } });
const annotation = (key: string, text: string): Tweak => (object: Manifest) => {
  object.metadata.annotations = { [key]: text };
};
const NUMBERS = ['0', '-1', '1', '+1', 'a5', '5a', '', '999999999999999999', '1000000000000000000', '9223372036854775807', '9223372036854775808', '-9223372036854775808', '-9223372036854775809', '+9223372036854775807',
  '+9223372036854775808', '10000000000000000000', '00000000000000000000000000001', '-00000000000000000000000000001', '+-1', ' 1'];
const rolling = (rollingUpdate: object): Tweak => ({ strategy: { type: 'RollingUpdate', rollingUpdate } });
const PARTS = ['0', '0%', '1%', '100%', '101%', '000%', '', '%', 'x', '1', '0x', '18446744073709551615', '18446744073709551616', '18446744073709551615x', '18446744073709551616x', '99999999999999999999x', '1x', '9x', '100000000000000000000x', '99999999999999999999%', '-1%', '1.5%'];

export const cases: Case[] = [
  ...podCases(PODS),
  ...deploymentCases(PODS),
  ...workloadCases('Deployment', {
    ...each('rollback', NUMBERS, (text) => annotation('deprecated.deployment.rollback.to', text)),
    ...each('surge and unavailable', PARTS, (text) => rolling({ maxSurge: text, maxUnavailable: text })),
    ...each('surge of none and unavailable', PARTS, (text) => rolling({ maxSurge: 0, maxUnavailable: text })),
  }),
  ...workloadCases('DaemonSet', {
    ...each('generation', NUMBERS, (text) => annotation('deprecated.daemonset.template.generation', text)),
    ...each('surge and unavailable', PARTS, (text) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: text, maxUnavailable: text } } })),
    ...each('surge and none unavailable', PARTS, (text) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: text, maxUnavailable: 0 } } })),
  }),
  ...workloadCases('StatefulSet', {
    ...each('unavailable', [-1, 0, 1, '0%', '101%', 'x'], (maxUnavailable) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable } } })),
    ...each('partition', [-1, 0, 1], (partition) => ({ updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition, maxUnavailable: -1 } } })),
    'a template with bad labels and annotations': (object) => object.spec.template.metadata = { labels: { 'app': 'a', 'a b': '-' }, annotations: { 'a b': '', 'kubernetes.io/config.mirror': '' } },
    'a claim with a status': { volumeClaimTemplates: [{ metadata: { name: 'a' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } }, status: { phase: 'Bound', capacity: { storage: '0.1m' }, allocatedResources: { storage: '0.1m' } } }] },
  }),
  ...workloadCases('Job', {
    ...each('indexes', ['', '0', '4', '5', '0-4', '0-5', '4-5', '5-6', '5-4', '1-1', '2-1', '1,1', '2,1', '0,2-4', '0-2,2', '0-2,3', '1-2-3', '1-2-', '-1', '1-', ',', '1,', ' 1', '01', '+1', 'x'], index),
    ...each('count of indexes', [-1, 0, 1, 2, 3, 5, 6], (succeededCount) => index('1,3', { succeededCount })),
    ...each('count', [-1, 0, 1, 5, 6], (succeededCount) => ({ completionMode: 'Indexed', completions: 5, successPolicy: { rules: [{ succeededCount }] } })),
    ...each('completions and failures of NonIndexed', [0, 100_001], (completions) => ({ completionMode: 'NonIndexed', completions, parallelism: 100_001 })),
    'NonIndexed with retries of indexes': { completionMode: 'NonIndexed', backoffLimitPerIndex: 1, maxFailedIndexes: 1 },
    ...each('failed indexes', [-1, 0, 10_000, 10_001, 100_000, 100_001], (maxFailedIndexes) => ({ completionMode: 'Indexed', completions: 100_001, backoffLimitPerIndex: 1, maxFailedIndexes })),
    ...each('parallel indexes', [-1, 0, 10_000, 10_001, 100_000, 100_001], (parallelism) => ({ completionMode: 'Indexed', completions: 100_001, backoffLimitPerIndex: 1, maxFailedIndexes: 1, parallelism })),
    ...each('parallel indexes without retries', [100_000, 100_001], (parallelism) => ({ completionMode: 'Indexed', completions: 100_001, parallelism, maxFailedIndexes: 1 })),
  }),
  ...workloadCases('Service', {
    'addresses that have come': (object) => {
      object.spec.type = 'LoadBalancer';
      object.status = { loadBalancer: { ingress: [{ ip: '10.0.0.1' }, { hostname: 'a' }, { ip: '10.0.0.2', ipMode: 'Proxy' }] } };
    },
    'a port without a number': { ports: [{ targetPort: '' }, { name: 'b', targetPort: 0 }, { name: 'c', port: 5, targetPort: '' }] },
    ...each('a port', [-1, 0, 1, 65_535, 65_536], (port) => ({ ports: [{ port, targetPort: port, nodePort: port }] })),
    ...each('affinity', [-1, 0, 1, 86_400, 86_401], (timeoutSeconds) => ({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds } } })),
    ...each('another name', ['', '.', 'a', 'a.', 'a..', 'a.b', 'a.b.', 'A'], (externalName) => ({ type: 'ExternalName', externalName })),
    ...each('addresses', [['None'], ['None', '10.0.0.1'], ['10.0.0.1', 'None'], ['10.0.0.1', '10.0.0.2'], ['10.0.0.1', '::1'], ['::1', '::2'], ['10.0.0.1', '::1', '::2'], [''], ['10.0.0.1', '10.0.0.1'], ['::ffff:10.0.0.1']], (clusterIPs) =>
      ({ clusterIP: clusterIPs[0], clusterIPs, ipFamilyPolicy: 'PreferDualStack' })),
    ...each('addresses and families', [['IPv4'], ['IPv6'], ['IPv4', 'IPv6'], ['IPv6', 'IPv4'], ['IPv4', 'IPv4'], ['x'], ['IPv4', 'IPv6', 'IPv4'], ['IPv4', 'x']], (ipFamilies) =>
      ({ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', '::1'], ipFamilies, ipFamilyPolicy: 'RequireDualStack' })),
    ...each('outer addresses', ['0.0.0.0', '0.0.0.1', '127.0.0.1', '126.0.0.1', '128.0.0.1', '169.254.0.1', '169.253.0.1', '169.255.0.1', '224.0.0.1', '224.0.0.255', '224.0.1.0', '::', '::1', '::2', '1::1', '::1:0', '::1:1', 'fe80::1', 'fe7f::1',
      'febf::1', 'fec0::1', 'ff02::1', 'ff12::1', 'ff03::1', 'fe02::1', 'ff2::1', '::ffff:127.0.0.1', '::ffff:0.0.0.0', '::ffff:10.0.0.1', '010.0.0.1', '10.0.0.1', '10.0.0', '10.0.0.1.2', '10.0.0.256', '10.0.0.255', '10..0.1', '1:2:3:4:5:6:7:8',
      '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1::3:4:5:6:7:8', '1:2:3:4::5:6:7:8', '1::2::3', ':::', ':', '1:', ':1', '::1:', '::10000', '::ffff', '::00001', '::0001', '::g', '::1%eth0', '1:2:3:4:5:6:10.0.0.1',
      '1:2:3:4:5:10.0.0.1', '1:2:3:4:5:6:7:10.0.0.1', '::10.0.0.1', '::010.0.0.1', '::10.0.0.1:1', '::10.0.0.256', '1:0:0:2:0:0:0:3', '1:0:0:0:2:0:0:3', '1:0:2:3:4:5:6:7', '1:0:0:3:4:5:6:7', '0:0:1::', '2001:DB8::1', '', ' 10.0.0.1', '1.2.3.4/5',
      '00000000010.0.0.1', '10.0.0.-1', '10.0.0.+1', '0:0:0:0:0:ffff:a00:1', '0:0:0:0:1:ffff:a00:1', '::fffe:a00:1'], (ip) => ({ externalIPs: [ip] })),
    ...each('sources', ['10.0.0.0/8', '10.0.0.1/8', '10.0.0.0/33', '10.0.0.0/32', '0.0.0.0/0', '10.0.0.0/', '10.0.0.0', '10.0.0.0/-1', '10.0.0.0/08', '10.0.0.0/8/8', '/8', '010.0.0.0/8', '::/0', '::/128', '::/129', '2001:db8::/32', '2001:db8::/31',
      '2001:db8::1/128', '2001:db8::1/127', '2001:DB8::/32', '::ffff:10.0.0.0/104', '::ffff:10.0.0.0/8', '::ffff:10.0.0.0/129', ' 10.0.0.0/8', '10.0.0.0/8 ', '10.128.0.0/9', '10.128.0.0/8', '10.0.1.0/24', '10.0.1.0/23', '10.0.0.0/+8', '1:2:3:4:5:6:7:8/112',
      '1:2:3:4:5:6:7:0/112', '1:2:3:4:5:6:7:0/111', '1:2:3:4:5:6:8:0/109', '0:0::/0'], (range) => ({ type: 'LoadBalancer', loadBalancerSourceRanges: [range] })),
  }),
].map(({ name, manifest }) => ({ name: `edges: ${name}`, manifest }));
