/**
 * A web app with everything around it: configuration and passwords from files, an Ingress, a budget, an autoscaler, network policies, an identity
 * with a role, and a disk that several pods share.
 */
import { join } from 'path';
import { Chart } from 'cdk8s';
import {
  ConfigMap, Container, CronJob, Deployment, EnvFrom, HorizontalPodAutoscaler, Ingress, NetworkPolicy, PersistentVolumeClaim, PodDisruptionBudget,
  PolicyRule, Probe, Role, RoleBinding, Secret, Service, ServiceAccount, Volume,
} from 'cdk8s-pods';
import { Construct } from 'constructs';

const FILES = join(__dirname, 'full-app');

export class FullApp extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'shop' });

    // Every file of a folder becomes a key: text in data, everything else in binaryData.
    const settings = new ConfigMap(this, 'settings', { appendHash: true });
    settings.addDirectory(join(FILES, 'conf'));

    const database = new Secret(this, 'database', { appendHash: true, immutable: true });
    database.addEnvFile(join(FILES, 'database.env'));

    // A disk that pods on several nodes may mount at the same time.
    const uploads = new PersistentVolumeClaim(this, 'uploads', {
      accessModes: ['ReadWriteMany'],
      storageClassName: 'shared-files',
      resources: { requests: { storage: '50Gi' } },
    });

    const account = new ServiceAccount(this, 'account');

    // No replicas: the autoscaler chooses them.
    const web = new Deployment(this, 'web', {
      strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
      template: { serviceAccountName: account, terminationGracePeriodSeconds: 45 },
    });

    new Container(web, 'app', {
      image: 'ghcr.io/acme/shop:4.2.1',
      ports: [{ name: 'http', containerPort: 8080 }],
      envFrom: [EnvFrom.secret(database)],
      resources: { requests: { cpu: '250m', memory: '256Mi' }, limits: { memory: '256Mi' } },
      readinessProbe: Probe.httpGet({ path: '/ready', port: 'http' }, { periodSeconds: 5 }),
      volumeMounts: [
        Volume.configMap('settings', settings).mount('/etc/shop', { readOnly: true }),
        Volume.persistentVolumeClaim('uploads', uploads).mount('/var/lib/shop/uploads'),
      ],
    });

    const cleanup = new CronJob(this, 'cleanup', {
      schedule: '30 3 * * *',
      concurrencyPolicy: 'Forbid',
      jobTemplate: { template: { metadata: { labels: { app: 'cleanup' } }, restartPolicy: 'OnFailure', automountServiceAccountToken: false } },
    });

    new Container(cleanup, 'cleanup', {
      image: 'busybox:1.37',
      command: ['find', '/uploads', '-name', '*.part', '-mtime', '+1', '-delete'],
      volumeMounts: [Volume.persistentVolumeClaim('uploads', uploads).mount('/uploads')],
    });

    const service = new Service(this, 'service', { selectorFor: web, ports: [{ name: 'http', port: 80, targetPort: 'http' }] });

    // The Service has to have the port. The certificate is a Secret that cert-manager makes.
    new Ingress(this, 'ingress', {
      metadata: { annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
      ingressClassName: 'nginx',
      rules: [{ host: 'shop.example.com', http: { paths: [{ path: '/', pathType: 'Prefix', backend: service.backend('http') }] } }],
      tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
    });

    new HorizontalPodAutoscaler(this, 'autoscaler', {
      scaleTargetRef: web,
      minReplicas: 2,
      maxReplicas: 10,
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    });

    // While nodes are drained, at most one pod is missing.
    new PodDisruptionBudget(this, 'budget', { selectorFor: web, maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow' });

    // The ingress controller may connect to the app, and nothing else may.
    new NetworkPolicy(this, 'to-web', {
      selectorFor: web,
      ingress: [{
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
        ports: [{ port: 'http' }],
      }],
    });

    // The clean-up needs no network at all.
    new NetworkPolicy(this, 'no-cleanup', { selectorFor: cleanup, policyTypes: ['Ingress', 'Egress'] });

    // The app elects a leader among its pods, and reads its own settings.
    const role = new Role(this, 'role', {
      rules: [
        ...PolicyRule.forKinds(['Lease'], ['get', 'create', 'update']),
        ...PolicyRule.forKinds(['ConfigMap'], ['get'], { resourceNames: [settings] }),
      ],
    });
    new RoleBinding(this, 'binding', { roleRef: role, subjects: [account] });
  }
}
