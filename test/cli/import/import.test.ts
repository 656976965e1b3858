import { readFileSync } from 'fs';
import { join } from 'path';
import { parseAllDocuments } from 'yaml';
import { complaints, expectSame, imported, objectsOf, run } from './round-trip';
import { importManifests } from '../../../src/cli/import';
import { commentsAbove } from '../../../src/cli/import/comments';

const CONTAINER = { name: 'app', image: 'app:1' };
const pod = (spec: object = {}, metadata: object = {}) => ({
  apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', ...metadata }, spec: { containers: [CONTAINER], ...spec },
});
const withContainer = (fields: object) => pod({ containers: [{ ...CONTAINER, ...fields }] });
const workload = (kind: string, spec: object, podSpec: object = {}, labels: object = { app: 'web' }) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name: 'web' },
  spec: { ...spec, template: { metadata: { labels }, spec: { containers: [CONTAINER], ...podSpec } } },
});
const deployment = (spec: object = {}, podSpec: object = {}) => workload('Deployment', { selector: { matchLabels: { app: 'web' } }, ...spec }, podSpec);
const service = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'front' }, spec });
const configMap = (data: object, metadata: object = { name: 'config' }) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data });
/** An object of a kind that this library has no construct of. */
const foreign = (fields: object, metadata: object = { name: 'a' }) => ({ apiVersion: 'a.example/v1', kind: 'A', metadata, ...fields });
const built = (apiVersion: string, kind: string, fields: object) => ({ apiVersion, kind, metadata: { name: 'x' }, ...fields });

