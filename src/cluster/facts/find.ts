// What facts are asked for.
import { kindFacts } from '../../k8s/kinds';
import { groupOf } from '../../objects/identity';

/** The group of a kind as it is asked for: `Secret`, or `Certificate.cert-manager.io`. */
export interface KindName {
  readonly group: string;
  readonly kind: string;
}

/** A kind by its name: of Kubernetes itself `Secret`, of other groups `Certificate.cert-manager.io`. */
export function kindNamed(text: string): KindName {
  const facts = kindFacts(text);
  if (facts !== undefined) {
    return { group: groupOf({ apiVersion: facts.apiVersion }), kind: text };
  }
  const dot = text.indexOf('.');
  return dot === -1 ? { group: '', kind: text } : { group: text.slice(dot + 1), kind: text.slice(0, dot) };
}

/** Whether objects of a kind belong to the cluster; undefined for a kind of another group. */
export function isClusterScoped({ group, kind }: KindName): boolean | undefined {
  const facts = kindFacts(kind);
  return facts === undefined || groupOf({ apiVersion: facts.apiVersion }) !== group ? undefined : facts.clusterScoped === true;
}
