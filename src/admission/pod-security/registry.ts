import { allowPrivilegeEscalation } from './allow-privilege-escalation';
import { appArmorProfile } from './app-armor-profile';
import { capabilitiesBaseline } from './capabilities-baseline';
import { capabilitiesRestricted } from './capabilities-restricted';
import type { Check } from './check';
import { hostNamespaces } from './host-namespaces';
import { hostPathVolumes } from './host-path-volumes';
import { hostPorts } from './host-ports';
import { hostProbesAndHostLifecycle } from './host-probes';
import { privileged } from './privileged';
import { procMount, procMountRestricted, procMountUserNamespace } from './proc-mount';
import { restrictedVolumes } from './restricted-volumes';
import { runAsNonRoot, runAsNonRootUserNamespace } from './run-as-non-root';
import { runAsUser, runAsUserUserNamespace } from './run-as-user';
import { seLinuxOptions } from './se-linux-options';
import { seccompProfileBaseline, seccompProfileRestricted } from './seccomp-profile';
import { sysctls } from './sysctls';
import { windowsHostProcess } from './windows-host-process';

/** Every check, in the evaluator's order: baseline by id, then restricted by id. */
export const CHECKS: readonly Check[] = [
  appArmorProfile,
  capabilitiesBaseline,
  hostNamespaces,
  hostPathVolumes,
  hostPorts,
  hostProbesAndHostLifecycle,
  privileged,
  procMount,
  procMountUserNamespace,
  seLinuxOptions,
  seccompProfileBaseline,
  sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsNonRootUserNamespace,
  runAsUser,
  runAsUserUserNamespace,
  seccompProfileRestricted,
];
