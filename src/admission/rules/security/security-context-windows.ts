import * as k8s from '../../../k8s';
import { Context } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';
import { CONTAINER_LISTS } from '../containers/container-lists';

/** Maximum length of a GMSA credential spec, in bytes. */
const MAX_CREDENTIAL_SPEC = 64 * 1024;
/** The domain of a user must be shorter than this, in bytes. */
const DOMAIN_LIMIT = 256;
/** Maximum length of a user name without its domain, in bytes. */
const MAX_USER = 104;


const CONTROL = /[\0-\x1f\x7f]/;
const NET_BIOS_DOMAIN = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS_DOMAIN = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;
const ONLY_DOTS_AND_SPACES = /^[. ]+$/;
const NOT_IN_USERS = /["/\\:;|=,+*?<>@[\]]/;

/** Windows options of a pod or container: credentials (GMSA), and the user to run as (`user` or `domain\user`). */
export function validateWindowsOptions(options: Decoded<k8s.WindowsSecurityContextOptions> | undefined, path: Path, ctx: Context): void {
  if (options === undefined) {
    return;
  }
  const specName = options.gmsaCredentialSpecName;
  if (specName !== undefined) {
    const problem = dns1123Subdomain(specName);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('gmsaCredentialSpecName'), 'windows/credential-spec-name', `${show(specName)} ${problem}`);
    }
  }
  const spec = options.gmsaCredentialSpec;
  if (spec === '') {
    ctx.report.invalid(path.child('gmsaCredentialSpec'), 'windows/credential-spec-empty', 'gmsaCredentialSpec must not be empty', { hint: 'remove gmsaCredentialSpec' });
  } else if (spec !== undefined && byteLength(spec) > MAX_CREDENTIAL_SPEC) {
    ctx.report.invalid(path.child('gmsaCredentialSpec'), 'windows/credential-spec-size', `gmsaCredentialSpec must have at most ${MAX_CREDENTIAL_SPEC} bytes`);
  }
  const user = options.runAsUserName;
  if (user !== undefined) {
    const problem = userProblem(user);
    if (problem !== undefined) {
      ctx.report.invalid(path.child('runAsUserName'), 'windows/run-as-user-name', `${show(user)} ${problem}`);
    }
  }
}

/** The first problem. The server lists all of them, but with the same type and field. */
function userProblem(value: string): string | undefined {
  if (value === '') {
    return 'is not a valid Windows user name';
  }
  if (CONTROL.test(value)) {
    return 'must not contain control characters';
  }
  const backslash = value.indexOf('\\');
  if (backslash >= 0 && value.indexOf('\\', backslash + 1) >= 0) {
    return 'must contain at most one backslash, between domain and user';
  }
  const domain = backslash < 0 ? undefined : value.slice(0, backslash);
  if (domain !== undefined && (byteLength(domain) >= DOMAIN_LIMIT || !(NET_BIOS_DOMAIN.test(domain) || DNS_DOMAIN.test(domain)))) {
    return 'must have a NetBIOS or DNS name as its domain';
  }
  const user = value.slice(backslash + 1);
  if (user === '') {
    return 'must have a user after the backslash';
  }
  if (byteLength(user) > MAX_USER) {
    return `must have a user of at most ${MAX_USER} bytes`;
  }
  if (ONLY_DOTS_AND_SPACES.test(user)) {
    return 'must have a user that is not only dots and spaces';
  }
  return NOT_IN_USERS.test(user) ? 'must not contain any of " / \\ : ; | = , + * ? < > @ [ ]' : undefined;
}

/** Windows host processes: if one container is a host process, all must be, with hostNetwork, and no container may contradict the pod. */
export function validateHostProcesses(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
  let containers = 0;
  let hostProcesses = 0;
  for (const list of CONTAINER_LISTS) {
    const items = spec[list];
    if (items === undefined) {
      continue;
    }
    containers += items.length;
    for (let i = 0; i < items.length; i++) {
      const ofContainer = items[i].securityContext?.windowsOptions?.hostProcess;
      if (ofPod !== undefined && ofContainer !== undefined && ofPod !== ofContainer) {
        ctx.report.invalid(path.child(list).index(i).child('securityContext').child('windowsOptions').child('hostProcess'),
          'windows/host-process-differs', `hostProcess must be ${ofPod} as in the pod, got ${ofContainer}`, { hint: 'remove one of the two' });
      }
      if (ofContainer ?? ofPod ?? false) {
        hostProcesses += 1;
      }
    }
  }
  if (hostProcesses === 0) {
    return;
  }
  if (hostProcesses !== containers) {
    ctx.report.invalid(path, 'windows/host-process-mixed', `hostProcess must be the same in all containers, but it is true in ${hostProcesses} of ${containers}`,
      { hint: 'set hostProcess in the security context of the pod' });
  }
  if (spec.hostNetwork !== true) {
    ctx.report.invalid(path.child('hostNetwork'), 'windows/host-process-needs-host-network', 'hostNetwork must be true with hostProcess',
      { hint: 'set hostNetwork: true' });
  }
}
