// Advice that is given without asking: what the server accepts, and can never work.
import { Finding, review } from '../../../src/admission';
import { deploymentWith, podWith, podWithInit } from '../cases/pod-with';

const given = (manifest: object): readonly Finding[] => review(manifest).findings.filter(({ severity }) => severity === 'advice');
const C = 'spec.containers[0]';
const T = 'spec.template.spec';
const env = (...vars: object[]): object => podWith({ env: vars });
const limit = (containerName?: string): object => ({ resourceFieldRef: { resource: 'limits.memory', containerName } });
const spread = (labelSelector?: object): object => deploymentWith({}, { topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector }] });
const files = (containerName: string): object => ({ items: [{ path: 'memory', ...limit(containerName) }] });

test.each<[string, object, string[]]>([
  ['a URL', podWith({ image: 'https://ghcr.io/acme/web:1' }), [`advice/image-reference ${C}.image`]],
  ['upper case', podWith({ image: 'MyOrg/App:latest' }), [`advice/image-reference ${C}.image`]],
  ['a tag that was not set', podWith({ image: 'web:undefined' }), [`advice/image-reference ${C}.image`]],
  ['a name that was not set', podWith({ image: 'undefined/web:1' }), [`advice/image-reference ${C}.image`]],
  ['a registry that was not set', podWith({ image: 'undefined:5000/web:1' }), [`advice/image-reference ${C}.image`]],
  ['words that only look so', podWith({ image: 'undefined-behavior/null:nullable' }), []],
  ['a space behind it, in a template', deploymentWith({ image: 'web:1 ' }), [`advice/image-reference ${T}.containers[0].image`]],
  ['a space behind it, in a Pod, is the error of the server', podWith({ image: 'web:1 ' }), []],
  ['an init container', podWithInit({ image: 'web:a+b' }), ['advice/image-reference spec.initContainers[0].image']],
  ['an image volume', podWith({}, { volumes: [{ name: 'v', image: { reference: 'oci://model' } }] }), ['advice/image-reference spec.volumes[0].image.reference']],
  ['good images', podWith({ image: 'registry:5000/nginx:1.27' }), []],

  ['a working directory that is not absolute', podWith({ workingDir: 'app' }), [`advice/working-dir ${C}.workingDir`]],
  ['an absolute one', podWith({ workingDir: '/app' }), []],
  ['one of Windows', podWith({ workingDir: 'C:\\app' }), []],
  ['a device path that is not absolute', podWith({ volumeDevices: [{ name: 'd', devicePath: 'dev/xvda' }] }, { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'c' } }] }),
    [`advice/device-path ${C}.volumeDevices[0].devicePath`]],
  ['a mount path that is not absolute: the kubelet puts a slash before it', podWith({ volumeMounts: [{ name: 'v', mountPath: 'data' }] }, { volumes: [{ name: 'v', emptyDir: {} }] }), []],
  ['U+0000 in a value', env({ name: 'A', value: 'a\0' }), [`advice/nul-character ${C}.env[0].value`]],
  ['U+0000 in an argument', podWith({ args: ['a', '\0'] }), [`advice/nul-character ${C}.args[1]`]],
  ['names that no shell can read, and every runtime passes on', env({ name: 'a b', value: 'a' }, { name: '1$', value: 'b' }), []],
  ['an object in a value', env({ name: 'A', value: 'x-[object Object]' }), [`advice/object-in-string ${C}.env[0].value`]],
  ['an object in a command', podWith({ command: ['run', '--name=[object Promise]'] }), [`advice/object-in-string ${C}.command[1]`]],
  ['a script that speaks of objects', podWith({ command: ['node', '-e', 'const a = {};\nif (String(a) === "[object Object]") {}'] }), []],

  ['the memory of no container', env({ name: 'A', valueFrom: limit('web') }), [`advice/resource-container ${C}.env[0].valueFrom.resourceFieldRef.containerName`]],
  ['the memory of the container itself', env({ name: 'A', valueFrom: limit() }), []],
  ['the memory of an init container', podWithInit({}, { volumes: [{ name: 'v', downwardAPI: files('first') }] }), []],
  ['a file with the memory of no container', podWith({}, { volumes: [{ name: 'v', downwardAPI: files('web') }] }),
    ['advice/resource-container spec.volumes[0].downwardAPI.items[0].resourceFieldRef.containerName']],
  ['a projected file with the memory of no container', podWith({}, { volumes: [{ name: 'v', projected: { sources: [{ downwardAPI: files('web') }] } }] }),
    ['advice/resource-container spec.volumes[0].projected.sources[0].downwardAPI.items[0].resourceFieldRef.containerName']],

  ['spreading other pods', spread({ matchLabels: { app: 'api' } }), [`advice/spread-selector ${T}.topologySpreadConstraints[0].labelSelector`]],
  ['spreading by an expression that leaves out its own pods', spread({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }),
    [`advice/spread-selector ${T}.topologySpreadConstraints[0].labelSelector`]],
  ['spreading by a label that is not there', spread({ matchExpressions: [{ key: 'tier', operator: 'Exists' }] }),
    [`advice/spread-selector ${T}.topologySpreadConstraints[0].labelSelector`]],
  ['spreading its own pods', spread({ matchLabels: { app: 'web' }, matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] }), []],
  ['spreading all pods', spread({}), []],
  ['spreading by a label of the controller', spread({ matchLabels: { 'job-name': 'x' } }), []],
])('%s', (_, manifest, expected) => {
  expect(given(manifest).map(({ code, at }) => `${code} ${at}`)).toEqual(expected);
});

test.each<[object, string, string]>([
  [podWith({ image: 'https://web:1' }), "no node can pull 'https://web:1': an image reference has no 'https://'", "write 'web:1'"],
  [podWith({ image: 'MyOrg/App' }), "no node can pull 'MyOrg/App': a repository has only lower-case letters", "write 'myorg/app'"],
  [podWith({ image: 'web:undefined' }), "no node can pull 'web:undefined': its tag is a value that was not set", 'set the variable that the image is made of'],
  [deploymentWith({ image: 'web:1 ' }), "no node can pull 'web:1 ': it has white space in it", "write 'web:1'"],
  [podWith({ image: 'web:' }), "no node can pull 'web:': there is no tag after ':'", "write 'web'"],
  [podWith({ workingDir: 'app' }), "the container cannot start: workingDir 'app' is not an absolute path", "write '/app'"],
  [env({ name: 'A', valueFrom: limit('web') }), "the pod has no container 'web' whose resources could be read, so it cannot start; it has 'app'",
    'write the name of a container of the pod'],
  [spread({ matchLabels: { app: 'api' } }), "the selector does not select the pods that are spread, so they are not spread: their labels are 'app: web'",
    'select labels of the pod itself'],
])('%# says what is wrong and what to write', (manifest, message, hint) => {
  expect(given(manifest)[0]).toMatchObject({ message, hint });
});
