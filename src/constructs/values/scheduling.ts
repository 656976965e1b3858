import { some } from './requirements';
import * as k8s from '../../k8s';
import { fail } from '../bridge/attach';

/**
 * Which nodes a pod may run on: terms for `affinity.nodeAffinity`. Each method gives a plain value.
 */
export class NodeTerm {
  /**
   * A pod may run only on nodes that fit one of the terms. It is not moved when labels of its node change later.
   *
   * @param terms alternatives, made with `NodeTerm.all`
   */
  public static required(...terms: k8s.NodeSelectorTerm[]): k8s.NodeAffinity {
    if (terms.length === 0) {
      fail('NodeTerm.required() needs at least one term');
    }
    return { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } };
  }

  /**
   * Nodes that fit the term are preferred to others.
   *
   * @param weight 1 to 100: how much it counts against other preferences
   * @param term made with `NodeTerm.all`
   */
  public static preferred(weight: number, term: k8s.NodeSelectorTerm): k8s.PreferredSchedulingTerm {
    return { weight, preference: term };
  }

  /**
   * Nodes that meet every requirement.
   *
   * @param requirements made with the other methods, at least one: a term without any matches no node
   */
  public static all(...requirements: k8s.NodeSelectorRequirement[]): k8s.NodeSelectorTerm {
    if (requirements.length === 0) {
      fail('NodeTerm.all() needs at least one requirement: without one it matches no node');
    }
    return { matchExpressions: requirements };
  }

  /**
   * One node by its name.
   *
   * @param nodeName the node's name
   */
  public static named(nodeName: string): k8s.NodeSelectorTerm {
    return { matchFields: [{ key: 'metadata.name', operator: 'In', values: [nodeName] }] };
  }

  /**
   * The node's label has one of the values.
   *
   * @param key the label
   * @param values at least one
   */
  public static isIn(key: string, ...values: string[]): k8s.NodeSelectorRequirement {
    return { key, operator: 'In', values: some(values, 'NodeTerm.isIn', key) };
  }

  /**
   * The node's label has none of the values, or is missing.
   *
   * @param key the label
   * @param values at least one
   */
  public static isNotIn(key: string, ...values: string[]): k8s.NodeSelectorRequirement {
    return { key, operator: 'NotIn', values: some(values, 'NodeTerm.isNotIn', key) };
  }

  /**
   * The node has the label.
   *
   * @param key the label
   */
  public static exists(key: string): k8s.NodeSelectorRequirement {
    return { key, operator: 'Exists' };
  }

  /**
   * The node does not have the label.
   *
   * @param key the label
   */
  public static doesNotExist(key: string): k8s.NodeSelectorRequirement {
    return { key, operator: 'DoesNotExist' };
  }

  /**
   * The node's label is a whole number above this one.
   *
   * @param key the label
   * @param value a whole number
   */
  public static greaterThan(key: string, value: number): k8s.NodeSelectorRequirement {
    return { key, operator: 'Gt', values: [whole(value, 'NodeTerm.greaterThan')] };
  }

  /**
   * The node's label is a whole number below this one.
   *
   * @param key the label
   * @param value a whole number
   */
  public static lessThan(key: string, value: number): k8s.NodeSelectorRequirement {
    return { key, operator: 'Lt', values: [whole(value, 'NodeTerm.lessThan')] };
  }
}

/**
 * Which taints a toleration is for, and for how long.
 */
export interface TolerationOptions {
  /**
   * The effect of the taint.
   *
   * @default - every effect
   */
  readonly effect?: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';

  /**
   * Seconds that the pod stays on a node with the taint. Only with the effect `NoExecute`.
   *
   * @default - it stays
   */
  readonly tolerationSeconds?: number;
}

/**
 * Tolerations of node taints, for `tolerations`. Each method gives a plain `k8s.Toleration`.
 */
export class Tolerate {
  /**
   * Taints with this key, whatever their value.
   *
   * @param key the taint's key
   * @param options effect and time
   */
  public static key(key: string, options: TolerationOptions = {}): k8s.Toleration {
    return { key, operator: 'Exists', ...timed(options) };
  }

