/**
 * A namespace for a team: how much it may use, defaults for containers that say nothing, who may do what, and no connections unless a policy allows
 * them. The classes belong to the cluster: a priority for its web apps, and the storage that its claims get.
 */
import { Chart } from 'cdk8s';
import {
  Labels, LimitRange, Namespace, NetworkPolicy, PolicyRule, PriorityClass, ResourceQuota, Role, RoleBinding, StorageClass,
} from 'cdk8s-pods';
import { Construct } from 'constructs';

export class TeamNamespace extends Chart {
  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: 'team-shop' });

    // The Pod Security Standards are labels of the namespace. Everything in the chart is written after the namespace.
    const namespace = new Namespace(this, 'namespace', {
      metadata: { name: 'team-shop', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    });

    const quota = new ResourceQuota(this, 'quota', {
      hard: { 'requests.cpu': '20', 'requests.memory': '64Gi', 'limits.memory': '96Gi', 'pods': '100', 'services.loadbalancers': '0' },
    });

    // With a quota for memory, a pod without requests would be refused.
    const limits = new LimitRange(this, 'limits', {
      limits: [{
        type: 'Container',
        defaultRequest: { cpu: '100m', memory: '128Mi' },
        default: { memory: '256Mi' },
        max: { memory: '8Gi' },
      }],
    });

    const policy = new NetworkPolicy(this, 'only-inside', {
      podSelector: Labels.everything(),
      ingress: [{ from: [{ podSelector: Labels.everything() }] }],
    });

    const developer = new Role(this, 'developer', {
      rules: [
        ...PolicyRule.forKinds(['Pod', 'Service', 'ConfigMap', 'Event', 'Deployment', 'Job', 'CronJob', 'Ingress'], ['get', 'list', 'watch']),
        PolicyRule.forSubresource('Pod', 'log', ['get']),
        PolicyRule.forSubresource('Pod', 'portforward', ['create', 'get']),
        PolicyRule.forSubresource('Deployment', 'scale', ['get', 'patch']),
      ],
    });
    const binding = new RoleBinding(this, 'developers', { roleRef: developer, subjects: [{ kind: 'Group', name: 'team-shop' }] });

    [quota, limits, policy, developer, binding].forEach((object) => object.node.addDependency(namespace));

    new PriorityClass(this, 'web-apps', {
      metadata: { name: 'web-apps' },
      value: 1000,
      description: 'Web apps, before batch jobs.',
    });

    new StorageClass(this, 'shared-files', {
      metadata: { name: 'shared-files' },
      provisioner: 'nfs.csi.k8s.io',
      parameters: { server: 'nfs.example.com', share: '/exports' },
      allowVolumeExpansion: true,
      mountOptions: ['nfsvers=4.1'],
    });
  }
}