/** What the code of an import has in it, and that it makes the manifests again. */
const SHAPES: readonly [name: string, manifests: object[], contains: string[], not?: string[]][] = [
  ['an unmounted volume is listed', [pod({ volumes: [{ name: 'a', emptyDir: {} }] })], ['volumes: [Volume.emptyDir(\'a\')]']],
  ['volumes in the order of their mounts are not listed', [pod({
    containers: [{ ...CONTAINER, volumeMounts: [{ name: 'b', mountPath: '/b' }, { name: 'a', mountPath: '/a' }] }],
    volumes: [{ name: 'b', emptyDir: {} }, { name: 'a', configMap: { name: 'x' } }],
  })], ['Volume.emptyDir(\'b\').mount(\'/b\')', 'Volume.configMap(\'a\', \'x\').mount(\'/a\')'], ['volumes:']],
  ['volumes in another order are listed, as far as it takes', [pod({
    containers: [{ ...CONTAINER, volumeMounts: ['c', 'a', 'b'].map((name) => ({ name, mountPath: `/${name}` })) }],
    volumes: ['a', 'c', 'b'].map((name) => ({ name, emptyDir: {} })),
  })], ['volumes: [a]', 'const a = Volume.emptyDir(\'a\');', 'a.mount(\'/a\')', 'Volume.emptyDir(\'c\').mount(\'/c\')']],
  ['a volume that two containers mount is one variable', [pod({
    initContainers: [{ name: 'init', image: 'i', volumeMounts: [{ name: 'my-data', mountPath: '/i', readOnly: true }] }],
    containers: [{ ...CONTAINER, volumeMounts: [{ name: 'my-data', mountPath: '/d', subPath: 'x' }] }],
    volumes: [{ name: 'my-data', emptyDir: { medium: 'Memory' } }],
  })], ['const myData = Volume.emptyDir(\'my-data\', { medium: \'Memory\' });', 'myData.mount(\'/i\', { readOnly: true })', 'new InitContainer(web, \'init\'']],
  ['a volume without a source', [pod({
    containers: [{ ...CONTAINER, volumeMounts: [{ name: 'a', mountPath: '/a' }] }], volumes: [{ name: 'a' }],
  })], ['Volume.of({ name: \'a\' }).mount(\'/a\')']],
  ['file modes are octal', [pod({ volumes: [{ name: 'a', secret: { secretName: 's', defaultMode: 256 } }] })], ['{ defaultMode: 0o400 }']],
  ['a mount of a volume that is not there', [withContainer({ volumeMounts: [{ name: 'gone', mountPath: '/a' }] })], ['{ name: \'gone\', mountPath: \'/a\' }']],
  ['a block device', [pod({
    containers: [{ ...CONTAINER, volumeDevices: [{ name: 'disk', devicePath: '/dev/x' }] }],
    volumes: [{ name: 'disk', persistentVolumeClaim: { claimName: 'c' } }],
  })], ['Volume.persistentVolumeClaim(\'disk\', \'c\').device(\'/dev/x\')']],
  ['claim templates', [workload('StatefulSet', {
    serviceName: 'web',
    selector: { matchLabels: { app: 'web' } },
    volumeClaimTemplates: [{ metadata: { name: 'data', labels: { a: 'b' } }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }],
  }, { containers: [{ ...CONTAINER, volumeMounts: [{ name: 'data', mountPath: '/data' }] }] })], ['const data = Volume.claimTemplate(', 'data.mount(\'/data\')'], ['volumeClaimTemplates']],
  ['claim templates that nobody mounts', [workload('StatefulSet', {
    selector: { matchLabels: { app: 'web' } }, volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'] } }],
  })], ['volumeClaimTemplates: [']],
  ['a map of variables', [withContainer({ env: [{ name: 'B', value: '' }, { name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] })],
    ['env: { B: \'\', A: DownwardEnv.podName() }']],
  ['variables that a map would reorder', [withContainer({ env: [{ name: 'B', value: 'x' }, { name: '1', value: 'y' }] })], ['env: [{ name: \'B\', value: \'x\' }, { name: \'1\'']],
  ['a variable twice', [withContainer({ env: [{ name: 'B', value: 'x' }, { name: 'B', value: 'y' }] })], ['env: [{']],
  ['a variable without a value', [withContainer({ env: [{ name: 'B' }] })], ['env: [{ name: \'B\' }]']],
  ['a fieldRef with its version is no helper', [withContainer({ env: [{ name: 'B', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } }] })],
    ['env: { B: { fieldRef: {']],
  ['a sidecar', [pod({ initContainers: [{ name: 'logs', image: 'l', restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 80 } } }] })],
    ['new Sidecar(web, \'logs\', { image: \'l\', startupProbe: Probe.tcpSocket({ port: 80 }) })'], ['restartPolicy']],
  ['hooks and probes', [withContainer({ lifecycle: { preStop: { sleep: { seconds: 5 } } }, livenessProbe: { grpc: { port: 9 }, periodSeconds: 3 } })],
    ['lifecycle: { preStop: LifecycleHook.sleep(5) }', 'livenessProbe: Probe.grpc({ port: 9 }, { periodSeconds: 3 })']],
  ['a probe without an action', [withContainer({ livenessProbe: { exec: {} } })], ['livenessProbe: { exec: {} }'], ['Probe.']],
  ['labels in several places are a variable', [deployment()], ['const labels = { app: \'web\' };', 'selector: { matchLabels: labels }', 'metadata: { labels }']],
  ['the selector of the library is left out', [workload('Deployment', { selector: { matchLabels: { 'cdk8s-pods/workload': 'deployment-web' } } }, {}, { 'cdk8s-pods/workload': 'deployment-web' })],
    ['new Deployment(chart, \'web\', { metadata: { name: \'web\' } });'], ['selector']],
  ['a Service of a workload', [deployment(), service({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] })], ['selectorFor: web']],
  ['a Service of a port that nobody has', [deployment(), service({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 'http' }] })], ['selector: labels'], ['selectorFor']],
  ['a Service before its workload keeps its place', [service({ selector: { app: 'web' }, ports: [{ port: 80 }] }), deployment()], ['selector: { app: \'web\' }'], ['selectorFor']],
  ['a ReplicationController without a selector', [{ apiVersion: 'v1', kind: 'ReplicationController', metadata: { name: 'web' }, spec: deployment().spec.template && { template: deployment().spec.template } }],
    ['JsonPatch.remove(\'/spec/selector\')']],
  ['pull secrets are names', [pod({ imagePullSecrets: [{ name: 'a' }, {}] })], ['imagePullSecrets: [\'a\', {}]']],
  ['one namespace is the chart\'s', [pod({}, { namespace: 'shop' }), configMap({}, { name: 'c', namespace: 'shop' })], ['new Chart(app, \'my\', { namespace: \'shop\' })']],
  ['constructs of the cluster have no namespace', [pod({}, { namespace: 'shop' }), built('v1', 'Namespace', {})], ['new Chart(app, \'my\', { namespace: \'shop\' })']],
  ['but the one they are given', [pod({}, { namespace: 'shop' }), { ...built('v1', 'Namespace', {}), metadata: { name: 'x', namespace: 'shop' } }],
    ['new Namespace(chart, \'x\', { metadata: { name: \'x\', namespace: \'shop\' } });']],
  ['several namespaces stay with their objects', [pod({}, { namespace: 'shop' }), configMap({ a: 'b' })], ['new Chart(app, \'my\');', 'namespace: \'shop\'']],
  ['names that are no identifiers', [pod({}, { name: '1.a' }), pod({}, { name: 'class' }), pod({}, { name: 'app' }), pod({}, { name: '0' })],
    ['const pod = ', 'const classPod = ', 'const appPod = ', 'const pod2 = ', 'new Pod(chart, \'0-pod\'']],
  ['a script is written a line a line', [withContainer({ command: ['sh', '-c', 'set -e\necho a\necho b\n'] })], ['      \'set -e\',\n', '].join(\'\\n\')']],
  ['generateName', [pod({}, { name: undefined, generateName: 'job-' })], ['generateName: \'job-\'']],
  ['generateName of another kind', [foreign({}, { generateName: 'c-' })], ['JsonPatch.remove(\'/metadata/name\')']],
  ['generateName of a kind without pods', [configMap({ a: 'b' }, { generateName: 'c-' })],
    ['new ConfigMap(chart, \'c\', { metadata: { generateName: \'c-\' }, data: { a: \'b\' } });']],
  ['the fields of a spec are props', [built('networking.k8s.io/v1', 'Ingress', {
    spec: { ingressClassName: 'nginx', defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
  })], ['new Ingress(chart, \'x\', {\n  metadata: { name: \'x\' },\n  ingressClassName: \'nginx\',\n  defaultBackend: { service: { name: \'web\', port: { number: 80 } } },']],
  ['labels of a workload in a policy', [deployment(), built('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: { matchLabels: { app: 'web' } } } })],
    ['podSelector: Labels.match(labels)']],
  ['a spec that is not there', [built('v1', 'Namespace', {})], ['new Namespace(chart, \'x\', { metadata: { name: \'x\' } });']],
  ['a spec without fields', [built('v1', 'Namespace', { spec: {} })], ['JsonPatch.add(\'/spec\', {})']],
  ['a spec of unknown fields', [built('v1', 'Namespace', { spec: { newField: 1 } })], ['new Namespace(', 'JsonPatch.add(\'/spec\', { newField: 1 })']],
  ['a spec that must be there', [built('autoscaling/v2', 'HorizontalPodAutoscaler', {})], ['// Not the construct of its kind, because spec is missing.', 'new ApiObject(']],
  ['a spec beside metadata in a template', [built('resource.k8s.io/v1', 'ResourceClaimTemplate', { spec: { metadata: { labels: { a: 'b' } }, spec: {} } })],
    ['spec: { metadata: { labels: { a: \'b\' } }, spec: {} }']],
  ['a field that the construct needs', [built('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'] } })], ['because spec.resources is missing', 'new ApiObject(']],
  ['a field that the type needs', [built('storage.k8s.io/v1', 'StorageClass', { parameters: {} })], ['because it has no provisioner', 'new ApiObject(']],
  ['another version of a kind', [built('autoscaling/v1', 'HorizontalPodAutoscaler', { spec: { maxReplicas: 2, scaleTargetRef: { kind: 'Deployment', name: 'a' } } })],
    ['new ApiObject(']],
  ['an unknown field beside the data', [{ ...configMap({ a: 'b' }), extra: [1] }], ['new ConfigMap(', '.addJsonPatch(JsonPatch.add(\'/extra\', [1]))']],
  ['a null that is data', [built('apps/v1', 'ControllerRevision', { revision: 1, data: { a: { b: null } } })], ['new ApiObject(', 'JsonPatch.add(\'/data/a/b\', null)']],
  ['data of any shape', [built('apps/v1', 'ControllerRevision', { revision: 1, data: { a: [{ b: 1 }] } })], ['new ControllerRevision(', 'data: { a: [{ b: 1 }] }']],
  ['an unknown field', [pod({ newField: { a: [1, null] } })], ['web.addJsonPatch(JsonPatch.add(\'/spec/newField\', { a: [1, null] }));']],
  ['a wrong type', [withContainer({ tty: 'yes' })], ['.addJsonPatch(JsonPatch.add(\'/tty\', \'yes\'));', '// Not in the types: tty is not a boolean.']],
  ['a probe of an init container', [pod({ initContainers: [{ name: 'i', image: 'i', livenessProbe: { exec: { command: ['a'] } } }] })], ['JsonPatch.add(\'/livenessProbe\'']],
  ['a pod without containers', [pod({ containers: [] })], ['// Not the construct of its kind, because a pod needs at least one container', 'new ApiObject(chart, \'web\'']],
  ['containers of one name', [pod({ containers: [CONTAINER, CONTAINER] })], ['new ApiObject(']],
  ['an old version of a kind', [{ ...deployment(), apiVersion: 'extensions/v1beta1' }], ['new ApiObject(']],
  ['nulls of another kind', [{ apiVersion: 'a.example/v1', kind: 'A', metadata: { name: 'a' }, spec: { x: null, y: [null], z: 1 } }],
    ['JsonPatch.add(\'/spec/x\', null)', 'JsonPatch.add(\'/spec/y\', [null])']],
  ['keys that are no fields of JavaScript', [foreign({ data: JSON.parse('{"constructor":"x","toString":"y","a":"z"}') })], ['JsonPatch.add(\'/data\', { constructor: \'x\', toString: \'y\', a: \'z\' })']],
  ['keys of a ConfigMap that are no fields of JavaScript', [configMap(JSON.parse('{"constructor":"x","toString":"y","a":"z"}'))],
    ['data: { constructor: \'x\', toString: \'y\', a: \'z\' }']],
  ['a container with the name of a member of every object', [pod({ containers: [{ name: 'constructor', image: 'a' }] })], ['because \'constructor\' cannot be the id of a construct']],
  ['words as keys', [{ apiVersion: 'a.example/v1', kind: 'A', metadata: { name: 'a' }, spec: { true: true, false: 'false', null: 0 } }], ['{ true: true, false: \'false\', null: 0 }']],
  ['nothing at all', [], ['new Chart(app, \'manifests\');']],
];

