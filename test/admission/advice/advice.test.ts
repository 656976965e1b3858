// Advice, by rule: what it finds, at which place, and what it leaves alone.
import { review } from '../../../src/admission';
import { podWith, podWithInit } from '../cases/pod-with';

const advice = (manifest: object): string[] => review(manifest, { advice: true }).findings.filter(({ severity }) => severity === 'advice')
  .map(({ code, at }) => `${code} ${at}`);
/** All but the rule about memory, which reports most manifests here. */
const others = (manifest: object): string[] => advice(manifest).filter((line) => !line.startsWith('advice/memory-request'));

const env = (...vars: object[]): object => podWith({ env: vars });
const service = (...ports: object[]): object => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { selector: { a: 'b' }, ports } });
const http = { httpGet: { port: 80 } };
const PORTS = { ports: [{ name: 'http', containerPort: 80 }] };
const C = 'spec.containers[0]';

test.each<[string, object, string[]]>([
  ['an image without a tag', podWith({ image: 'nginx' }), [`advice/image-tag ${C}.image`]],
  ['the tag latest, in an init container', podWithInit({ image: 'nginx:latest' }), ['advice/image-tag spec.initContainers[0].image']],
  ['a registry with a port and no tag', podWith({ image: 'registry:5000/nginx' }), [`advice/image-tag ${C}.image`]],
  ['a tag', podWith({ image: 'registry:5000/nginx:1.27' }), []],
  ['a digest', podWith({ image: `nginx@sha256:${'a'.repeat(64)}` }), []],

  ['a probe of a port that is not declared', podWith({ livenessProbe: { tcpSocket: { port: 81 } }, ...PORTS }), [`advice/probe-port ${C}.livenessProbe.tcpSocket.port`]],
  ['a probe of a name that is not declared', podWith({ startupProbe: { httpGet: { port: 'web' } }, ...PORTS }), [`advice/probe-port ${C}.startupProbe.httpGet.port`]],
  ['probes of ports that are declared', podWith({ livenessProbe: http, readinessProbe: { httpGet: { port: 'http', path: '/r' } }, ...PORTS }), []],
  ['a number in a text', podWith({ livenessProbe: { httpGet: { port: '80' } }, ...PORTS }), []],
  ['a command', podWith({ livenessProbe: { exec: { command: ['true'] } } }), []],

  ['liveness as readiness', podWith({ livenessProbe: http, readinessProbe: { httpGet: { port: 80, path: '/' } }, ...PORTS }), [`advice/identical-probes ${C}.livenessProbe`]],
  ['liveness that fails later', podWith({ livenessProbe: { ...http, failureThreshold: 9 }, readinessProbe: http, ...PORTS }), []],
  ['startup as liveness', podWith({ livenessProbe: http, startupProbe: http, ...PORTS }), []],

  ['a variable above its use', env({ name: 'A', value: 'a' }, { name: 'B', value: '$(A)' }), []],
  ['a variable below its use', env({ name: 'B', value: '$(A)' }, { name: 'A', value: 'a' }), [`advice/env-order ${C}.env[0].value`]],
  ['a variable that uses itself', env({ name: 'A', value: '$(A)/bin' }), [`advice/env-order ${C}.env[0].value`]],
  ['an escaped use, and one of nobody', env({ name: 'B', value: '$$(A) $(NONE)' }, { name: 'A', value: 'a' }), []],

  ['a password', env({ name: 'DB_PASSWORD', value: 'x' }), [`advice/secret-literal ${C}.env[0].value`]],
  ['a key for an API', env({ name: 'APIKEY', value: 'x' }), [`advice/secret-literal ${C}.env[0].value`]],
  ['a password from a Secret', env({ name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } }), []],
  ['a password from another variable', env({ name: 'A', value: 'a' }, { name: 'DB_PASSWORD', value: '$(A)' }), []],
  ['the file of a password', env({ name: 'DB_PASSWORD_FILE', value: '/run/secrets/db' }), []],

  ['a privileged container', podWith({ securityContext: { privileged: true } }), [`advice/privileged ${C}.securityContext.privileged`]],
  ['one that says it is not', podWith({ securityContext: { privileged: false } }), []],

  ['a pause as long as the grace period', podWith({ lifecycle: { preStop: { sleep: { seconds: 30 } } } }), [`advice/pre-stop ${C}.lifecycle.preStop`]],
  ['a shell that sleeps longer', podWith({ lifecycle: { preStop: { exec: { command: ['sh', '-c', 'sleep 40'] } } } }), [`advice/pre-stop ${C}.lifecycle.preStop`]],
  ['a pause with time left', podWith({ lifecycle: { preStop: { sleep: { seconds: 29 } } } }), []],
  ['a longer grace period', podWith({ lifecycle: { preStop: { sleep: { seconds: 30 } } } }, { terminationGracePeriodSeconds: 60 }), []],
  ['a pause after the start', podWith({ lifecycle: { postStart: { sleep: { seconds: 30 } } } }), []],

  ['one port twice in a Service', service({ name: 'a', port: 80 }, { name: 'b', port: 80, protocol: 'UDP' }), ['advice/merge-keys spec.ports[1]']],
  ['two ports', service({ name: 'a', port: 80 }, { name: 'b', port: 81 }), []],
  ['one variable twice', env({ name: 'A', value: 'a' }, { name: 'A', value: 'b' }), [`advice/merge-keys ${C}.env[1]`]],
])('%s', (_, manifest, expected) => {
  expect(others(manifest)).toEqual(expected);
});

test.each<[string, object, string[]]>([
  ['a container without a request', podWith({}), [C]],
  ['a limit, which is a request', podWith({ resources: { limits: { memory: '64Mi' } } }), []],
  ['a request of the pod', podWith({}, { resources: { requests: { memory: '64Mi' } } }), []],
  ['an init container without one', podWithInit({}), [C]],
  ['a sidecar without one', podWithInit({ restartPolicy: 'Always' }), ['spec.initContainers[0]', C]],
])('memory: %s', (_, manifest, expected) => {
  expect(advice(manifest).filter((line) => line.startsWith('advice/memory-request')))
    .toEqual(expected.map((place) => `advice/memory-request ${place}.resources.requests`));
});

test('there is none unless asked for', () => {
  expect(review(podWith({ image: 'nginx' })).findings).toEqual([]);
});
