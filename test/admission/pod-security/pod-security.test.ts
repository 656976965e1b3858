import { review } from '../../../src/admission';
import { container, Manifest, minimalDeployment, minimalPod, Tweak } from '../cases/base';

/* Which check is violated where; that the reasons are the evaluator's is in cases/pod-security.ts. */
const GOOD = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } };
const first = (securityContext: object, fields: object = {}, spec: object = {}): Tweak =>
  ({ containers: [container({ securityContext: { ...GOOD, ...securityContext }, ...fields })], ...spec });
const SECURITY = 'spec.containers[0].securityContext';

const ROWS: [string, Tweak, string[]][] = [
  ['nothing', first({}), []],
  ['AppArmor', first({ appArmorProfile: { type: 'Unconfined' } }), [`appArmorProfile ${SECURITY}.appArmorProfile.type`]],
  ['AppArmor of the pod', first({}, {}, { securityContext: { appArmorProfile: { type: 'Unconfined' } } }),
    ['appArmorProfile spec.securityContext.appArmorProfile.type']],
  ['added capability', first({ capabilities: { drop: ['ALL'], add: ['CHOWN', 'SYS_TIME'] } }), [
    `capabilities_baseline ${SECURITY}.capabilities.add[1]`, `capabilities_restricted ${SECURITY}.capabilities.add[0]`,
    `capabilities_restricted ${SECURITY}.capabilities.add[1]`,
  ]],
  ['capabilities', first({ capabilities: undefined }), [`capabilities_restricted ${SECURITY}.capabilities.drop`]],
  ['namespaces of the node', first({}, {}, { hostNetwork: true, hostPID: true, hostIPC: true }),
    ['hostNamespaces spec.hostNetwork', 'hostNamespaces spec.hostPID', 'hostNamespaces spec.hostIPC']],
  ['host path', first({}, {}, { volumes: [{ name: 'a', emptyDir: {} }, { name: 'b', hostPath: { path: '/b' } }] }),
    ['hostPathVolumes spec.volumes[1].hostPath', 'restrictedVolumes spec.volumes[1]']],
  ['host port', first({}, { ports: [{ containerPort: 80 }, { containerPort: 81, hostPort: 81 }] }), ['hostPorts spec.containers[0].ports[1].hostPort']],
  ['host of a probe', first({}, { livenessProbe: { httpGet: { port: 80, host: 'a' } } }),
    ['hostProbesAndHostLifecycle spec.containers[0].livenessProbe.httpGet.host']],
  ['host of a hook', first({}, { lifecycle: { preStop: { tcpSocket: { port: 80, host: 'a' } } } }),
    ['hostProbesAndHostLifecycle spec.containers[0].lifecycle.preStop.tcpSocket.host']],
  ['privileged', first({ privileged: true, allowPrivilegeEscalation: undefined }),
    [`privileged ${SECURITY}.privileged`, `allowPrivilegeEscalation ${SECURITY}.allowPrivilegeEscalation`]],
  ['proc', first({ procMount: 'Unmasked' }, {}, { hostUsers: false }), [`procMount_restricted ${SECURITY}.procMount`]],
  ['SELinux', first({ seLinuxOptions: { type: 'a', user: 'b', role: 'c' } }),
    ['type', 'user', 'role'].map((field) => `seLinuxOptions ${SECURITY}.seLinuxOptions.${field}`)],
  ['seccomp', first({ seccompProfile: { type: 'Unconfined' } }),
    [`seccompProfile_baseline ${SECURITY}.seccompProfile.type`, `seccompProfile_restricted ${SECURITY}.seccompProfile.type`]],
  ['seccomp of nobody', first({ seccompProfile: undefined }), [`seccompProfile_restricted ${SECURITY}.seccompProfile.type`]],
  ['sysctl', first({}, {}, { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }, { name: 'kernel.sem', value: '1' }] } }),
    ['sysctls spec.securityContext.sysctls[1].name']],
  ['maybe root', first({ runAsNonRoot: false }), [`runAsNonRoot ${SECURITY}.runAsNonRoot`]],
  ['maybe root, as nobody says other', first({ runAsNonRoot: undefined }), [`runAsNonRoot ${SECURITY}.runAsNonRoot`]],
  ['maybe root, as the pod says', first({ runAsNonRoot: undefined }, {}, { securityContext: { runAsNonRoot: false } }),
    ['runAsNonRoot spec.securityContext.runAsNonRoot', `runAsNonRoot ${SECURITY}.runAsNonRoot`]],
  ['root', first({ runAsUser: 0 }), [`runAsUser ${SECURITY}.runAsUser`]],
  ['root of the pod', first({}, {}, { securityContext: { runAsUser: 0 } }), ['runAsUser spec.securityContext.runAsUser']],
  ['process of a Windows node', first({ windowsOptions: { hostProcess: true } }, {}, { hostNetwork: true }), [
    'hostNamespaces spec.hostNetwork', `windowsHostProcess ${SECURITY}.windowsOptions.hostProcess`,
  ]],
];

const violated = (manifest: Manifest): string[] => review(manifest).podSecurity.violations.map(({ check, at }) => `${check} ${at}`);

test.each(ROWS)('%s', (_, tweak, expected) => {
  expect(violated(minimalPod(tweak))).toEqual(expected);
});

test('a template', () => {
  expect(violated(minimalDeployment(first({ privileged: true, allowPrivilegeEscalation: true })))).toEqual([
    'privileged spec.template.spec.containers[0].securityContext.privileged',
    'allowPrivilegeEscalation spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation',
  ]);
});

test('an annotation', () => {
  const key = 'container.apparmor.security.beta.kubernetes.io/main';
  const pod = minimalPod(first({}));
  pod.metadata.annotations = { [key]: 'unconfined' };
  expect(violated(pod)).toEqual([`appArmorProfile metadata.annotations[${key}]`]);
});

test('levels that are enforced', () => {
  const codes = (podSecurity: 'privileged' | 'baseline' | 'restricted') =>
    review(minimalPod(first({ seccompProfile: { type: 'Unconfined' } })), { podSecurity }).findings.map(({ code }) => code);
  expect(codes('privileged')).toEqual([]);
  expect(codes('baseline')).toEqual(['pod-security/seccompProfile_baseline']);
  expect(codes('restricted')).toEqual(['pod-security/seccompProfile_baseline', 'pod-security/seccompProfile_restricted']);
});