test.each(SHAPES)('%s', (_, manifests, contains, not = []) => {
  const { code } = imported(manifests);
  contains.forEach((text) => expect(code).toContain(text));
  not.forEach((text) => expect(code).not.toContain(text));
  expectSame(code, manifests);
});

test('every shape compiles', () => {
  expect(complaints(new Map(SHAPES.map(([name, manifests]) => [name.replace(/\W+/g, '-'), imported(manifests).code])))).toEqual([]);
});

const HOSTILE = [
  '\'); process.exit(1); (\'', '`${process.exit(1)}`', '\\\'; process.exit(1); //', '\u2028process.exit(1)\u2029', '*/ process.exit(1) /*', '\n\rprocess.exit(1)',
  '\ud800', '\u202e\u2066evil', '\ufeff', '\u0000\u0007\u007f\u0085', '__proto__', 'constructor', '"', '$&', '</script>', '\\u0027', 'é😀',
];

describe('what is read is never run', () => {
  const everywhere = HOSTILE.flatMap((text) => [
    { ...configMap({ [text]: text }, { name: text }), [`x${text}`]: { [text]: [text] }, spec: JSON.parse(`{${JSON.stringify(text)}:1}`) },
    { ...configMap({}), kind: text, metadata: { name: 'x', annotations: { [text]: text } } },
    pod(
      { containers: [{ name: text, image: text, env: [{ name: text, value: text }], [text]: text }], [text]: text, volumes: [{ name: text }] },
      { name: text, labels: { [text]: text } },
    ),
    { ...deployment({ [text]: text }, { nodeSelector: { [text]: text } }), metadata: { name: 'a', namespace: text } },
  ]);

  test('not in strings, keys, comments or names', () => {
    const { code, problems } = importManifests(everywhere.map((value) => ({ value, file: 'x/../${process.exit(1)}\'.yaml' })));
    expect(complaints(new Map([['hostile', code]]))).toEqual([]);
    expect(() => run(code)).not.toThrow();
    expect(code).not.toMatch(/[^\n\x20-\x7e\u00a0-\ud7ff\ud83d\ude00…]|[\u2028\u2029\u202e\u2066\ufeff]/);
    expect(problems.some((p) => p.message.includes('half of a surrogate pair'))).toBe(true);
  });

  test('nor as the prototype of anything', () => {
    const data = JSON.parse('{"__proto__":{"polluted":"yes"},"a":"b"}');
    const { code } = imported([configMap(data), withContainer({ resources: { limits: data } })]);
    const [made] = objectsOf(code);
    expect(({} as any).polluted).toBeUndefined();
    expect(Object.keys(made.data)).toEqual(['__proto__', 'a']);
  });
});

