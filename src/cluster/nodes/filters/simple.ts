// Plugins that look at the node alone.
import { Filter, refusing, Say } from './filter';
import { show } from '../../../admission/report';
import { keepsAway, nodeSelectorTakes } from '../../../insight/selectors';
import type * as k8s from '../../../k8s';
import type { Loose } from '../../../objects/loose';
import type { PodState } from '../pods';
import type { NodeState, World } from '../world';

/** A pod with gates waits before any node is looked at. */
export function schedulingGates({ spec }: PodState): Filter | undefined {
  const gates = spec.schedulingGates ?? [];
  return gates.length === 0 ? undefined : refusing(gates.map(({ name = '' }) => ({
    plugin: 'SchedulingGates', code: 'gate', about: name, message: `the pod waits until its scheduling gate ${show(name)} is removed`,
  })));
}

/** A pod that names its node. */
export function nodeName({ spec: { nodeName: wanted } }: PodState): Filter | undefined {
  return wanted === undefined || wanted === '' ? undefined : {
    passes: (node, say) => {
      if (node.name === wanted) {
        return true;
      }
      say?.({ plugin: 'NodeName', code: 'other-node', about: wanted, message: `the pod names the node ${show(wanted)}` });
      return false;
    },
  };
}

const UNSCHEDULABLE: Loose<k8s.Taint> = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** Cordoned nodes. */
export function nodeUnschedulable({ spec }: PodState): Filter {
  const refuses = keepsAway(spec, UNSCHEDULABLE);
  return {
    passes: (node, say) => {
      if (!node.unschedulable || !refuses) {
        return true;
      }
      say?.({ plugin: 'NodeUnschedulable', code: 'unschedulable', about: '', message: 'the node is cordoned (spec.unschedulable)' });
      return false;
    },
  };
}

/** Taints. */
export function taintToleration({ spec }: PodState): Filter {
  return {
    passes: (node, say) => {
      const taints = node.taints.filter((taint) => keepsAway(spec, taint));
      taints.forEach((taint) => say?.({ plugin: 'TaintToleration', code: 'taint', about: taintText(taint), message: `the taint ${show(taintText(taint))} is not tolerated` }));
      return taints.length === 0;
    },
  };
}

/** A taint as kubectl writes it. */
function taintText({ key = '', value = '', effect }: Loose<k8s.Taint>): string {
  return `${key}${value === '' ? '' : `=${value}`}:${effect ?? ''}`;
}

/** The node selector and the required node affinity. */
export function nodeAffinity({ spec }: PodState): Filter | undefined {
  const selector = Object.entries(spec.nodeSelector ?? {}) as [string, string][];
  const required = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  if (selector.length === 0 && required === undefined) {
    return undefined;
  }
  if (required !== undefined && excludeEachOther(required.nodeSelectorTerms ?? [])) {
    return refusing([{
      plugin: 'NodeAffinity', code: 'conflict', about: 'metadata.name', message: 'each term of the required node affinity names nodes, and no node is in all of its lists',
    }]);
  }
  return { passes: (node, say) => hasLabels(selector, node, say) && (required === undefined || meetsAffinity(required, node, say)) };
}

function hasLabels(selector: readonly (readonly [string, string])[], { labels }: NodeState, say: Say): boolean {
  const missing = selector.filter(([key, value]) => !Object.hasOwn(labels, key) || labels[key] !== value);
  missing.forEach(([key, value]) => {
    const general = `nodeSelector wants ${show(`${key}=${value}`)}`;
    const has = Object.hasOwn(labels, key) ? show(`${key}=${labels[key]}`) : `no label ${show(key)}`;
    say?.({ plugin: 'NodeAffinity', code: 'node-selector', about: `${key}=${value}`, message: `${general}, the node has ${has}`, general });
  });
  return missing.length === 0;
}

function meetsAffinity(required: Loose<k8s.NodeSelector>, { name, labels }: NodeState, say: Say): boolean {
  if (nodeSelectorTakes(required, name, labels)) {
    return true;
  }
  const count = required.nodeSelectorTerms?.length ?? 0;
  say?.({
    plugin: 'NodeAffinity',
    code: 'node-affinity',
    about: count === 1 ? termText(required.nodeSelectorTerms![0]) : '',
    message: count === 1 ? `the required node affinity wants ${show(termText(required.nodeSelectorTerms![0]))}` : `none of the ${count} terms of the required node affinity matches`,
  });
  return false;
}

function termText({ matchExpressions = [], matchFields = [] }: Loose<k8s.NodeSelectorTerm>): string {
  return [...matchExpressions, ...matchFields].map(({ key = '', operator = '', values = [] }) => {
    switch (operator) {
      case 'Exists': return key;
      case 'DoesNotExist': return `!${key}`;
      case 'Gt': return `${key} > ${values[0] ?? ''}`;
      case 'Lt': return `${key} < ${values[0] ?? ''}`;
      default: return `${key} ${operator === 'NotIn' ? 'not in' : 'in'} (${values.join(', ')})`;
    }
  }).join(', ');
}

/** Whether each term names nodes by their names, and no name is in all lists of its term. */
function excludeEachOther(terms: readonly Loose<k8s.NodeSelectorTerm>[]): boolean {
  return terms.length > 0 && terms.every(({ matchFields = [] }) => {
    const lists = matchFields.filter(({ key, operator }) => key === 'metadata.name' && operator === 'In').map(({ values = [] }) => values);
    return lists.length > 0 && !lists[0].some((name) => lists.every((list) => list.includes(name)));
  });
}

/** Features that a node has to say it has (k8s.io/component-helpers/nodedeclaredfeatures). */
export function nodeDeclaredFeatures({ spec }: PodState, { minor }: World): Filter | undefined {
  if (minor < FEATURES_SINCE) {
    return undefined;
  }
  const containers = [...spec.containers ?? [], ...spec.initContainers ?? []];
  const needed: [boolean, string][] = [
    [containers.some(({ restartPolicyRules = [] }) => restartPolicyRules.some(({ action }) => action === 'RestartAllContainers')), 'RestartAllContainersOnContainerExits'],
    [spec.hostNetwork === true && spec.hostUsers === false, 'UserNamespacesHostNetworkSupport'],
    [containers.some(({ volumeMounts = [] }) => volumeMounts.some(({ bindMountOptions = [] }) => bindMountOptions.length > 0)), 'VolumeBindMountOptions'],
  ];
  const features = needed.filter(([needs]) => needs).map(([, feature]) => feature);
  return features.length === 0 ? undefined : {
    passes: (node, say) => {
      const missing = features.filter((feature) => !node.features.has(feature));
      missing.forEach((feature) => say?.({ plugin: 'NodeDeclaredFeatures', code: 'node-feature', about: feature, message: `the node does not declare the feature ${feature}` }));
      return missing.length === 0;
    },
  };
}

/** The minor whose scheduler looks at them first. */
const FEATURES_SINCE = 36;
