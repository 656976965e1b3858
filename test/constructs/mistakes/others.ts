// Mistakes with the objects around pods: configuration, routes, policies, autoscalers, roles.
import { Make, pod } from './make';
import {
  ConfigMap, Container, DaemonSet, Deployment, HorizontalPodAutoscaler, Ingress, NetworkPolicy, PersistentVolumeClaim, Pod, PodDisruptionBudget,
  PolicyRule, Role, RoleBinding, Secret, Service, ServiceAccount, Volume,
} from '../../../src';

const template = { containers: [{ name: 'app', image: 'nginx:1.27', ports: [{ name: 'http', containerPort: 8080 }] }] };
const config = (props: any): Make => (chart) => new ConfigMap(chart, 'settings', props);
const ofConfig = (action: (config: ConfigMap) => void): Make => (chart) => action(new ConfigMap(chart, 'settings', { data: { color: 'blue' } }));
const ports = [{ name: 'http', port: 80 }, { name: 'metrics', port: 9090 }];
const ingress = (backend: (service: Service) => any): Make => (chart) => new Ingress(chart, 'ingress', {
  rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: backend(new Service(chart, 'svc', { selector: { app: 'web' }, ports })) }] } }],
});
const scaler = (target: Make, metrics: any[] = []): Make => (chart) =>
  new HorizontalPodAutoscaler(chart, 'scaler', { scaleTargetRef: target(chart) as any, maxReplicas: 5, metrics });
const role = (rules: () => any): Make => (chart) => new Role(chart, 'role', { rules: rules() });

