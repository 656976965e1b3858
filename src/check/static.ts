import type { Finding, KubernetesVersion } from '../admission';
import { findApiReferences } from '../constructs/objects/static-pod-references';

/** What a 1.33 kubelet refuses already; what is newer it runs, without a mirror pod that the API server would take. */
const EVER = /\.clusterTrustBundle$|^spec\.resourceClaims$/;

/** What a kubelet says of an object in its manifest folder, beyond what the API server would. */
export function staticPodFindings(object: any, version: KubernetesVersion): Finding[] {
  if (typeof object?.kind === 'string' && object.kind !== 'Pod') {
    const message = `a kubelet's manifest folder takes Pods, not ${object.kind}`;
    return [error('kind', 'static-pod/kind', message, 'move it out of the folder, and apply it to the API server')];
  }
  const findings: Finding[] = [];
  if (typeof object?.metadata !== 'object' || !object.metadata?.name) {
    findings.push(error('metadata.name', 'static-pod/name', 'a static pod needs a name: the kubelet makes none of generateName', 'write metadata.name'));
  }
  for (const { at, message } of findApiReferences(object?.spec ?? {})) {
    const finding = error(at, 'static-pod/api-reference', message, 'leave it out, or run the pod through the API server');
    findings.push(version === '1.33' && !EVER.test(at) ? { ...finding, severity: 'warning' } : finding);
  }
  return findings;
}

/** A kubelet reads the first document of a file and no other. */
export function laterDocument(index: number): Finding {
  return error('', 'static-pod/documents', `a kubelet reads only the first document of a file, and this is number ${index + 1}`, 'give each pod a file of its own');
}

function error(at: string, code: string, message: string, hint: string): Finding {
  return { severity: 'error', type: 'FieldValueForbidden', code, field: at, at, message, hint };
}
