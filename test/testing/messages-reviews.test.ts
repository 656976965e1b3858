import '../../src/testing/jest';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { failure, refused, shop } from './charts';
import * as lib from '../../src';

describe('toBeAdmitted', () => {
  test('shows the findings', () => {
    expect(failure(() => expect(refused()).toBeAdmitted())).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes NEWEST refuses Pod bad/pod:

spec.containers[0].ports[0].containerPort: 80800 is not a valid port: must be from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)

spec.containers[0].imagePullPolicy: unsupported value 'Sometimes': must be 'Always', 'IfNotPresent' or 'Never'
    Pod web · bad/pod · FieldValueNotSupported (image/pull-policy)"
`);
  });
  test('says which of several objects are refused', () => {
    const objects = [...shop().node.findAll().filter(ApiObject.isApiObject), refused()];
    expect(failure(() => expect(objects).toBeAdmitted({ kubernetesVersion: '1.34' }))).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted({ kubernetesVersion: '1.34' })

The API server of Kubernetes 1.34 refuses Pod bad/pod, 1 of 3 objects:

spec.containers[0].ports[0].containerPort: 80800 is not a valid port: must be from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)

spec.containers[0].imagePullPolicy: unsupported value 'Sometimes': must be 'Always', 'IfNotPresent' or 'Never'
    Pod web · bad/pod · FieldValueNotSupported (image/pull-policy)"
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(shop()).not.toBeAdmitted({ kubernetesVersion: '1.35' }))).toMatchInlineSnapshot(`
"expect(received).not.toBeAdmitted({ kubernetesVersion: '1.35' })

The API server of Kubernetes 1.35 accepts Deployment shop/web and Job shop/migrate."
`);
  });
  test('of one container', () => {
    const log = shop().node.findAll().find((construct) => construct instanceof lib.Sidecar);
    expect(failure(() => expect(log).toBeAdmitted({ podSecurity: 'restricted' }))).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted({ podSecurity: 'restricted' })

The API server of Kubernetes NEWEST refuses container 'log' of Deployment shop/web:

spec.template.spec.initContainers[1].securityContext.allowPrivilegeEscalation: allowPrivilegeEscalation must be false
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:11:3 · Forbidden (pod-security/allowPrivilegeEscalation)

spec.template.spec.initContainers[1].securityContext.capabilities.drop: all capabilities must be dropped: set capabilities: { drop: ['ALL'] }
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:11:3 · Forbidden (pod-security/capabilities_restricted)

spec.template.spec.initContainers[1].securityContext.runAsNonRoot: runAsNonRoot must be true: container 'log' and its pod do not set it
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:11:3 · Forbidden (pod-security/runAsNonRoot)

spec.template.spec.initContainers[1].securityContext.seccompProfile.type: container 'log' and its pod have no seccomp profile: set seccompProfile: { type: 'RuntimeDefault' }
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:11:3 · Forbidden (pod-security/seccompProfile_restricted)"
`);
  });
  test('of what cannot be written', () => {
    const chart = new Chart(Testing.app(), 'shop');
    new lib.Pod(chart, 'empty');
    expect(failure(() => expect(chart).toBeAdmitted()).replace(/(?<= · )[^ ·]*\.test\.ts:\d+:\d+/, 'LINE')).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes NEWEST refuses Pod shop/empty:

shop/empty (Pod shop-empty-c85a8666) cannot be written:
  spec.containers: at least one container is required, init containers aside
    Pod shop-empty-c85a8666 · shop/empty · LINE
    fix: add new Container(pod, 'app', { image: … })"
`);
  });
  test('of YAML', () => {
    expect(failure(() => expect('apiVersion: v1\nkind: Pod\nmetadata: { name: Web }\nspec: {}\n').toBeAdmitted())).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes NEWEST refuses Pod Web:

metadata.name: name 'Web' must contain only lower-case letters, digits, '-' and '.', and each part between dots must start and end with a letter or digit
    Pod Web · FieldValueInvalid (metadata/name)
    fix: use 'web'

spec.containers: at least one container is required
    Pod Web · FieldValueRequired (containers/none)"
`);
  });
  test('of an object without a name', () => {
    expect(failure(() => expect({}).toBeAdmitted())).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes NEWEST refuses object without a name:

kind: kind is required
    object without a name · BadRequest (decode/no-kind)

apiVersion: apiVersion is required
    object without a name · BadRequest (decode/no-api-version)"
`);
  });
});

describe('toMeetPodSecurity', () => {
  const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
  test('shows the violations', () => {
    const onHost = pod({ hostNetwork: true, containers: [{ name: 'app', image: 'x' }] });
    expect(failure(() => expect([onHost, shop()]).toMeetPodSecurity('baseline'))).toMatchInlineSnapshot(`
"expect(received).toMeetPodSecurity('baseline')

The level baseline of the Pod Security Standards is not met by Pod web, 1 of 3 objects with pods:

spec.hostNetwork: hostNetwork must not be true: it shares a namespace of the node with the pod
    Pod web · Forbidden (pod-security/hostNamespaces)"
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(shop()).not.toMeetPodSecurity('baseline'))).toMatchInlineSnapshot(`
"expect(received).not.toMeetPodSecurity('baseline')

The level baseline of the Pod Security Standards is met by Deployment shop/web and Job shop/migrate."
`);
  });
  test('of what cannot be read', () => {
    expect(failure(() => expect(pod({ containers: 3 })).toMeetPodSecurity('baseline'))).toMatchInlineSnapshot(`
"expect(received).toMeetPodSecurity('baseline')

The level baseline of the Pod Security Standards is not met by Pod web:

spec.containers: expected a list, got the number 3
    Pod web · BadRequest (decode/wrong-type)
    fix: write a list"
`);
  });
  test('of a kind of others', () => {
    const template = { spec: { containers: [{ name: 'app', image: 'x', securityContext: { privileged: true } }] } };
    const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { template } };
    expect(failure(() => expect(rollout).toMeetPodSecurity('baseline'))).toMatchInlineSnapshot(`
"expect(received).toMeetPodSecurity('baseline')

The level baseline of the Pod Security Standards is not met by Rollout web:

spec.template.spec.containers[0].securityContext.privileged: container 'app' must not be privileged
    Rollout web · Forbidden (pod-security/privileged)"
`);
  });
});