describe('what is no manifest', () => {
  const cyclic: any = { apiVersion: 'v1', kind: 'ConfigMap' };
  cyclic.data = cyclic;
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) {
    deep = [deep];
  }
  let bomb: unknown = 'x';
  for (let i = 0; i < 40; i++) {
    bomb = [bomb, bomb];
  }

  test.each<[string, unknown, string]>([
    ['null', null, 'empty document'],
    ['a text', 'x', 'not a map, so not an object'],
    ['a list', [], 'not a map, so not an object'],
    ['no kind', { apiVersion: 'v1' }, 'no kind, so not an object'],
    ['no apiVersion', { kind: 'Pod' }, 'no apiVersion, so not an object'],
    ['a wrong apiVersion', { apiVersion: 'a/b/c', kind: 'Pod' }, 'apiVersion \'a/b/c\''],
    ['a loop', cyclic, 'nested deeper'],
    ['too deep', { apiVersion: 'v1', kind: 'A', deep }, 'nested deeper'],
    ['too many', { apiVersion: 'v1', kind: 'A', bomb }, 'more than'],
    ['a BigInt', { apiVersion: 'v1', kind: 'A', a: 1n }, '1 is a bigint'],
    ['no number', { apiVersion: 'v1', kind: 'A', a: NaN }, 'NaN is a number, which a manifest cannot contain'],
    ['a Date', { apiVersion: 'v1', kind: 'A', a: new Date() }, 'not plain data'],
  ])('%s', (_, value, message) => {
    const { code, problems } = imported([configMap({ a: 'b' }), value]);
    expect(problems).toEqual([{ index: 1, message: expect.stringContaining(message) }]);
    expectSame(code, [configMap({ a: 'b' })]);
  });
});

