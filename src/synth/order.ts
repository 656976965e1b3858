import { ChartPlace, ObjectPlace, objectsUnder, Place, Tree } from './tree';
import { failAsIs } from '../constructs/bridge/attach';

/** The order in which charts, and the objects of each chart, are written: what others depend on comes first. */
export interface Order {
  readonly charts: readonly ChartPlace[];
  /** Whether a chart depends on another one: then the names of files begin with a number. */
  readonly dependent: boolean;
  /** The objects of a chart. */
  objectsOf(chart: ChartPlace): readonly ObjectPlace[];
}

/**
 * A step of the walk along dependencies: a construct, all that the scopes of an object make it depend on, or all objects under a
 * construct. The last two stand for edges from many to many objects, so that the walk takes linear time.
 */
interface Step {
  readonly place?: Place;
  readonly next: () => readonly Step[];
  state: 'new' | 'open' | 'done';
}

/**
 * Puts charts and objects in cdk8s' order, each computed once. What cdk8s does: an explicit dependency between two constructs makes
 * the chart of the one depend on the chart of the other, a chart depends on the charts directly in it, and every object under a
 * construct depends on every object under what the construct depends on, if both are of the nearest chart there.
 *
 * @throws Error when dependencies go in a circle, or when one starts or ends outside of all charts
 */
export function orderOf(tree: Tree): Order {
  const { targets, dependent } = dependenciesOf(tree);
  const places = byPath(tree.places);
  const ordered = targets.size === 0 ? places : walk(targets, tree.places[0], places);
  const charts = ordered.filter((p): p is ChartPlace => p.chart === p);
  return {
    charts,
    dependent,
    objectsOf(chart) {
      if (tree.dependenciesBefore[chart.end] === tree.dependenciesBefore[chart.index]) {
        return chart.objects;
      }
      const all = walk(targets, chart, tree.places.slice(chart.index, chart.end));
      return all.filter((p): p is ObjectPlace => p.isObject && p.chart === chart);
    },
  };
}

/** What each place depends on, with what follows for charts. */
function dependenciesOf(tree: Tree): { targets: Map<Place, Set<Place>>; dependent: boolean } {
  const targets = new Map<Place, Set<Place>>();
  let dependent = false;
  const add = (source: Place, target: Place) => {
    const known = targets.get(source) ?? new Set();
    targets.set(source, known.add(target));
  };
  const explicit: [Place, Place][] = [];
  for (const source of tree.places) {
    for (const dependency of source.dependencies) {
      const target = tree.placeOf.get(dependency);
      if (target === undefined || target.chart === undefined || source.chart === undefined) {
        const outside = source.chart === undefined ? source.construct : dependency;
        failAsIs(`'${source.construct.node.path || 'app'}' depends on '${dependency.node.path || 'app'}', but `
          + `'${outside.node.path || 'app'}' is not in a chart of this app: only charts and what is in them have an order`);
      }
      if (target === source) {
        failAsIs(`'${source.construct.node.path}' depends on itself; remove this dependency`);
      }
      add(source, target);
      explicit.push([source, target]);
    }
  }
  const ofCharts = tree.charts.flatMap((parent) => parent.charts.map((child): [Place, Place] => [parent, child]));
  ofCharts.forEach(([parent, child]) => add(parent, child));
  // In the order in which cdk8s walks the tree: the order of the dependencies of one construct decides the order of the files.
  const all = ofCharts.length === 0 ? explicit : [...explicit, ...ofCharts].sort(([a], [b]) => a.index - b.index);
  for (const [source, target] of all) {
    if (source.chart !== target.chart) {
      add(source.chart!, target.chart!);
      dependent = true;
    }
  }
  return { targets, dependent };
}

