import { Case, container, minimalDeployment, minimalPod, Tweak } from './base';

/** A case of a Pod for each row: fields of its spec, or a change to the whole. */
const pods = (rows: { readonly [name: string]: Tweak }): Case[] =>
  Object.entries(rows).map(([name, tweak]) => ({ name: `decode: ${name}`, manifest: minimalPod(tweak) }));
const withMain = (fields: { readonly [field: string]: unknown }): Tweak => ({ containers: [container(fields)] });
const withMeta = (fields: { readonly [field: string]: unknown }): Tweak => (pod) => Object.assign(pod.metadata, fields);
const withTop = (fields: { readonly [field: string]: unknown }): Tweak => (pod) => Object.assign(pod, fields);
const without = (field: string): Tweak => (pod) => delete pod[field];
const withEmptyDir = (sizeLimit: unknown): Tweak => ({ volumes: [{ name: 'v', emptyDir: { sizeLimit } }] });
const withProbe = (port: unknown): Tweak => withMain({ livenessProbe: { httpGet: { port } } });
const managed = (fieldsV1: unknown): Tweak => withMeta({ managedFields: [{ manager: 'm', operation: 'Apply', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1 }] });

const kinds = pods({
  'no kind': without('kind'),
  'kind null': withTop({ kind: null }),
  'kind empty': withTop({ kind: '' }),
  'kind a number': withTop({ kind: 5 }),
  'kind in lower case': withTop({ kind: 'pod' }),
  'kind in the plural': withTop({ kind: 'Pods' }),
  'kind under a name in capitals': (pod) => {
    delete pod.kind;
    pod.Kind = 'Pod';
  },
  'kind with another kind under a name in capitals': withTop({ Kind: 'Pod' }),
  'no apiVersion': without('apiVersion'),
  'apiVersion null': withTop({ apiVersion: null }),
  'apiVersion a number': withTop({ apiVersion: 1 }),
  'apiVersion a list': withTop({ apiVersion: ['v1'] }),
  'apiVersion of another group': withTop({ apiVersion: 'apps/v1' }),
  'apiVersion of another version': withTop({ apiVersion: 'v2' }),
  'apiVersion with an empty group': withTop({ apiVersion: '/v1' }),
  'apiVersion with an empty version': withTop({ apiVersion: 'v1/' }),
  'apiVersion of two slashes': withTop({ apiVersion: '/v1/' }),
  'apiVersion of a slash': withTop({ apiVersion: '/' }),
  'metadata missing': without('metadata'),
  'spec missing': without('spec'),
  'status': withTop({ status: { phase: 'Running', startTime: '2026-01-31T12:00:00Z', hostIPs: [{ ip: '10.0.0.1' }] } }),
  'status of a wrong type': withTop({ status: [] }),
});

const deployments: Case[] = [
  { name: 'decode: Deployment of an old version', manifest: { ...minimalDeployment(), apiVersion: 'apps/v1beta1' } },
  { name: 'decode: Deployment of extensions', manifest: { ...minimalDeployment(), apiVersion: 'extensions/v1beta1' } },
  { name: 'decode: Deployment of v1', manifest: { ...minimalDeployment(), apiVersion: 'v1' } },
  { name: 'decode: CronJob of an old version', manifest: { apiVersion: 'batch/v1beta1', kind: 'CronJob', metadata: { name: 'c' }, spec: {} } },
];

const unknown = pods({
  'an unknown field of the object': withTop({ speck: {} }),
  'an unknown field of metadata': withMeta({ label: {} }),
  'an unknown field of the spec': { container: [] },
  'an unknown field of a container': withMain({ imagepullpolicy: 'Always' }),
  'a field in other letters': withMain({ Image: 'image:1' }),
  'unknown fields all over': (pod) => {
    pod.a = 1;
    pod.metadata.b = { c: 1 };
    pod.spec.d = null;
    pod.spec.containers.push(container({ name: 'e', f: [] }));
  },
  'an unknown field that is null': withMain({ foo: null }),
  'an unknown field and a wrong type': { foo: 1, containers: [container({ tty: 'yes' })] },
  'a field called __proto__': (pod) => Object.defineProperty(pod.spec, '__proto__', { value: {}, enumerable: true }),
  'a field called constructor': { constructor: {} },
  'a label called __proto__': withMeta({ labels: JSON.parse('{"__proto__":"a"}') }),
  'a label called constructor': withMeta({ labels: { constructor: 'a' } }),
});