test('lists are taken apart, items without a kind have that of the list', () => {
  const { kind, apiVersion, ...item } = pod();
  const list = { apiVersion: 'v1', kind: 'List', items: [configMap({ a: 'b' }), { apiVersion, kind: 'PodList', items: [item] }] };
  expectSame(imported([list]).code, [configMap({ a: 'b' }), pod()]);
});

test('what the server sets is left out, and said', () => {
  const { code, problems } = imported([{
    ...pod({}, { uid: 'u', creationTimestamp: null, managedFields: [], annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{}' } }),
    status: { phase: 'Running' },
  }]);
  expect(problems).toEqual([{
    index: 0,
    message: '\'Pod web\': left out, because the server sets it: status, metadata.uid, metadata.managedFields, '
      + 'metadata.annotations[\'kubectl.kubernetes.io/last-applied-configuration\']',
  }]);
  expectSame(code, [pod()]);
});

test('nulls that mean unset are said in one line, and are no loss', () => {
  const manifest = { ...deployment({ replicas: null, newField: { a: null } }, { hostname: null }), metadata: { name: 'web', creationTimestamp: null } };
  const { problems, code } = imported([manifest, { apiVersion: 'a.example/v1', kind: 'A', metadata: { name: 'a' }, spec: { x: null } }]);
  expect(problems.filter(({ note }) => note)).toEqual([{
    index: 0,
    message: '\'Deployment web\': left out, because null means unset: spec.replicas, spec.template.spec.hostname',
    note: true,
  }]);
  expect(code).toContain('JsonPatch.add(\'/spec/newField\', { a: null })');
  expect(code).toContain('JsonPatch.add(\'/spec/x\', null)');
});

test('many places are one line', () => {
  const names = ['hostname', 'subdomain', 'nodeName', 'hostPID', 'hostIPC', 'hostNetwork', 'dnsPolicy', 'priority', 'overhead'];
  const { problems } = imported([pod(Object.fromEntries(names.map((name) => [name, null])))]);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/spec\.hostNetwork and 3 more$/)]);
});

