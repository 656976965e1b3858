import { both, Manifest, meta, minimal, spec, updates } from './base';
import type { Case } from '../../../../conformance/cases';

const WEB = { app: 'web' };
const container = (restartPolicy?: string) => ({ containers: [{ name: 'web', image: 'nginx:1' }], ...restartPolicy !== undefined && { restartPolicy } });
const TEMPLATE = { metadata: { labels: WEB }, spec: container() };
const SELECTED = { selector: { matchLabels: WEB }, template: TEMPLATE };
const CLAIM = { metadata: { name: 'data' }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };

const image = (object: Manifest): void => {
  object.spec.template.spec.containers[0].image = 'nginx:2';
};
const podSpec = (fields: object) => (object: Manifest): unknown => Object.assign(object.spec.template.spec, fields);
const labels = (fields: object) => (object: Manifest): unknown => Object.assign(object.spec.template.metadata ??= {}, { labels: fields });
const cpu = (object: Manifest): void => {
  object.spec.template.spec.containers[0].resources = { requests: { cpu: '1' } };
};
/** The old label is still there: no pod is left without its workload. */
const selector = both(labels({ ...WEB, tier: 'a' }), spec({ selector: { matchLabels: { ...WEB, tier: 'a' } } }));
const WITH_SELECTOR = {
  'image': image,
  'replicas': spec({ replicas: 3 }),
  'selector': selector,
  'selector that selects nothing': spec({ selector: { matchLabels: { app: 'other' } } }),
  'labels of the template': labels({ ...WEB, tier: 'a' }),
  'restart policy': podSpec({ restartPolicy: 'Never' }),
  'a warning, unchanged': [podSpec({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }), meta({ labels: WEB })],
  'a warning, with a change': [podSpec({ nodeSelector: { 'beta.kubernetes.io/os': 'linux' } }), image],
} as const;
const suspended = (fields: object) => both(spec({ suspend: true }), (job: Manifest) => {
  job.status = fields;
});
const indexed = spec({ completionMode: 'Indexed', completions: 3, parallelism: 3 });

