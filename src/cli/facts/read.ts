// The facts of a cluster, read with the user's own kubectl. Nothing is written there.
import { FACT_RESOURCES, FactResource } from './resources';
import { FACTS_API_VERSION, FACTS_KIND } from '../../cluster/facts/read';
import { isMap, Json, JsonMap, mapAt, mapsAt, own, textAt } from '../../objects/plain';
import { runKubectl } from '../kubectl';
import { UsageError } from '../usage-error';

/** Where to look. */
export interface FactsOptions {
  readonly context?: string;
  /** Only what is in these namespaces, and what belongs to the whole cluster. */
  readonly namespaces?: readonly string[];
  /** Hears of every command before it runs, and of every list that cannot be read. */
  readonly tell: (line: string) => void;
}

/** kubectl itself leaves the values out: they never come here. */
const KEYS = '{{range .items}}{"metadata":{"namespace":{{printf "%q" .metadata.namespace}},"name":{{printf "%q" .metadata.name}}},'
  + '"type":{{if .type}}{{printf "%q" .type}}{{else}}""{{end}},"keys":[{{range $key, $value := .data}}{{printf "%q" $key}},{{end}}null],'
  + '"binary":[{{range $key, $value := .binaryData}}{{printf "%q" $key}},{{end}}null]}{{"\\n"}}{{end}}';
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';
const OF_METADATA = ['namespace', 'name', 'labels', 'creationTimestamp', 'deletionTimestamp'];

/**
 * Reads the facts of a cluster as objects of its API, in a stable order: of each kind that can be read its objects, or an empty list when there
 * are none. A list that cannot be read is left out.
 *
 * @throws UsageError when kubectl cannot be run, or nothing can be read
 */
export function readFactsOf(options: FactsOptions): JsonMap[] {
  const version = serverVersion(options);
  const lists = FACT_RESOURCES.flatMap((resource) => {
    const objects = readList(resource, options);
    return objects === undefined ? [] : [{ resource, objects }];
  });
  if (lists.length === 0) {
    throw new UsageError('nothing of the cluster can be read');
  }
  return [aboutFacts(version, options), ...lists.flatMap(({ resource, objects }) => objects.length === 0 ? [emptyList(resource)] : objects)];
}

function aboutFacts(version: string | undefined, { namespaces }: FactsOptions): JsonMap {
  return {
    apiVersion: FACTS_API_VERSION,
    kind: FACTS_KIND,
    metadata: { name: 'cluster' },
    ...version === undefined ? {} : { serverVersion: version },
    ...namespaces === undefined ? {} : { namespaces: [...namespaces] },
  };
}

function emptyList({ apiVersion, kind }: FactResource): JsonMap {
  return { apiVersion, kind: `${kind}List`, items: [] };
}

function serverVersion(options: FactsOptions): string | undefined {
  const text = kubectl(['version', '--output=json'], 'the version of the server', options);
  const version = text === undefined ? undefined : textAt(parsed(text), 'serverVersion', 'gitVersion');
  if (text !== undefined && version === undefined) {
    options.tell('note: kubectl version does not say the version of the server');
  }
  return version;
}

/** The objects of a list; undefined when it cannot be read. */
function readList(resource: FactResource, options: FactsOptions): JsonMap[] | undefined {
  const found: JsonMap[] = [];
  for (const where of placesOf(resource, options)) {
    const text = kubectl(['get', resource.resource, ...where, ...resource.keysOnly ? [`--output=go-template=${KEYS}`] : ['--output=json']], resource.kind, options);
    if (text === undefined) {
      return undefined;
    }
    found.push(...resource.keysOnly ? keysIn(text, resource) : objectsIn(text, resource));
  }
  return found.sort(byPlace);
}

function placesOf({ namespaced, kind }: FactResource, { namespaces }: FactsOptions): string[][] {
  if (namespaces === undefined) {
    return [namespaced ? ['--all-namespaces'] : []];
  }
  return namespaced ? namespaces.map((name) => [`--namespace=${name}`]) : [kind === 'Namespace' ? [...namespaces, '--ignore-not-found'] : []];
}

function kubectl(args: readonly string[], what: string, { context, tell }: FactsOptions): string | undefined {
  const all = [...context === undefined ? [] : [`--context=${context}`], ...args];
  tell(`kubectl ${all.map((arg) => arg.startsWith('--output=go-template') ? '--output=go-template=…' : arg).join(' ')}`);
  const answer = runKubectl(all);
  if ('stdout' in answer) {
    return answer.stdout;
  }
  if (answer.none) {
    throw new UsageError(`facts needs kubectl: ${answer.problem}`);
  }
  tell(`note: ${what} is left out, so that reviews assume it: ${answer.problem}`);
  return undefined;
}

function parsed(text: string): JsonMap {
  try {
    const value = JSON.parse(text) as Json;
    return isMap(value) ? value : {};
  } catch {
    return {};
  }
}

/** One object a line, with the keys that it has. */
function keysIn(text: string, { apiVersion, kind }: FactResource): JsonMap[] {
  return text.split('\n').filter((line) => line !== '').map(parsed).map((one) => {
    const withKeys = (field: string, list: string): JsonMap => {
      const keys = own(one, list);
      const names = Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string').sort() : [];
      return names.length === 0 ? {} : { [field]: Object.fromEntries(names.map((name) => [name, ''])) };
    };
    const type = textAt(one, 'type');
    return { apiVersion, kind, metadata: mapAt(one, 'metadata'), ...type === undefined ? {} : { type }, ...withKeys('data', 'keys'), ...withKeys('binaryData', 'binary') };
  });
}

function objectsIn(text: string, { apiVersion, kind, fields, reduce = (object) => object }: FactResource): JsonMap[] {
  const list = parsed(text);
  // One name makes one object, and none makes nothing.
  const objects = textAt(list, 'kind') === kind ? [list] : mapsAt(list, 'items');
  return objects.map((object) => {
    const left: JsonMap = { apiVersion, kind, metadata: metadataOf(object, kind) };
    fields.filter((field) => own(object, field) !== undefined).forEach((field) => {
      left[field] = object[field];
    });
    return reduce(left);
  });
}

function metadataOf(object: JsonMap, kind: string): JsonMap {
  const metadata = mapAt(object, 'metadata');
  const left: JsonMap = {};
  OF_METADATA.filter((field) => own(metadata, field) !== undefined).forEach((field) => {
    left[field] = metadata[field];
  });
  const { [LAST_APPLIED]: _, ...annotations } = mapAt(metadata, 'annotations');
  // Annotations of pods and nodes are notes of their programs.
  const kept: JsonMap = kind === 'Pod' || kind === 'Node' || Object.keys(annotations).length === 0 ? {} : { annotations };
  const owners = kind === 'Pod' ? mapsAt(metadata, 'ownerReferences').filter((owner) => owner.controller === true) : [];
  const ownerReferences = owners.map(({ apiVersion, kind: ownerKind, name }) => ({ apiVersion, kind: ownerKind, name, controller: true }));
  return { ...left, ...kept, ...ownerReferences.length === 0 ? {} : { ownerReferences } };
}

function byPlace(a: JsonMap, b: JsonMap): number {
  const [x, y] = [a, b].map((one) => `${textAt(one, 'metadata', 'namespace') ?? ''}/${textAt(one, 'metadata', 'name') ?? ''}`);
  return x < y ? -1 : x > y ? 1 : 0;
}