const strings = pods({
  'a number for a string': withMain({ image: 5 }),
  'true for a string': withMain({ image: true }),
  'a list for a string': withMain({ image: ['image'] }),
  'an object for a string': withMain({ image: {} }),
  'null for a string': withMain({ workingDir: null }),
  'an empty string': withMain({ workingDir: '' }),
  'a number in a list of strings': withMain({ args: ['a', 1] }),
  'true in a list of strings': withMain({ args: [true] }),
  'null in a list of strings': withMain({ args: ['a', null] }),
  'a list in a list of strings': withMain({ args: [['a']] }),
  'a string for a list of strings': withMain({ command: 'sh' }),
  'an object for a list of strings': withMain({ command: { 0: 'sh' } }),
  'a number as a label': withMeta({ labels: { version: 1 } }),
  'true as an annotation': withMeta({ annotations: { a: true } }),
  'null as a label': withMeta({ labels: { a: null } }),
  'an object as an annotation': withMeta({ annotations: { a: {} } }),
  'a list for labels': withMeta({ labels: ['a'] }),
  'a string for labels': withMeta({ labels: 'a=b' }),
  'null for labels': withMeta({ labels: null }),
  'null in a node selector': { nodeSelector: { a: null } },
  'a lone surrogate': withMain({ env: [{ name: 'A', value: 'a\ud800b' }] }),
  'two keys that are one in Go': withMeta({ annotations: { 'a\ud800': '1', 'a\udc00': '2' } }),
});

const numbers = pods({
  'a string for an int32': withMain({ ports: [{ containerPort: '80' }] }),
  'a fraction for an int32': withMain({ ports: [{ containerPort: 80.5 }] }),
  'the largest int32': withMain({ securityContext: { runAsUser: 2147483647 } }),
  'an int32 that is too large': withMain({ ports: [{ containerPort: 2147483648 }] }),
  'the least int32': { priority: -2147483648 },
  'an int32 that is too small': { priority: -2147483649 },
  'a huge int32': { priority: 1e300 },
  'negative zero': { terminationGracePeriodSeconds: -0 },
  'true for an int32': { priority: true },
  'null for an int32': { priority: null },
  'an empty string for an int64': { terminationGracePeriodSeconds: '' },
  'a fraction for an int64': { terminationGracePeriodSeconds: 1.5 },
  'a large int64': { terminationGracePeriodSeconds: 2 ** 62 },
  'an int64 that is too large': { terminationGracePeriodSeconds: 2 ** 63 },
  'an int64 that is too small': { activeDeadlineSeconds: -(2 ** 63) },
  'an int64 with an exponent': { terminationGracePeriodSeconds: 1e21 },
  'an int64 in a list': { securityContext: { supplementalGroups: [1, 2.5] } },
  'null in a list of int64': { securityContext: { supplementalGroups: [1, null] } },
  'a string for a boolean': { hostNetwork: 'true' },
  'a number for a boolean': { hostNetwork: 1 },
  'null for a boolean': { hostNetwork: null },
});

const scalars = pods({
  'a number port': withProbe(80),
  'a named port': withProbe('http'),
  'no port': withProbe(undefined),
  'a port null': withProbe(null),
  'a port zero': withProbe(0),
  'an empty port name': withProbe(''),
  'a port true': withProbe(true),
  'a port with a fraction': withProbe(80.5),
  'a port beyond int32': withProbe(2 ** 31),
  'a port in an object': withProbe({}),
  'a quantity': withEmptyDir('1Gi'),
  'a number quantity': withEmptyDir(1),
  'a fraction quantity': withEmptyDir(0.5),
  'a tiny quantity': withEmptyDir(1e-7),
  'a huge quantity': withEmptyDir(1e300),
  'a negative zero quantity': withEmptyDir(-0),
  'a quantity in exponents': withEmptyDir('1e3'),
  'a quantity after a space': withEmptyDir(' 1Gi'),
  'a quantity before a tab': withEmptyDir('1Gi\t'),
  'a quantity before a wide space': withEmptyDir('1Gi\u3000'),
  'a quantity with a space in it': withEmptyDir('1 Gi'),
  'a quantity in GB': withEmptyDir('1GB'),
  'a quantity with a small letter': withEmptyDir('1gi'),
  'a quantity with a capital K': withEmptyDir('1K'),
  'an empty quantity': withEmptyDir(''),
  'a quantity null': withEmptyDir(null),
  'a quantity true': withEmptyDir(true),
  'a quantity in a list': withEmptyDir(['1']),
  'a quantity null in a map': withMain({ resources: { limits: { cpu: null } } }),
  'a bad quantity in a map': withMain({ resources: { limits: { cpu: 'lots' } } }),
  'a list for resources': withMain({ resources: [] }),
  'a time': withMeta({ creationTimestamp: '2026-01-31T12:00:00Z' }),
  'a time in a zone': withMeta({ creationTimestamp: '2026-01-31T12:00:00.123456789+05:30' }),
  'a time null': withMeta({ creationTimestamp: null }),
  'an empty time': withMeta({ creationTimestamp: '' }),
  'a date for a time': withMeta({ creationTimestamp: '2026-01-31' }),
  'a time in small letters': withMeta({ creationTimestamp: '2026-01-31t12:00:00z' }),
  'a time on no day': withMeta({ creationTimestamp: '2026-02-30T12:00:00Z' }),
  'a number for a time': withMeta({ creationTimestamp: 1769860800 }),
  'the zero time': withMeta({ creationTimestamp: '0001-01-01T00:00:00Z' }),
});

