import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { Report, show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';

type Selector = Decoded<k8s.LabelSelector>;
type Template = Decoded<k8s.PodTemplateSpec> | undefined;
type Labels = Decoded<{ [key: string]: string }>;

/**
 * The selector of a Deployment, ReplicaSet or StatefulSet: there, good, not empty, and one that selects the pods of the template.
 * False when it cannot be read, where the server does not look at the template. `path`: of the spec that has both.
 */
export function validateTemplateSelector(selector: Selector | undefined, template: Template, path: Path, ctx: Context): boolean {
  const at = path.child('selector');
  if (selector === undefined) {
    ctx.report.required(at, 'selector/required', `a ${ctx.kind} needs a selector for its pods`, { hint: selectorHint(template) });
    validateSelects(undefined, template, path, ctx);
    return true;
  }
  const since = ctx.report.findings.length;
  validateLabelSelector(selector, at, ctx);
  const good = ctx.report.findings.length === since;
  const empty = isEmptySelector(selector);
  if (empty) {
    refuseEmptySelector(template, at, ctx);
  }
  if (!good) {
    ctx.report.invalid(at, 'selector/unreadable', 'no pods can be selected with this');
  } else if (!empty) {
    validateSelects(selector, template, path, ctx);
  }
  return good;
}

/** That the labels of the template are selected; nothing is by a selector that is missing, and everything by an empty one. */
export function validateSelects(selector: Selector | undefined, template: Template, path: Path, ctx: Context): void {
  const labels = template?.metadata?.labels;
  if (selector === undefined || !selects(selector, labels)) {
    ctx.report.invalid(path.child('template').child('metadata').child('labels'), 'selector/template-labels',
      `the selector does not select the template's labels ${show(labels ?? {})}`,
      selector?.matchLabels === undefined ? undefined : { hint: `give the template the labels ${show(selector.matchLabels)}` });
  }
}

export function refuseEmptySelector(template: Template, at: Path, ctx: Context): void {
  ctx.report.invalid(at, 'selector/empty', 'an empty selector would select all pods', { hint: selectorHint(template) });
}

export function isEmptySelector(selector: Selector): boolean {
  return selector.matchExpressions === undefined && (selector.matchLabels === undefined || Object.keys(selector.matchLabels).length === 0);
}

/** Whether a selector can be read: the same as that the rules for selectors find nothing wrong with it. */
export function isSound(selector: Selector): boolean {
  const report = new Report();
  validateLabelSelector(selector, Path.root, { report, minor: 36, kind: '' });
  return report.findings.length === 0;
}

/** Whether a good selector selects an object with these labels. */
export function selects(selector: Selector, labels: Labels = {}): boolean {
  return (selector.matchLabels === undefined || hasLabels(labels, selector.matchLabels))
    && (selector.matchExpressions === undefined || selector.matchExpressions.every((requirement) => meets(requirement, labels)));
}

/** Whether each of some labels is there, with the same value. */
export function hasLabels(labels: Labels, wanted: Labels): boolean {
  for (const key of Object.keys(wanted)) {
    if (!Object.hasOwn(labels, key) || labels[key] !== wanted[key]) {
      return false;
    }
  }
  return true;
}

function meets({ key = '', operator, values = [] }: Decoded<k8s.LabelSelectorRequirement>, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}

function selectorHint(template: Template): string {
  const labels = template?.metadata?.labels;
  return labels === undefined ? 'give the template a label, and select it with matchLabels' : `matchLabels: ${show(labels)}`;
}
