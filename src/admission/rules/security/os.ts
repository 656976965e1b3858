import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { CONTAINER_LISTS } from '../containers/container-lists';

const SYSTEMS = ['linux', 'windows'];

/** Linux-only fields of a pod: of the spec itself, and of its security context. */
const POD_FIELDS_OF_LINUX: readonly (readonly ['spec', keyof k8s.PodSpec] | readonly ['securityContext', keyof k8s.PodSecurityContext])[] = [
  ['securityContext', 'appArmorProfile'],
  ['securityContext', 'seLinuxOptions'],
  ['spec', 'hostUsers'],
  ['spec', 'hostPID'],
  ['spec', 'hostIPC'],
  ['securityContext', 'seccompProfile'],
  ['securityContext', 'fsGroup'],
  ['securityContext', 'fsGroupChangePolicy'],
  ['securityContext', 'sysctls'],
  ['spec', 'shareProcessNamespace'],
  ['securityContext', 'runAsUser'],
  ['securityContext', 'runAsGroup'],
  ['securityContext', 'supplementalGroups'],
  ['securityContext', 'supplementalGroupsPolicy'],
  ['securityContext', 'seLinuxChangePolicy'],
];

const CONTAINER_FIELDS_OF_LINUX = [
  'appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged',
  'allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup',
] as const;

/** `os`: a pod that names its system may not use settings of the other one. */
export function validateOS(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  if (spec.os === undefined) {
    return;
  }
  const name: string = spec.os.name ?? '';
  if (name === 'linux') {
    validateLinux(spec, path, ctx);
  } else if (name === 'windows') {
    validateWindows(spec, path, ctx);
  } else if (name === '') {
    ctx.report.required(path.child('os').child('name'), 'os/name-required', 'os.name is required', { hint: 'remove os' });
  } else {
    // The server reports at the struct, not at its name.
    ctx.report.notSupported(path.child('os').child('name'), 'os/name', name, SYSTEMS, { field: path.child('os') });
  }
}

function validateLinux(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  if (spec.securityContext?.windowsOptions !== undefined) {
    forbidden(path.child('securityContext').child('windowsOptions'), 'os/windows-options', 'linux', ctx);
  }
  for (const list of CONTAINER_LISTS) {
    const containers = spec[list];
    for (let i = 0; containers !== undefined && i < containers.length; i++) {
      if (containers[i].securityContext?.windowsOptions !== undefined) {
        forbidden(path.child(list).index(i).child('securityContext').child('windowsOptions'), 'os/windows-options', 'linux', ctx);
      }
    }
  }
}

function validateWindows(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  for (const [place, field] of POD_FIELDS_OF_LINUX) {
    const value = place === 'spec' ? spec[field] : spec.securityContext?.[field];
    if (value !== undefined) {
      forbidden((place === 'spec' ? path : path.child('securityContext')).child(field), 'os/linux-options', 'windows', ctx);
    }
  }
  for (const list of CONTAINER_LISTS) {
    const containers = spec[list];
    for (let i = 0; containers !== undefined && i < containers.length; i++) {
      const context = containers[i].securityContext;
      if (context === undefined) {
        continue;
      }
      for (const field of CONTAINER_FIELDS_OF_LINUX) {
        if (context[field] !== undefined) {
          forbidden(path.child(list).index(i).child('securityContext').child(field), 'os/linux-options', 'windows', ctx);
        }
      }
    }
  }
}

function forbidden(at: Path, code: string, system: string, ctx: Context): void {
  ctx.report.forbidden(at, code, `not allowed with os ${system}`, { hint: 'remove it, or os' });
}
