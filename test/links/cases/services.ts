import { CONTAINER, deployment, LinkCase, object, service, statefulSet } from './case';

const HTTP = { containers: [{ ...CONTAINER, ports: [{ name: 'http', containerPort: 8080 }] }] };
const to = (targetPort?: string | number, more: object = {}): object => service('web', { ports: [{ port: 80, ...targetPort === undefined ? {} : { targetPort }, ...more }] });
const shared = { app: 'web', part: 'a' };
const ingress = (port: object, name = 'web'): object => object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { defaultBackend: { service: { name, port } } } });
const webhook = (name: string, port?: number): object => object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'hook', {
  webhooks: [{ name: 'a.example.com', admissionReviewVersions: ['v1'], sideEffects: 'None', clientConfig: { service: { namespace: 'default', name, ...port === undefined ? {} : { port } } } }],
});

export const SERVICES: { readonly [name: string]: LinkCase } = {
  'a Service whose selector matches no pod': {
    code: 'links/service-no-pods',
    verdict: 'not-in-input',
    at: ['Service/web spec.selector'],
    broken: [deployment('web'), service('web', { selector: { app: 'wbe' } })],
    whole: [deployment('web'), service('web')],
  },
  'a Service that only an object of a foreign kind could make pods for': {
    code: 'links/service-no-pods',
    verdict: 'unknown',
    at: ['Service/web spec.selector'],
    broken: [object('monitoring.coreos.com/v1', 'Prometheus', 'k8s'), service('web')],
    whole: [object('monitoring.coreos.com/v1', 'Prometheus', 'k8s'), deployment('web'), service('web')],
  },
  'a Service beside a workload that cannot be decoded': {
    code: 'links/service-no-pods',
    verdict: 'unknown',
    at: ['Service/web spec.selector'],
    refused: true,
    broken: [deployment('web', {}, { replicas: 'two' }), service('web')],
    whole: [deployment('web'), service('web')],
  },
  'a Service that selects a pod of a StatefulSet by its name': {
    code: 'links/service-no-pods',
    verdict: 'not-in-input',
    at: ['Service/first spec.selector'],
    broken: [statefulSet('db'), service('first', { selector: { 'statefulset.kubernetes.io/pod-name': 'web-0' } })],
    whole: [statefulSet('db'), service('first', { selector: { 'statefulset.kubernetes.io/pod-name': 'db-0' } })],
  },
  'a Service of pods in another namespace': {
    code: 'links/service-namespace',
    verdict: 'broken',
    at: ['Service/web spec.selector'],
    broken: [deployment('web', {}, {}, { app: 'web' }, { namespace: 'a' }), service('web', {}, { namespace: 'b' })],
    whole: [deployment('web', {}, {}, { app: 'web' }, { namespace: 'a' }), service('web', {}, { namespace: 'a' })],
  },
  'a Service in a namespace of pods that say none: whoever applies them may choose it': {
    code: 'links/service-namespace',
    verdict: 'unknown',
    at: ['Service/web spec.selector'],
    broken: [deployment('web'), service('web', {}, { namespace: 'b' })],
    whole: [deployment('web'), service('web')],
  },
  'a Service of two workloads, one of which has not its port': {
    code: 'links/service-two-workloads',
    verdict: 'broken',
    at: ['Service/web spec.selector'],
    broken: [deployment('web', HTTP, {}, shared), deployment('worker', {}, {}, { app: 'web', part: 'b' }), to('http')],
    whole: [deployment('web', HTTP, {}, shared), deployment('worker', {}, {}, { app: 'web', part: 'b' }), service('web', { selector: shared, ports: [{ port: 80, targetPort: 'http' }] })],
  },
  'a named port that no container has': {
    code: 'links/service-port',
    verdict: 'broken',
    at: ['Service/web spec.ports[0].targetPort'],
    broken: [deployment('web', HTTP), to('htpp')],
    whole: [deployment('web', HTTP), to('http')],
  },
  'a port number that no container has': {
    code: 'links/service-port',
    verdict: 'broken',
    at: ['Service/web spec.ports[0].targetPort'],
    broken: [deployment('web', HTTP), to(9090)],
    whole: [deployment('web', HTTP), to(8080)],
  },
  'a port number that is defaulted and that no container has': {
    code: 'links/service-port',
    verdict: 'broken',
    at: ['Service/web spec.ports[0].port'],
    broken: [deployment('web', HTTP), to()],
    // a container that declares no port may listen on any
    whole: [deployment('web'), to()],
  },
  'a named port of a sidecar, and one of an init container': {
    code: 'links/service-port',
    verdict: 'broken',
    at: ['Service/web spec.ports[0].targetPort'],
    broken: [deployment('web', { initContainers: [{ ...CONTAINER, name: 'init', ports: [{ name: 'http', containerPort: 80 }] }] }), to('http')],
    whole: [deployment('web', { initContainers: [{ ...CONTAINER, name: 'init', restartPolicy: 'Always', ports: [{ name: 'http', containerPort: 80 }] }] }), to('http')],
  },
  'a port of another protocol': {
    code: 'links/service-protocol',
    verdict: 'broken',
    at: ['Service/web spec.ports[0].targetPort'],
    broken: [deployment('web', HTTP), to('http', { protocol: 'UDP' })],
    whole: [deployment('web', HTTP), to('http', { protocol: 'TCP' })],
  },
  'a StatefulSet whose Service is not there': {
    code: 'links/service',
    verdict: 'not-in-input',
    at: ['StatefulSet/db spec.serviceName'],
    broken: [statefulSet('db', { serviceName: 'bd' }), service('db', { clusterIP: 'None' })],
    whole: [statefulSet('db', { serviceName: 'db' }), service('db', { clusterIP: 'None' })],
  },
  'a StatefulSet whose Service is not headless': {
    code: 'links/service-not-headless',
    verdict: 'broken',
    at: ['StatefulSet/db spec.serviceName'],
    broken: [statefulSet('db', { serviceName: 'db' }), service('db')],
    whole: [statefulSet('db', { serviceName: 'db' }), service('db', { clusterIP: 'None' })],
  },
  'a StatefulSet whose Service selects other pods': {
    code: 'links/service-other-pods',
    verdict: 'broken',
    at: ['StatefulSet/db spec.serviceName'],
    broken: [statefulSet('db', { serviceName: 'web' }), deployment('web'), service('web', { clusterIP: 'None' })],
    whole: [statefulSet('db', { serviceName: 'db' }), service('db', { clusterIP: 'None' })],
  },
  'an Ingress to a Service that is not there': {
    code: 'links/service',
    verdict: 'not-in-input',
    at: ['Ingress/web spec.defaultBackend.service.name'],
    broken: [ingress({ number: 80 }, 'wbe'), service('web')],
    whole: [ingress({ number: 80 }), service('web')],
  },
  'an Ingress to a port number that the Service has not': {
    code: 'links/backend-port',
    verdict: 'broken',
    at: ['Ingress/web spec.defaultBackend.service.port.number'],
    broken: [ingress({ number: 8080 }), deployment('web', HTTP), to('http')],
    whole: [ingress({ number: 80 }), deployment('web', HTTP), to('http')],
  },
  'an Ingress to a port name that the Service has not': {
    code: 'links/backend-port',
    verdict: 'broken',
    at: ['Ingress/web spec.defaultBackend.service.port.name'],
    broken: [ingress({ name: 'http' }), deployment('web', HTTP), to('http')],
    whole: [ingress({ name: 'http' }), deployment('web', HTTP), to('http', { name: 'http' })],
  },
  'a webhook to port 443 of a Service that has another': {
    code: 'links/backend-port',
    verdict: 'broken',
    at: ['ValidatingWebhookConfiguration/hook webhooks[0].clientConfig.service.port'],
    broken: [webhook('web'), deployment('web', HTTP), to('http')],
    whole: [webhook('web', 80), deployment('web', HTTP), to('http')],
  },
};