/** Walks along dependencies from the places on which nothing depends, deepest first, within the subtree of a scope. */
function walk(targets: Map<Place, Set<Place>>, scope: Place, places: readonly Place[]): Place[] {
  const inside = (place: Place) => place.index >= scope.index && place.index < scope.end;
  const targetsOf = (place: Place): Place[] => [...targets.get(place) ?? []].filter(inside);
  const sources = places.filter((p) => targets.has(p));
  const { depended, own } = meetings(sources, targetsOf);

  const constructs = new Map<Place, Step>();
  const inherited = new Map<Place, Step>();
  const groups = new Map<Place, Step>();
  const step = (known: Map<Place, Step>, key: Place, place: Place | undefined, next: () => Step[]): Step => {
    let found = known.get(key);
    if (found === undefined) {
      found = { place, next, state: 'new' };
      known.set(key, found);
    }
    return found;
  };
  const stepOf = (place: Place): Step => step(constructs, place, place, () => [
    ...targetsOf(place).map(stepOf),
    ...(!place.isObject ? [] : own.has(place) ? ownSteps(place) : [inheritedBy(place)]),
  ]);
  /** What objects under a place depend on, because the place and the scopes between it and its chart do. */
  const inheritedBy = (place: Place): Step => step(inherited, place, undefined, () => [
    ...(place.chart === place ? [] : [inheritedBy(place.parent!)]),
    ...targetsOf(place).map(groupOf),
  ]);
  const groupOf = (target: Place): Step => step(groups, target, undefined, () => {
    const { list, from, to } = objectsUnder(target);
    return list.slice(from, to).map(stepOf);
  });
  /** The same for an object that is itself under something that a scope of it depends on: it does not wait for itself. */
  const ownSteps = (object: Place): Step[] => {
    const scopes: Place[] = [];
    for (let at: Place | undefined = object; at !== undefined; at = at.chart === at ? undefined : at.parent) {
      scopes.unshift(at);
    }
    return scopes.flatMap((s) => targetsOf(s)).flatMap((target) => {
      const { list, from, to } = objectsUnder(target);
      return list.slice(from, to).includes(object as ObjectPlace) ? list.slice(from, to).filter((o) => o !== object).map(stepOf) : [groupOf(target)];
    });
  };

  const result: Place[] = [];
  for (const place of places) {
    if (!depended.has(place)) {
      visit(stepOf(place), result);
    }
  }
  for (const place of places) {
    // What is left is part of a cycle, or depends on one.
    visit(stepOf(place), result);
  }
  return result;
}

/** What something else depends on, and the objects that are under both ends of a dependency. */
function meetings(sources: Place[], targetsOf: (place: Place) => Place[]): { depended: Set<Place>; own: Set<Place> } {
  const depended = new Set<Place>();
  const own = new Set<Place>();
  const whole = new Set<Place>();
  for (const source of sources) {
    const from = objectsUnder(source);
    for (const target of targetsOf(source)) {
      depended.add(target);
      const to = objectsUnder(target);
      const both = from.list !== to.list ? [] : from.list.slice(Math.max(from.from, to.from), Math.min(from.to, to.to));
      if (both.length > 1) {
        const [a, b] = both.map((o) => o.construct.node.path);
        throw circle([a, b, a], `'${source.construct.node.path}' depends on '${target.construct.node.path}', and both objects are in both`); // node-do-not-add-exception-line
      }
      both.forEach((o) => own.add(o));
      if (from.to === from.from || whole.has(target)) {
        continue;
      }
      const except = from.to - from.from === 1 ? both[0] : undefined;
      to.list.slice(to.from, to.to).filter((o) => o !== except).forEach((o) => depended.add(o));
      if (except === undefined) {
        whole.add(target);
      }
    }
  }
  return { depended, own };
}

/** Visits a step and all that it leads to, in depth, without recursion: chains of dependencies can be long. */
function visit(first: Step, result: Place[]): void {
  if (first.state !== 'new') {
    return;
  }
  const open: { step: Step; next: readonly Step[]; at: number }[] = [];
  const enter = (step: Step) => {
    step.state = 'open';
    open.push({ step, next: step.next(), at: 0 });
  };
  enter(first);
  while (open.length > 0) {
    const top = open[open.length - 1];
    if (top.at === top.next.length) {
      top.step.state = 'done';
      if (top.step.place) {
        result.push(top.step.place);
      }
      open.pop();
      continue;
    }
    const next = top.next[top.at++];
    if (next.state === 'new') {
      enter(next);
    } else if (next.state === 'open') {
      const round = open.slice(open.findIndex((o) => o.step === next)).map((o) => o.step.place).filter((p): p is Place => p !== undefined);
      const paths = round.map((p) => p.construct.node.path);
      throw circle([...paths, paths[0]]); // node-do-not-add-exception-line
    }
  }
}

function circle(paths: string[], why?: string): Error {
  return new Error(`Dependency cycle detected: ${paths.join(' => ')}${why === undefined ? '' : ` (${why})`}. `
    + 'Each must be applied after the next one; remove one of these dependencies');
}

/** cdk8s keeps vertices in an object by path, which puts ids that are whole numbers first, the smallest before. */
function byPath(places: readonly Place[]): readonly Place[] {
  if (!places.some((p) => p.parent === places[0] && /^\d+$/.test(p.construct.node.id))) {
    return places;
  }
  const vertices: { [path: string]: Place } = {};
  places.forEach((p) => {
    vertices[p.construct.node.path] = p;
  });
  return Object.values(vertices);
}
