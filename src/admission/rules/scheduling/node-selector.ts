import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Subdomain, labelValue, qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** Terms of which a node must match at least one. */
export function validateNodeSelector(selector: Decoded<k8s.NodeSelector>, path: Path, ctx: Context): void {
  const terms = selector.nodeSelectorTerms;
  if (terms === undefined) {
    ctx.report.required(path.child('nodeSelectorTerms'), 'node-affinity/terms-required', 'at least one term is required', { hint: 'add a term, or remove the selector' });
    return;
  }
  for (let i = 0; i < terms.length; i++) {
    validateNodeSelectorTerm(terms[i], path.child('nodeSelectorTerms').index(i), ctx, false);
  }
}

/** One term. `anyValue`: values need not be valid label values. */
export function validateNodeSelectorTerm(term: Decoded<k8s.NodeSelectorTerm>, path: Path, ctx: Context, anyValue: boolean): void {
  term.matchExpressions?.forEach((requirement, i) => validateLabels(requirement, path.child('matchExpressions').index(i), ctx, anyValue));
  term.matchFields?.forEach((requirement, i) => validateFields(requirement, path.child('matchFields').index(i), ctx));
}

function validateLabels(requirement: Decoded<k8s.NodeSelectorRequirement>, path: Path, ctx: Context, anyValue: boolean): void {
  const operator: string = requirement.operator ?? '';
  const count = requirement.values?.length ?? 0;
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (count === 0) {
        ctx.report.required(path.child('values'), 'node-affinity/values-required', `values is required with operator ${operator}`);
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (count > 0) {
        ctx.report.forbidden(path.child('values'), 'node-affinity/values-forbidden', `values is not allowed with operator ${operator}`, { hint: 'remove values' });
      }
      break;
    case 'Gt':
    case 'Lt':
      if (count !== 1) {
        ctx.report.required(path.child('values'), 'node-affinity/one-value', `operator ${operator} requires exactly one value, got ${count}`);
      }
      break;
    default:
      ctx.report.invalid(path.child('operator'), 'node-affinity/operator', `unsupported operator ${show(operator)}: must be In, NotIn, Exists, DoesNotExist, Gt or Lt`);
  }
  const key = requirement.key ?? '';
  const problem = qualifiedName(key);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('key'), 'node-affinity/key', `${show(key)} ${problem}`);
  }
  if (!anyValue && count > 0) {
    requirement.values?.forEach((value, i) => check(labelValue(value), value, path.child('values').index(i), ctx));
  }
}

/** `metadata.name` is the only node field that can be selected. */
function validateFields(requirement: Decoded<k8s.NodeSelectorRequirement>, path: Path, ctx: Context): void {
  const operator: string = requirement.operator ?? '';
  const count = requirement.values?.length ?? 0;
  if (operator !== 'In' && operator !== 'NotIn') {
    ctx.report.invalid(path.child('operator'), 'node-affinity/field-operator', `unsupported operator ${show(operator)}: must be In or NotIn`);
  } else if (count !== 1) {
    ctx.report.required(path.child('values'), 'node-affinity/one-field-value', `exactly one value is required to match a field, got ${count}`);
  }
  if (requirement.key !== 'metadata.name') {
    ctx.report.invalid(path.child('key'), 'node-affinity/field-key', `unsupported field ${show(requirement.key ?? '')}: must be metadata.name`, { hint: 'use metadata.name' });
  } else {
    requirement.values?.forEach((value, i) => check(dns1123Subdomain(value), value, path.child('values').index(i), ctx));
  }
}

function check(problem: string | undefined, value: string, at: Path, ctx: Context): void {
  if (problem !== undefined) {
    ctx.report.invalid(at, 'node-affinity/value', `${show(value)} ${problem}`);
  }
}
