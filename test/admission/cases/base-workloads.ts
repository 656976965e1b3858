import { Case, container, Manifest, Tweak } from './base';

const LABELS = { app: 'a' };
const running = (restartPolicy?: string) => ({
  metadata: { labels: LABELS }, spec: { ...restartPolicy && { restartPolicy }, containers: [container()] },
});
const selected = () => ({ selector: { matchLabels: LABELS }, template: running() });
const ended = () => ({ template: { spec: { restartPolicy: 'Never', containers: [container()] } } });

/** The spec of an object that every version accepts, by kind, and the version of the kind's API. */
const MINIMAL: { readonly [kind: string]: readonly [apiVersion: string, spec: () => Manifest] } = {
  Deployment: ['apps/v1', selected],
  ReplicaSet: ['apps/v1', selected],
  DaemonSet: ['apps/v1', selected],
  StatefulSet: ['apps/v1', () => ({ serviceName: 'web', ...selected() })],
  ReplicationController: ['v1', () => ({ template: running() })],
  Job: ['batch/v1', ended],
  CronJob: ['batch/v1', () => ({ schedule: '0 3 * * *', jobTemplate: { spec: ended() } })],
  Service: ['v1', () => ({ selector: LABELS, ports: [{ port: 80 }] })],
};

/** An object that every version accepts, and what a case changes of it: fields of its spec, or anything. */
export function minimal(kind: string, tweak: Tweak = {}): Manifest {
  const [apiVersion, spec] = MINIMAL[kind];
  const object = structuredClone({ apiVersion, kind, metadata: { name: 'web' }, spec: spec() }) as Manifest;
  if (typeof tweak === 'function') {
    tweak(object);
  } else {
    Object.assign(object.spec, tweak);
  }
  return object;
}

/** A case of a kind for each row, which is named by what it shows. */
export function workloadCases(kind: string, rows: { readonly [name: string]: Tweak }): Case[] {
  return Object.entries(rows).map(([name, tweak]) => ({ name: `${kind}: ${name}`, manifest: minimal(kind, tweak) }));
}

/** A tweak that sets labels of the pod template. */
export function templateLabels(labels: object | undefined): Tweak {
  return (object) => object.spec.template.metadata = { labels };
}

/** A tweak that sets fields of the pod template's spec. */
export function podSpec(fields: object): Tweak {
  return (object) => Object.assign(object.spec.template.spec, fields);
}

/** What is the same in all kinds with a selector of their own and pods that run forever. */
export const SELECTORS: { readonly [name: string]: Tweak } = {
  'the smallest': {},
  'no spec': (object) => delete object.spec,
  'empty spec': (object) => object.spec = {},
  'no selector': { selector: undefined },
  'empty selector': { selector: {} },
  'selector with nothing in it': { selector: { matchLabels: {}, matchExpressions: [] } },
  'selector of other labels': { selector: { matchLabels: { app: 'b' } } },
  'selector of one label more': { selector: { matchLabels: { app: 'a', tier: 'b' } } },
  'selector with a bad key': { selector: { matchLabels: { 'app/': 'a' } } },
  'selector with a bad value': { selector: { matchLabels: { app: '-' } } },
  'selector In': { selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['b', 'a'] }] } },
  'selector In, not met': { selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['b', 'c'] }] } },
  'selector In, label missing': { selector: { matchExpressions: [{ key: 'tier', operator: 'In', values: ['b', 'c'] }] } },
  'selector In without values': { selector: { matchExpressions: [{ key: 'app', operator: 'In' }] } },
  'selector NotIn': { selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['b'] }] } },
  'selector NotIn, not met': { selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['a'] }] } },
  'selector NotIn, label missing': { selector: { matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['a'] }] } },
  'selector Exists': { selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } },
  'selector Exists, not met': { selector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] } },
  'selector Exists with values': { selector: { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['a'] }] } },
  'selector DoesNotExist': { selector: { matchExpressions: [{ key: 'tier', operator: 'DoesNotExist' }] } },
  'selector DoesNotExist, not met': { selector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } },
  'selector with a bad operator': { selector: { matchExpressions: [{ key: 'app', operator: 'Equals', values: ['a'] }] } },
  'selector without a key': { selector: { matchExpressions: [{ operator: 'Exists' }] } },
  'bad selector hides a bad template': (object) => {
    object.spec.selector = { matchLabels: { app: '-' } };
    object.spec.template = {};
  },
  'key of the object prototype': { selector: { matchExpressions: [{ key: 'toString', operator: 'Exists' }] } },
  'no labels': templateLabels(undefined),
  'no template': { template: undefined },
  'empty template': { template: {} },
  'no containers': podSpec({ containers: [] }),
  'bad labels': templateLabels({ 'app': 'a', 'bad/': '-' }),
  'restart policy Always': podSpec({ restartPolicy: 'Always' }),
  'restart policy OnFailure': podSpec({ restartPolicy: 'OnFailure' }),
  'restart policy Never': podSpec({ restartPolicy: 'Never' }),
  'restart policy of another name': podSpec({ restartPolicy: 'Sometimes' }),
  'deadline': podSpec({ activeDeadlineSeconds: 10 }),
  'deadline that is bad too': podSpec({ activeDeadlineSeconds: 0 }),
  'bad container': podSpec({ containers: [{ name: 'A', image: '' }] }),
  'name with a dot': (object) => object.metadata.name = 'web.a',
  'name with a capital': (object) => object.metadata.name = 'Web',
  'name of 63': (object) => object.metadata.name = 'w'.repeat(63),
  'name of 64': (object) => object.metadata.name = 'w'.repeat(64),
  'no name': (object) => object.metadata = {},
  'prefix of names': (object) => object.metadata = { generateName: 'web-' },
  'bad prefix of names': (object) => object.metadata = { generateName: 'Web-' },
  'bad prefix beside a name': (object) => object.metadata.generateName = 'Web/',
  'minReadySeconds': { minReadySeconds: 5 },
  'minReadySeconds below 0': { minReadySeconds: -1 },
  'replicas 0': { replicas: 0 },
  'annotations of old init containers are forgotten': (object) => object.spec.template.metadata.annotations = {
    'pod.beta.kubernetes.io/init-containers': 'a'.repeat(100000),
    'pod.alpha.kubernetes.io/init-containers': 'a'.repeat(100000),
    'pod.beta.kubernetes.io/init-container-statuses': 'a'.repeat(100000),
    'pod.alpha.kubernetes.io/init-container-statuses': 'a'.repeat(100000),
  },
  'annotations too large beside one that is forgotten': (object) => object.spec.template.metadata.annotations = {
    'pod.beta.kubernetes.io/init-containers': 'a', 'a': 'a'.repeat(262144),
  },
};