  /**
   * Taints with this key and value.
   *
   * @param key the taint's key
   * @param value the taint's value
   * @param options effect and time
   */
  public static equal(key: string, value: string, options: TolerationOptions = {}): k8s.Toleration {
    return { key, operator: 'Equal', value, ...timed(options) };
  }

  /**
   * Every taint, or every taint of one effect.
   *
   * @param options effect and time
   */
  public static everything(options: TolerationOptions = {}): k8s.Toleration {
    return { operator: 'Exists', ...timed(options) };
  }
}

/**
 * How evenly pods are spread.
 */
export interface SpreadOptions {
  /**
   * How many more matching pods a domain, such as a zone, may have than the domain with the fewest. At least 1.
   *
   * @default 1
   */
  readonly maxSkew?: number;

  /**
   * What happens to a pod that cannot be placed evenly: it waits, or goes where it makes the spread least uneven.
   *
   * @default 'DoNotSchedule'
   */
  readonly whenUnsatisfiable?: 'DoNotSchedule' | 'ScheduleAnyway';

  /**
   * Number of domains that are expected: while there are fewer, the fewest pods of a domain count as 0. At least 1; only with `DoNotSchedule`.
   *
   * @default 1
   */
  readonly minDomains?: number;

  /**
   * Keys of pod labels: only pods with the same values as the new pod are counted. `pod-template-hash` counts each revision separately.
   *
   * @default - none
   */
  readonly matchLabelKeys?: string[];

  /**
   * Whether nodes that the pod's affinity and nodeSelector exclude are counted: not with `Honor`, but with `Ignore`.
   *
   * @default 'Honor'
   */
  readonly nodeAffinityPolicy?: 'Honor' | 'Ignore';

  /**
   * Whether nodes with taints that the pod does not tolerate are counted: not with `Honor`, but with `Ignore`.
   *
   * @default 'Ignore'
   */
  readonly nodeTaintsPolicy?: 'Honor' | 'Ignore';
}

/**
 * Spreads pods over zones or nodes, for `topologySpreadConstraints`. The pods to count are always given, because without a
 * selector none are counted. Each method gives a plain `k8s.TopologySpreadConstraint`.
 */
export class Spread {
  /**
   * Over zones: label `topology.kubernetes.io/zone` of the nodes.
   *
   * @param pods selects the pods that are counted, such as `Labels.match({ app: 'web' })`
   * @param options how even
   */
  public static overZones(pods: k8s.LabelSelector, options: SpreadOptions = {}): k8s.TopologySpreadConstraint {
    return Spread.over('topology.kubernetes.io/zone', pods, options);
  }

  /**
   * Over nodes: label `kubernetes.io/hostname` of the nodes.
   *
   * @param pods selects the pods that are counted, such as `Labels.match({ app: 'web' })`
   * @param options how even
   */
  public static overHosts(pods: k8s.LabelSelector, options: SpreadOptions = {}): k8s.TopologySpreadConstraint {
    return Spread.over('kubernetes.io/hostname', pods, options);
  }

  /**
   * Over the values of any label of the nodes.
   *
   * @param topologyKey the label
   * @param pods selects the pods that are counted, such as `Labels.match({ app: 'web' })`
   * @param options how even
   */
  public static over(topologyKey: string, pods: k8s.LabelSelector, options: SpreadOptions = {}): k8s.TopologySpreadConstraint {
    const { maxSkew = 1, whenUnsatisfiable = 'DoNotSchedule', ...rest } = options;
    return { maxSkew, topologyKey, whenUnsatisfiable, labelSelector: pods, ...rest };
  }
}

function timed(options: TolerationOptions): TolerationOptions {
  if (options.tolerationSeconds !== undefined && options.effect !== 'NoExecute') {
    fail(`tolerationSeconds is allowed only with the effect NoExecute, got ${options.effect ?? 'no effect'}`, "set effect: 'NoExecute', or remove tolerationSeconds");
  }
  return options;
}

function whole(value: number, what: string): string {
  if (!Number.isSafeInteger(value)) {
    fail(`${what} needs an integer, got ${value}`);
  }
  return String(value);
}
