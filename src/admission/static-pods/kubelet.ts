import { apiReferences } from './references';
import { Finding } from '../finding';
import { Path } from '../path';
import { enabled, KubernetesVersion, minorOf } from '../version';

/** What a kubelet refuses of an object in its manifest folder, beyond what the API server would. */
export function staticPodFindings(object: any, version: KubernetesVersion): Finding[] {
  if (typeof object?.kind === 'string' && object.kind !== 'Pod') {
    const message = `the kubelet's manifest folder supports only Pods, got ${object.kind}`;
    return [error(Path.root.child('kind'), 'static-pod/kind', message, 'move it out of the folder and apply it to the API server')];
  }
  const findings: Finding[] = [];
  if (typeof object?.metadata !== 'object' || !object.metadata?.name) {
    findings.push(error(Path.root.child('metadata').child('name'), 'static-pod/name',
      'a static pod needs metadata.name: the kubelet does not use generateName', 'set metadata.name'));
  }
  const refused = enabled('StaticPodsReferToNothing', minorOf(version)!);
  for (const { at, message, always } of apiReferences(object?.spec ?? {})) {
    const finding = error(at, 'static-pod/api-reference', message, 'remove it, or create the pod through the API server');
    findings.push(refused || always ? finding : { ...finding, severity: 'warning' });
  }
  return findings;
}

/** A kubelet reads the first document of a file and no other. */
export function laterDocument(index: number): Finding {
  return error(Path.root, 'static-pod/documents', `the kubelet reads only the first document of a file, this is number ${index + 1}`,
    'put each pod in its own file');
}

function error(place: Path, code: string, message: string, hint: string): Finding {
  const at = place.toString();
  return { severity: 'error', type: 'FieldValueForbidden', code, field: at, at, keys: place.keys(), message, hint };
}
