import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { Path } from '../../path';
import { show } from '../../report';

/** Maximum length of a sysctl name. */
const MAX_SYSCTL = 253;
const SYSCTL_NAME = /^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:[./][a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*$/;

/** Sysctls of the IPC namespace that do not start with `fs.mqueue.`. */
const IPC_SYSCTLS = new Set([
  'kernel.sem', 'kernel.shmall', 'kernel.shmmax', 'kernel.shmmni', 'kernel.shm_rmid_forced', 'kernel.shm',
  'kernel.msgmax', 'kernel.msgmnb', 'kernel.msgmni', 'kernel.msg',
]);

/** Kernel parameters of a pod: valid names, each once, and none from a kernel namespace that the pod shares with its node. */
export function validateSysctls(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  const sysctls = spec.securityContext?.sysctls;
  if (sysctls === undefined) {
    return;
  }
  const names = new Set<string>();
  for (let i = 0; i < sysctls.length; i++) {
    const name = sysctls[i].name ?? '';
    const at = path.index(i).child('name');
    if (name === '') {
      ctx.report.required(at, 'sysctl/name-required', 'a sysctl name is required');
    } else if (name.length > MAX_SYSCTL || !SYSCTL_NAME.test(name)) {
      ctx.report.invalid(at, 'sysctl/name',
        `sysctl name ${show(name)} must have at most ${MAX_SYSCTL} characters: lower-case letters, digits, '-' and '_' in parts separated by '.' or '/'`);
    } else if (names.has(name)) {
      ctx.report.duplicate(at, 'sysctl/duplicate', `duplicate sysctl ${show(name)}`);
    }
    const namespace = namespaceOf(name);
    if (namespace === 'net' && spec.hostNetwork === true) {
      ctx.report.invalid(at, 'sysctl/host-network', `network sysctl ${show(name)} is not allowed with hostNetwork`,
        { hint: 'remove hostNetwork or the sysctl' });
    } else if (namespace === 'ipc' && spec.hostIPC === true) {
      ctx.report.invalid(at, 'sysctl/host-ipc', `IPC sysctl ${show(name)} is not allowed with hostIPC`, { hint: 'remove hostIPC or the sysctl' });
    }
    names.add(name);
  }
}

/** The kernel namespace of a sysctl, if a pod can share it with its node. Everything from a `*` on is ignored. */
function namespaceOf(sysctl: string): 'net' | 'ipc' | undefined {
  const star = sysctl.indexOf('*');
  const name = dotted(star < 0 ? sysctl : sysctl.slice(0, star));
  if (name.startsWith('net.')) {
    return 'net';
  }
  return IPC_SYSCTLS.has(name) || name.startsWith('fs.mqueue.') ? 'ipc' : undefined;
}

/** Sysctls can be written with slashes too. The first separator decides which one separates; the other one is part of a name. */
function dotted(name: string): string {
  const separator = /[./]/.exec(name);
  return separator === null || separator[0] === '.' ? name : name.replace(/[./]/g, (c) => c === '.' ? '/' : '.');
}
