import { autoscaler, CONTAINER, deployment, LinkCase, object, service, statefulSet } from './case';

const config = (name: string, data: object = { level: 'info' }, metadata: object = {}): object => object('v1', 'ConfigMap', name, { data }, metadata);
const secret = (name: string, more: object = { stringData: { password: 'x' } }): object => object('v1', 'Secret', name, more);
const env = (valueFrom: object): object => ({ containers: [{ ...CONTAINER, env: [{ name: 'A', valueFrom }] }] });
const volume = (source: object): object => ({ volumes: [{ name: 'v', ...source }] });
const AT = 'Deployment/web spec.template.spec';
const claim = (name: string): object => object('v1', 'PersistentVolumeClaim', name, { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } });
const account = (name: string, metadata: object = {}): object => object('v1', 'ServiceAccount', name, {}, metadata);
const RBAC = 'rbac.authorization.k8s.io/v1';
const binding = (role: string, kind = 'Role', subject = 'web'): object => object(RBAC, 'RoleBinding', 'web', {
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: role }, subjects: [{ kind: 'ServiceAccount', name: subject, namespace: 'default' }],
});
const tls = (secretName: string): object => object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { tls: [{ secretName }], defaultBackend: { service: { name: 'web', port: { number: 80 } } } } });

/** Pods that name an object, and the object under another name and under its own. */
function named(code: string, at: string, pod: object, make: (name: string) => object, name = 'web'): LinkCase {
  return { code, verdict: 'not-in-input', at: [`${AT}.${at}`], broken: [deployment('web', pod), make(`${name}x`)], whole: [deployment('web', pod), make(name)] };
}

