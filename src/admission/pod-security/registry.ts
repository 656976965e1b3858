import { allowPrivilegeEscalation, allowPrivilegeEscalationOfAll } from './allow-privilege-escalation';
import { appArmorProfile } from './app-armor-profile';
import { capabilitiesBaseline } from './capabilities-baseline';
import { capabilitiesRestricted, capabilitiesRestrictedOfAll } from './capabilities-restricted';
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
import { seLinuxOptions, seLinuxOptionsWithoutEngine } from './se-linux-options';
import { seccompAnnotationsBaseline, seccompProfileBaseline, seccompProfileRestricted, seccompProfileRestrictedOfAll } from './seccomp-profile';
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
  seLinuxOptionsWithoutEngine,
  seccompProfileBaseline,
  seccompAnnotationsBaseline,
  ...sysctls,
  windowsHostProcess,
  allowPrivilegeEscalation,
  allowPrivilegeEscalationOfAll,
  capabilitiesRestricted,
  capabilitiesRestrictedOfAll,
  procMountRestricted,
  restrictedVolumes,
  runAsNonRoot,
  runAsNonRootUserNamespace,
  runAsUser,
  runAsUserUserNamespace,
  seccompProfileRestricted,
  seccompProfileRestrictedOfAll,
];
