import type * as k8s from '../../../k8s';
import type { Context } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { cmp, cmpInt, milliValue, parseQuantity, Quantity, value } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';
import { isOvercommitAllowed, isResourceName, validateContainerResourceName } from '../resources/resource-names';

type Limit = Decoded<k8s.LimitRangeItem>;
type List = 'min' | 'max' | 'default' | 'defaultRequest' | 'maxLimitRequestRatio';

const LISTS: readonly List[] = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'];
const DEFAULTS: readonly List[] = ['default', 'defaultRequest'];
/** Above this, Go cannot count in thousandths. */
const MOST_MILLI = (2n ** 63n - 1n) / 1000n;

/** Which amount may not be more than which; the server reports at the second of the pair, or at `at`. */
const ORDERED: readonly { readonly less: List; readonly more: List; readonly at: List }[] = [
  { less: 'min', more: 'max', at: 'min' },
  { less: 'min', more: 'defaultRequest', at: 'defaultRequest' },
  { less: 'defaultRequest', more: 'max', at: 'defaultRequest' },
  { less: 'defaultRequest', more: 'default', at: 'defaultRequest' },
  { less: 'min', more: 'default', at: 'default' },
  { less: 'default', more: 'max', at: 'default' },
];

/** The amounts of one type of object. */
export function validateLimits(limit: Limit, path: Path, ctx: Context): void {
  const lists = limit.type === 'Pod' ? LISTS.filter((list) => !DEFAULTS.includes(list)) : LISTS;
  if (limit.type === 'Pod') {
    for (const list of DEFAULTS.filter((each) => limit[each] !== undefined)) {
      ctx.report.forbidden(path.child(list), 'limit-range/default-of-pods', `${list} is not allowed with type Pod`, { hint: 'remove it, or use type Container' });
    }
  }
  for (const list of lists) {
    for (const name of Object.keys(limit[list] ?? {})) {
      validateName(limit.type, name, path.child(list).key(name), ctx);
    }
  }
  if (limit.type === 'PersistentVolumeClaim' && limit.min?.storage === undefined && limit.max?.storage === undefined) {
    ctx.report.required(path, 'limit-range/storage', 'type PersistentVolumeClaim needs min or max of storage', { field: path.child('limits') });
  }
  const names = new Set(lists.flatMap((list) => Object.keys(limit[list] ?? {})));
  names.forEach((name) => validateAmounts((list) => (lists.includes(list) ? amount(limit, list, name) : undefined), name, path, ctx));
}

function validateName(type: string | undefined, name: string, at: Path, ctx: Context): void {
  if (type === 'Pod' || type === 'Container') {
    validateContainerResourceName(name, at, ctx);
  } else {
    isResourceName(name, at, ctx);
  }
}

function amount(limit: Limit, list: List, name: string): Quantity | undefined {
  const amounts = limit[list] as { readonly [name: string]: string | number | undefined } | undefined;
  return amounts !== undefined && Object.hasOwn(amounts, name) ? parseQuantity(amounts[name]!) : undefined;
}

function validateAmounts(of: (list: List) => Quantity | undefined, name: string, path: Path, ctx: Context): void {
  for (const { less, more, at } of ORDERED) {
    const [small, large] = [of(less), of(more)];
    if (small !== undefined && large !== undefined && cmp(small, large) > 0) {
      ctx.report.invalid(path.child(at).key(name), 'limit-range/order', `${less} of ${show(name)} must not be more than ${more}`);
    }
  }
  validateRatio(of('maxLimitRequestRatio'), of('min'), of('max'), path.child('maxLimitRequestRatio').key(name), ctx);
  const [limit, request] = [of('default'), of('defaultRequest')];
  if (!isOvercommitAllowed(name) && limit !== undefined && request !== undefined && cmp(limit, request) !== 0) {
    ctx.report.invalid(path.child('defaultRequest').key(name), 'limit-range/overcommit', `defaultRequest of ${show(name)} must equal default: it cannot be overcommitted`);
  }
}

function validateRatio(ratio: Quantity | undefined, min: Quantity | undefined, max: Quantity | undefined, path: Path, ctx: Context): void {
  if (ratio === undefined) {
    return;
  }
  if (cmpInt(ratio, 1) < 0) {
    ctx.report.invalid(path, 'limit-range/ratio', 'maxLimitRequestRatio must be 1 or more');
  }
  if (min === undefined || max === undefined) {
    return;
  }
  const [r, low, high] = [ratio, min, max].every((each) => value(each) < MOST_MILLI)
    ? [Number(milliValue(ratio)) / 1000, milliValue(min), milliValue(max)] : [Number(value(ratio)), value(min), value(max)];
  const most = Number(high) / Number(low);
  if (r > most) {
    ctx.report.invalid(path, 'limit-range/ratio', `maxLimitRequestRatio must not be more than max divided by min, which is ${most}`);
  }
}