export const cases: Case[] = [
  ...updates(minimal('apps/v1', 'Deployment', { spec: SELECTED }), {
    ...WITH_SELECTOR,
    'selector, written otherwise': spec({ selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] } }),
    'strategy': spec({ strategy: { type: 'Recreate' } }),
    'strategy with the numbers of another': [spec({ strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } } }), spec({ strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 1 } } })],
    'strategy, both 0': spec({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } }),
    'paused': spec({ paused: true }),
  }),
  ...updates(minimal('apps/v1', 'ReplicaSet', { spec: SELECTED }), WITH_SELECTOR),
  ...updates(minimal('apps/v1', 'DaemonSet', { spec: SELECTED }), {
    'template of the last generation': [meta({ annotations: { 'deprecated.daemonset.template.generation': '9223372036854775807' } }), image],
    image,
    selector,
    'strategy': spec({ updateStrategy: { type: 'OnDelete' } }),
    'generation of the template': spec({ templateGeneration: 7 }),
  }),
  ...updates(minimal('v1', 'ReplicationController', { spec: { selector: WEB, template: TEMPLATE } }), {
    'annotation for a field that is none': [meta({ annotations: { 'non-convertible.kubernetes.io/replicas': '' } }), image],
    image,
    'selector, emptied': spec({ selector: {} }),
    'selector': both(labels({ ...WEB, tier: 'a' }), spec({ selector: { ...WEB, tier: 'a' } })),
    'selector of other pods': spec({ selector: { app: 'other' } }),
  }),
  ...updates(minimal('apps/v1', 'StatefulSet', { spec: { ...SELECTED, serviceName: 'web', volumeClaimTemplates: [CLAIM] } }), {
    ...WITH_SELECTOR,
    'service': spec({ serviceName: 'other' }),
    'pod management': spec({ podManagementPolicy: 'Parallel' }),
    'pod management, written out': spec({ podManagementPolicy: 'OrderedReady' }),
    'storage of a claim': spec({ volumeClaimTemplates: [{ ...CLAIM, spec: { ...CLAIM.spec, resources: { requests: { storage: '2Gi' } } } }] }),
    'a claim more': spec({ volumeClaimTemplates: [CLAIM, { ...CLAIM, metadata: { name: 'more' } }] }),
    'no claims': spec({ volumeClaimTemplates: undefined }),
    'service and claims': spec({ serviceName: 'other', volumeClaimTemplates: undefined }),
    'strategy': spec({ updateStrategy: { type: 'OnDelete' } }),
    'partition': spec({ updateStrategy: { rollingUpdate: { partition: 1 } } }),
    'ordinals': spec({ ordinals: { start: 1 } }),
    'what becomes of claims': spec({ persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }),
    'history': spec({ revisionHistoryLimit: 3 }),
    'time until available': spec({ minReadySeconds: 5 }),
  }),
  ...updates(minimal('batch/v1', 'Job', { spec: { template: { spec: container('Never') } } }), {
    'image': image,
    'labels of the template': labels(WEB),
    'restart policy': podSpec({ restartPolicy: 'OnFailure' }),
    'suspended': spec({ suspend: true }),
    'parallelism': spec({ parallelism: 3 }),
    'completions': spec({ completions: 3 }),
    'completions, unset': [spec({ completions: 3 }), spec({ completions: undefined })],
    'completions of an indexed Job': [indexed, spec({ completions: 5, parallelism: 5 })],
    'completions of an indexed Job, not those that run': [indexed, spec({ completions: 5 })],
    'completion mode': [spec({ completions: 3 }), spec({ completionMode: 'Indexed' })],
    'retries': spec({ backoffLimit: 3 }),
    'retries of an index': [indexed, spec({ backoffLimitPerIndex: 3 })],
    'deadline': spec({ activeDeadlineSeconds: 100 }),
    'time to live': spec({ ttlSecondsAfterFinished: 100 }),
    'failure policy': spec({ podFailurePolicy: { rules: [{ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] }] } }),
    'controller': spec({ managedBy: 'example.com/controller' }),
    'selector': spec({ selector: { matchLabels: WEB } }),
    'empty selector': spec({ selector: {} }),
    'selector of its own': spec({ manualSelector: true }),
    'selector of its own, and no template': spec({ manualSelector: true, template: undefined }),
    'empty labels of the template, not written': [labels({}), (job: Manifest) => delete job.spec.template.metadata],
    'empty template': spec({ template: {} }),
    'nodes of the template': podSpec({ nodeSelector: { disk: 'ssd' } }),
    'nodes of the template, while suspended': [spec({ suspend: true }), podSpec({ nodeSelector: { disk: 'ssd' } })],
    'labels of the template, while suspended': [spec({ suspend: true }), labels(WEB)],
    'tolerations of the template, while suspended': [spec({ suspend: true }), podSpec({ tolerations: [{ key: 'a', operator: 'Exists' }] })],
    'requests of the template, while suspended': [spec({ suspend: true }), cpu],
    'image of the template, while suspended': [spec({ suspend: true }), image],
    'nodes of the template, while it is resumed': [spec({ suspend: true }), both(spec({ suspend: false }), podSpec({ nodeSelector: { disk: 'ssd' } }))],
    'nodes of the template, suspended after its start': [suspended({ startTime: '2026-01-01T00:00:00Z' }), podSpec({ nodeSelector: { disk: 'ssd' } })],
    'nodes of the template, suspended with pods': [suspended({ active: 1 }), podSpec({ nodeSelector: { disk: 'ssd' } })],
  }),
  ...updates(minimal('batch/v1', 'CronJob', { spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template: { spec: container('Never') } } } } }), {
    'schedule': spec({ schedule: '*/5 * * * *' }),
    'schedule that is none': spec({ schedule: 'daily' }),
    'time zone': spec({ timeZone: 'Etc/UTC' }),
    'template': spec({ jobTemplate: { spec: { template: { spec: container('OnFailure') } } } }),
  }),
];
