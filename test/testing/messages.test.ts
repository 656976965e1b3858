import '../../src/testing/jest';
import { ApiObject, Chart, Testing } from 'cdk8s';
import { failure, refused, shop } from './charts';
import * as lib from '../../src';

/** Every matcher, seen failing. */
describe('toBeAdmitted', () => {
  test('shows the findings', () => {
    expect(failure(() => expect(refused()).toBeAdmitted())).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes 1.36 refuses Pod bad/pod:

spec.containers[0].ports[0].containerPort: 80800 is no port: they go from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)

spec.containers[0].imagePullPolicy: 'Sometimes' is none of 'Always', 'IfNotPresent', 'Never'
    Pod web · bad/pod · FieldValueNotSupported (image/pull-policy)"
`);
  });
  test('says which of several objects are refused', () => {
    const objects = [...shop().node.findAll().filter(ApiObject.isApiObject), refused()];
    expect(failure(() => expect(objects).toBeAdmitted({ kubernetesVersion: '1.34' }))).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted({ kubernetesVersion: '1.34' })

The API server of Kubernetes 1.34 refuses Pod bad/pod, 1 of 3 objects:

spec.containers[0].ports[0].containerPort: 80800 is no port: they go from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)

spec.containers[0].imagePullPolicy: 'Sometimes' is none of 'Always', 'IfNotPresent', 'Never'
    Pod web · bad/pod · FieldValueNotSupported (image/pull-policy)"
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(shop()).not.toBeAdmitted({ kubernetesVersion: '1.35' }))).toMatchInlineSnapshot(`
"expect(received).not.toBeAdmitted({ kubernetesVersion: '1.35' })

The API server of Kubernetes 1.35 takes Deployment shop/web and Job shop/migrate."
`);
  });
  test('of one container', () => {
    const app = shop().node.findAll().find((construct) => construct instanceof lib.Sidecar);
    expect(failure(() => expect(app).toBeAdmitted({ podSecurity: 'restricted' }))).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted({ podSecurity: 'restricted' })

The API server of Kubernetes 1.36 refuses Deployment shop/web:

spec.template.spec.initContainers[1].securityContext.allowPrivilegeEscalation: privilege escalation is not switched off; write false
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:10:3 · Forbidden (pod-security/allowPrivilegeEscalation)

spec.template.spec.initContainers[1].securityContext.capabilities.drop: ALL is not dropped; write capabilities: { drop: ['ALL'] }
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:10:3 · Forbidden (pod-security/capabilities_restricted)

spec.template.spec.initContainers[1].securityContext.runAsNonRoot: container 'log' does not forbid root, and the pod does not either; write true
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:10:3 · Forbidden (pod-security/runAsNonRoot)

spec.template.spec.initContainers[1].securityContext.seccompProfile.type: container 'log' has no profile, and the pod has none for it; write RuntimeDefault
    Deployment shop-web-c80b2a96 · shop/web/log · test/testing/charts.ts:10:3 · Forbidden (pod-security/seccompProfile_restricted)"
`);
  });
  test('of what cannot be written', () => {
    const chart = new Chart(Testing.app(), 'shop');
    new lib.Pod(chart, 'empty');
    expect(failure(() => expect(chart).toBeAdmitted())).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes 1.36 refuses Pod shop/empty:

shop/empty (Pod shop-empty-c85a8666) cannot be written:
  spec.containers: a pod needs a container that is no init container; add new Container(pod, 'app', { image: … })"
`);
  });
  test('of YAML', () => {
    expect(failure(() => expect('apiVersion: v1\nkind: Pod\nmetadata: { name: Web }\nspec: {}\n').toBeAdmitted())).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes 1.36 refuses Pod Web:

metadata.name: the name 'Web' may have only lower-case letters, digits, '-' and '.', and must start and end with a letter or digit, as must each part between dots
    Pod Web · FieldValueInvalid (metadata/name)
    mend: 'web' would do

spec.containers: a pod needs a container
    Pod Web · FieldValueRequired (containers/none)"
`);
  });
  test('of an object without a name', () => {
    expect(failure(() => expect({}).toBeAdmitted())).toMatchInlineSnapshot(`
"expect(received).toBeAdmitted()

The API server of Kubernetes 1.36 refuses object without a name:

kind: kind is missing, without which the server cannot tell what it is
    object without a name · BadRequest (decode/no-kind)

apiVersion: apiVersion is missing, without which the server cannot tell what it is
    object without a name · BadRequest (decode/no-api-version)"
`);
  });
});

