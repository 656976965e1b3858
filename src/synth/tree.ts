import { ApiObject, Chart } from 'cdk8s';
import { IConstruct } from 'constructs';

/** A construct of the app, with what the order of things needs to know of it. */
export interface Place {
  readonly construct: IConstruct;
  /** Its place in the walk through the tree: a scope before what is in it. */
  readonly index: number;
  /** The index after the last construct that is under it. */
  end: number;
  /** The place of its scope; undefined for the app. */
  readonly parent?: Place;
  /** The nearest chart, itself if it is one; undefined outside of charts. */
  readonly chart?: ChartPlace;
  /** What the user made it depend on, as constructs. */
  readonly dependencies: readonly IConstruct[];
  readonly isObject: boolean;
}

/** A chart, with the objects that are written for it. */
export interface ChartPlace extends Place {
  readonly construct: Chart;
  /** The objects whose nearest chart it is, in the order of the walk. */
  readonly objects: ObjectPlace[];
  /** Charts directly in it, in the order of the walk. */
  readonly charts: ChartPlace[];
}

/** An API object. */
export interface ObjectPlace extends Place {
  readonly construct: ApiObject;
  readonly chart: ChartPlace;
}

/** A tree of constructs, walked once. */
export interface Tree {
  readonly places: readonly Place[];
  readonly charts: readonly ChartPlace[];
  readonly placeOf: ReadonlyMap<IConstruct, Place>;
  /** How many dependencies the places before an index have: two lookups tell whether there are any in a subtree. */
  readonly dependenciesBefore: readonly number[];
}

/** Walks through a tree, each construct once. */
export function walkTree(root: IConstruct): Tree {
  const places: Place[] = [];
  const charts: ChartPlace[] = [];
  const placeOf = new Map<IConstruct, Place>();
  const dependenciesBefore = [0];
  const visit = (construct: IConstruct, parent?: Place) => {
    const { dependencies, children } = construct.node;
    const isChart = Chart.isChart(construct);
    const place = {
      construct, index: places.length, end: 0, parent, chart: parent?.chart, dependencies, isObject: !isChart && ApiObject.isApiObject(construct),
    } as any;
    if (isChart) {
      place.chart = place;
      place.objects = [];
      place.charts = [];
      charts.push(place);
      if (parent !== undefined && parent.construct === parent.chart?.construct) {
        parent.chart!.charts.push(place);
      }
    } else if (place.isObject) {
      place.chart.objects.push(place);
    }
    placeOf.set(construct, place);
    dependenciesBefore.push(dependenciesBefore[places.length] + dependencies.length);
    places.push(place);
    for (const child of children) {
      visit(child, place);
    }
    place.end = places.length;
  };
  visit(root);
  return { places, charts, placeOf, dependenciesBefore };
}

/** The objects under a place that are written for the place's own chart. They stand side by side in the chart's list. */
export function objectsUnder(place: Place): { list: readonly ObjectPlace[]; from: number; to: number } {
  const list = place.chart?.objects ?? [];
  return { list, from: firstFrom(list, place.index), to: firstFrom(list, place.end) };
}

/** Where the objects from an index of the walk on begin. */
function firstFrom(list: readonly ObjectPlace[], index: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (list[middle].index < index) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
