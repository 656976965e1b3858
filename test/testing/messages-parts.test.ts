import '../../src/testing/jest';
import { failure, shop } from './charts';
import * as lib from '../../src';

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

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], has a different readiness probe:

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

Container 'app' of Deployment shop/web, spec.template.spec.containers[0], has a different readiness probe:

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
  test('shows a matcher for the whole', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
    expect(failure(() => expect(service).toMatchManifest(expect.objectContaining({ kind: 'Pod' })))).toMatchInlineSnapshot(`
"expect(received).toMatchManifest({…})

Service web is different:

- Expected
+ Received

- ObjectContaining {"kind": "Pod"}
+ apiVersion: v1
+ kind: Service
+ metadata:
+   name: web"
`);
  });
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