describe('toMeetPodSecurity', () => {
  const pod = (spec: object) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec });
  test('shows the violations', () => {
    expect(failure(() => expect([pod({ hostNetwork: true, containers: [{ name: 'app', image: 'x' }] }), ...[shop()]]).toMeetPodSecurity('baseline'))).
toMatchInlineSnapshot(`
"expect(received).toMeetPodSecurity('baseline')

The level baseline of the Pod Security Standards is not met by Pod web, 1 of 3 objects with pods:

spec.hostNetwork: hostNetwork lets the pod into a namespace of the node
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

spec.containers: the number 3 stands where a list is wanted
    Pod web · BadRequest (decode/wrong-type)
    mend: write a list"
`);
  });
  test('of a kind of others', () => {
    const template = { spec: { containers: [{ name: 'app', image: 'x', securityContext: { privileged: true } }] } };
    const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'web' }, spec: { template } };
    expect(failure(() => expect(rollout).toMeetPodSecurity('baseline'))).toMatchInlineSnapshot(`
"expect(received).toMeetPodSecurity('baseline')

The level baseline of the Pod Security Standards is not met by Rollout web:

spec.template.spec.containers[0].securityContext.privileged: container 'app' has all rights on the node
    Rollout web · Forbidden (pod-security/privileged)"
`);
  });
});

describe('toHaveContainer', () => {
  test('marks the difference', () => {
    const part = { image: 'nginx:1.27', env: [{ name: 'LOG_LEVEL', value: 'info' }] };
    expect(failure(() => expect(shop()).toHaveContainer('app', part))).toMatchInlineSnapshot(`
"expect(received).toHaveContainer('app', {…})

None of the pods of Deployment shop/web and Job shop/migrate has a container 'app' like this.

Closest is container 'app' of Deployment shop/web, spec.template.spec.containers[0]:

- Expected
+ Received

  name: app
- image: nginx:1.27
+ image: nginx:1.26
  env:
    - name: LOG_LEVEL
      value: info"
`);
  });
  test('marks what should not be there, and a wrong type', () => {
    const part = { env: undefined, ports: [{ containerPort: '8080' as any }] };
    expect(failure(() => expect(shop()).toHaveContainer('app', part))).toMatchInlineSnapshot(`
"expect(received).toHaveContainer('app', {…})

None of the pods of Deployment shop/web and Job shop/migrate has a container 'app' like this.

Closest is container 'app' of Deployment shop/web, spec.template.spec.containers[0]:

- Expected
+ Received

  name: app
  ports:
-   - containerPort: "8080"
+   - containerPort: 8080
+ env:
+   - name: LOG_LEVEL
+     value: info"
`);
  });
  test('shows matchers', () => {
    const part = { image: expect.stringMatching(/^httpd:/), command: expect.anything(), ports: expect.arrayContaining([{ containerPort: 80 }]) };
    expect(failure(() => expect(shop()).toHaveContainer('app', part))).toMatchInlineSnapshot(`
"expect(received).toHaveContainer('app', {…})

None of the pods of Deployment shop/web and Job shop/migrate has a container 'app' like this.

Closest is container 'app' of Deployment shop/web, spec.template.spec.containers[0]:

- Expected
+ Received

  name: app
- image: StringMatching /^httpd:/
- command: Anything
- ports: ArrayContaining [{"containerPort": 80}]
+ image: nginx:1.26
+ ports:
+   - name: http
+     containerPort: 8080"
`);
  });
  test('knows a mistyped name', () => {
    expect(failure(() => expect(shop()).toHaveContainer('ap'))).toMatchInlineSnapshot(`
"expect(received).toHaveContainer('ap')

None of the pods of Deployment shop/web and Job shop/migrate has a container 'ap'. Did you mean 'app'?

Deployment shop/web has init container 'wait-for-db'; sidecar 'log'; container 'app'.
Job shop/migrate has container 'migrate'."
`);
  });
  test('shows the closest when none has the name', () => {
    expect(failure(() => expect(shop()).toHaveContainer('web', { image: 'nginx:1.26' }))).toMatchInlineSnapshot(`
"expect(received).toHaveContainer('web', {…})

None of the pods of Deployment shop/web and Job shop/migrate has a container 'web'.

Deployment shop/web has init container 'wait-for-db'; sidecar 'log'; container 'app'.
Job shop/migrate has container 'migrate'.

Closest is container 'app' of Deployment shop/web, spec.template.spec.containers[0]:

- Expected
+ Received

- name: web
+ name: app
  image: nginx:1.26"
`);
  });
  test('knows what a sidecar is', () => {
    expect(failure(() => expect(shop()).toHaveContainer('log'))).toMatchInlineSnapshot(`
"expect(received).toHaveContainer('log')

None of the pods of Deployment shop/web and Job shop/migrate has a container 'log': 'log' is a sidecar, which toHaveSidecar looks for.

Deployment shop/web has init container 'wait-for-db'; sidecar 'log'; container 'app'.
Job shop/migrate has container 'migrate'."
`);
  });
  test('with .not', () => {
    const part = { image: expect.stringMatching(/^nginx:/), livenessProbe: undefined };
    expect(failure(() => expect(shop()).not.toHaveContainer('app', part))).toMatchInlineSnapshot(`
"expect(received).not.toHaveContainer('app', {…})

Container 'app' of Deployment shop/web, spec.template.spec.containers[0]:

name: app
image: nginx:1.26"
`);
  });
});

