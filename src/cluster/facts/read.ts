// From whatever was given to plain objects of the API.
import type { Finding } from '../../admission';
import { Path } from '../../admission/path';
import { Report } from '../../admission/report';
import { itemsOf } from '../../objects/lists';
import { isMap, Json, JsonMap, mapAt, NoData, own, plainCopy, textAt } from '../../objects/plain';

/** The object that says what the others cannot: the version of the server, and of which namespaces the facts speak. */
export const FACTS_KIND = 'ClusterFacts';
export const FACTS_API_VERSION = 'cdk8s-pods.dev/v1';

/** What was read: the objects, the kinds of empty lists, and what is no object. */
export interface Reading {
  readonly objects: JsonMap[];
  /** The number of each object among all that was given. */
  readonly numbers: number[];
  /** Kinds of which a list was given: the apiVersion and kind of its items. */
  readonly listed: { readonly apiVersion: string; readonly kind: string }[];
  readonly broken: { readonly index: number; readonly finding: Finding }[];
  serverVersion?: string;
  namespaces?: ReadonlySet<string>;
}

const DEEPEST_LIST = 20;

/** Reads facts: an object, a list of them, or an array of both. */
export function readFacts(given: unknown): Reading {
  const reading: Reading = { objects: [], numbers: [], listed: [], broken: [] };
  const state = { index: 0 };
  for (const one of entriesOf(given)) {
    let value: Json;
    try {
      value = plainCopy(one);
    } catch (error) {
      broken(reading, state.index++, error instanceof NoData ? error.message : 'it cannot be read');
      continue;
    }
    collect(value, reading, state, 0);
  }
  return reading;
}

function entriesOf(given: unknown): unknown[] {
  try {
    return Array.isArray(given) ? Array.from(given as unknown[]) : given === undefined || given === null ? [] : [given];
  } catch {
    return [undefined]; // a proxy that throws: reported as what it is
  }
}

function collect(value: Json, reading: Reading, state: { index: number }, depth: number): void {
  if (value === null) {
    return; // an empty document
  }
  const items = isMap(value) && depth < DEEPEST_LIST ? itemsOf(value) : undefined;
  if (items !== undefined) {
    const { apiVersion, kind } = value as { apiVersion?: Json; kind: string };
    const item = kind.slice(0, -'List'.length);
    if (item !== '' && typeof apiVersion === 'string') {
      reading.listed.push({ apiVersion, kind: item });
    }
    items.forEach((one) => collect(one, reading, state, depth + 1));
    return;
  }
  const index = state.index++;
  if (!isMap(value) || textAt(value, 'kind') === undefined || textAt(value, 'apiVersion') === undefined) {
    broken(reading, index, 'an object with apiVersion and kind is required');
  } else if (value.kind === FACTS_KIND && value.apiVersion === FACTS_API_VERSION) {
    readAbout(value, reading);
  } else if (textAt(value, 'metadata', 'name') === undefined) {
    broken(reading, index, 'metadata.name is required: an object of a cluster has a name');
  } else {
    reading.objects.push(value);
    reading.numbers.push(index);
  }
}

function readAbout(about: JsonMap, reading: Reading): void {
  const version = textAt(about, 'serverVersion');
  if (version !== undefined) {
    reading.serverVersion = version;
  }
  const namespaces = own(about, 'namespaces');
  if (Array.isArray(namespaces)) {
    reading.namespaces = new Set(namespaces.filter((name) => typeof name === 'string'));
  }
}

function broken(reading: Reading, index: number, message: string): void {
  const report = new Report();
  report.badRequest(Path.root, 'facts/no-object', message, { hint: 'write it as kubectl get -o yaml does, or remove it' });
  reading.broken.push({ index, finding: report.findings[0] });
}

/** What an object of the facts says of itself, in a message. */
export function nameOfFact(object: JsonMap): string {
  const { namespace, name } = mapAt(object, 'metadata');
  return `${textAt(object, 'kind') ?? ''} ${typeof namespace === 'string' ? `${namespace}/` : ''}${typeof name === 'string' ? name : ''}`;
}
