import { Draft } from './draft';
import * as k8s from '../../k8s';
import { canonical, cmp, isInteger, parseQuantity, Quantity, roundUp, value } from '../formats/quantity';

/** Amounts by resource name. */
export interface ResourceList {
  [name: string]: string | number;
}

const MILLI = -3;
/** With a larger scale, zeros are not written out. */
const LARGEST_SCALE = 1000;
/** Decimals that make a quantity too precise for an int64, so that it is parsed as a wide one. */
const WIDE = '.00000000000000000000';
/** Amounts without a part smaller than a thousandth, which nearly all are. */
const NO_ROUNDING = /^[-+]?[0-9]+(?:m|[kKMGTPE]i?)?$/;

/** Limits and requests. */
export function defaultResources(resources: Draft<k8s.ResourceRequirements> | Draft<k8s.VolumeResourceRequirements> | undefined): void {
  if (resources !== undefined) {
    roundResourceList(resources.limits);
    roundResourceList(resources.requests);
  }
}

/** Rounds amounts up to thousandths. Amounts that need no rounding keep their spelling. */
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

/** Requests default to the limits. */
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

/** Sets a computed amount, rounded up to thousandths. */
export function setAmount(list: ResourceList, name: string, quantity: Quantity): void {
  put(list, name, textOf(roundUp(quantity, MILLI)));
}

/** Sets an entry of a map. Keys may be names on Object.prototype, such as `__proto__`. */
export function put(map: ResourceList, key: string, amount: string | number): void {
  if (key === '__proto__') {
    Object.defineProperty(map, key, { value: amount, writable: true, enumerable: true, configurable: true });
  } else {
    map[key] = amount;
  }
}

/**
 * The string of an amount. It is parsed again later and must then give the same quantity as in the server. The canonical string does for
 * nearly all, but beyond an int64 it can be as wrong as `1` for 10^21.
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
