// Which object a manifest is: what a cluster tells objects apart by.
import { Json, JsonMap, textAt } from './plain';
import { kindFacts, typeOfKind } from '../k8s/kinds';

/** What identifies an object, whatever the version of the API that it is written in. */
export interface Identity {
  /** The group of the API; empty for that of Pods and Services. */
  readonly group: string;
  readonly kind: string;
  /** Absent for objects that belong to no namespace. */
  readonly namespace?: string;
  readonly name: string;
}

/** The identity of an object; undefined when it has no kind or no name of its own. */
export function identityOf(object: JsonMap, namespace: string): Identity | undefined {
  const kind = textAt(object, 'kind');
  const name = textAt(object, 'metadata', 'name');
  if (kind === undefined || name === undefined) {
    return undefined;
  }
  const group = groupOf(object);
  const own = isClusterScoped(object, kind) ? undefined : textAt(object, 'metadata', 'namespace') ?? namespace;
  return { group, kind, ...own === undefined ? {} : { namespace: own }, name };
}

/** One string for each identity. */
export function keyOf({ group, kind, namespace, name }: Identity): string {
  return JSON.stringify([group, kind, namespace ?? null, name]);
}

/** The group of an object's apiVersion; empty when there is none. */
export function groupOf(object: Json): string {
  const apiVersion = textAt(object, 'apiVersion') ?? '';
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

/** The kind of Kubernetes that an object is of; undefined for a foreign one. */
export function knownKind(object: Json): string | undefined {
  const kind = textAt(object, 'kind');
  const facts = kind === undefined ? undefined : kindFacts(kind);
  return facts !== undefined && groupOf({ apiVersion: facts.apiVersion }) === groupOf(object) ? kind : undefined;
}

/** The type of an object in the field table; undefined for a foreign one. */
export function typeOf(object: Json): string | undefined {
  const [kind, apiVersion] = [textAt(object, 'kind'), textAt(object, 'apiVersion')];
  return kind === undefined || apiVersion === undefined ? undefined : typeOfKind(kind, apiVersion);
}

function isClusterScoped(object: JsonMap, kind: string): boolean {
  return knownKind(object) !== undefined && kindFacts(kind)?.clusterScoped === true;
}
