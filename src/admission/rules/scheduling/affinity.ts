import { validateMatchLabelKeys } from './match-label-keys';
import { validateNodeSelector, validateNodeSelectorTerm } from './node-selector';
import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { dns1123Label, qualifiedName } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { validateLabelSelector } from '../metadata/label-selector';

/** Node affinity, pod affinity and pod anti-affinity. Weights are 1 to 100. */
export function validateAffinity(affinity: Decoded<k8s.Affinity> | undefined, path: Path, ctx: Context): void {
  if (affinity === undefined) {
    return;
  }
  if (affinity.nodeAffinity !== undefined) {
    validateNodeAffinity(affinity.nodeAffinity, path.child('nodeAffinity'), ctx);
  }
  if (affinity.podAffinity !== undefined) {
    validatePodAffinity(affinity.podAffinity, path.child('podAffinity'), ctx);
  }
  if (affinity.podAntiAffinity !== undefined) {
    validatePodAffinity(affinity.podAntiAffinity, path.child('podAntiAffinity'), ctx);
  }
}

function validateNodeAffinity(affinity: Decoded<k8s.NodeAffinity>, path: Path, ctx: Context): void {
  if (affinity.requiredDuringSchedulingIgnoredDuringExecution !== undefined) {
    validateNodeSelector(affinity.requiredDuringSchedulingIgnoredDuringExecution, path.child('requiredDuringSchedulingIgnoredDuringExecution'), ctx);
  }
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach((term, i) => {
    const at = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i);
    validateWeight(term.weight, at, ctx);
    if (term.preference !== undefined) {
      validateNodeSelectorTerm(term.preference, at.child('preference'), ctx, true);
    }
  });
}

function validatePodAffinity(affinity: Decoded<k8s.PodAffinity>, path: Path, ctx: Context): void {
  affinity.requiredDuringSchedulingIgnoredDuringExecution?.forEach((term, i) => {
    validatePodAffinityTerm(term, path.child('requiredDuringSchedulingIgnoredDuringExecution').index(i), ctx);
  });
  affinity.preferredDuringSchedulingIgnoredDuringExecution?.forEach((term, i) => {
    const at = path.child('preferredDuringSchedulingIgnoredDuringExecution').index(i);
    validateWeight(term.weight, at, ctx);
    validatePodAffinityTerm(term.podAffinityTerm ?? {}, at.child('podAffinityTerm'), ctx);
  });
}

function validateWeight(weight: number | undefined, path: Path, ctx: Context): void {
  if (weight === undefined || weight < 1 || weight > 100) {
    ctx.report.invalid(path.child('weight'), 'affinity/weight', `must be from 1 to 100, got ${weight ?? 0}`);
  }
}

function validatePodAffinityTerm(term: Decoded<k8s.PodAffinityTerm>, path: Path, ctx: Context): void {
  validateLabelSelector(term.labelSelector, path.child('labelSelector'), ctx);
  validateLabelSelector(term.namespaceSelector, path.child('namespaceSelector'), ctx);
  term.namespaces?.forEach((name, i) => {
    const problem = dns1123Label(name);
    if (problem !== undefined) {
      // The server omits the index and writes `namespace`.
      ctx.report.invalid(path.child('namespaces').index(i), 'affinity/namespace', `${show(name)} ${problem}`, { field: path.child('namespace') });
    }
  });
  validateMatchLabelKeys(term.matchLabelKeys, term.mismatchLabelKeys, term.labelSelector, path, ctx);
  const key = term.topologyKey ?? '';
  if (key === '') {
    ctx.report.required(path.child('topologyKey'), 'affinity/topology-key-required', 'topologyKey is required', { hint: 'set a label of nodes, such as kubernetes.io/hostname' });
  }
  const problem = qualifiedName(key);
  if (problem !== undefined) {
    ctx.report.invalid(path.child('topologyKey'), 'affinity/topology-key', `${show(key)} ${problem}`);
  }
}
