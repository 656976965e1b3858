// Bounds of a limit range, as the plugin LimitRanger compares them.
import type { Decoded } from '../../admission/decode/decoded';
import { canonical, milliValue, Quantity, value } from '../../admission/formats/quantity';
import { Path } from '../../admission/path';
import { Amounts, amountsOf } from '../../insight/amounts';
import { containersOf } from '../../insight/read-pod';
import { needsOf, podLevel } from '../../insight/totals';
import type * as k8s from '../../k8s';
import { JsonMap, mapAt } from '../../objects/plain';

/** What is wrong with an object, and where. */
export interface LimitProblem {
  readonly at: Path;
  /** The end of the finding's code. */
  readonly code: 'min' | 'max' | 'ratio';
  readonly message: string;
  readonly hint: string;
}

type Pod = Decoded<k8s.Pod>;
type Claim = Decoded<k8s.PersistentVolumeClaim>;
/** What is compared: of a container, a pod or a claim. */
interface Subject {
  readonly what: string;
  readonly at: Path;
  readonly requests: Amounts;
  readonly limits: Amounts;
}

/** Beyond this, thousandths do not fit into an int64. */
const MAX_MILLI = (2n ** 63n - 1n) / 1000n;
const SPEC = Path.root.child('spec');
/** Of the resources of a pod as a whole, the plugin knows these. */
const POD_LEVEL: readonly string[] = ['cpu', 'memory'];

/** Every container on its own. */
export function containerProblems(limit: JsonMap, { spec }: Pod): LimitProblem[] {
  return (['containers', 'initContainers'] as const).flatMap((list) => (spec?.[list] ?? []).flatMap((container, i) => problemsOf(limit, {
    what: `container '${container.name ?? ''}'`,
    at: SPEC.child(list).index(i).child('resources'),
    requests: amountsOf(container.resources?.requests),
    limits: amountsOf(container.resources?.limits),
  })));
}

/** All containers of a pod together. */
export function podProblems(limit: JsonMap, { spec = {} }: Pod): LimitProblem[] {
  return problemsOf(limit, { what: 'the pod', at: SPEC, requests: sumOf(spec, 'requests'), limits: sumOf(spec, 'limits') });
}

/** The storage of a claim. Its limits do not count. */
export function storageProblems(limit: JsonMap, { spec }: Claim): LimitProblem[] {
  const requests = amountsOf(spec?.resources?.requests);
  const subject: Subject = { what: 'the claim', at: SPEC.child('resources'), requests, limits: new Map() };
  return [...minimums(limit, subject), ...maximums(limit, subject, 'requests')];
}

function problemsOf(limit: JsonMap, subject: Subject): LimitProblem[] {
  return [...minimums(limit, subject), ...maximums(limit, subject, 'limits'), ...ratios(limit, subject)];
}

function minimums(limit: JsonMap, { what, at, requests, limits }: Subject): LimitProblem[] {
  return bounds(limit, 'min').flatMap(([name, least]) => {
    const [request, most] = [requests.get(name), limits.get(name)];
    const low = request === undefined || isLess(request, least) ? 'requests' : most !== undefined && isLess(most, least) ? 'limits' : undefined;
    return low === undefined ? [] : [problem('min', at, low, name, `${what} must ${low === 'requests' ? 'request' : 'have a limit of'} at least ${canonical(least)} of ${name}, ${got(low === 'requests' ? request : most)}`, `set ${low}.${name} to ${canonical(least)} or more`)];
  });
}

/** @param must what must be set: of a claim, its requests */
function maximums(limit: JsonMap, { what, at, requests, limits }: Subject, must: 'requests' | 'limits'): LimitProblem[] {
  return bounds(limit, 'max').flatMap(([name, most]) => {
    const [first, other] = [(must === 'limits' ? limits : requests).get(name), must === 'limits' ? requests.get(name) : undefined];
    const high = first === undefined || isLess(most, first) ? must : other !== undefined && isLess(most, other) ? 'requests' : undefined;
    return high === undefined ? [] : [problem('max', at, high, name, `${what} must ${high === 'limits' ? 'have a limit of' : 'request'} at most ${canonical(most)} of ${name}, ${got(high === must ? first : other)}`, `set ${high}.${name} to ${canonical(most)} or less`)];
  });
}

function ratios(limit: JsonMap, { what, at, requests, limits }: Subject): LimitProblem[] {
  return bounds(limit, 'maxLimitRequestRatio').flatMap(([name, ratio]) => {
    const [request, most] = [requests.get(name), limits.get(name)];
    const hint = `set limits.${name} to at most ${canonical(ratio)} times requests.${name}`;
    if (request === undefined || most === undefined) {
      return [problem('ratio', at, request === undefined ? 'requests' : 'limits', name, `${what} must have a request and a limit of ${name}: the limit may be ${canonical(ratio)} times the request`, hint)];
    }
    const [less, more] = comparable([request, most, ratio]);
    const isBroken = less === 0n || more === 0n || Number(more) / Number(less) * 1000 > Number(milliValue(ratio));
    return isBroken ? [problem('ratio', at, 'limits', name, `${what}: the limit of ${name} may be ${canonical(ratio)} times the request, got ${canonical(most)} for ${canonical(request)}`, hint)] : [];
  });
}

function problem(code: LimitProblem['code'], at: Path, list: string, name: string, message: string, hint: string): LimitProblem {
  return { code, at: at === SPEC ? at : at.child(list).key(name), message, hint };
}

function got(quantity: Quantity | undefined): string {
  return quantity === undefined ? 'it has none' : `got ${canonical(quantity)}`;
}

function bounds(limit: JsonMap, field: string): [string, Quantity][] {
  return [...amountsOf(mapAt(limit, field) as { [name: string]: string })];
}

function isLess(a: Quantity, b: Quantity): boolean {
  const [x, y] = comparable([a, b]);
  return x < y;
}

/** In thousandths where all fit, else in whole units. */
function comparable(quantities: readonly Quantity[]): bigint[] {
  const whole = quantities.map(value);
  return whole.every((one) => one <= MAX_MILLI) ? quantities.map(milliValue) : whole;
}

/** What all containers take together, or what the pod as a whole says; without the overhead. */
function sumOf(spec: Decoded<k8s.PodSpec>, of: 'requests' | 'limits'): Amounts {
  const total = new Map(needsOf({ containers: containersOf(spec, SPEC) }, of).most);
  for (const [name, quantity] of podLevel({ spec }, of)) {
    if (POD_LEVEL.includes(name)) {
      total.set(name, quantity);
    }
  }
  return total;
}