describe('toHaveSidecar', () => {
  test('marks the difference', () => {
    expect(failure(() => expect(shop()).toHaveSidecar('log', { image: 'fluent-bit:4.0' }))).toMatchInlineSnapshot(`
"expect(received).toHaveSidecar('log', {…})

None of the pods of Deployment shop/web and Job shop/migrate has a sidecar 'log' like this.

Closest is sidecar 'log' of Deployment shop/web, spec.template.spec.initContainers[1]:

- Expected
+ Received

  name: log
- image: fluent-bit:4.0
+ image: fluent-bit:3.2"
`);
  });
  test('knows what an init container is', () => {
    expect(failure(() => expect(shop()).toHaveSidecar('wait-for-db'))).toMatchInlineSnapshot(`
"expect(received).toHaveSidecar('wait-for-db')

None of the pods of Deployment shop/web and Job shop/migrate has a sidecar 'wait-for-db': 'wait-for-db' is an init container, which toHaveInitContainers looks for.

Deployment shop/web has init container 'wait-for-db'; sidecar 'log'; container 'app'.
Job shop/migrate has container 'migrate'."
`);
  });
});

describe('toHaveInitContainers', () => {
  test('marks the order', () => {
    expect(failure(() => expect(shop()).toHaveInitContainers(['log', 'wait-for-db']))).toMatchInlineSnapshot(`
"expect(received).toHaveInitContainers(['log', 'wait-for-db'])

None of the 2 pods has these init containers. Closest is Deployment shop/web:

- Expected
+ Received

- - log
  - wait-for-db
+ - log"
`);
  });
  test('marks what is inside', () => {
    expect(failure(() => expect(shop()).toHaveInitContainers(['wait-for-db', { name: 'log', image: 'fluent-bit:4.0' }, 'migrate']))).toMatchInlineSnapshot(`
"expect(received).toHaveInitContainers(['wait-for-db', {…}, 'migrate'])

None of the 2 pods has these init containers. Closest is Deployment shop/web:

- Expected
+ Received

  - wait-for-db
  - name: log
-   image: fluent-bit:4.0
- - migrate
+   image: fluent-bit:3.2"
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(shop()).not.toHaveInitContainers(['wait-for-db', 'log']))).toMatchInlineSnapshot(`
"expect(received).not.toHaveInitContainers(['wait-for-db', 'log'])

Deployment shop/web has init container 'wait-for-db'; sidecar 'log'; container 'app'."
`);
  });
});

describe('toHaveProbe', () => {
  test('marks the difference', () => {
    expect(failure(() => expect(shop()).toHaveProbe('app', 'readiness', { httpGet: { path: '/healthz' }, periodSeconds: 5 }))).toMatchInlineSnapshot(`
"expect(received).toHaveProbe('app', 'readiness', {…})

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], has another readiness probe:

- Expected
+ Received

  httpGet:
-   path: /healthz
+   path: /ready
  periodSeconds: 5"
`);
  });
  test('shows what is there in place of another handler', () => {
    expect(failure(() => expect(shop()).toHaveProbe('app', 'readiness', { exec: { command: ['true'] } }))).toMatchInlineSnapshot(`
"expect(received).toHaveProbe('app', 'readiness', {…})

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], has another readiness probe:

- Expected
+ Received

- exec:
-   command:
-     - "true"
+ httpGet:
+   path: /ready
+   port: http"
`);
  });
  test('says which probes there are', () => {
    expect(failure(() => expect(shop()).toHaveProbe('app', 'liveness'))).toMatchInlineSnapshot(`
"expect(received).toHaveProbe('app', 'liveness')

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], has no liveness probe, only a readiness probe."
`);
  });
  test('knows a mistyped name', () => {
    expect(failure(() => expect(shop()).toHaveProbe('apo', 'readiness'))).toMatchInlineSnapshot(`
"expect(received).toHaveProbe('apo', 'readiness')

None of the pods of Deployment shop/web and Job shop/migrate has a container 'apo'. Did you mean 'app'?

Deployment shop/web has init container 'wait-for-db'; sidecar 'log'; container 'app'.
Job shop/migrate has container 'migrate'."
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(shop()).not.toHaveProbe('app', 'readiness'))).toMatchInlineSnapshot(`
"expect(received).not.toHaveProbe('app', 'readiness')

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], has a readiness probe:

httpGet:
  path: /ready
  port: http
periodSeconds: 5"
`);
  });
});