describe('strings that cdk8s\' App does not write exactly', () => {
  test.each(['0o17', '8e2_', 'a\u0085b', '\u2028'])('%j takes this library\'s App', (text) => {
    const manifests = [configMap({ a: text })];
    const { code, problems } = imported(manifests);
    expect(code).toContain('import { App, ConfigMap } from \'cdk8s-pods\';');
    expect([code.includes('Chart } from \'cdk8s\''), problems]).toEqual([true, []]);
    expectSame(code, manifests);
    expect(complaints(new Map([['own-app', code]]))).toEqual([]);
  });

  test('other strings take the App of cdk8s', () => {
    expect(imported([configMap({ a: 'b' })]).code).toContain('import { App, Chart } from \'cdk8s\';');
  });
});

describe('several files', () => {
  const files = (...named: [string, object[]][]) => importManifests(named.flatMap(([file, values]) => values.map((value) => ({ value, file }))));
  const charts = (code: string): string[] => [...code.matchAll(/new Chart\(app, '([^']*)'/g)].map(([, id]) => id);

  test('are a chart each, which share labels', () => {
    const { code } = files(
      ['k8s/web.yaml', [deployment(), { ...service({ selector: { app: 'web' }, ports: [{ port: 80 }] }), metadata: { name: 'front', labels: { app: 'web' } } }]],
      ['k8s/api.yaml', [pod({}, { name: 'front', labels: { app: 'web' } }), configMap({}, { name: 'web', namespace: 'shop' })]],
    );
    expect(charts(code)).toEqual(['web', 'api']);
    expect(code.match(/const \w+ = \{ app: 'web' \}/g)).toEqual(['const labels = { app: \'web\' }']);
    expect(code.match(/metadata: \{ name: 'front', labels \}/g)).toHaveLength(2);
    expect(complaints(new Map([['charts', code]]))).toEqual([]);
    expect(objectsOf(code).map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual(['Deployment web', 'Service front', 'Pod front', 'ConfigMap web']);
  });

  test.each<[string[], string[]]>([
    [['a/web.yaml', 'b/web.yaml', 'b/api.yaml'], ['a-web', 'b-web', 'api']],
    [['./web.yaml', 'web.json'], ['web', 'web-2']],
    [['x/a/web.yaml', 'y/a/web.yaml'], ['x-a-web', 'y-a-web']],
    [['web.yaml', 'a/web.yaml'], ['web', 'a-web']],
    [['../k8s/', '-'], ['k8s', 'manifests']],
  ])('%j have the ids %j', (names, ids) => {
    expect(charts(files(...names.map((name): [string, object[]] => [name, [configMap({ a: 'b' })]])).code)).toEqual(ids);
  });

  test('an id that is given makes one chart', () => {
    const values = ['a.yaml', 'b.yaml'].map((file) => ({ value: configMap({}, { name: file }), file }));
    expect(charts(importManifests(values, { chart: 'all' }).code)).toEqual(['all']);
  });

  test('a file without objects has no chart', () => {
    expect(charts(files(['a.yaml', [{}]], ['b.yaml', [configMap({ a: 'b' })]]).code)).toEqual(['b']);
  });
});

test('the comments above a document come along', () => {
  const text = '# License\n\n#   of it\nkind: A\n---\n# next */ \u2028x\u0007\n\nkind: B # not this\n---\nkind: C\n';
  const lines = text.split('\n');
  expect([4, 8, 10].map((line) => commentsAbove(lines, line))).toEqual([['License', '  of it'], ['next */ \\u{2028}x\\u{7}'], []]);
  const { code } = importManifests([{ value: configMap({ a: 'b' }), comments: commentsAbove(lines, 8) }, { value: deployment(), comments: ['the front'] }]);
  expect(code).toContain('\n// next */ \\u{2028}x\\u{7}\nnew ConfigMap(');
  expect(code).toContain('\n// the front\nconst labels = ');
  expectSame(code, [configMap({ a: 'b' }), deployment()]);
});

test('an object without a name gets one, and it is said', () => {
  const { code, problems } = imported([configMap({ a: 'b' }, {})]);
  expect(problems).toEqual([{ index: 0, message: expect.stringContaining('synth generates a name') }]);
  expect(objectsOf(code)[0].metadata.name).toMatch(/^my-configmap-/);
});

test('many wrong fields make an ApiObject', () => {
  const fields = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`new${i}`, i]));
  const { code, problems } = imported([pod(fields)]);
  expect(code).toContain('new ApiObject(');
  expect(problems[0].message).toContain('6 of its fields do not fit the types, such as spec.new0, which is not a field of the API');
  expectSame(code, [pod(fields)]);
});

test('a file as teams have it', () => {
  const file = join(__dirname, 'fixtures', 'shop.yaml');
  const manifests = parseAllDocuments(readFileSync(file, 'utf8'), { version: '1.1' }).map((document) => document.toJS());
  const { code, problems } = imported(manifests, file);
  expect(problems).toEqual([]);
  expect(`\n${code}`).toMatchSnapshot();
  expect(complaints(new Map([['shop', code]]))).toEqual([]);
  expectSame(code, manifests);
});

test('the program writes what cdk8s synthesizes', () => {
  const { code } = imported([deployment({ replicas: 2 })], 'shop/web.yaml');
  const app = run(code);
  expect(app.charts.map((chart) => chart.node.id)).toEqual(['web']);
  expect(app.synthYaml()).toContain('replicas: 2');
  expect(importManifests([], { chart: 'mine' }).code).toContain('new Chart(app, \'mine\')');
});
