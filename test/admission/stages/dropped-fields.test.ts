// Fields that the server silently drops are findings: whatever is in the manifest but not in the stored object has a finding.
import { areas, asJson, casesOf } from '../../../conformance/cases';
import { Finding, review } from '../../../src/admission';
import { KUBERNETES_VERSIONS, KubernetesVersion } from '../../../src/admission/version';
import { deploymentWith, podWith, podWithInit } from '../cases/pod-with';

const dropped = (manifest: object, kubernetesVersion: KubernetesVersion): readonly Finding[] =>
  review(manifest, { kubernetesVersion }).findings.filter(({ type }) => type === 'FieldDropped');

const RULES = { restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] };
const IMAGE = { volumes: [{ name: 'model', image: { reference: 'model:1' } }] };
const MOUNT = { volumeMounts: [{ name: 'model', mountPath: '/model' }] };
const SIGNAL = { lifecycle: { stopSignal: 'SIGTERM' } };

test.each<[string, object, KubernetesVersion, string[]]>([
  ['restart rules', podWith(RULES), '1.34', [
    'dropped/restart-policy-rules spec.containers[0].restartPolicyRules',
    'dropped/container-restart-policy spec.containers[0].restartPolicy',
  ]],
  ['restart rules that are on', podWith(RULES), '1.35', []],
  ['a sidecar', podWithInit({ restartPolicy: 'Always' }), '1.34', []],
  ['an image volume', podWith(MOUNT, IMAGE), '1.34', ['dropped/image-volume spec.volumes[0].image']],
  ['an image volume that is on', podWith(MOUNT, IMAGE), '1.35', []],
  ['an image volume of a template', deploymentWith(MOUNT, IMAGE), '1.33', ['dropped/image-volume spec.template.spec.volumes[0].image']],
  ['a stop signal', podWith(SIGNAL, { os: { name: 'linux' } }), '1.36', ['dropped/stop-signal spec.containers[0].lifecycle.stopSignal']],
  ['a file key beside nothing else, which is then an error', podWith({ env: [{ name: 'A', valueFrom: { fileKeyRef: { volumeName: 'v', path: 'a', key: 'b' } } }] }), '1.34',
    ['dropped/file-key-ref spec.containers[0].env[0].valueFrom.fileKeyRef']],
])('%s', (_, manifest, version, expected) => {
  expect(dropped(manifest, version).map(({ code, at }) => `${code} ${at}`)).toEqual(expected);
});

test('the finding names the minor that has the field, or says that there is none', () => {
  expect(dropped(podWith(MOUNT, IMAGE), '1.34')[0]).toMatchObject({
    severity: 'warning',
    type: 'FieldDropped',
    message: "Kubernetes 1.34 silently drops the image volume 'model' and its mounts: its feature gate ImageVolume is on by default since 1.35",
    hint: 'remove it, or set kubernetesVersion to 1.35 or later if the cluster is that new',
  });
  expect(dropped(podWith(SIGNAL, { os: { name: 'linux' } }), '1.36')[0]).toMatchObject({
    message: 'Kubernetes 1.36 silently drops stopSignal: its feature gate ContainerStopSignals is off by default in every supported version',
    hint: 'remove it, or suppress this finding if the cluster turns ContainerStopSignals on',
  });
});

test('what is stored has nothing of it', () => {
  const { spec } = review(podWith({ ...MOUNT, ...SIGNAL, ...RULES }, { ...IMAGE, os: { name: 'linux' } }), { kubernetesVersion: '1.34' }).defaulted as any;
  expect(spec.volumes).toBeUndefined();
  expect(spec.containers[0]).not.toHaveProperty('volumeMounts');
  expect(spec.containers[0]).not.toHaveProperty('lifecycle');
  expect(spec.containers[0]).not.toHaveProperty('restartPolicy');
});

/** Fields that the server writes itself, and those that it stores in another form: strings of a Secret, and bytes given as numbers. */
const OF_THE_SERVER = /^(status|metadata\.(managedFields|selfLink|creationTimestamp)|stringData|binaryData\.\w+\[\d+\])(?![a-zA-Z])/;

/** The places that are in the manifest, but not in the stored object. */
function lost(given: any, stored: any, at = ''): string[] {
  if (given === null || given === undefined || given === '' || given === 0 || given === false || OF_THE_SERVER.test(at)) {
    return [];
  }
  if (typeof given !== 'object') {
    return stored === undefined ? [at] : [];
  }
  return Object.keys(given).flatMap((key) => {
    const inner = Array.isArray(given) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`;
    return lost(given[key], stored === null || typeof stored !== 'object' ? undefined : stored[key], inner);
  });
}

test.each(KUBERNETES_VERSIONS)('%s: no field of an accepted case is missing from what is stored without a finding', (kubernetesVersion) => {
  const silent = areas().flatMap((area) => casesOf(area)!).filter(({ versions }) => versions?.includes(kubernetesVersion) ?? true)
    .flatMap(({ name, manifest }) => {
      const given = asJson(manifest);
      const { allowed, findings, defaulted } = review(given, { kubernetesVersion });
      // Indices behind a dropped volume are other ones.
      return !allowed || findings.some(({ type }) => type === 'FieldDropped') ? [] : lost(given, defaulted).map((at) => `${name}: ${at}`);
    });
  expect(silent).toEqual([]);
});
