import { ApiObject, Chart, DependencyGraph } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { ContainerBase } from '../constructs/containers/container-base';
import { plain } from '../report/plain';
import { readYaml } from '../yaml/read/read';

/** An object that a matcher is asked about. */
export interface Subject {
  /** As plain data; unset if it cannot be written. */
  readonly manifest?: any;
  /** Why the construct's manifest cannot be written. */
  readonly problem?: string;
  /** `Deployment web`; for a construct with its path: `Deployment shop/web`. */
  readonly label: string;
  readonly kind: string;
  readonly name: string;
  /** The construct whose manifest it is. */
  readonly construct?: ApiObject;
  /** The container that the matcher is asked about, if only one. */
  readonly container?: ContainerBase;
}

/** The label of the subject: an object, or one of its containers. */
export function labelOf({ container, label }: Subject): string {
  return container === undefined ? label : `container '${container.name}' of ${label}`;
}

/** Input that no matcher can use; it fails every matcher, with `.not` too. */
export class Unusable extends Error {}

/** All objects of an app, chart, construct, manifest, list of those, or YAML text; at least one. */
export function subjectsOf(received: unknown): readonly Subject[] {
  const subjects = read(received, '');
  if (subjects.length === 0) {
    throw new Unusable(`There are no objects in ${describe(received)}.`);
  }
  return subjects;
}

function read(received: unknown, place: string): Subject[] {
  if (typeof received === 'string') {
    return readText(received);
  }
  if (Construct.isConstruct(received)) {
    return readConstruct(received);
  }
  if (Array.isArray(received)) {
    return received.flatMap((item, index) => read(item, `${place}[${index}]`));
  }
  if (typeof received !== 'object' || received === null || typeof (received as { then?: unknown }).then === 'function') {
    const what = typeof (received as { then?: unknown } | undefined)?.then === 'function' ? 'a promise' : String(received);
    throw new Unusable(`Matchers of cdk8s-pods take an app, a chart or another construct, a manifest, a list of them, or YAML text; ${
      place === '' ? 'this' : `item ${place}`} is ${what}.`);
  }
  return readManifest(received);
}

function readText(text: string): Subject[] {
  const { documents, problems } = readYaml(text);
  if (problems.length > 0) {
    const lines = text.split('\n');
    throw new Unusable(['The YAML cannot be read:', '', ...problems.flatMap(({ message, line, column }) => [
      `line ${line}, column ${column}: ${message}`,
      `    ${line} | ${plain(lines[line - 1] ?? '')}`,
    ])].join('\n'));
  }
  return documents.flatMap(({ value, index }) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new Unusable(`Document ${index + 1} of the YAML is not a manifest but ${Array.isArray(value) ? 'a list' : JSON.stringify(value)}.`);
    }
    return readManifest(value);
  });
}

function readItem(item: unknown, index: number): Subject[] {
  return read(typeof item === 'string' ? null : item, `items[${index}]`);
}

function readManifest(manifest: any): Subject[] {
  const { kind, items } = manifest;
  if (typeof kind === 'string' && kind.endsWith('List') && Array.isArray(items)) {
    // Items of a typed list, as the server returns it, have no kind of their own.
    const own = kind.slice(0, -'List'.length);
    return items.map((item) => own === '' || typeof item !== 'object' || item === null ? item
      : { ...item, apiVersion: item.apiVersion ?? manifest.apiVersion, kind: item.kind ?? own }).flatMap(readItem);
  }
  const name = nameOf(manifest);
  const shownKind = typeof kind === 'string' && kind !== '' ? kind : 'object';
  return [{ manifest, kind: shownKind, name, label: `${shownKind} ${plain(name) || 'without a name'}` }];
}

function readConstruct(construct: Construct): Subject[] {
  if (construct instanceof ContainerBase) {
    const owner = ownerOf(construct);
    if (owner === undefined || construct._list() === 'ephemeralContainers') {
      throw new Unusable(`${construct.node.path} is not in a manifest: an ephemeral container is added to a running pod; look at its toPatch() instead.`);
    }
    return [{ ...ofObject(owner), container: construct }];
  }
  return objectsUnder(construct).map(ofObject);
}

function ofObject(object: ApiObject): Subject {
  const { kind, name, node } = object;
  const head = { kind, name, label: `${kind} ${node.path}`, construct: object };
  try {
    const manifest = object.toJson();
    return { ...head, manifest, name: nameOf(manifest) };
  } catch (error) {
    return { ...head, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The Pod or workload that a container construct belongs to. */
function ownerOf(container: ContainerBase): ApiObject | undefined {
  return [...container.node.scopes].reverse().find((scope): scope is ApiObject =>
    ApiObject.isApiObject(scope) && (scope as { _pod?: unknown })._pod === container._pod);
}

/** The objects of a scope in the order in which they are applied: chart by chart, dependencies first. */
export function objectsUnder(scope: IConstruct): ApiObject[] {
  const inside = new Set(scope.node.findAll());
  let all = [...inside];
  try {
    all = new DependencyGraph(scope.node).topology().filter((construct) => inside.has(construct));
  } catch {
    // A dependency cycle: synth reports it.
  }
  const objects = all.filter((construct): construct is ApiObject => ApiObject.isApiObject(construct));
  const charts = all.filter((construct) => Chart.isChart(construct));
  const chartOf = (object: ApiObject) => charts.findIndex((chart) => chart === object.chart);
  return objects.map((object) => ({ object, chart: chartOf(object) })).sort((a, b) => a.chart - b.chart).map(({ object }) => object);
}

function nameOf(manifest: any): string {
  const { name, generateName } = Object(manifest?.metadata);
  return typeof name === 'string' ? name : typeof generateName === 'string' ? generateName : '';
}

function describe(received: unknown): string {
  if (Construct.isConstruct(received)) {
    return received.node.path === '' ? 'the app' : `'${received.node.path}'`;
  }
  return typeof received === 'string' ? 'the text' : 'the list';
}
