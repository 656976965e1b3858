import { validateResourceClaimNames } from './resource-claims';
import { isCounted, isHugePages, isOvercommitAllowed, pageSize, ResourceNameRule, validateContainerResourceName } from './resource-names';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { cmp, isInteger, isMultipleOf, parseQuantity, sign } from '../../formats/quantity';
import { Path } from '../../path';
import { show } from '../../report';

type Requirements = Decoded<k8s.ResourceRequirements>;
type Amounts = { readonly [name: string]: string | number | undefined };

const LISTS = ['limits', 'requests'] as const;

/** Resources of one container. */
export function validateContainerResources(resources: Requirements, claims: ReadonlySet<string>, path: Path, ctx: Context): void {
  validateResourceRequirements(resources, validateContainerResourceName, claims, path, ctx);
}

/**
 * Limits and requests: no negative amounts, whole numbers of devices, whole huge pages; no request above its limit, and equal to it where
 * overcommit is not allowed. The server reports a request that is too high at `requests`, and a missing limit at `limits`.
 */
export function validateResourceRequirements(
  resources: Requirements, nameRule: ResourceNameRule, claims: ReadonlySet<string>, path: Path, ctx: Context,
): void {
  const limits: Amounts | undefined = resources.limits;
  let hugePages = false;
  let cpuOrMemory = false;
  for (const list of LISTS) {
    const amounts: Amounts | undefined = resources[list];
    if (amounts === undefined) {
      continue;
    }
    const names = Object.keys(amounts);
    for (let i = 0; i < names.length; i++) {
      const name = names[i];
      const amount = amounts[name] ?? 0;
      if (name === 'cpu' || name === 'memory') {
        cpuOrMemory = true;
        if (isNegative(amount)) {
          refuseNegative(amount, path.child(list).key(name), ctx);
        }
      } else {
        const at = path.child(list).key(name);
        nameRule(name, at, ctx);
        validateAmount(name, amount, at, ctx);
        hugePages ||= isHugePages(name);
      }
      if (list === 'requests') {
        validateAgainstLimit(name, amount, limits, path, ctx);
      }
    }
  }
  if (hugePages && !cpuOrMemory) {
    ctx.report.forbidden(path, 'resources/huge-pages-alone', 'huge pages require a request or limit of cpu or memory', { hint: 'add a request or limit of memory' });
  }
  if (resources.claims !== undefined) {
    validateResourceClaimNames(resources.claims, claims, path.child('claims'), ctx);
  }
}

/** No negative amounts, no fractions of devices, and a whole number of huge pages. */
function validateAmount(name: string, amount: string | number, at: Path, ctx: Context): void {
  if (isNegative(amount)) {
    refuseNegative(amount, at, ctx);
  }
  if (isCounted(name)) {
    const quantity = parseQuantity(amount);
    if (quantity !== undefined && !isInteger(quantity)) {
      ctx.report.invalid(at, 'resources/not-whole', `${name} must be a whole number, got ${show(amount)}`);
    }
  }
  if (isHugePages(name) && !isWholePages(name, amount)) {
    ctx.report.invalid(at, 'resources/huge-pages', `must be a multiple of the page size ${pageSize(name)}, got ${show(amount)}`);
  }
}

function isWholePages(name: string, amount: string | number): boolean {
  const page = parseQuantity(pageSize(name));
  const quantity = parseQuantity(amount);
  return page !== undefined && quantity !== undefined && sign(page) > 0 && isInteger(page) && isMultipleOf(quantity, page);
}

/** Only strings that start with '-' need parsing. */
function isNegative(amount: string | number): boolean {
  if (typeof amount === 'number' ? amount >= 0 : !amount.includes('-')) {
    return false;
  }
  const quantity = parseQuantity(amount);
  return quantity !== undefined && sign(quantity) < 0;
}

function refuseNegative(amount: string | number, at: Path, ctx: Context): void {
  ctx.report.invalid(at, 'resources/negative', `must be 0 or more, got ${show(amount)}`);
}

function validateAgainstLimit(name: string, amount: string | number, limits: Amounts | undefined, path: Path, ctx: Context): void {
  const limit = limits !== undefined && Object.hasOwn(limits, name) ? limits[name] : undefined;
  if (limit === undefined) {
    if (!isOvercommitAllowed(name)) {
      ctx.report.required(path.child('limits').key(name), 'resources/limit-missing', `${name} requires a limit equal to its request`,
        { field: path.child('limits'), hint: `add limits: { ${name}: ${amount} }` });
    }
    return;
  }
  if (limit === amount) {
    return;
  }
  const wanted = parseQuantity(amount);
  const most = parseQuantity(limit);
  const order = wanted === undefined || most === undefined ? 0 : cmp(wanted, most);
  if (order !== 0 && !isOvercommitAllowed(name)) {
    ctx.report.invalid(path.child('requests').key(name), 'resources/request-not-limit',
      `${name} request must equal its limit ${show(limit)}, got ${show(amount)}`, { field: path.child('requests') });
  } else if (order > 0) {
    ctx.report.invalid(path.child('requests').key(name), 'resources/request-above-limit',
      `${name} request must be at most its limit ${show(limit)}, got ${show(amount)}`,
      { field: path.child('requests'), hint: 'lower the request or raise the limit' });
  }
}
