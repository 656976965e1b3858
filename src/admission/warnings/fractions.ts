import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { isInteger, parseQuantity } from '../formats/quantity';
import { Path } from '../path';
import { show } from '../report';

/** Amounts by resource name. */
export type Amounts = NonNullable<Decoded<k8s.PodSpec['overhead']>>;

/** Memory and ephemeral storage should be whole bytes. */
export function warnOfFractions(amounts: Amounts | undefined, owner: Path, field: string, ctx: Context): void {
  if (amounts !== undefined) {
    warnOfFraction(amounts, 'memory', owner, owner, field, ctx);
    warnOfFraction(amounts, 'ephemeral-storage', owner, owner, field, ctx);
  }
}

/** Whether one of these amounts is fractional. */
export function hasFractions(amounts: Amounts | undefined): boolean {
  return amounts !== undefined && (isFraction(amounts, 'memory') || isFraction(amounts, 'ephemeral-storage'));
}

/** The size of a claim should be whole bytes. `named` is the path that the server writes instead of `path`. */
export function warnOfClaimSize(spec: Decoded<k8s.PersistentVolumeClaimSpec> | undefined, path: Path, named: Path, ctx: Context): void {
  const resources = spec?.resources;
  if (resources === undefined) {
    return;
  }
  for (const field of ['requests', 'limits'] as const) {
    const amounts = resources[field];
    if (amounts !== undefined) {
      warnOfFraction(amounts, 'storage', path.child('resources'), named.child('resources'), field, ctx);
    }
  }
}

function warnOfFraction(amounts: Amounts, resource: string, owner: Path, named: Path, field: string, ctx: Context): void {
  if (isFraction(amounts, resource)) {
    const amount = amounts[resource];
    ctx.report.warning(owner.child(field).key(resource), 'resources/fractional-bytes', `${resource} should be a whole number of bytes, got ${show(amount)}`,
      { field: named.child(field).key(resource), hint: String(amount).endsWith('m') ? 'm means thousandths of a byte: use M or Mi' : 'use whole bytes' });
  }
}

function isFraction(amounts: Amounts, resource: string): boolean {
  const amount = Object.hasOwn(amounts, resource) ? amounts[resource] as string | number : undefined;
  // Nearly all amounts are numbers without a unit or a point, which are whole.
  if (amount === undefined || (typeof amount === 'number' && Number.isSafeInteger(amount))) {
    return false;
  }
  const quantity = parseQuantity(amount);
  return quantity !== undefined && !isInteger(quantity);
}
