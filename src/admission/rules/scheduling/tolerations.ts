import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { labelValue, qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

const EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
/** `Lt` and `Gt` need the gate TaintTolerationComparisonOperators, which is off in all supported minors. */
const OPERATORS = ['Equal', 'Exists'];

/** The taints that a pod tolerates. The server reports an invalid value at the operator. */
export function validateTolerations(tolerations: Decoded<k8s.Toleration[]> | undefined, path: Path, ctx: Context): void {
  for (let i = 0; tolerations !== undefined && i < tolerations.length; i++) {
    validateToleration(tolerations[i], path.index(i), ctx);
  }
}

function validateToleration(toleration: Decoded<k8s.Toleration>, path: Path, ctx: Context): void {
  const key = toleration.key ?? '';
  const operator: string = toleration.operator ?? '';
  const value = toleration.value ?? '';
  if (key !== '') {
    const problem = qualifiedName(key);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('key'), 'tolerations/key', `${show(key)} ${problem}`);
    }
  } else if (operator !== 'Exists') {
    ctx.report.invalid(path.child('operator'), 'tolerations/key-required', `operator must be Exists without a key, got ${show(operator)}`,
      { hint: 'add the key, or set operator: Exists' });
  }
  if (toleration.tolerationSeconds !== undefined && toleration.effect !== 'NoExecute') {
    ctx.report.invalid(path.child('effect'), 'tolerations/seconds', `effect must be NoExecute with tolerationSeconds, got ${show(toleration.effect ?? '')}`,
      { hint: 'set effect: NoExecute, or remove tolerationSeconds' });
  }
  if (operator === 'Equal' || operator === '') {
    const problem = labelValue(value);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('value'), 'tolerations/value', `${show(value)} ${problem}`, { field: path.child('operator') });
    }
  } else if (operator === 'Exists') {
    if (value !== '') {
      ctx.report.invalid(path.child('value'), 'tolerations/value-with-exists', `value is not allowed with operator Exists, got ${show(value)}`,
        { field: path.child('operator'), hint: 'remove value, or set operator: Equal' });
    }
  } else {
    ctx.report.notSupported(path.child('operator'), 'tolerations/operator', operator, OPERATORS);
  }
  if (toleration.effect !== undefined && !EFFECTS.includes(toleration.effect)) {
    ctx.report.notSupported(path.child('effect'), 'tolerations/effect', toleration.effect, EFFECTS);
  }
}
