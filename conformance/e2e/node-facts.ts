// What nodes must be like so that the pods of the examples fit on them.
import { NodeFacts } from './control-plane';
import { ApiObject, Example } from './examples';
import { podTemplateOf } from '../../src/admission/pod-template';

/** Labels that pods ask for, and resources other than the usual ones. */
export function nodeFacts(examples: readonly Example[]): NodeFacts {
  const labels: { [key: string]: string } = {};
  const resources: { [name: string]: string } = {};
  for (const manifest of examples.flatMap(({ manifests }) => manifests as ApiObject[])) {
    const spec: any = podTemplateOf(manifest, manifest.kind)?.template.spec ?? {};
    Object.assign(labels, spec.nodeSelector);
    for (const { matchExpressions = [] } of spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []) {
      for (const { key, operator, values = [] } of matchExpressions) {
        if (operator === 'In' || operator === 'Exists') {
          labels[key] ??= values[0] ?? 'true';
        }
      }
    }
    for (const { topologyKey } of spec.topologySpreadConstraints ?? []) {
      labels[topologyKey] ??= 'e2e';
    }
    for (const container of [...spec.containers ?? [], ...spec.initContainers ?? []]) {
      for (const name of Object.keys({ ...container.resources?.limits, ...container.resources?.requests })) {
        if (name.includes('/') || name.startsWith('hugepages-')) {
          resources[name] = name.startsWith('hugepages-') ? '64Gi' : '64';
        }
      }
    }
  }
  delete labels['kubernetes.io/hostname'];
  return { labels, resources };
}
