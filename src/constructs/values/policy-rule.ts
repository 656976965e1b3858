import * as k8s from '../../k8s';
import { ResourceFacts, ResourceKind, RESOURCES, Subresource, SUBRESOURCES } from '../../k8s/resources';
import { fail } from '../bridge/attach';
import { nearest, quoted } from '../bridge/formats';
import { INamed } from '../plain/named';
import { nameOf } from '../plain/references';

/** Limits a rule to some of the objects. */
export interface PolicyRuleOptions {
  /**
   * Only objects with these names: strings, or the objects themselves. Not allowed with the verbs `create` and `deletecollection`, whose requests
   * have no name.
   *
   * @default - all objects of the kinds
   */
  readonly resourceNames?: (string | INamed)[];
}

/** Verbs of requests without the name of an object: a rule that is limited to names never allows them. */
const NAMELESS = ['create', 'deletecollection'];

/** All verbs that built-in kinds have, special ones included. */
const VERBS: readonly string[] = [
  'get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'bind', 'escalate', 'impersonate', 'approve', 'sign', 'attest',
  'use', '*',
];

/**
 * Rules of a Role or ClusterRole for built-in kinds. API groups and plural names are looked up, so they cannot be wrong. Each method gives plain
 * values of `k8s.PolicyRule`; for custom resources write such values yourself.
 *
 * @example
 *
 *   new Role(chart, 'reader', {
 *     rules: [...PolicyRule.forKinds(['Pod', 'Deployment'], ['get', 'list', 'watch']), PolicyRule.forSubresource('Pod', 'log', ['get'])],
 *   });
 */
export class PolicyRule {
  /**
   * Allows verbs on all objects of some kinds: one rule for each API group.
   *
   * @param kinds the kinds, at least one
   * @param verbs what is allowed, at least one
   * @param options limits the rule to objects with some names
   * @throws Error for a kind or verb that does not exist
   */
  public static forKinds(kinds: ResourceKind[], verbs: Verb[], options: PolicyRuleOptions = {}): k8s.PolicyRule[] {
    const what = 'PolicyRule.forKinds';
    some(kinds, what, 'kind');
    const groups = new Map<string, Set<string>>();
    for (const kind of kinds) {
      const { group, resource } = factsOf(kind, what);
      groups.set(group, (groups.get(group) ?? new Set()).add(resource));
    }
    return [...groups].map(([group, resources]) => rule(group, [...resources], verbs, options, what));
  }

  /**
   * Allows verbs on a subresource of a kind: `log` of a Pod, `scale` of a Deployment.
   *
   * @param kind the kind
   * @param subresource the subresource, such as `log`
   * @param verbs what is allowed, at least one: `exec` and `portforward` need `create`, and `get` for older clients
   * @param options limits the rule to objects with some names
   * @throws Error for a kind, subresource or verb that does not exist
   */
  public static forSubresource(kind: ResourceKind, subresource: Subresource, verbs: Verb[], options: PolicyRuleOptions = {}): k8s.PolicyRule {
    const what = 'PolicyRule.forSubresource';
    const { group, resource } = factsOf(kind, what);
    const subresources = [...SUBRESOURCES[kind] ?? [], 'finalizers'];
    if (!subresources.includes(subresource)) {
      fail(`${what}: a ${kind} has no subresource ${quoted(String(subresource))}; it has ${subresources.join(', ')}`, didYouMean(subresource, subresources));
    }
    return rule(group, [`${resource}/${subresource}`], verbs, options, what);
  }
}

type Verb =
  | 'get' | 'list' | 'watch' | 'create' | 'update' | 'patch' | 'delete' | 'deletecollection' | 'bind' | 'escalate' | 'impersonate' | 'approve' | 'sign'
  | 'attest' | 'use' | '*';

function rule(group: string, resources: string[], verbs: Verb[], { resourceNames }: PolicyRuleOptions, what: string): k8s.PolicyRule {
  some(verbs, what, 'verb');
  const unknown = verbs.find((verb) => !VERBS.includes(verb));
  if (unknown !== undefined) {
    fail(`${what}: there is no verb ${quoted(String(unknown))}; there are ${VERBS.join(', ')}`, didYouMean(unknown, VERBS));
  }
  if (resourceNames === undefined) {
    return { apiGroups: [group], resources, verbs };
  }
  some(resourceNames, what, 'name in resourceNames');
  const nameless = verbs.find((verb) => NAMELESS.includes(verb));
  if (nameless !== undefined && !resources[0].includes('/')) {
    fail(`${what}: '${nameless}' is not allowed with resourceNames: such a request names no object, so the rule would never allow it`,
      `allow '${nameless}' in a rule without resourceNames`);
  }
  return { apiGroups: [group], resources, verbs, resourceNames: resourceNames.map((name) => nameOf(name, `${what}: resourceNames`)) };
}

function factsOf(kind: ResourceKind, what: string): ResourceFacts {
  if (!Object.hasOwn(RESOURCES, kind)) {
    fail(`${what}: ${quoted(String(kind))} is not a built-in kind`,
      didYouMean(kind, Object.keys(RESOURCES)) ?? 'for a custom resource write the rule: { apiGroups, resources, verbs }');
  }
  return RESOURCES[kind];
}

function didYouMean(given: unknown, known: readonly string[]): string | undefined {
  const near = typeof given === 'string' ? nearest(given, known)?.name : undefined;
  return near === undefined ? undefined : `did you mean '${near}'?`;
}

function some(list: readonly unknown[], what: string, item: string): void {
  if (!Array.isArray(list) || list.length === 0) {
    fail(`${what} needs at least one ${item}`);
  }
}
