import { Draft } from './draft';
import * as k8s from '../../k8s';
import { canonical, cmp, isInteger, parseQuantity, Quantity, roundUp, value } from '../formats/quantity';

/** Amounts of resources by their names. */
export interface ResourceList {
  [name: string]: string | number;
}

const MILLI = -3;
/** Beyond it, zeros are not spelled out. */
const LARGEST_SCALE = 1000;
/** Decimals with which a quantity is read as one that an int64 does not hold. */
const WIDE = '.00000000000000000000';
/** What has no part smaller than a thousandth, as nearly all that is written. */
const NO_ROUNDING = /^[-+]?[0-9]+(?:m|[kKMGTPE]i?)?$/;

/** Limits and requests. */
export function defaultResources(resources: Draft<k8s.ResourceRequirements> | Draft<k8s.VolumeResourceRequirements> | undefined): void {
  if (resources !== undefined) {
    roundResourceList(resources.limits);
    roundResourceList(resources.requests);
  }
}

/** Amounts are rounded up to thousandths. What need not be rounded stays as it was written. */
export function roundResourceList(list: ResourceList | undefined): void {
  if (list === undefined) {
    return;
  }
  for (const name of Object.keys(list)) {
    const written = list[name];
    if (typeof written === 'number' ? Number.isInteger(written) : NO_ROUNDING.test(written)) {
      continue;
    }
    const quantity = parseQuantity(written);
    if (quantity === undefined) {
      continue;
    }
    const rounded = roundUp(quantity, MILLI);
    if (cmp(rounded, quantity) !== 0) {
      setAmount(list, name, rounded);
    }
  }
}

/** A pod requests as much as its limits where it says nothing else. */
export function requestLimits(resources: Draft<k8s.ResourceRequirements> | undefined): void {
  const limits: ResourceList | undefined = resources?.limits;
  if (limits === undefined) {
    return;
  }
  const requests: ResourceList | undefined = resources!.requests;
  if (requests === undefined) {
    resources!.requests = { ...limits };
    return;
  }
  for (const name of Object.keys(limits)) {
    if (!Object.hasOwn(requests, name)) {
      put(requests, name, limits[name]);
    }
  }
}

/** Writes down an amount that was computed, rounded up to thousandths. */
export function setAmount(list: ResourceList, name: string, quantity: Quantity): void {
  put(list, name, textOf(roundUp(quantity, MILLI)));
}

/** Sets an entry of a map, whose keys may be those of an object's prototype. */
export function put(map: ResourceList, key: string, amount: string | number): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value: amount, writable: true, enumerable: true, configurable: true });
  } else {
    map[key] = amount;
  }
}

/**
 * The text of an amount. It is read again later, and then has to be what the server goes on with. It says that with the canonical text
 * of nearly all; of amounts beyond an int64 that text may be as wrong as `1` for 10^21.
 */
function textOf(quantity: Quantity): string {
  const text = canonical(quantity);
  if (!quantity.wide) {
    return text;
  }
  const read = parseQuantity(text);
  if (read !== undefined && cmp(read, quantity) === 0 && value(read) === value(quantity) && isInteger(read) === isInteger(quantity)) {
    return text;
  }
  const { unscaled, scale, format } = quantity;
  return format === 'DecimalExponent' || scale > LARGEST_SCALE
    ? `${unscaled}${WIDE}e${scale}`
    : `${BigInt(unscaled) * 10n ** BigInt(scale - MILLI)}${WIDE}m`;
}
