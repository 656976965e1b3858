import { Amounts, hasFractions, warnOfFractions } from './fractions';
import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { Path } from '../path';
import { show } from '../report';
import { FEW, repeatsName } from '../rules/containers/repeated';

/** Warnings about one container by itself. */
export function warnOfContainer(container: Decoded<k8s.Container>, at: Path, ctx: Context): void {
  const { env, resources } = container;
  if (resources !== undefined && (hasFractions(resources.limits) || hasFractions(resources.requests))) {
    warnOfFractions(resources.limits as Amounts | undefined, at.child('resources'), 'limits', ctx);
    warnOfFractions(resources.requests as Amounts | undefined, at.child('resources'), 'requests', ctx);
  }
  if (env !== undefined && env.length > 1) {
    warnOfHiddenVariables(env, at, ctx);
  }
}

/** A variable that is defined twice, unless the second value refers to the first: `$(PATH):/more`. */
function warnOfHiddenVariables(env: readonly Decoded<k8s.EnvVar>[], at: Path, ctx: Context): void {
  const seen = env.length > FEW ? new Set<string>() : undefined;
  for (let i = 0; i < env.length; i++) {
    const { name = '', value = '', valueFrom } = env[i];
    if (seen === undefined ? !repeatsName(env, i) : !seen.has(name)) {
      seen?.add(name);
      continue;
    }
    const reference = `$(${name})`;
    if (valueFrom !== undefined || value === reference || !value.includes(reference)) {
      ctx.report.warning(at.child('env').index(i), 'env/duplicate-name', `duplicate variable ${show(name)}: the earlier one can be lost when the object is applied`,
        { hint: `remove one of them, or refer to the earlier value as ${reference}` });
    }
  }
}
