import { App as Cdk8sApp, Chart } from 'cdk8s';
import { ClusterRole, ConfigMap, PolicyRule, Role } from '../../../src';
import { KINDS } from '../../../src/k8s/kinds';
import { RESOURCES } from '../../../src/k8s/resources';
import { failure, only, shop } from '../helpers';

test('one rule for each API group, so that nothing else is allowed', () => {
  expect(PolicyRule.forKinds(['Pod', 'Deployment', 'Endpoints', 'NetworkPolicy', 'ReplicaSet', 'Pod'], ['get', 'list'])).toEqual([
    { apiGroups: [''], resources: ['pods', 'endpoints'], verbs: ['get', 'list'] },
    { apiGroups: ['apps'], resources: ['deployments', 'replicasets'], verbs: ['get', 'list'] },
    { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies'], verbs: ['get', 'list'] },
  ]);
});

test('what is below an object', () => {
  expect(PolicyRule.forSubresource('Pod', 'log', ['get'])).toEqual({ apiGroups: [''], resources: ['pods/log'], verbs: ['get'] });
  expect(PolicyRule.forSubresource('Deployment', 'scale', ['patch'], { resourceNames: ['web'] }))
    .toEqual({ apiGroups: ['apps'], resources: ['deployments/scale'], verbs: ['patch'], resourceNames: ['web'] });
  expect(PolicyRule.forSubresource('Lease', 'finalizers', ['update']).resources).toEqual(['leases/finalizers']);
  expect(PolicyRule.forSubresource('Node', 'metrics', ['get']).resources).toEqual(['nodes/metrics']);
});

test('only objects of some names, or these objects', () => {
  const chart = shop();
  const config = new ConfigMap(chart, 'a', { metadata: { name: 'settings' } });
  new Role(chart, 'role', { rules: PolicyRule.forKinds(['ConfigMap'], ['get'], { resourceNames: [config, 'other', { name: 'third' }] }) });
  expect(only(chart, 'Role').rules).toEqual([{ apiGroups: [''], resources: ['configmaps'], verbs: ['get'], resourceNames: ['settings', 'other', 'third'] }]);
});

test('every kind has a resource, and a role with all of them is admitted', () => {
  expect(Object.keys(KINDS).filter((kind) => !Object.hasOwn(RESOURCES, kind))).toEqual([]);
  for (const [kind, { apiVersion }] of Object.entries(KINDS)) {
    expect(RESOURCES[kind as keyof typeof KINDS].group).toBe(apiVersion.split('/').slice(0, -1).join(''));
  }
  const app = new Cdk8sApp();
  new ClusterRole(new Chart(app, 'shop'), 'all', { rules: PolicyRule.forKinds(Object.keys(RESOURCES) as (keyof typeof RESOURCES)[], ['*']) });
  expect(app.synthYaml()).toContain('- poddisruptionbudgets');
});

test.each<[() => unknown, string]>([
  [() => PolicyRule.forKinds(['Deploymnt' as any], ['get']), "PolicyRule.forKinds: 'Deploymnt' is not a built-in kind\n    fix: did you mean 'Deployment'?"],
  [() => PolicyRule.forKinds(['pods' as any], ['get']), "PolicyRule.forKinds: 'pods' is not a built-in kind"],
  [() => PolicyRule.forKinds(['Widgeteria' as any], ['get']), 'fix: for a custom resource write the rule: { apiGroups, resources, verbs }'],
  [() => PolicyRule.forKinds(['constructor' as any], ['get']), "'constructor' is not a built-in kind"],
  [() => PolicyRule.forKinds(['Pod'], ['read' as any]), "PolicyRule.forKinds: there is no verb 'read'; there are get, list, watch, "],
  [() => PolicyRule.forKinds(['Pod'], ['lst' as any]), "fix: did you mean 'list'?"],
  [() => PolicyRule.forKinds([], ['get']), 'PolicyRule.forKinds needs at least one kind'],
  [() => PolicyRule.forKinds(['Pod'], []), 'PolicyRule.forKinds needs at least one verb'],
  [() => PolicyRule.forKinds(['Pod'], ['get'], { resourceNames: [] }), 'PolicyRule.forKinds needs at least one name in resourceNames'],
  [() => PolicyRule.forKinds(['Pod'], ['get', 'create'], { resourceNames: ['a'] }),
    "PolicyRule.forKinds: 'create' is not allowed with resourceNames: such a request names no object, so the rule would never allow it"],
  [() => PolicyRule.forSubresource('Pod', 'logs' as any, ['get']), "PolicyRule.forSubresource: a Pod has no subresource 'logs'; it has attach, "],
  [() => PolicyRule.forSubresource('Pod', 'logs' as any, ['get']), "fix: did you mean 'log'?"],
  [() => PolicyRule.forSubresource('ConfigMap', 'scale', ['get']), "a ConfigMap has no subresource 'scale'; it has finalizers"],
])('%s is refused', (action, message) => {
  expect(failure(action)).toContain(message);
});

test('create below a named object is allowed: such a request names it', () => {
  expect(PolicyRule.forSubresource('Pod', 'exec', ['create'], { resourceNames: ['web-0'] }).resourceNames).toEqual(['web-0']);
});
