import { isValidSelector } from './template-selector';
import { SPEC } from './workload';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { selectsLabels } from '../../formats/label-selector';
import { Path } from '../../path';
import { show } from '../../report';

type Labels = Decoded<{ [key: string]: string }>;

export const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];
export const UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
export const SELECTED = 'batch.kubernetes.io/controller-uid';
/** Stands in for the uid that the server generates. */
const UID = '6f1c1f0e-93a5-4c0b-8a57-0d6f2b9e4d17';
const JOB_LABELS = Path.root.child('metadata').child('labels');
const TEMPLATE_LABELS = SPEC.child('template').child('metadata').child('labels');

/**
 * A Job as the server prepares it, unless `manualSelector`: the template gets labels with the Job's name and uid, in old and new spelling,
 * and the selector gets one of them. Labels that the user wrote are kept.
 */
export function withGeneratedSelector(job: Decoded<k8s.Job>, name: string): Decoded<k8s.Job> {
  const spec = job.spec ?? {};
  if (spec.manualSelector === true) {
    return job;
  }
  const { template, selector } = spec;
  const labels: { [key: string]: string | undefined } = { ...template?.metadata?.labels };
  NAME_LABELS.forEach((label) => setMissing(labels, label, name));
  UID_LABELS.forEach((label) => setMissing(labels, label, UID));
  const matchLabels: { [key: string]: string | undefined } = { ...selector?.matchLabels };
  setMissing(matchLabels, SELECTED, UID);
  return {
    ...job,
    ...haveOneMap(job) && { metadata: { ...job.metadata, labels } },
    spec: { ...spec, selector: { ...selector, matchLabels }, template: { ...template, metadata: { ...template?.metadata, labels } } },
  };
}

/**
 * Whether the defaults made the template's labels those of the Job too: then the Job gets the generated ones as well. A Job whose name the
 * server makes is copied before, so that the labels are no longer the same map.
 */
function haveOneMap({ metadata, spec }: Decoded<k8s.Job>): boolean {
  const isCopied = metadata?.name === undefined && metadata?.generateName !== undefined;
  return !isCopied && metadata?.labels !== undefined && metadata.labels === spec?.template?.metadata?.labels;
}

/** The generated labels must have the values that the server would set, and the selector must select them. */
export function validateGeneratedSelector(job: Decoded<k8s.Job>, name: string, ctx: Context): void {
  const { manualSelector, selector, template } = job.spec ?? {};
  if (manualSelector === true || selector === undefined) {
    return;
  }
  const labels = template?.metadata?.labels ?? {};
  const expected: { [key: string]: string } = {};
  for (const [keys, value] of [[NAME_LABELS, name], [UID_LABELS, UID]] as const) {
    for (const key of keys) {
      expected[key] = value;
      if (labels[key] !== value) {
        ctx.report.invalid(TEMPLATE_LABELS.key(key), 'job/generated-label', `label ${show(key)} is set by the server and must not be ${show(labels[key])}`,
          { hint: 'remove the label' });
      }
    }
  }
  if (isValidSelector(selector, ctx) && !selectsLabels(selector, expected)) {
    ctx.report.invalid(SPEC.child('selector'), 'job/generated-selector', `selector must be unset, or the one that the server generates, got ${show(selector)}`,
      { hint: 'remove selector, or set manualSelector: true' });
  }
}

/** Moves findings on a label that the server generates from the Job's name to the name. `since`: the index of the first finding to look at. */
export function moveGeneratedPlaces(job: Decoded<k8s.Job>, since: number, ctx: Context): void {
  const own: Labels = job.spec?.template?.metadata?.labels ?? {};
  const generated = NAME_LABELS.filter((key) => !Object.hasOwn(own, key));
  const maps = haveOneMap(job) ? [TEMPLATE_LABELS, JOB_LABELS] : [TEMPLATE_LABELS];
  const named = job.metadata?.name !== undefined;
  const reported = new Set<Path>();
  ctx.report.revise(since, (at, { message }) => {
    const map = maps.find((labels) => generated.some((key) => at.equals(labels.key(key))));
    if (map === undefined) {
      return { at };
    }
    if (reported.has(map)) {
      return undefined;
    }
    reported.add(map);
    return {
      at: Path.root.child('metadata').child(named ? 'name' : 'generateName'),
      code: 'job/name-as-label',
      message: `the name of the Job becomes a label of its pods: ${message}`,
      hint: 'shorten the name to 63 characters',
    };
  });
}

function setMissing(labels: { [key: string]: string | undefined }, key: string, value: string): void {
  if (!Object.hasOwn(labels, key)) {
    labels[key] = value;
  }
}