describe('toMountVolume', () => {
  test('marks the difference', () => {
    expect(failure(() => expect(shop()).toMountVolume('app', '/etc/web', { configMap: { name: 'settings' } }))).toMatchInlineSnapshot(`
"expect(received).toMountVolume('app', '/etc/web', {…})

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], mounts another volume there, 'settings':

- Expected
+ Received

  volume:
    configMap:
-     name: settings
+     name: web-settings"
`);
  });
  test('shows what is there in place of another source', () => {
    expect(failure(() => expect(shop()).toMountVolume('app', '/etc/web', { emptyDir: {} }))).toMatchInlineSnapshot(`
"expect(received).toMountVolume('app', '/etc/web', {…})

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], mounts another volume there, 'settings':

- Expected
+ Received

  volume:
-   emptyDir: {}
+   configMap:
+     name: web-settings"
`);
  });
  test('marks another way to mount it', () => {
    expect(failure(() => expect(shop()).toMountVolume('app', '/etc/web', { configMap: {} }, { readOnly: undefined, subPath: 'a' }))).toMatchInlineSnapshot(`
"expect(received).toMountVolume('app', '/etc/web', {…}, {…})

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], mounts 'settings' there, otherwise:

- Expected
+ Received

  mount:
-   subPath: a
+   readOnly: true
  volume:
    configMap: {}"
`);
  });
  test('says what is mounted', () => {
    expect(failure(() => expect(shop()).toMountVolume('app', '/data'))).toMatchInlineSnapshot(`
"expect(received).toMountVolume('app', '/data')

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], mounts nothing at '/data'; it mounts 'settings' at '/etc/web'."
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(shop()).not.toMountVolume('app', '/etc/web'))).toMatchInlineSnapshot(`
"expect(received).not.toMountVolume('app', '/etc/web')

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], mounts it:

mount:
  name: settings
  readOnly: true
  mountPath: /etc/web
volume:
  name: settings
  configMap:
    name: web-settings"
`);
  });
});

describe('toMatchManifest', () => {
  test('marks the difference to the closest', () => {
    const part = { kind: 'Deployment', spec: { replicas: 3, template: { spec: { containers: [{ image: 'nginx:1.26' }] } } } };
    expect(failure(() => expect(shop()).toMatchManifest(part))).toMatchInlineSnapshot(`
"expect(received).toMatchManifest({…})

None of Deployment shop/web and Job shop/migrate matches. Closest is Deployment shop/web:

- Expected
+ Received

  kind: Deployment
  spec:
-   replicas: 3
+   replicas: 2
    template:
      spec:
        containers:
          - image: nginx:1.26"
`);
  });
  test('of a container', () => {
    const app = shop().node.findAll().find((construct) => construct instanceof lib.Container);
    expect(failure(() => expect(app).toMatchManifest({ name: 'app', image: 'nginx:1.27' }))).toMatchInlineSnapshot(`
"expect(received).toMatchManifest({…})

Container 'app' of Deployment shop/web is different:

- Expected
+ Received

  name: app
- image: nginx:1.27
+ image: nginx:1.26"
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(shop()).not.toMatchManifest({ kind: 'Deployment', spec: { replicas: 2 } }))).toMatchInlineSnapshot(`
"expect(received).not.toMatchManifest({…})

Deployment shop/web matches:

kind: Deployment
spec:
  replicas: 2"
`);
  });
});

