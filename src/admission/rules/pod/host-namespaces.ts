import { PodContext } from './pod-context';
import * as k8s from '../../../k8s';
import { on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { CONTAINER_LISTS } from '../containers/container-lists';

/** Maximum length of a host name in Linux, in bytes. */
const MAX_HOST_NAME = 64;

/**
 * With `hostNetwork`, container ports are ports of the node: `hostPort` must equal `containerPort`. A template may leave it unset; in a
 * pod, defaulting has set it.
 */
export function validateHostNetworkPorts(spec: Decoded<k8s.PodSpec>, path: Path, pod: PodContext): void {
  if (!pod.hostNetwork || spec.containers === undefined) {
    return;
  }
  spec.containers.forEach((container, i) => {
    container.ports?.forEach((port, j) => {
      const hostPort = port.hostPort ?? 0;
      if (hostPort !== 0 && hostPort !== (port.containerPort ?? 0)) {
        pod.report.invalid(path.child('containers').index(i).child('ports').index(j).child('hostPort'), 'ports/host-network',
          `hostPort must equal containerPort ${port.containerPort ?? 0} with hostNetwork, got ${hostPort}`, { hint: 'remove hostPort' });
      }
    });
  });
}

/** A pod with a user namespace (`hostUsers: false`) may not share other namespaces of its node or have raw block devices. */
export function validateHostUsers(spec: Decoded<k8s.PodSpec>, path: Path, pod: PodContext): void {
  if (pod.hostUsers) {
    return;
  }
  if (pod.hostNetwork) {
    forbidOwnUsers(path.child('hostNetwork'), undefined, pod);
  }
  // The server writes these two with a capital letter.
  if (spec.hostPID === true) {
    forbidOwnUsers(path.child('hostPID'), path.child('HostPID'), pod);
  }
  if (spec.hostIPC === true) {
    forbidOwnUsers(path.child('hostIPC'), path.child('HostIPC'), pod);
  }
  if (!on(pod, 'NoDevicesWithOwnUsers')) {
    return;
  }
  for (const list of CONTAINER_LISTS) {
    const containers = spec[list];
    for (let i = 0; containers !== undefined && i < containers.length; i++) {
      if (containers[i].volumeDevices !== undefined) {
        forbidOwnUsers(path.child(list).index(i).child('volumeDevices'), undefined, pod);
      }
    }
  }
}

function forbidOwnUsers(at: Path, field: Path | undefined, pod: PodContext): void {
  pod.report.forbidden(at, 'host-users/own-users', 'not allowed with hostUsers: false', { field: field ?? at, hint: 'remove it, or hostUsers: false' });
}

/** `hostnameOverride`: the host name inside the pod, independent of the pod's name. */
export function validateHostnameOverride(spec: Decoded<k8s.PodSpec>, path: Path, pod: PodContext): void {
  const name = spec.hostnameOverride;
  if (name === undefined) {
    return;
  }
  const at = path.child('hostnameOverride');
  if (spec.setHostnameAsFQDN === true) {
    pod.report.forbidden(at, 'hostname-override/fqdn', 'setHostnameAsFQDN and hostnameOverride are not allowed together', { hint: 'remove one of them' });
  }
  if (pod.hostNetwork) {
    pod.report.forbidden(at, 'hostname-override/host-network', 'hostnameOverride is not allowed with hostNetwork: the pod has the hostname of its node', { hint: 'remove hostNetwork or hostnameOverride' });
  }
  if (byteLength(name) > MAX_HOST_NAME) {
    pod.report.tooLong(at, 'hostname-override/length', `${show(name)} must have at most ${MAX_HOST_NAME} bytes`);
  }
  const problem = dns1123Subdomain(name);
  if (problem !== undefined) {
    pod.report.invalid(at, 'hostname-override/format', `${show(name)} ${problem}`);
  }
}
