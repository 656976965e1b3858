import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';

const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];

/**
 * `resizePolicy`: cpu and memory, each once. With restartPolicy Never, resizing may not restart the container. The server reports
 * everything but duplicates at the list.
 */
export function validateResizePolicy(policies: Decoded<k8s.ContainerResizePolicy[]>, path: Path, pod: PodContext): void {
  const resources = new Set<string>();
  for (let i = 0; i < policies.length; i++) {
    const resource: string = policies[i].resourceName ?? '';
    const policy: string = policies[i].restartPolicy ?? '';
    const at = path.index(i);
    const list = { field: path };
    if (resources.has(resource)) {
      pod.report.duplicate(at.child('resourceName'), 'resize-policy/resource', `duplicate resourceName ${show(resource)}`, { field: at });
    }
    resources.add(resource);
    if (resource === '') {
      pod.report.required(at.child('resourceName'), 'resize-policy/resource', 'resourceName is required', list);
    } else if (!RESOURCES.includes(resource)) {
      pod.report.notSupported(at.child('resourceName'), 'resize-policy/resource', resource, RESOURCES, list);
    }
    if (policy === '') {
      pod.report.required(at.child('restartPolicy'), 'resize-policy/policy', 'restartPolicy is required', list);
    } else if (!POLICIES.includes(policy)) {
      pod.report.notSupported(at.child('restartPolicy'), 'resize-policy/policy', policy, POLICIES, list);
    }
    if (pod.restartPolicy === 'Never' && policy !== 'NotRequired') {
      pod.report.invalid(at.child('restartPolicy'), 'resize-policy/never', 'RestartContainer is not allowed in a pod with restartPolicy Never',
        { ...list, hint: 'use NotRequired' });
    }
  }
}
