import { AnyObject, Made, METADATA, nameOf, namePath, Origin, ownerOf, podOf, present, SPEC, StandIns, Strings, templateOrigins, withKeys } from './made';
import { indexedPrefix, podPrefix } from './names';
import { Path } from '../path';

const TRACKING = 'batch.kubernetes.io/job-tracking';
const INDEX = 'batch.kubernetes.io/job-completion-index';
const FAILURES = 'batch.kubernetes.io/job-index-failure-count';
const INDEX_VARIABLE = 'JOB_COMPLETION_INDEX';
const NAMES = ['job-name', 'batch.kubernetes.io/job-name'];
const UIDS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
const TEMPLATE = SPEC.child('template');

/** The index of the last pod of an Indexed Job; undefined for other Jobs, and where there is none. */
export function lastIndex({ spec }: AnyObject): number | undefined {
  const completions: number = spec?.completions ?? 0;
  return spec?.completionMode === 'Indexed' && completions > 0 ? completions - 1 : undefined;
}

/** A pod of a Job; `index` of an Indexed one. */
export function podOfJob(job: AnyObject, index: number | undefined, standIns: StandIns): Made {
  const { uid } = standIns;
  const { metadata, spec } = job;
  const name = nameOf(job, standIns);
  const { labels, annotations, finalizers } = (spec?.template?.metadata ?? {}) as AnyObject;
  const pod = podOf(spec?.template, {
    generateName: index === undefined ? podPrefix(name) : indexedPrefix(name, index),
    labels: withKeys(withJobLabels(labels, job, name, uid), index === undefined ? {} : { [INDEX]: String(index) }),
    annotations: index === undefined ? annotations : withKeys(annotations, {
      [INDEX]: String(index),
      ...spec.backoffLimitPerIndex === undefined ? undefined : { [FAILURES]: '0' },
    }),
    finalizers: finalizers?.includes(TRACKING) ? finalizers : [...finalizers ?? [], TRACKING],
    ownerReferences: [ownerOf(job, name, uid)],
  }, metadata?.namespace);
  const own = pod.spec;
  return {
    kind: 'Pod',
    object: index === undefined ? pod : {
      ...pod,
      spec: present({ ...own, hostname: `${name}-${index}`, containers: withIndex(own.containers), initContainers: withIndex(own.initContainers) }),
    },
    origins: [...nameOrigins(job, index), ...templateOrigins(TEMPLATE)],
  };
}

function nameOrigins(job: AnyObject, index: number | undefined): Origin[] {
  const name = namePath(job);
  const generated: Origin = { made: METADATA.child('generateName'), manifest: name, because: 'the names of its pods begin with this name' };
  return index === undefined ? [generated] : [generated, { made: SPEC.child('hostname'), manifest: name, because: 'the name and an index become the hostname of a pod' }];
}

/** The server puts these labels into the template of a new Job, unless it has them. */
function withJobLabels(labels: Strings | undefined, { spec }: AnyObject, name: string, uid: string | undefined): Strings {
  if (spec?.manualSelector === true) {
    return { ...labels };
  }
  const made: { [key: string]: string } = {};
  NAMES.forEach((key) => {
    made[key] = name;
  });
  UIDS.forEach((key) => {
    made[key] = uid ?? '';
  });
  return { ...made, ...labels };
}

function withIndex(containers: readonly AnyObject[] | undefined): AnyObject[] | undefined {
  return containers?.map((container) => {
    const env = (container.env ?? []) as readonly AnyObject[];
    return env.some(({ name }) => name === INDEX_VARIABLE) ? container : {
      ...container,
      env: [...env, { name: INDEX_VARIABLE, valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: `metadata.labels['${INDEX}']` } } }],
    };
  });
}

/** The Job that a CronJob makes when its time has come. */
export function jobOf(cronJob: AnyObject, standIns: StandIns): Made {
  const { run, uid } = standIns;
  const { metadata, spec } = cronJob;
  const name = nameOf(cronJob, standIns);
  const at = SPEC.child('jobTemplate');
  return {
    kind: 'Job',
    object: {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: present({
        name: `${name}-${run.minutes}`,
        namespace: metadata?.namespace,
        labels: spec?.jobTemplate?.metadata?.labels,
        annotations: withKeys(spec?.jobTemplate?.metadata?.annotations, { 'batch.kubernetes.io/cronjob-scheduled-timestamp': run.time }),
        ownerReferences: [ownerOf(cronJob, name, uid)],
      }),
      spec: { ...spec?.jobTemplate?.spec },
    },
    origins: [
      { made: METADATA.child('name'), manifest: namePath(cronJob), because: 'the name and a number become the name of a Job, and of its pods' },
      { made: METADATA, manifest: at.child('metadata'), because: 'its Jobs are refused' },
      { made: SPEC, manifest: at.child('spec'), because: 'its Jobs are refused' },
      { made: Path.root, manifest: at },
    ],
  };
}
