import { validateAppArmorProfile, validateSeccompProfile } from './security-context-profiles';
import { validateWindowsOptions } from './security-context-windows';
import { validateSysctls } from './sysctls';
import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { PodContext } from '../pod/pod-context';

/** Highest user or group ID: the largest signed 32-bit integer. */
const MAX_ID = 2147483647;

const FS_GROUP_CHANGE_POLICIES = ['Always', 'OnRootMismatch'];
const SUPPLEMENTAL_GROUPS_POLICIES = ['Merge', 'Strict'];
const SE_LINUX_CHANGE_POLICIES = ['Recursive', 'MountOption'];
const PROC_MOUNTS = ['Default', 'Unmasked'];

/** The security context of a container, init container or ephemeral container. */
export function validateSecurityContext(context: Decoded<k8s.SecurityContext> | undefined, path: Path, pod: PodContext): void {
  if (context === undefined) {
    return;
  }
  validateId(context.runAsUser, path, 'runAsUser', pod);
  validateId(context.runAsGroup, path, 'runAsGroup', pod);
  const procMount = context.procMount;
  if (procMount !== undefined) {
    if (!PROC_MOUNTS.includes(procMount)) {
      pod.report.notSupported(path.child('procMount'), 'security-context/proc-mount', procMount, PROC_MOUNTS);
    } else if (procMount === 'Unmasked' && pod.hostUsers) {
      pod.report.invalid(path.child('procMount'), 'security-context/unmasked-needs-own-users',
        'procMount Unmasked is allowed only with hostUsers: false', { hint: 'set hostUsers: false in the spec of the pod' });
    }
  }
  if (context.seccompProfile !== undefined) {
    validateSeccompProfile(context.seccompProfile, path.child('seccompProfile'), pod);
  }
  if (context.allowPrivilegeEscalation === false) {
    if (context.privileged === true) {
      pod.report.invalid(path, 'security-context/privileged-without-escalation',
        'allowPrivilegeEscalation: false is not allowed with privileged: true', { hint: 'set privileged: false' });
    }
    if (context.capabilities?.add?.includes('CAP_SYS_ADMIN')) {
      pod.report.invalid(path, 'security-context/sys-admin-without-escalation',
        'allowPrivilegeEscalation: false is not allowed with the capability CAP_SYS_ADMIN', { hint: 'remove CAP_SYS_ADMIN' });
    }
  }
  if (context.windowsOptions !== undefined) {
    validateWindowsOptions(context.windowsOptions, path.child('windowsOptions'), pod);
  }
  if (context.appArmorProfile !== undefined) {
    validateAppArmorProfile(context.appArmorProfile, path.child('appArmorProfile'), pod);
  }
}

/** The security context of a pod or pod template. `specPath` is the path of the spec. */
export function validatePodSecurityContext(spec: Decoded<k8s.PodSpec>, specPath: Path, ctx: Context): void {
  const context = spec.securityContext;
  const path = specPath.child('securityContext');
  if (context === undefined) {
    validateShareProcessNamespace(spec, specPath, path, ctx);
    return;
  }
  validateId(context.fsGroup, path, 'fsGroup', ctx);
  validateId(context.runAsUser, path, 'runAsUser', ctx);
  validateId(context.runAsGroup, path, 'runAsGroup', ctx);
  context.supplementalGroups?.forEach((group, i) => {
    if (!isId(group)) {
      ctx.report.invalid(path.child('supplementalGroups').index(i), 'security-context/supplemental-group', idMessage(group));
    }
  });
  validateShareProcessNamespace(spec, specPath, path, ctx);
  if (context.sysctls !== undefined) {
    validateSysctls(spec, path.child('sysctls'), ctx);
  }
  validatePolicy(context.fsGroupChangePolicy, FS_GROUP_CHANGE_POLICIES, path, 'fsGroupChangePolicy', 'security-context/fs-group-change-policy', ctx);
  if (context.seccompProfile !== undefined) {
    validateSeccompProfile(context.seccompProfile, path.child('seccompProfile'), ctx);
  }
  if (context.windowsOptions !== undefined) {
    validateWindowsOptions(context.windowsOptions, path.child('windowsOptions'), ctx);
  }
  if (context.appArmorProfile !== undefined) {
    validateAppArmorProfile(context.appArmorProfile, path.child('appArmorProfile'), ctx);
  }
  validatePolicy(context.supplementalGroupsPolicy, SUPPLEMENTAL_GROUPS_POLICIES, path, 'supplementalGroupsPolicy', 'security-context/supplemental-groups-policy', ctx);
  const policies = on(ctx, 'SELinuxMount') ? SE_LINUX_CHANGE_POLICIES : SE_LINUX_CHANGE_POLICIES.slice(0, 1);
  validatePolicy(context.seLinuxChangePolicy, policies, path, 'seLinuxChangePolicy', 'security-context/se-linux-change-policy', ctx);
}

/** Up to 1.36 the server reports at the security context, because the field is there in its internal types. */
function validateShareProcessNamespace(spec: Decoded<k8s.PodSpec>, specPath: Path, path: Path, ctx: Context): void {
  if (spec.shareProcessNamespace === true && spec.hostPID === true) {
    ctx.report.invalid(specPath.child('shareProcessNamespace'), 'security-context/share-process-namespace-with-host-pid',
      'shareProcessNamespace and hostPID are not allowed together',
      { field: (on(ctx, 'HostNamespacesAreFieldsOfSpec') ? specPath : path).child('shareProcessNamespace'), hint: 'remove hostPID or shareProcessNamespace' });
  }
}

function validatePolicy(value: string | undefined, policies: readonly string[], path: Path, name: string, code: string, ctx: Context): void {
  if (value !== undefined && !policies.includes(value)) {
    ctx.report.notSupported(path.child(name), code, value, policies);
  }
}

function validateId(value: number | undefined, path: Path, name: 'fsGroup' | 'runAsUser' | 'runAsGroup', ctx: Context): void {
  if (value !== undefined && !isId(value)) {
    ctx.report.invalid(path.child(name), ID_CODES[name], idMessage(value));
  }
}

const ID_CODES = {
  fsGroup: 'security-context/fs-group',
  runAsUser: 'security-context/run-as-user',
  runAsGroup: 'security-context/run-as-group',
};

function isId(value: number): boolean {
  return value >= 0 && value <= MAX_ID;
}

function idMessage(value: number): string {
  return `must be from 0 to ${MAX_ID}, got ${value}`;
}
