import { Context } from '../context';
import { Decoded } from '../decoded';
import { show } from '../report';
import { METADATA } from './workload';

/** Annotations that were fields once: the server reads a number from them before it validates anything. */
const NUMBERS: { readonly [kind: string]: { readonly key: string; readonly mayBeEmpty: boolean } | undefined } = {
  Deployment: { key: 'deprecated.deployment.rollback.to', mayBeEmpty: true },
  DaemonSet: { key: 'deprecated.daemonset.template.generation', mayBeEmpty: false },
};

/** Whether the server can make its own form of an object; where not, it refuses it like one that it cannot decode. */
export function validateConversion(annotations: Decoded<{ [key: string]: string }> | undefined, ctx: Context): boolean {
  const number = annotations === undefined ? undefined : NUMBERS[ctx.kind];
  if (number === undefined || annotations === undefined || !Object.hasOwn(annotations, number.key)) {
    return true;
  }
  const text = annotations[number.key] ?? '';
  if ((text === '' && number.mayBeEmpty) || isInt64(text)) {
    return true;
  }
  ctx.report.badRequest(METADATA.child('annotations').key(number.key), 'conversion/annotation', `${show(text)} is no number`, { field: '', hint: 'remove the annotation' });
  return false;
}

function isInt64(text: string): boolean {
  if (!/^[-+]?[0-9]+$/.test(text)) {
    return false;
  }
  const digits = text.replace(/^[-+]?0*/, '');
  return digits.length < 19 || (digits.length === 19 && BigInt(digits) < 2n ** 63n + (text.startsWith('-') ? 1n : 0n));
}