export const OTHERS: { readonly [name: string]: Make } = {
  'a number in a ConfigMap': config({ data: { PORT: 8080 } }),
  'a key with a slash': config({ data: { 'conf/app.conf': 'x' } }),
  'a binary key that is text too': config({ data: { a: 'x' }, binaryData: { a: 'eA==' } }),
  'binary data that is not base64': config({ binaryData: { a: 'x y' } }),
  'appendHash in quotes': config({ appendHash: 'true' }),
  'appendHash with generateName': config({ metadata: { generateName: 'settings-' }, appendHash: true }),
  'a key that is added twice': ofConfig((it) => it.addData('color', 'red')),
  'a value that is added as a number': ofConfig((it) => it.addData('port', 8080 as any)),
  'a file that does not exist': ofConfig((it) => it.addFile('no-such-file.conf')),
  'a folder as a file': ofConfig((it) => it.addFile('docs')),
  'a file as a folder': ofConfig((it) => it.addDirectory('package.json')),
  'a file with a slash in its key': ofConfig((it) => it.addFile('package.json', 'conf/package.json')),
  'a folder with folders': ofConfig((it) => it.addDirectory('docs', { include: ['*'] })),
  'a pattern that matches nothing': ofConfig((it) => it.addDirectory('docs/pictures', { include: ['*.conf'] })),
  'a pattern for folders': ofConfig((it) => it.addDirectory('docs', { include: ['**/*.md'] })),
  'an env file that is none': ofConfig((it) => it.addEnvFile('LICENSE')),
  'a name that is read before the last key': (chart) => {
    const settings = new ConfigMap(chart, 'settings', { metadata: { name: 'settings' }, appendHash: true });
    new Pod(chart, 'pod', { containers: [{ name: 'app', image: 'nginx:1.27', env: { NAME: settings.name } as any }] });
    settings.addData('color', 'blue');
  },
  'a Secret in plain text': (chart) => new Secret(chart, 'db', { data: { password: 'not base64!' } }),
  'a ConfigMap as a Secret': (chart) => Volume.secret('v', new ConfigMap(chart, 'settings')),
  'a Service as a ConfigMap': (chart) => Volume.configMap('v', new Service(chart, 'svc', { ports })),
  'a claim that is no claim': (chart) => Volume.persistentVolumeClaim('v', new ConfigMap(chart, 'settings')),
  'a claim without a size': (chart) => new PersistentVolumeClaim(chart, 'data', { accessModes: ['ReadWriteOnce'], resources: {} }),
  'a backend port by its targetPort': ingress((service) => service.backend(8080)),
  'a backend port by a name that there is not': ingress((service) => service.backend('web')),
  'a backend without a port': ingress((service) => service.backend()),
  'a backend port in a literal': ingress((service) => ({ service: { name: service, port: { number: 81 } } })),
  'a backend that is a Deployment': (chart) => new Ingress(chart, 'ingress', {
    defaultBackend: { service: { name: new Deployment(chart, 'web', { template }), port: { number: 80 } } },
  }),
  'a path without its type': (chart) => new Ingress(chart, 'ingress', {
    rules: [{ http: { paths: [{ path: '/', backend: { service: { name: 'web', port: { number: 80 } } } } as any] } }],
  }),
  'a host with a port': (chart) => new Ingress(chart, 'ingress', {
    rules: [{ host: 'example.com:80', http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }] } }],
  }),
  'an autoscaler of a DaemonSet': scaler((chart) => new DaemonSet(chart, 'agent', { template })),
  'an autoscaler of a Pod': scaler(pod),
  'an autoscaler of a container that there is not': scaler((chart) => new Deployment(chart, 'web', { template }), [{
    type: 'ContainerResource', containerResource: { name: 'cpu', container: 'web', target: { type: 'Utilization', averageUtilization: 70 } },
  }]),
  'an autoscaler with too few replicas': (chart) => new HorizontalPodAutoscaler(chart, 'scaler', {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, minReplicas: 5, maxReplicas: 2,
  }),
  'a policy for a port that the pods do not have': (chart) =>
    new NetworkPolicy(chart, 'policy', { selectorFor: new Deployment(chart, 'web', { template }), ingress: [{ ports: [{ port: 'metrics' }] }] }),
  'a policy for a port of its peers': (chart) => new NetworkPolicy(chart, 'policy', {
    podSelector: {}, egress: [{ to: [{ selectorFor: new Deployment(chart, 'web', { template }) }], ports: [{ port: 'https' }] }],
  }),
  'a policy about a name': (chart) => new NetworkPolicy(chart, 'policy', { selectorFor: 'web' as any }),
  'a budget with both numbers': (chart) =>
    new PodDisruptionBudget(chart, 'budget', { selectorFor: new Deployment(chart, 'web', { template }), minAvailable: 1, maxUnavailable: 1 }),
  'a budget with both selectors': (chart) =>
    new PodDisruptionBudget(chart, 'budget', { selectorFor: new Deployment(chart, 'web', { template }), selector: {}, maxUnavailable: 1 }),
  'a rule for a plural': role(() => PolicyRule.forKinds(['pods' as any], ['get'])),
  'a rule for a kind with a wrong letter': role(() => PolicyRule.forKinds(['Deploymnt' as any], ['get'])),
  'a rule with a verb that there is not': role(() => PolicyRule.forKinds(['Pod'], ['read' as any])),
  'a rule for logs': role(() => [PolicyRule.forSubresource('Pod', 'logs' as any, ['get'])]),
  'a rule that creates an object of a name': role(() => PolicyRule.forKinds(['ConfigMap'], ['create'], { resourceNames: ['settings'] })),
  'rules in a list of their own': role(() => [PolicyRule.forKinds(['Pod'], ['get'])]),
  'a binding to an account': (chart) => new RoleBinding(chart, 'binding', { roleRef: new ServiceAccount(chart, 'account'), subjects: [] }),
  'a volume of a claim that is mounted as two': (chart) => {
    const claim = new PersistentVolumeClaim(chart, 'data', { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } });
    const web = new Deployment(chart, 'web');
    const mounts = [Volume.persistentVolumeClaim('data', claim).mount('/a'), Volume.persistentVolumeClaim('data', claim, { readOnly: true }).mount('/b')];
    new Container(web, 'app', { image: 'nginx:1.27', volumeMounts: mounts });
  },
};
