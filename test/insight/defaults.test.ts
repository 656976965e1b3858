import { LOGSHIPPER_DEPLOYMENT, pod, WEBSERVER } from './notes';
import { defaults } from '../../src/insight';

const table = (fields: ReturnType<typeof defaults>['fields']) => fields.map(({ at, value, by, plugin }) => [at, value, plugin ?? by]);

test('webserver: what the object in the notes has that the manifest has not', () => {
  const { fields, admission } = defaults(WEBSERVER());
  expect(table(fields).sort()).toEqual([
    ['spec.containers[0].imagePullPolicy', 'Always', 'default'],
    ['spec.containers[0].ports[0].protocol', 'TCP', 'default'],
    ['spec.containers[0].resources', {}, 'default'],
    ['spec.containers[0].terminationMessagePath', '/dev/termination-log', 'default'],
    ['spec.containers[0].terminationMessagePolicy', 'File', 'default'],
    ['spec.dnsPolicy', 'ClusterFirst', 'default'],
    ['spec.enableServiceLinks', true, 'default'],
    ['spec.restartPolicy', 'Always', 'default'],
    ['spec.schedulerName', 'default-scheduler', 'default'],
    ['spec.securityContext', {}, 'default'],
    ['spec.terminationGracePeriodSeconds', 30, 'default'],
  ]);
  const taint = (key: string) => ({ key: `node.kubernetes.io/${key}`, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 });
  expect(table(admission)).toEqual([
    ['spec.priority', 0, 'Priority'],
    ['spec.preemptionPolicy', 'PreemptLowerPriority', 'Priority'],
    ['spec.serviceAccountName', 'default', 'ServiceAccount'],
    ['spec.serviceAccount', 'default', 'ServiceAccount'],
    ['spec.volumes', expect.objectContaining({ name: 'kube-api-access-xxxxx' }), 'ServiceAccount'],
    ['spec.containers[0].volumeMounts', { name: 'kube-api-access-xxxxx', mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true }, 'ServiceAccount'],
    ['spec.tolerations', taint('not-ready'), 'DefaultTolerationSeconds'],
    ['spec.tolerations', taint('unreachable'), 'DefaultTolerationSeconds'],
  ]);
});

test('a template has defaults of its own, and so has its Deployment', () => {
  const places = defaults(LOGSHIPPER_DEPLOYMENT()).fields.map(({ at }) => at);
  expect(places).toEqual(expect.arrayContaining(['spec.progressDeadlineSeconds', 'spec.strategy', 'spec.template.spec.initContainers[0].imagePullPolicy', 'spec.template.spec.dnsPolicy']));
  expect(places).not.toContain('spec.replicas');
});

test('values in another form, requests that come from limits', () => {
  const fields = defaults(pod({}, { resources: { limits: { cpu: 0.5, memory: '1024Mi' } } })).fields.filter(({ at }) => at.includes('resources'));
  expect(fields.map(({ at, value, given, by }) => [at, value, given, by])).toEqual([
    ['spec.containers[0].resources.limits.cpu', '500m', 0.5, 'normal-form'],
    ['spec.containers[0].resources.limits.memory', '1Gi', '1024Mi', 'normal-form'],
    ['spec.containers[0].resources.requests', { cpu: '500m', memory: '1Gi' }, undefined, 'default'],
  ]);
});

test('a field that the server drops', () => {
  const manifest = pod({}, { restartPolicy: 'Never', restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }] });
  const dropped = defaults(manifest, { kubernetesVersion: '1.34' }).fields.filter(({ by }) => by === 'dropped');
  expect(dropped).toContainEqual({ at: 'spec.containers[0].restartPolicyRules', keys: ['spec', 'containers', 0, 'restartPolicyRules'], given: manifest.spec.containers[0].restartPolicyRules, by: 'dropped' });
});

test('what was written is not added', () => {
  const spec = { serviceAccountName: 'robot', automountServiceAccountToken: false, priorityClassName: 'high', tolerations: [{ operator: 'Exists' }] };
  expect(defaults(pod(spec)).admission).toEqual([]);
  expect(defaults(pod(spec)).fields.filter(({ at }) => at.startsWith('spec.tolerations'))).toEqual([]);
});
