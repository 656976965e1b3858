import { checkDeviceToleration, checkOpaque } from './parts';
import type * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import type { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { lowerCase } from '../../formats/letter-case';
import { dns1123Label, dns1123Subdomain } from '../../formats/names';
import type { Path } from '../../path';
import { show } from '../../report';
import { validateDriverName } from '../volumes/drivers';

type Claim = Decoded<k8s.DeviceClaim>;
type Request = Decoded<k8s.DeviceRequest>;
type Exact = Decoded<k8s.ExactDeviceRequest>;
type Part = Decoded<k8s.DeviceSubRequest>;
type Constraint = Decoded<k8s.DeviceConstraint>;
/** The names of the requests of a claim, and of the parts of each. */
type RequestNames = ReadonlyMap<string, ReadonlySet<string>>;

const MOST = 32;
const MOST_ALTERNATIVES = 8;
/** The longest CEL expression. */
const MOST_CEL = 10 * 1024;
const MODES = ['All', 'ExactCount'];
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const MOST_IDENTIFIER = 32;

/** The devices that a claim asks for. Source: validateDeviceClaim of pkg/apis/resource/validation; CEL expressions are not compiled. */
export function validateDeviceClaim(claim: Claim, path: Path, ctx: Context): void {
  const names = namesOf(claim.requests ?? []);
  const requests = path.child('requests');
  if (fits(claim.requests, MOST, requests, ctx)) {
    claim.requests?.forEach((request, i) => validateRequest(request, requests.index(i), ctx));
    refuseRepeated(claim.requests?.map(({ name }) => name ?? ''), requests, ctx, 'name');
  }
  const constraints = path.child('constraints');
  if (fits(claim.constraints, MOST, constraints, ctx)) {
    claim.constraints?.forEach((constraint, i) => validateConstraint(constraint, names, constraints.index(i), ctx));
  }
  const config = path.child('config');
  if (fits(claim.config, MOST, config, ctx)) {
    claim.config?.forEach((each, i) => {
      validateReferences(each.requests, names, config.index(i).child('requests'), ctx);
      checkOpaque(each.opaque, config.index(i).child('opaque'), ctx);
    });
  }
}

function namesOf(requests: readonly Request[]): RequestNames {
  return new Map(requests.map(({ name, firstAvailable }) => [name ?? '', new Set(firstAvailable?.map((part) => part.name ?? ''))]));
}

/** Since 1.35, a list that is too long is not looked at any further. */
function fits(list: readonly unknown[] | undefined, most: number, path: Path, ctx: Context): boolean {
  if (list !== undefined && list.length > most) {
    ctx.report.tooMany(path, 'device-claim/too-many', `at most ${most} items are allowed, got ${list.length}`);
    return !on(ctx, 'LongDeviceListsAreSkipped');
  }
  return true;
}

/** Names of `field`, or the items themselves. Since 1.35, the server reports at the item, before at the field. */
function refuseRepeated(names: readonly string[] | undefined, path: Path, ctx: Context, field?: string): void {
  const seen = new Set<string>();
  names?.forEach((name, i) => {
    if (seen.has(name)) {
      const at = path.index(i);
      const place = field === undefined ? at : at.child(field);
      ctx.report.duplicate(place, 'device-claim/duplicate', `duplicate name ${show(name)}`, { field: on(ctx, 'LongDeviceListsAreSkipped') ? at : place });
    }
    seen.add(name);
  });
}

function validateRequestName(name: string, path: Path, ctx: Context): void {
  const problem = dns1123Label(name);
  if (problem !== undefined) {
    ctx.report.invalid(path, 'device-claim/request-name', `${show(name)} ${problem}`);
  }
}

/** One request: `exactly`, or the first of several that can be had. */
function validateRequest(request: Request, path: Path, ctx: Context): void {
  validateRequestName(request.name ?? '', path.child('name'), ctx);
  const { exactly, firstAvailable = [] } = request;
  if (exactly === undefined && firstAvailable.length === 0) {
    ctx.report.required(path, 'device-claim/exactly-or-first', 'exactly or firstAvailable is required');
  } else if (exactly !== undefined && firstAvailable.length > 0) {
    ctx.report.invalid(path, 'device-claim/exactly-and-first', 'exactly and firstAvailable are not allowed together', { hint: 'remove one of them' });
    validateBoth(exactly, firstAvailable, path, ctx);
  } else if (exactly !== undefined) {
    validateExact(exactly, path.child('exactly'), ctx);
  } else {
    validateParts(firstAvailable, path.child('firstAvailable'), ctx);
  }
}

function validateParts(parts: readonly Part[], path: Path, ctx: Context): void {
  if (fits(parts, MOST_ALTERNATIVES, path, ctx)) {
    parts.forEach((part, i) => {
      validateRequestName(part.name ?? '', path.index(i).child('name'), ctx);
      validateExact(part, path.index(i), ctx);
    });
    refuseRepeated(parts.map(({ name }) => name ?? ''), path, ctx, 'name');
  }
}

/** What else the server says of a request that has both: 1.34 all, 1.35 and 1.36 nothing, 1.37 what its declarative rules say. */
function validateBoth(exactly: Exact, parts: readonly Part[], path: Path, ctx: Context): void {
  if (!on(ctx, 'RequestsOfBothKindsEndTheRules')) {
    validateExact(exactly, path.child('exactly'), ctx);
    validateParts(parts, path.child('firstAvailable'), ctx);
  } else if (on(ctx, 'DeclarativeRulesOfDevices')) {
    const list = path.child('firstAvailable');
    validateDeclared(exactly, path.child('exactly'), ctx);
    if (fits(parts, MOST_ALTERNATIVES, list, ctx)) {
      parts.forEach((part, i) => {
        validateClass(part.deviceClassName, list.index(i).child('deviceClassName'), ctx);
        validateDeclared(part, list.index(i), ctx);
      });
      refuseRepeated(parts.map(({ name }) => name ?? ''), list, ctx, 'name');
    }
  }
}

/** The declarative rules of a request: closed values and the sizes of lists. */
function validateDeclared(request: Exact, path: Path, ctx: Context): void {
  fits(request.selectors, MOST, path.child('selectors'), ctx);
  validateMode(request.allocationMode ?? '', path, ctx);
  const first = ctx.report.findings.length;
  request.tolerations?.forEach((toleration, i) => checkDeviceToleration(toleration, path.child('tolerations').index(i), ctx));
  ctx.report.revise(first, (at, { code }) => (code === 'device-claim/toleration-value' ? undefined : { at }));
}

function validateExact(request: Exact, path: Path, ctx: Context): void {
  validateClass(request.deviceClassName, path.child('deviceClassName'), ctx);
  const selectors = path.child('selectors');
  if (fits(request.selectors, MOST, selectors, ctx)) {
    request.selectors?.forEach(({ cel }, i) => validateSelector(cel, selectors.index(i).child('cel'), ctx));
  }
  const mode = request.allocationMode ?? '';
  const count = request.count ?? 0;
  if (mode === 'All' && count !== 0) {
    ctx.report.invalid(path.child('count'), 'device-claim/count-of-all', 'count is not allowed with allocationMode All', { hint: 'remove count' });
  } else if (mode === 'ExactCount' && count <= 0) {
    ctx.report.invalid(path.child('count'), 'device-claim/count', `must be 1 or more, got ${show(count)}`);
  } else {
    validateMode(mode, path, ctx);
  }
  request.tolerations?.forEach((toleration, i) => checkDeviceToleration(toleration, path.child('tolerations').index(i), ctx));
}

function validateMode(mode: string, path: Path, ctx: Context): void {
  if (!MODES.includes(mode)) {
    ctx.report.notSupported(path.child('allocationMode'), 'device-claim/allocation-mode', mode, MODES);
  }
}

function validateClass(name: string | undefined, path: Path, ctx: Context): void {
  const problem = name === undefined ? undefined : dns1123Subdomain(name);
  if (name === undefined) {
    ctx.report.required(path, 'device-claim/class-required', 'deviceClassName is required: the name of a DeviceClass');
  } else if (problem !== undefined) {
    ctx.report.invalid(path, 'device-claim/class', `${show(name)} ${problem}`);
  }
}

function validateSelector(cel: Decoded<k8s.CELDeviceSelector> | undefined, path: Path, ctx: Context): void {
  if (cel === undefined) {
    ctx.report.required(path, 'device-claim/cel-required', 'cel is required: an expression that selects devices');
  } else if (byteLength(cel.expression ?? '') > MOST_CEL) {
    ctx.report.tooLong(path.child('expression'), 'device-claim/cel-length', `an expression may have at most ${MOST_CEL} bytes`);
  } else if ((cel.expression ?? '').trim() === '') {
    ctx.report.invalid(path.child('expression'), 'device-claim/cel-empty', 'expression must not be empty');
  }
}

function validateConstraint(constraint: Constraint, names: RequestNames, path: Path, ctx: Context): void {
  validateReferences(constraint.requests, names, path.child('requests'), ctx);
  if (constraint.matchAttribute !== undefined) {
    validateAttribute(constraint.matchAttribute, path.child('matchAttribute'), ctx);
    if (constraint.distinctAttribute !== undefined && on(ctx, 'BothDeviceAttributesAreChecked')) {
      validateAttribute(constraint.distinctAttribute, path.child('distinctAttribute'), ctx);
    }
  } else if (constraint.distinctAttribute !== undefined) {
    validateAttribute(constraint.distinctAttribute, path.child('distinctAttribute'), ctx);
  } else if (on(ctx, 'DRAConsumableCapacity')) {
    ctx.report.required(path, 'device-claim/attribute-required', 'matchAttribute or distinctAttribute is required');
  } else {
    ctx.report.required(path.child('matchAttribute'), 'device-claim/attribute-required', 'matchAttribute is required');
  }
}

/** Requests of this claim, by `name` or `name/part`. */
function validateReferences(list: readonly string[] | undefined, names: RequestNames, path: Path, ctx: Context): void {
  if (!fits(list, MOST, path, ctx)) {
    return;
  }
  list?.forEach((name, i) => {
    const parts = name.split('/');
    if (parts.length <= 2) {
      parts.forEach((part) => validateRequestName(part, path.index(i), ctx));
    }
    const known = names.get(parts[0]);
    if (parts.length > 2 || known === undefined || (parts.length === 2 && !known.has(parts[1]))) {
      ctx.report.invalid(path.index(i), 'device-claim/unknown-request', `${show(name)} is no request of this claim: must be its name, or the name, a slash and the name of one of firstAvailable`);
    }
  });
  refuseRepeated(list, path, ctx);
}

/** An attribute of devices with its domain: `example.com/model`. */
function validateAttribute(name: string, path: Path, ctx: Context): void {
  const parts = name.split('/');
  if (name === '' && !on(ctx, 'DeviceAttributesAreInvalid')) {
    ctx.report.required(path, 'device-claim/attribute', 'the name of the attribute is required');
  } else if (parts.length <= 2) {
    const [domain, id] = parts.length === 2 ? parts : [undefined, name];
    if (domain === '') {
      refuseEmpty('the domain', path, ctx);
    } else if (domain !== undefined) {
      validateDriverName(domain, path, ctx);
      refuseCapitals(domain, path, ctx);
    }
    if (id === '' && domain !== undefined) {
      refuseEmpty('the name', path, ctx);
    } else {
      validateIdentifier(id, path, ctx);
    }
  }
  if (parts.length === 1 && (name !== '' || on(ctx, 'DeviceAttributesAreInvalid'))) {
    ctx.report.invalid(path, 'device-claim/attribute-domain', `${show(name)} must have a domain and a slash before its name`);
  }
}

/** Since 1.37, the domain must be in lower case. */
function refuseCapitals(domain: string, path: Path, ctx: Context): void {
  if (on(ctx, 'BothDeviceAttributesAreChecked') && dns1123Subdomain(domain) !== undefined && dns1123Subdomain(lowerCase(domain)) === undefined) {
    ctx.report.invalid(path, 'device-claim/attribute', `the domain ${show(domain)} must be in lower case`);
  }
}

function refuseEmpty(what: string, path: Path, ctx: Context): void {
  const message = `${what} of the attribute must not be empty`;
  if (on(ctx, 'DeviceAttributesAreInvalid')) {
    ctx.report.invalid(path, 'device-claim/attribute', message);
  } else {
    ctx.report.required(path, 'device-claim/attribute', message);
  }
}

function validateIdentifier(id: string, path: Path, ctx: Context): void {
  if (byteLength(id) > MOST_IDENTIFIER) {
    ctx.report.tooLong(path, 'device-claim/attribute-length', `the name of an attribute may have at most ${MOST_IDENTIFIER} characters`);
  }
  if (!IDENTIFIER.test(id)) {
    ctx.report.invalid(path, 'device-claim/attribute', `${show(id)} must contain only letters, digits and '_', and must not start with a digit`);
  }
}
