import { addAll, Amounts, amountsOf, isZero, raise } from './amounts';
import type { ReadContainer, ReadPod } from './read-pod';
import type { ResourceFormula } from './types-resources';
import { canonical } from '../admission/formats/quantity';
import { show } from '../admission/report';

type Of = ResourceFormula['of'];

/** The total of a pod, and how it comes about. */
export interface Totals {
  readonly total: Amounts;
  readonly formulas: readonly ResourceFormula[];
}

/** What a pod's containers need together, without what the pod as a whole sets: app containers and sidecars, or more while it initializes. */
export interface Needs {
  readonly running: Amounts;
  readonly initializing: Amounts;
  /** The init container that needs the most of a resource. */
  readonly peaks: ReadonlyMap<string, string>;
  readonly most: Amounts;
}

/** Of the pod as a whole, only these count (k8s.io/component-helpers/resource). */
function isPodLevel(resource: string): boolean {
  return resource === 'cpu' || resource === 'memory' || resource.startsWith('hugepages-');
}

/** The resources that the pod as a whole sets. */
export function podLevel({ spec }: Pick<ReadPod, 'spec'>, of: Of): Amounts {
  return new Map([...amountsOf(spec.resources?.[of])].filter(([resource]) => isPodLevel(resource)));
}

/** What one container sets. */
export function amountsOfContainer({ container }: ReadContainer, of: Of): Amounts {
  return amountsOf(container.resources?.[of]);
}

/**
 * Sidecars and app containers run together. An init container runs beside the sidecars before it, and whichever of all these needs the most
 * of a resource decides.
 */
export function needsOf(pod: Pick<ReadPod, 'containers'>, of: Of, amountsIn: (read: ReadContainer, of: Of) => Amounts = amountsOfContainer): Needs {
  const running: Amounts = new Map();
  const sidecars: Amounts = new Map();
  const initializing: Amounts = new Map();
  const peaks = new Map<string, string>();
  for (const read of pod.containers.filter(({ role }) => role === 'app')) {
    addAll(running, amountsIn(read, of));
  }
  for (const read of pod.containers.filter(({ role }) => role !== 'app')) {
    const own = amountsIn(read, of);
    let now: Amounts;
    if (read.role === 'sidecar') {
      addAll(running, own);
      addAll(sidecars, own);
      now = sidecars;
    } else {
      now = new Map(own);
      addAll(now, sidecars);
    }
    raise(initializing, now, (resource) => peaks.set(resource, read.name));
  }
  const most = new Map(running);
  raise(most, initializing);
  return { running, initializing, peaks, most };
}

/** The total alone, without how it comes about. */
export function totalOf(pod: Pick<ReadPod, 'containers' | 'spec'>, of: Of): Amounts {
  return sumOf(pod, of).total;
}

/** What a total is made of. */
interface Sum {
  readonly needs: Needs;
  readonly own: Amounts;
  /** What the runtime class adds, as far as it counts. */
  readonly counted: Amounts;
  readonly total: Amounts;
}

function sumOf(pod: Pick<ReadPod, 'containers' | 'spec'>, of: Of): Sum {
  const needs = needsOf(pod, of);
  const total = new Map(needs.most);
  const own = podLevel(pod, of);
  own.forEach((quantity, resource) => total.set(resource, quantity));
  const overhead = amountsOf(pod.spec.overhead);
  const counted: Amounts = of === 'requests' ? overhead : new Map([...overhead].filter(([resource]) => !isZero(total, resource)));
  addAll(total, counted);
  return { needs, own, counted, total };
}

/** The total that the scheduler and the kubelet compute, in the server's order: containers, the pod as a whole, overhead. */
export function totalsOf(pod: ReadPod, of: Of): Totals {
  const { needs, own, counted, total } = sumOf(pod, of);
  const resources = [...total.keys()].sort(byName);
  return { total, formulas: resources.map((resource) => formulaOf(resource, of, needs, own, counted, total)) };
}

function byName(a: string, b: string): number {
  const rank = (resource: string) => resource === 'cpu' ? 0 : resource === 'memory' ? 1 : 2;
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function formulaOf(resource: string, of: Of, needs: Needs, own: Amounts, overheads: Amounts, total: Amounts): ResourceFormula {
  const text = (amounts: Amounts) => amounts.has(resource) ? canonical(amounts.get(resource)!) : undefined;
  const running = text(needs.running) ?? '0';
  const initializing = text(needs.initializing);
  const initContainer = needs.peaks.get(resource);
  const pod = text(own);
  const overhead = text(overheads);
  const decidedBy = pod !== undefined ? 'pod' : needs.running.get(resource) === needs.most.get(resource) ? 'running' : 'initializing';
  const containers = initializing === undefined ? running : `max(running ${running}, init ${show(initContainer)} ${initializing})`;
  return {
    resource,
    of,
    running,
    ...initializing !== undefined && { initializing, initContainer },
    ...pod !== undefined && { pod },
    ...overhead !== undefined && { overhead },
    decidedBy,
    total: text(total)!,
    text: `${pod !== undefined ? `pod ${pod}` : containers}${overhead !== undefined ? ` + overhead ${overhead} = ${text(total)}` : initializing !== undefined && pod === undefined ? ` = ${text(total)}` : ''}`,
  };
}

