import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { byteLength } from '../formats/bytes';
import { labelValue } from '../formats/names';
import { Path } from '../path';
import { show } from '../report';

/** Deprecated node labels: their state, and what to use instead. */
const OLD_LABELS: ReadonlyMap<string, readonly [state: string, instead: string]> = new Map([
  ['beta.kubernetes.io/arch', ['is deprecated since Kubernetes 1.14', 'use \'kubernetes.io/arch\'']],
  ['beta.kubernetes.io/os', ['is deprecated since Kubernetes 1.14', 'use \'kubernetes.io/os\'']],
  ['failure-domain.beta.kubernetes.io/region', ['is deprecated since Kubernetes 1.17', 'use \'topology.kubernetes.io/region\'']],
  ['failure-domain.beta.kubernetes.io/zone', ['is deprecated since Kubernetes 1.17', 'use \'topology.kubernetes.io/zone\'']],
  ['beta.kubernetes.io/instance-type', ['is deprecated since Kubernetes 1.17', 'use \'node.kubernetes.io/instance-type\'']],
  ['app.kubernetes.io/created-by', ['is deprecated since Kubernetes 1.9', 'use another label']],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', ['is deprecated since Kubernetes 1.22', 'use taints and tolerations']],
  ['node-role.kubernetes.io/master', ['is no longer set on nodes', 'use \'node-role.kubernetes.io/control-plane\'']],
]);

const MAX_LABEL = 63;
const LABEL_TEXT = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

/** Node labels that a pod selects by. */
export function warnOfNodeLabels({ nodeSelector, affinity }: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  if (nodeSelector !== undefined) {
    for (const key of Object.keys(nodeSelector)) {
      if (OLD_LABELS.has(key)) {
        warnOfNodeLabel(key, path.child('nodeSelector').key(key), ctx);
      }
    }
  }
  const nodes = affinity?.nodeAffinity;
  if (nodes === undefined) {
    return;
  }
  const at = path.child('affinity').child('nodeAffinity');
  const required = nodes.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [];
  const terms = at.child('requiredDuringSchedulingIgnoredDuringExecution').child('nodeSelectorTerms');
  warnOfNodeTerms(required, terms, ctx);
  const preferred = nodes.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const preferences = at.child('preferredDuringSchedulingIgnoredDuringExecution');
  for (let i = 0; i < preferred.length; i++) {
    warnOfTerm(preferred[i].preference, true, preferences.index(i).child('preference'), ctx);
  }
}

/** Node labels in terms that a node must match. */
export function warnOfNodeTerms(terms: readonly Decoded<k8s.NodeSelectorTerm>[], path: Path, ctx: Context): void {
  for (let i = 0; i < terms.length; i++) {
    warnOfTerm(terms[i], false, path.index(i), ctx);
  }
}

/** Topology spread constraints that use a deprecated label or select no pods. */
export function warnOfTopologySpread(constraints: Decoded<k8s.TopologySpreadConstraint[]> | undefined, path: Path, ctx: Context): void {
  if (constraints === undefined) {
    return;
  }
  for (let i = 0; i < constraints.length; i++) {
    if (constraints[i].labelSelector !== undefined && !OLD_LABELS.has(constraints[i].topologyKey ?? '')) {
      continue;
    }
    const at = path.child('topologySpreadConstraints').index(i);
    warnOfNodeLabel(constraints[i].topologyKey ?? '', at.child('topologyKey'), ctx);
    if (constraints[i].labelSelector === undefined) {
      warnOfNoSelector('topology-spread/no-selector', 'the constraint', at, ctx);
    }
  }
}

/** Pod affinity terms that select no pods. */
export function warnOfPodAffinity(affinity: Decoded<k8s.Affinity> | undefined, path: Path, ctx: Context): void {
  if (affinity === undefined) {
    return;
  }
  for (const field of ['podAffinity', 'podAntiAffinity'] as const) {
    const terms = affinity[field];
    if (terms !== undefined) {
      warnOfPodTerms(terms, path.child('affinity').child(field), ctx);
    }
  }
}

function warnOfPodTerms(terms: Decoded<k8s.PodAffinity>, at: Path, ctx: Context): void {
  const required = terms.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  for (let i = 0; i < required.length; i++) {
    if (required[i].labelSelector === undefined) {
      warnOfNoSelector('affinity/no-selector', 'the term', at.child('requiredDuringSchedulingIgnoredDuringExecution').index(i), ctx);
    }
  }
  const preferred = terms.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  for (let i = 0; i < preferred.length; i++) {
    if (preferred[i].podAffinityTerm?.labelSelector === undefined) {
      warnOfNoSelector('affinity/no-selector', 'the term',
        at.child('preferredDuringSchedulingIgnoredDuringExecution').index(i).child('podAffinityTerm'), ctx);
    }
  }
}

function warnOfNoSelector(code: string, what: string, at: Path, ctx: Context): void {
  ctx.report.warning(at.child('labelSelector'), code, `without a labelSelector ${what} matches no pod`,
    { hint: 'add a labelSelector; an empty one, {}, matches all pods' });
}

function warnOfTerm(term: Decoded<k8s.NodeSelectorTerm> | undefined, preferred: boolean, at: Path, ctx: Context): void {
  const expressions = term?.matchExpressions;
  if (expressions === undefined) {
    return;
  }
  for (let i = 0; i < expressions.length; i++) {
    const { key = '', values } = expressions[i];
    warnOfNodeLabel(key, at.child('matchExpressions').index(i).child('key'), ctx);
    if (preferred && values !== undefined) {
      for (let j = 0; j < values.length; j++) {
        warnOfLabelValue(values[j], at.child('matchExpressions').index(i).child('values').index(j), ctx);
      }
    }
  }
}

export function warnOfNodeLabel(key: string, at: Path, ctx: Context): void {
  const old = OLD_LABELS.get(key);
  if (old !== undefined) {
    const [state, instead] = old;
    ctx.report.warning(at, 'node-labels/deprecated', `node label ${show(key)} ${state}`, { hint: instead });
  }
}

/** An invalid label value is an error elsewhere, but in preferred terms only a warning. The server warns twice of one that is also too long. */
function warnOfLabelValue(value: string, at: Path, ctx: Context): void {
  if (labelValue(value) === undefined) {
    return;
  }
  const hint = 'use a value that your nodes have';
  if (byteLength(value) > MAX_LABEL) {
    ctx.report.warning(at, 'affinity/label-value-length', `${show(value)} matches no node: a label value has at most ${MAX_LABEL} bytes`, { hint });
  }
  if (!LABEL_TEXT.test(value)) {
    ctx.report.warning(at, 'affinity/label-value',
      `${show(value)} matches no node: a label value must contain only letters, digits, '-', '_' and '.', and must start and end with a letter or digit`, { hint });
  }
}