describe('toHaveFinding', () => {
  test('shows what was found', () => {
    expect(failure(() => expect(refused()).toHaveFinding('port/container-port'))).toMatchInlineSnapshot(`
"expect(received).toHaveFinding('port/container-port')

No finding 'port/container-port' for Pod bad/pod. Did you mean 'ports/container-port'? All findings:

spec.containers[0].ports[0].containerPort: 80800 is not a valid port: must be from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)

spec.containers[0].imagePullPolicy: unsupported value 'Sometimes': must be 'Always', 'IfNotPresent' or 'Never'
    Pod web · bad/pod · FieldValueNotSupported (image/pull-policy)"
`);
  });
  test('marks the difference', () => {
    const part = { field: 'spec.containers[1].ports[0].containerPort', type: 'FieldValueInvalid' } as const;
    expect(failure(() => expect(refused()).toHaveFinding('ports/container-port', part))).toMatchInlineSnapshot(`
"expect(received).toHaveFinding('ports/container-port', {…})

The finding 'ports/container-port' of Pod bad/pod is different. Closest is:

spec.containers[0].ports[0].containerPort: 80800 is not a valid port: must be from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)

- Expected
+ Received

- field: spec.containers[1].ports[0].containerPort
+ field: spec.containers[0].ports[0].containerPort
  type: FieldValueInvalid"
`);
  });
  test('says when there is nothing', () => {
    expect(failure(() => expect(shop()).toHaveFinding(expect.stringMatching(/^ports/), {}, { advice: false }))).toMatchInlineSnapshot(`
"expect(received).toHaveFinding(StringMatching /^ports/, {…})

No findings for Deployment shop/web and Job shop/migrate."
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(refused()).not.toHaveFinding('ports/container-port'))).toMatchInlineSnapshot(`
"expect(received).not.toHaveFinding('ports/container-port')

spec.containers[0].ports[0].containerPort: 80800 is not a valid port: must be from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)"
`);
  });
});

describe('what cannot be asked fails, with .not too', () => {
  const certificate = { apiVersion: 'cert-manager.io/v1', kind: 'Certificate', metadata: { name: 'settings' } };
  const app = shop().node.findAll().find((construct) => construct instanceof lib.Container);
  const CASES: [string, (not: boolean) => void][] = [
    ['YAML that cannot be read', (not) => of('kind: Pod\nspec: [\n', not).toBeAdmitted()],
    ['YAML that is no manifest', (not) => of('just text', not).toBeAdmitted()],
    ['nothing', (not) => of(undefined, not).toBeAdmitted()],
    ['a promise', (not) => of([Promise.resolve(shop())], not).toBeAdmitted()],
    ['an empty list', (not) => of([], not).toHaveContainer('app')],
    ['an empty chart', (not) => of(new Chart(Testing.app(), 'empty'), not).toHaveContainer('app')],
    ['kinds that are not reviewed', (not) => of(certificate, not).toBeAdmitted()],
    ['findings of kinds that are not reviewed', (not) => of(certificate, not).toHaveFinding('a/b')],
    ['objects without pods', (not) => of(certificate, not).toHaveContainer('app')],
    ['a version that is not supported', (not) => of(shop(), not).toBeAdmitted({ kubernetesVersion: '1.20' as any })],
    ['a level that is none', (not) => of(shop(), not).toMeetPodSecurity('strict' as any)],
    ['a probe that is none', (not) => of(shop(), not).toHaveProbe('app', 'ready' as any)],
    ['a part that is none', (not) => of(shop(), not).toMatchManifest('Deployment' as any)],
    ['init containers that are no list', (not) => of(shop(), not).toHaveInitContainers('wait' as any)],
    ['init containers of a container', (not) => of(app, not).toHaveInitContainers([])],
  ];
  const of = (received: unknown, not: boolean) => not ? expect(received).not : expect(received);

  test.each(CASES)('%s', (_, assertion) => {
    const [asIs, negated] = [false, true].map((not) => failure(() => assertion(not)));
    expect(negated.replace('.not', '')).toBe(asIs);
  });

  test('the messages', () => {
    const texts = CASES.map(([, assertion]) => failure(() => assertion(false)).split('\n').slice(2).join('\n'));
    expect(`\n${texts.join('\n')}\n`).toMatchInlineSnapshot(`
"
The YAML cannot be read:

line 2, column 7: The closing ] is missing
    2 | spec: [
Document 1 of the YAML is not a manifest but "just text".
Matchers of cdk8s-pods take an app, a chart or another construct, a manifest, a list of them, or YAML text; this is undefined.
Matchers of cdk8s-pods take an app, a chart or another construct, a manifest, a list of them, or YAML text; item [0] is a promise.
There are no objects in the list.
There are no objects in 'empty'.
Certificate settings cannot be reviewed: only built-in kinds of Kubernetes are.
Certificate settings cannot be reviewed: only built-in kinds of Kubernetes are.
No pod was given, only Certificate settings.
unsupported kubernetesVersion '1.20': must be one of VERSIONS.
The levels that a pod can meet are 'baseline' and 'restricted', not 'strict'.
The probes of a container are 'liveness', 'readiness', 'startup', not 'ready'.
toMatchManifest takes a part of a manifest: { kind: 'Deployment', spec: { replicas: 2 } }.
toHaveInitContainers takes a list of names or parts of init containers, in order.
A container has no init containers: pass its pod instead.
"
`);
  });
});