export const REFERENCES: { readonly [name: string]: LinkCase } = {
  'a ConfigMap in env': named('links/config-map', 'containers[0].env[0].valueFrom.configMapKeyRef.name', env({ configMapKeyRef: { name: 'web', key: 'level' } }), config),
  'a ConfigMap in envFrom': named('links/config-map', 'containers[0].envFrom[0].configMapRef.name', { containers: [{ ...CONTAINER, envFrom: [{ configMapRef: { name: 'web' } }] }] }, config),
  'a ConfigMap as a volume': named('links/config-map', 'volumes[0].configMap.name', volume({ configMap: { name: 'web' } }), config),
  'a ConfigMap in a projected volume': named('links/config-map', 'volumes[0].projected.sources[0].configMap.name', volume({ projected: { sources: [{ configMap: { name: 'web' } }] } }), config),
  'a Secret in env': named('links/secret', 'containers[0].env[0].valueFrom.secretKeyRef.name', env({ secretKeyRef: { name: 'web', key: 'password' } }), secret),
  'a Secret as a volume': named('links/secret', 'volumes[0].secret.secretName', volume({ secret: { secretName: 'web' } }), secret),
  'a pull secret': named('links/pull-secret', 'imagePullSecrets[0].name', { imagePullSecrets: [{ name: 'web' }] },
    (name) => secret(name, { type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': '{}' } })),
  'a claim': named('links/claim', 'volumes[0].persistentVolumeClaim.claimName', volume({ persistentVolumeClaim: { claimName: 'web' } }), claim),
  'a ServiceAccount': named('links/service-account', 'serviceAccountName', { serviceAccountName: 'web' }, account),
  'a PriorityClass': named('links/priority-class', 'priorityClassName', { priorityClassName: 'web' }, (name) => object('scheduling.k8s.io/v1', 'PriorityClass', name, { value: 1 })),
  'a RuntimeClass': named('links/runtime-class', 'runtimeClassName', { runtimeClassName: 'web' }, (name) => object('node.k8s.io/v1', 'RuntimeClass', name, { handler: 'runsc' })),
  'a ResourceClaim': named('links/resource-claim', 'resourceClaims[0].resourceClaimName', { resourceClaims: [{ name: 'gpu', resourceClaimName: 'web' }] },
    (name) => object('resource.k8s.io/v1', 'ResourceClaim', name, { spec: {} })),
  'a template of ResourceClaims': named('links/resource-claim-template', 'resourceClaims[0].resourceClaimTemplateName', { resourceClaims: [{ name: 'gpu', resourceClaimTemplateName: 'web' }] },
    (name) => object('resource.k8s.io/v1', 'ResourceClaimTemplate', name, { spec: { spec: {} } })),
  'a ConfigMap that every cluster has, and one that it has not': {
    code: 'links/config-map',
    verdict: 'not-in-input',
    at: [`${AT}.volumes[0].configMap.name`],
    broken: [deployment('web', volume({ configMap: { name: 'ca' } }))],
    whole: [deployment('web', volume({ configMap: { name: 'kube-root-ca.crt' } }))],
  },
  'a ConfigMap that is optional': {
    code: 'links/config-map',
    verdict: 'not-in-input',
    at: [`${AT}.volumes[0].configMap.name`],
    broken: [deployment('web', volume({ configMap: { name: 'web', optional: false } }))],
    whole: [deployment('web', volume({ configMap: { name: 'web', optional: true } }))],
  },
  'a ConfigMap in another namespace': {
    code: 'links/config-map',
    verdict: 'broken',
    at: [`${AT}.volumes[0].configMap.name`],
    broken: [deployment('web', volume({ configMap: { name: 'web' } }), {}, { app: 'web' }, { namespace: 'a' }), config('web', {}, { namespace: 'b' })],
    whole: [deployment('web', volume({ configMap: { name: 'web' } }), {}, { app: 'web' }, { namespace: 'a' }), config('web', {}, { namespace: 'a' })],
  },
  'a Secret that an object of a foreign kind may make': {
    code: 'links/secret',
    verdict: 'unknown',
    at: [`${AT}.volumes[0].secret.secretName`],
    broken: [deployment('web', volume({ secret: { secretName: 'web' } })), object('external-secrets.io/v1', 'ExternalSecret', 'x', { spec: { target: { name: 'web' } } })],
    whole: [deployment('web', volume({ secret: { secretName: 'web' } })), secret('web')],
  },
  'a key of a ConfigMap in env': {
    code: 'links/config-map-key',
    verdict: 'broken',
    at: [`${AT}.containers[0].env[0].valueFrom.configMapKeyRef.key`],
    broken: [deployment('web', env({ configMapKeyRef: { name: 'web', key: 'levle' } })), config('web')],
    whole: [deployment('web', env({ configMapKeyRef: { name: 'web', key: 'level' } })), config('web')],
  },
  'a key of a Secret that is optional': {
    code: 'links/secret-key',
    verdict: 'broken',
    at: [`${AT}.containers[0].env[0].valueFrom.secretKeyRef.key`],
    broken: [deployment('web', env({ secretKeyRef: { name: 'web', key: 'token' } })), secret('web')],
    whole: [deployment('web', env({ secretKeyRef: { name: 'web', key: 'token', optional: true } })), secret('web')],
  },
  'an item of a volume': {
    code: 'links/config-map-key',
    verdict: 'broken',
    at: [`${AT}.volumes[0].configMap.items[0].key`],
    broken: [deployment('web', volume({ configMap: { name: 'web', items: [{ key: 'a', path: 'a' }] } })), config('web')],
    whole: [deployment('web', volume({ configMap: { name: 'web', items: [{ key: 'level', path: 'a' }] } })), config('web')],
  },
  'the keys of a TLS Secret': {
    code: 'links/secret-key',
    verdict: 'broken',
    at: ['Ingress/web spec.tls[0].secretName'],
    broken: [service('web'), tls('cert'), secret('cert', { stringData: { 'tls.crt': 'x' } })],
    whole: [service('web'), tls('cert'), secret('cert', { stringData: { 'tls.crt': 'x', 'tls.key': 'y' } })],
  },
  'the type of a pull secret': {
    code: 'links/secret-type',
    verdict: 'broken',
    at: [`${AT}.imagePullSecrets[0].name`],
    broken: [deployment('web', { imagePullSecrets: [{ name: 'web' }] }), secret('web')],
    whole: [deployment('web', { imagePullSecrets: [{ name: 'web' }] }), secret('web', { type: 'kubernetes.io/dockerconfigjson', stringData: { '.dockerconfigjson': '{}' } })],
  },
  'a claim that a template of the StatefulSet makes': {
    code: 'links/claim',
    verdict: 'not-in-input',
    at: ['StatefulSet/db spec.template.spec.volumes[0].persistentVolumeClaim.claimName'],
    broken: [statefulSet('db', {}, volume({ persistentVolumeClaim: { claimName: 'data' } }))],
    whole: [statefulSet('db', { volumeClaimTemplates: [{ metadata: { name: 'v' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }] },
      volume({ persistentVolumeClaim: { claimName: 'data' } }))],
  },
  'a StorageClass of a claim template': {
    code: 'links/storage-class',
    verdict: 'not-in-input',
    at: ['StatefulSet/db spec.volumeClaimTemplates[0].spec.storageClassName'],
    ...((make: (name: string) => object) => ({ broken: [make('fats'), object('storage.k8s.io/v1', 'StorageClass', 'fast', { provisioner: 'x.y' })], whole: [make('fast'), object('storage.k8s.io/v1', 'StorageClass', 'fast', { provisioner: 'x.y' })] }))(
      (name) => statefulSet('db', { volumeClaimTemplates: [{ metadata: { name: 'v' }, spec: { storageClassName: name, accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }] })),
  },
  'an IngressClass': {
    code: 'links/ingress-class',
    verdict: 'not-in-input',
    at: ['Ingress/web spec.ingressClassName'],
    ...((make: (name: string) => object) => ({ broken: [service('web'), make('ngnix'), object('networking.k8s.io/v1', 'IngressClass', 'nginx', { spec: { controller: 'k8s.io/nginx' } })], whole: [service('web'), make('nginx'), object('networking.k8s.io/v1', 'IngressClass', 'nginx', { spec: { controller: 'k8s.io/nginx' } })] }))(
      (name) => object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { ingressClassName: name, defaultBackend: { service: { name: 'web', port: { number: 80 } } } } })),
  },
  'a Role': {
    code: 'links/role',
    verdict: 'not-in-input',
    at: ['RoleBinding/web roleRef.name'],
    broken: [account('web'), binding('reader')],
    whole: [account('web'), binding('reader'), object(RBAC, 'Role', 'reader', { rules: [] })],
  },
  'a ClusterRole that every cluster has': {
    code: 'links/role',
    verdict: 'not-in-input',
    at: ['RoleBinding/web roleRef.name'],
    broken: [account('web'), binding('viewer', 'ClusterRole')],
    whole: [account('web'), binding('view', 'ClusterRole')],
  },
  'a subject of a binding': {
    code: 'links/subject',
    verdict: 'not-in-input',
    at: ['RoleBinding/web subjects[0].name'],
    broken: [account('web'), binding('view', 'ClusterRole', 'wbe')],
    whole: [account('web'), binding('view', 'ClusterRole')],
  },
  'what an autoscaler scales': {
    code: 'links/scale-target',
    verdict: 'not-in-input',
    at: ['HorizontalPodAutoscaler/web spec.scaleTargetRef.name'],
    broken: [autoscaler('web', 'wbe'), deployment('web')],
    whole: [autoscaler('web', 'web'), deployment('web')],
  },
  'a namespace that no object creates': {
    code: 'links/namespace',
    verdict: 'not-in-input',
    at: ['ConfigMap/a metadata.namespace'],
    broken: [object('v1', 'Namespace', 'shop'), config('a', {}, { namespace: 'shpo' }), config('b', {}, { namespace: 'shpo' })],
    whole: [object('v1', 'Namespace', 'shop'), config('a', {}, { namespace: 'shop' }), config('b', {}, { namespace: 'kube-system' })],
  },
  'a ConfigMap that nothing uses': {
    code: 'links/unused',
    verdict: 'not-in-input',
    at: ['ConfigMap/config '],
    broken: [deployment('web'), config('config')],
    whole: [deployment('web', { containers: [{ ...CONTAINER, args: ['--config=default/config'] }] }), config('config')],
  },
  'a ServiceAccount that no pod runs as': {
    code: 'links/unused',
    verdict: 'not-in-input',
    at: ['ServiceAccount/web '],
    broken: [deployment('web'), account('web')],
    whole: [deployment('web', { serviceAccountName: 'web' }), account('web')],
  },
  'two objects of one name': {
    code: 'links/twice',
    verdict: 'broken',
    at: ['ConfigMap/a metadata.name'],
    broken: [config('a'), config('a', {})],
    whole: [config('a'), config('b')],
  },
};