const structs = pods({
  'null for a struct': withMain({ securityContext: null }),
  'an empty struct': withMain({ securityContext: {}, resources: {} }),
  'a list for a struct': { securityContext: [] },
  'a string for a struct': { affinity: 'none' },
  'null for a list': { volumes: null },
  'an empty list': { volumes: [], initContainers: [] },
  'an object for a list': { containers: { main: { image: 'image:1' } } },
  'null in a list of structs': { tolerations: [null] },
  'null in the list of containers': { containers: [container(), null] },
  'a string in a list of structs': { containers: ['main'] },
  'a list in a list of structs': { containers: [[container()]] },
  'an empty source of a volume': { volumes: [{ name: 'v', emptyDir: {} }] },
  'a source of a volume that is null': { volumes: [{ name: 'v', emptyDir: null }] },
  'an empty list that is always written': { volumes: [{ name: 'v', projected: { sources: [] } }] },
  'no list where one is always written': { volumes: [{ name: 'v', projected: {} }] },
  'any JSON': managed({ 'f:a': { '.': {}, 'b': [1, 'x', null, true] } }),
  'any JSON that is a number': managed(5),
});

const slice = (fields: object) => ({
  apiVersion: 'resource.k8s.io/v1',
  kind: 'ResourceSlice',
  metadata: { name: 'a' },
  spec: { driver: 'a.example.com', nodeName: 'a', pool: { name: 'a', generation: 1, resourceSliceCount: 1 }, devices: [{ name: 'a', ...fields }] },
}) as Case['manifest'];
const definition = (properties: object) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'as.example.com' },
  spec: {
    group: 'example.com',
    names: { plural: 'as', singular: 'a', kind: 'A', listKind: 'AList' },
    scope: 'Namespaced',
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', properties } } }],
  },
}) as Case['manifest'];

const maps: Case[] = [
  { name: 'decode: an unknown field in a map of structs', manifest: definition({ 'a': { tpye: 'string' }, 'b.c': { type: 'object', properties: { index: { typ: 'x' } } } }) },
  { name: 'decode: an unknown field in a map of attributes', manifest: slice({ attributes: { model: { strnig: 'x' }, index: { int: 1, index: 1 } } }) },
  { name: 'decode: a list of booleans', manifest: slice({ attributes: { model: { bools: [true, false] } } }) },
  { name: 'decode: a list of booleans with something else', manifest: slice({ attributes: { model: { bools: [true, 'false', null] } } }) },
  { name: 'decode: a list of booleans and null', manifest: slice({ attributes: { model: { bools: [true, null] } } }) },
];

const versions: Case[] = [
  { name: 'decode: hostnameOverride', manifest: minimalPod({ hostnameOverride: 'a' }) },
  { name: 'decode: workloadRef', manifest: minimalPod({ workloadRef: { name: 'w', podGroup: 'g' } }) },
  { name: 'decode: schedulingGroup', manifest: minimalPod({ schedulingGroup: { podGroupName: 'g' } }) },
  { name: 'decode: restartPolicyRules', manifest: minimalPod(withMain({ restartPolicyRules: [] })) },
  { name: 'decode: fileKeyRef', manifest: minimalPod(withMain({ env: [{ name: 'A', valueFrom: { fileKeyRef: {} } }] })) },
];

export const cases: Case[] = [...kinds, ...deployments, ...unknown, ...strings, ...numbers, ...scalars, ...structs, ...maps, ...versions];

