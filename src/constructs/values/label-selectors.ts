import { some } from './requirements';
import * as k8s from '../../k8s';
import { fail } from '../bridge/attach';
import { IPodSelector } from '../plain/named';
import { labelsOf } from '../plain/references';

/**
 * Label selectors, for affinity, topology spread and wherever the API takes a `k8s.LabelSelector`. An empty selector matches
 * everything and a missing one nothing; these methods make the choice explicit. Each method gives a plain value.
 */
export class Labels {
  /**
   * Objects that have all of these labels.
   *
   * @param labels keys and values, at least one
   */
  public static match(labels: { [label: string]: string }): k8s.LabelSelector {
    if (Object.keys(labels ?? {}).length === 0) {
      fail('Labels.match() needs at least one label: without one it would match every object', 'use Labels.everything() to match every object');
    }
    return { matchLabels: labels };
  }

  /**
   * The pods of a Pod or workload, by the labels of its selector: for a PodDisruptionBudget, a NetworkPolicy, affinity or topology spread.
   *
   * @param target the Pod or workload
   * @throws Error when labels alone cannot select its pods
   */
  public static of(target: IPodSelector): k8s.LabelSelector {
    return { matchLabels: labelsOf(target, 'Labels.of()') };
  }

  /**
   * Objects that meet all of these requirements.
   *
   * @param requirements made with `Labels.isIn`, `isNotIn`, `exists` and `doesNotExist`, at least one
   */
  public static where(...requirements: k8s.LabelSelectorRequirement[]): k8s.LabelSelector {
    if (requirements.length === 0) {
      fail('Labels.where() needs at least one requirement: without one it would match every object', 'use Labels.everything() to match every object');
    }
    return { matchExpressions: requirements };
  }

  /**
   * Every object.
   */
  public static everything(): k8s.LabelSelector {
    return {};
  }

  /**
   * The label has one of the values.
   *
   * @param key the label
   * @param values at least one
   */
  public static isIn(key: string, ...values: string[]): k8s.LabelSelectorRequirement {
    return { key, operator: 'In', values: some(values, 'Labels.isIn', key) };
  }

  /**
   * The label has none of the values, or is missing.
   *
   * @param key the label
   * @param values at least one
   */
  public static isNotIn(key: string, ...values: string[]): k8s.LabelSelectorRequirement {
    return { key, operator: 'NotIn', values: some(values, 'Labels.isNotIn', key) };
  }

  /**
   * The label is there, whatever its value.
   *
   * @param key the label
   */
  public static exists(key: string): k8s.LabelSelectorRequirement {
    return { key, operator: 'Exists' };
  }

  /**
   * The label is missing.
   *
   * @param key the label
   */
  public static doesNotExist(key: string): k8s.LabelSelectorRequirement {
    return { key, operator: 'DoesNotExist' };
  }
}
