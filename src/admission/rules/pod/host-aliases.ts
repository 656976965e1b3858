import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { ipProblem } from '../../formats/ip';
import { dns1123Subdomain } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

/** Lines of the pod's /etc/hosts: an IP address and its host names. */
export function validateHostAliases(aliases: Decoded<k8s.HostAlias[]> | undefined, path: Path, ctx: Context): void {
  if (aliases === undefined) {
    return;
  }
  const strict = on(ctx, 'StrictIPCIDRValidation');
  for (let i = 0; i < aliases.length; i++) {
    const ip = aliases[i].ip ?? '';
    const problem = ipProblem(ip, strict);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(i).child('ip'), 'host-aliases/ip', `${show(ip)} ${problem}`);
    }
    aliases[i].hostnames?.forEach((name, j) => {
      const nameProblem = dns1123Subdomain(name);
      if (nameProblem !== undefined) {
        ctx.report.invalid(path.index(i).child('hostnames').index(j), 'host-aliases/hostname', `${show(name)} ${nameProblem}`);
      }
    });
  }
}
