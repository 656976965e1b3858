import { validateLabels } from './metadata';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { labelValue, qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** Exceptions for label selectors. */
export interface LabelSelectorOptions {
  /** Allow values that are not valid label values, which old objects may have. */
  readonly allowInvalidValues?: boolean;
}

const OPERATORS = 'In, NotIn, Exists or DoesNotExist';

/** A label selector: `matchLabels` and `matchExpressions`. */
export function validateLabelSelector(
  selector: Decoded<k8s.LabelSelector> | undefined, path: Path, ctx: Context, options?: LabelSelectorOptions,
): void {
  if (selector === undefined) {
    return;
  }
  if (selector.matchLabels !== undefined) {
    validateLabels(selector.matchLabels, path.child('matchLabels'), ctx);
  }
  const requirements = selector.matchExpressions;
  if (requirements !== undefined) {
    const list = path.child('matchExpressions');
    for (let i = 0; i < requirements.length; i++) {
      validateRequirement(requirements[i], list.index(i), ctx, options?.allowInvalidValues ?? false);
    }
  }
}

function validateRequirement(requirement: Decoded<k8s.LabelSelectorRequirement>, path: Path, ctx: Context, anyValues: boolean): void {
  const { key, operator, values } = requirement;
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values === undefined) {
        ctx.report.required(path.child('values'), 'label-selector/values-required', `values is required with operator ${operator}`);
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values !== undefined) {
        ctx.report.forbidden(path.child('values'), 'label-selector/values-forbidden', `values is not allowed with operator ${operator}`,
          { hint: operator === 'Exists' ? 'remove values, or use operator In' : 'remove values, or use operator NotIn' });
      }
      break;
    default:
      ctx.report.invalid(path.child('operator'), 'label-selector/operator', `unsupported operator ${show(operator ?? '')}: must be ${OPERATORS}`);
  }
  const badKey = qualifiedName(key ?? '');
  if (badKey !== undefined) {
    ctx.report.invalid(path.child('key'), 'label-selector/key', `label key ${show(key ?? '')} ${badKey}`);
  }
  if (anyValues || values === undefined) {
    return;
  }
  for (let i = 0; i < values.length; i++) {
    const badValue = labelValue(values[i]);
    if (badValue !== undefined) {
      ctx.report.invalid(path.child('values').index(i), 'label-selector/value', `label value ${show(values[i])} ${badValue}`);
    }
  }
}
