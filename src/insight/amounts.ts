import type { ResourceAmounts } from './types-resources';
import { add, canonical, cmp, milliValue, parseQuantity, Quantity, sign, value } from '../admission/formats/quantity';

/** Quantities by resource. A map, since names come from the manifest. */
export type Amounts = Map<string, Quantity>;

/** A list of resources as the manifest has it; what is no quantity is left out. */
export function amountsOf(list: { readonly [resource: string]: string | number | undefined } | undefined): Amounts {
  const amounts: Amounts = new Map();
  for (const [resource, text] of Object.entries(list ?? {})) {
    const quantity = text === undefined ? undefined : parseQuantity(text);
    if (quantity !== undefined) {
      amounts.set(resource, quantity);
    }
  }
  return amounts;
}

/** Adds each resource of another list. */
export function addAll(to: Amounts, other: Amounts): void {
  for (const [resource, quantity] of other) {
    const before = to.get(resource);
    to.set(resource, before === undefined ? quantity : add(before, quantity));
  }
}

/** Takes over each resource of which another list has more; says which. */
export function raise(to: Amounts, other: Amounts, raised?: (resource: string) => void): void {
  for (const [resource, quantity] of other) {
    const before = to.get(resource);
    if (before === undefined || cmp(quantity, before) > 0) {
      to.set(resource, quantity);
      raised?.(resource);
    }
  }
}

/** In thousandths, and 0 for what is not there. */
export function millis(amounts: Amounts, resource: string): number {
  const quantity = amounts.get(resource);
  return quantity === undefined ? 0 : Number(milliValue(quantity));
}

/** In whole units, and 0 for what is not there. */
export function whole(amounts: Amounts, resource: string): bigint {
  const quantity = amounts.get(resource);
  return quantity === undefined ? 0n : value(quantity);
}

/** Whether a resource is missing or zero. */
export function isZero(amounts: Amounts, resource: string): boolean {
  const quantity = amounts.get(resource);
  return quantity === undefined || sign(quantity) === 0;
}

/** As data of an insight. */
export function plainAmounts(amounts: Amounts): ResourceAmounts {
  return {
    ...amounts.has('cpu') && { cpuMillicores: millis(amounts, 'cpu') },
    ...amounts.has('memory') && { memoryBytes: Number(whole(amounts, 'memory')) },
    quantities: Object.fromEntries([...amounts].map(([resource, quantity]) => [resource, canonical(quantity)])),
  };
}
