import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/**
 * Where volumes may be made: terms of node labels with their values. The server takes a term without labels for a duplicate, even when it is
 * the only one.
 */
export function validateTopologies(terms: Decoded<k8s.TopologySelectorTerm[]> | undefined, path: Path, ctx: Context): void {
  const seen = new Set<string>();
  terms?.forEach(({ matchLabelExpressions = [] }, i) => {
    const at = path.index(i).child('matchLabelExpressions');
    const labels = new Map<string, readonly string[]>();
    matchLabelExpressions.forEach(({ key = '', values = [] }, j) => {
      validateExpression(key, values, at.index(j), ctx);
      if (labels.has(key)) {
        ctx.report.duplicate(at.index(j).child('key'), 'storage/duplicate-topology-key', `duplicate key ${show(key)}`, { hint: 'write its values in one item' });
      }
      labels.set(key, [...new Set(values)].sort());
    });
    const id = JSON.stringify([...labels].sort(([a], [b]) => (a < b ? -1 : 1)));
    if (labels.size === 0 || seen.has(id)) {
      ctx.report.duplicate(at, 'storage/duplicate-topology', labels.size === 0 ? 'a term must have expressions' : 'duplicate term: it has the same labels and values as another');
    }
    seen.add(id);
  });
}

function validateExpression(key: string, values: readonly string[], path: Path, ctx: Context): void {
  const list = path.child('values');
  if (values.length === 0) {
    ctx.report.required(list, 'storage/topology-values', 'at least one value is required');
  }
  values.forEach((value, i) => {
    if (values.indexOf(value) < i) {
      ctx.report.duplicate(list.index(i), 'storage/duplicate-topology-value', `duplicate value ${show(value)}`);
    }
  });
  const problem = qualifiedName(key);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('key'), 'storage/topology-key', `label key ${show(key)} ${problem}`);
  }
}
