import { kindFacts, KINDS, Kind, typeOfKind } from '../../k8s/kinds';
import { Minor } from '../version';

/** The kinds that a server takes, but that nobody keeps in files: requests to running objects, and questions. */
const REQUESTS: { readonly [apiVersion: string]: readonly string[] } = {
  'v1': ['Binding', 'ComponentStatus'],
  'authentication.k8s.io/v1': ['SelfSubjectReview', 'TokenRequest', 'TokenReview'],
  'authorization.k8s.io/v1': ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
  'autoscaling/v1': ['Scale'],
  'events.k8s.io/v1': ['Event'],
  'policy/v1': ['Eviction'],
};

/** Groups of Kubernetes itself that have none of our kinds. */
const MORE_GROUPS = ['authentication.k8s.io', 'authorization.k8s.io', 'events.k8s.io', 'extensions', 'internal.apiserver.k8s.io', 'storagemigration.k8s.io'];

/** The type of a kind in a version of its group; undefined when a server of the minor does not serve it by default. */
export function servedType(kind: string, apiVersion: string, minor: Minor): string | undefined {
  return isServed(kind, minor) ? typeOfKind(kind, apiVersion) : undefined;
}

/** The version in which a server of the minor serves a kind, and that kubectl uses. */
export function servedVersion(kind: string, minor: Minor): string | undefined {
  return isServed(kind, minor) ? KINDS[kind as Kind].apiVersion : undefined;
}

/** The kinds of a version of a group; none of one that a server of the minor does not serve. */
export function servedKinds(apiVersion: string, minor: Minor): readonly string[] {
  const ours = Object.keys(KINDS).filter((kind) => servedType(kind, apiVersion, minor) !== undefined);
  return [...ours, ...Object.hasOwn(REQUESTS, apiVersion) ? REQUESTS[apiVersion] : []];
}

/** The first minor that serves a kind in a version, if that is not the oldest. */
export function servedSince(kind: string, apiVersion: string): number | undefined {
  return typeOfKind(kind, apiVersion) === undefined ? undefined : KINDS[kind as Kind].since;
}

/** Whether it is a group of Kubernetes itself: what a server does not serve there, no add-on does. */
export function isBuiltIn(group: string): boolean {
  return MORE_GROUPS.includes(group) || Object.values(KINDS).some(({ apiVersion }) => groupOf(apiVersion) === group);
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash === -1 ? '' : apiVersion.slice(0, slash);
}

function isServed(kind: string, minor: Minor): boolean {
  const facts = kindFacts(kind);
  return facts !== undefined && (facts.since === undefined || facts.since <= minor);
}
