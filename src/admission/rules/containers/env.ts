import { isPlainSource, validateEnvVarSource } from './env-sources';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { relaxedEnvVarName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** `env`: names of printable ASCII without '='; either a value or one source. */
export function validateEnv(vars: Decoded<k8s.EnvVar[]>, path: Path, ctx: Context): void {
  for (let i = 0; i < vars.length; i++) {
    const variable = vars[i];
    const name = variable.name ?? '';
    if (name === '') {
      ctx.report.required(path.index(i).child('name'), 'env/name', 'a variable name is required');
    } else {
      const problem = relaxedEnvVarName(name);
      if (problem !== undefined) {
        ctx.report.invalid(path.index(i).child('name'), 'env/name', `variable name ${show(name)} ${problem}`);
      }
    }
    if (variable.valueFrom !== undefined && (variable.value !== undefined || !isPlainSource(variable.valueFrom))) {
      validateValueFrom(variable, variable.valueFrom, path.index(i).child('valueFrom'), ctx);
    }
  }
}

function validateValueFrom(variable: Decoded<k8s.EnvVar>, source: Decoded<k8s.EnvVarSource>, path: Path, ctx: Context): void {
  const count = validateEnvVarSource(source, path, ctx);
  if (count === 0) {
    ctx.report.invalid(path, 'env/no-source', `valueFrom of ${show(variable.name ?? '')} needs exactly one source, got none`,
      { hint: 'set fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef or, from 1.35, fileKeyRef' });
  } else if (variable.value !== undefined) {
    ctx.report.invalid(path, 'env/value-and-value-from', `variable ${show(variable.name ?? '')} must not have both valueFrom and the value ${show(variable.value)}`,
      { hint: 'remove value or valueFrom' });
  } else if (count > 1) {
    ctx.report.invalid(path, 'env/two-sources', `valueFrom of ${show(variable.name ?? '')} needs exactly one source, got ${count}`, { hint: 'keep one source and remove the others' });
  }
}