describe('toHaveFinding', () => {
  test('shows what was found', () => {
    expect(failure(() => expect(refused()).toHaveFinding('port/container-port'))).toMatchInlineSnapshot(`
"expect(received).toHaveFinding('port/container-port')

There is no finding 'port/container-port' of Pod bad/pod. Did you mean 'ports/container-port'? What was found:

spec.containers[0].ports[0].containerPort: 80800 is no port: they go from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)

spec.containers[0].imagePullPolicy: 'Sometimes' is none of 'Always', 'IfNotPresent', 'Never'
    Pod web · bad/pod · FieldValueNotSupported (image/pull-policy)"
`);
  });
  test('marks the difference', () => {
    const part = { field: 'spec.containers[1].ports[0].containerPort', type: 'FieldValueInvalid' } as const;
    expect(failure(() => expect(refused()).toHaveFinding('ports/container-port', part))).toMatchInlineSnapshot(`
"expect(received).toHaveFinding('ports/container-port', {…})

The finding 'ports/container-port' of Pod bad/pod is different. Closest is:

spec.containers[0].ports[0].containerPort: 80800 is no port: they go from 1 to 65535
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
"expect(received).toHaveFinding(StringMatching, {…})

Nothing was found of Deployment shop/web and Job shop/migrate."
`);
  });
  test('with .not', () => {
    expect(failure(() => expect(refused()).not.toHaveFinding('ports/container-port'))).toMatchInlineSnapshot(`
"expect(received).not.toHaveFinding('ports/container-port')

spec.containers[0].ports[0].containerPort: 80800 is no port: they go from 1 to 65535
    Pod web · bad/pod · FieldValueInvalid (ports/container-port)"
`);
  });
});

describe('what cannot be asked fails, with .not too', () => {
  const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } };
  const app = shop().node.findAll().find((construct) => construct instanceof lib.Container);
  const CASES: [string, (not: boolean) => void][] = [
    ['YAML that cannot be read', (not) => of('kind: Pod\nspec: [\n', not).toBeAdmitted()],
    ['YAML that is no manifest', (not) => of('just text', not).toBeAdmitted()],
    ['nothing', (not) => of(undefined, not).toBeAdmitted()],
    ['a promise', (not) => of([Promise.resolve(shop())], not).toBeAdmitted()],
    ['an empty list', (not) => of([], not).toHaveContainer('app')],
    ['an empty chart', (not) => of(new Chart(Testing.app(), 'empty'), not).toHaveContainer('app')],
    ['kinds that are not reviewed', (not) => of(configMap, not).toBeAdmitted()],
    ['objects without pods', (not) => of(configMap, not).toHaveContainer('app')],
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
Document 1 of the YAML is no manifest but "just text".
Matchers of cdk8s-pods take an app, a chart or another construct, a manifest, a list of them, or YAML text; this is undefined.
Matchers of cdk8s-pods take an app, a chart or another construct, a manifest, a list of them, or YAML text; item [0] is a promise.
There is nothing to look at: the list has no objects.
There is nothing to look at: 'empty' has no objects.
Nothing is known of ConfigMap settings: only kinds with pods, and Services, are reviewed.
There is no pod to look at, only ConfigMap settings.
kubernetesVersion '1.20' is none of 1.33, 1.34, 1.35, 1.36.
The levels that a pod can meet are 'baseline' and 'restricted', not 'strict'.
The probes of a container are 'liveness', 'readiness', 'startup', not 'ready'.
toMatchManifest takes a part of a manifest: { kind: 'Deployment', spec: { replicas: 2 } }.
toHaveInitContainers takes a list of names or parts of init containers, in order.
A container has no init containers: ask its pod.
"
`);
  });
});
