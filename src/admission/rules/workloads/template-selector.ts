import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { selectsLabels } from '../../formats/label-selector';
import { Path } from '../../path';
import { Report, show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';

type Selector = Decoded<k8s.LabelSelector>;
type Template = Decoded<k8s.PodTemplateSpec> | undefined;

/**
 * The selector of a Deployment, ReplicaSet or StatefulSet: required, valid, not empty, and selects the template's labels. Returns false if
 * it is invalid: the server then skips the template. `path` is the path of the spec.
 */
export function validateTemplateSelector(selector: Selector | undefined, template: Template, path: Path, ctx: Context): boolean {
  const at = path.child('selector');
  if (selector === undefined) {
    ctx.report.required(at, 'selector/required', 'a selector is required', { hint: selectorHint(template) });
    validateSelects(undefined, template, path, ctx);
    return true;
  }
  const since = ctx.report.findings.length;
  validateLabelSelector(selector, at, ctx);
  const valid = ctx.report.findings.length === since;
  const empty = isEmptySelector(selector);
  if (empty) {
    refuseEmptySelector(template, at, ctx);
  }
  if (!valid) {
    ctx.report.invalid(at, 'selector/unreadable', 'invalid label selector');
  } else if (!empty) {
    validateSelects(selector, template, path, ctx);
  }
  return valid;
}

/** The selector must select the template's labels. A missing selector selects nothing, an empty one everything. */
export function validateSelects(selector: Selector | undefined, template: Template, path: Path, ctx: Context): void {
  const labels = template?.metadata?.labels;
  if (selector === undefined || !selectsLabels(selector, labels ?? {})) {
    ctx.report.invalid(path.child('template').child('metadata').child('labels'), 'selector/template-labels',
      `the selector does not match the template's labels ${show(labels ?? {})}`,
      selector?.matchLabels === undefined ? undefined : { hint: `set the template labels ${show(selector.matchLabels)}` });
  }
}

export function refuseEmptySelector(template: Template, at: Path, ctx: Context): void {
  ctx.report.invalid(at, 'selector/empty', 'an empty selector is not allowed: it would match all pods', { hint: selectorHint(template) });
}

export function isEmptySelector(selector: Selector): boolean {
  return selector.matchExpressions === undefined && (selector.matchLabels === undefined || Object.keys(selector.matchLabels).length === 0);
}

/** Whether the rules for label selectors find no problem. */
export function isValidSelector(selector: Selector, ctx: Context): boolean {
  const report = new Report();
  validateLabelSelector(selector, Path.root, { ...ctx, report });
  return report.findings.length === 0;
}

function selectorHint(template: Template): string {
  const labels = template?.metadata?.labels;
  return labels === undefined ? 'set a label on the template, and select it with matchLabels' : `set matchLabels: ${show(labels)}`;
}
