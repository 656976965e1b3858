// Labels of pods that no template has: their controller adds them.

/** The value that the label of a pod has, given the value that is asked for; undefined if the pods of the kind do not get the label. */
type Made = (kind: string, name: string, wanted: string | undefined) => string | undefined;

const isJob = (kind: string): boolean => kind === 'Job' || kind === 'CronJob';

/** A Job has its own name in the label, one of a CronJob begins with that of the CronJob. */
const jobName: Made = (kind, name, wanted) => kind === 'Job' ? name : kind === 'CronJob' && wanted?.startsWith(`${name}-`) === true ? wanted : undefined;

const ordinal = (name: string, wanted: string | undefined): string => wanted !== undefined && wanted.startsWith(`${name}-`) && /^\d{1,10}$/.test(wanted.slice(name.length + 1)) ? wanted : `${name}-0`;

/** The labels of controllers. What is a hash, a uid or an ordinal is taken for the value that is asked for. */
export const labelsOfControllers: ReadonlyMap<string, Made> = new Map<string, Made>([
  ['pod-template-hash', (kind, _, wanted) => kind === 'Deployment' ? wanted ?? '' : undefined],
  ['controller-revision-hash', (kind, _, wanted) => kind === 'StatefulSet' || kind === 'DaemonSet' ? wanted ?? '' : undefined],
  ['pod-template-generation', (kind, _, wanted) => kind === 'DaemonSet' ? wanted ?? '' : undefined],
  ['statefulset.kubernetes.io/pod-name', (kind, name, wanted) => kind === 'StatefulSet' ? ordinal(name, wanted) : undefined],
  ['apps.kubernetes.io/pod-index', (kind, _, wanted) => kind === 'StatefulSet' ? wanted ?? '0' : undefined],
  ['job-name', jobName],
  ['batch.kubernetes.io/job-name', jobName],
  ['controller-uid', (kind, _, wanted) => isJob(kind) ? wanted ?? '' : undefined],
  ['batch.kubernetes.io/controller-uid', (kind, _, wanted) => isJob(kind) ? wanted ?? '' : undefined],
  ['batch.kubernetes.io/job-completion-index', (kind, _, wanted) => isJob(kind) ? wanted ?? '0' : undefined],
]);
