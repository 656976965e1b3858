import { validateEnv } from './env';
import { validateEnvFrom } from './env-sources';
import { validatePullPolicy } from './image';
import { validateContainerPorts } from './ports';
import * as k8s from '../../../k8s';
import { Decoded } from '../../decode/decoded';
import { dns1123Label } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { PodContext } from '../pod/pod-context';
import { validateResizePolicy } from '../resources/resize-policy';
import { validateContainerResources } from '../resources/resources';
import { validateSecurityContext } from '../security/security-context';
import { validateVolumeDevices } from '../volumes/volume-devices';
import { validateVolumeMounts } from '../volumes/volume-mounts';

type Volumes = ReadonlyMap<string, Decoded<k8s.Volume>>;

const MESSAGE_POLICIES = ['File', 'FallbackToLogsOnError'];

/** The rules that containers, init containers and ephemeral containers share. `volumes` are the pod's volumes without errors. */
export function validateContainerCommon(
  container: Decoded<k8s.Container>, volumes: Volumes, claims: ReadonlySet<string>, path: Path, pod: PodContext,
): void {
  const name = container.name ?? '';
  const problem = dns1123Label(name);
  if (name === '') {
    pod.report.required(path.child('name'), 'container/name', 'a container name is required');
  } else if (problem !== undefined) {
    pod.report.invalid(path.child('name'), 'container/name', `container name ${show(name)} ${problem}`);
  }
  if (container.image === undefined) {
    pod.report.required(path.child('image'), 'image/missing', `container ${show(name)} needs an image`);
  }
  if (!MESSAGE_POLICIES.includes(container.terminationMessagePolicy ?? '')) {
    pod.report.notSupported(path.child('terminationMessagePolicy'), 'container/termination-message-policy',
      container.terminationMessagePolicy, MESSAGE_POLICIES);
  }
  if (container.ports !== undefined) {
    validateContainerPorts(container.ports, path.child('ports'), pod);
  }
  if (container.env !== undefined) {
    validateEnv(container.env, path.child('env'), pod);
  }
  if (container.envFrom !== undefined) {
    validateEnvFrom(container.envFrom, path.child('envFrom'), pod);
  }
  if (container.volumeMounts !== undefined) {
    validateVolumeMounts(container, container.volumeMounts, volumes, path.child('volumeMounts'), pod);
  }
  if (container.volumeDevices !== undefined) {
    validateVolumeDevices(container, container.volumeDevices, volumes, path.child('volumeDevices'), pod);
  }
  validatePullPolicy(container.imagePullPolicy, path, pod);
  if (container.resources !== undefined) {
    validateContainerResources(container.resources, claims, path.child('resources'), pod);
  }
  if (container.resizePolicy !== undefined) {
    validateResizePolicy(container.resizePolicy, path.child('resizePolicy'), pod);
  }
  if (container.securityContext !== undefined) {
    validateSecurityContext(container.securityContext, path.child('securityContext'), pod);
  }
}
