import type * as k8s from '../../k8s';
import { Context } from '../context';
import { Decoded } from '../decode/decoded';
import { canonicalIp, ipWarning } from '../formats/ip';
import { Path } from '../path';
import { show } from '../report';

/** Each IP address should have one line in /etc/hosts. */
export function warnOfHostAliases(aliases: Decoded<k8s.HostAlias[]> | undefined, path: Path, ctx: Context): void {
  if (aliases === undefined || aliases.length < 2) {
    return;
  }
  const seen = new Set<string>();
  for (let i = 0; i < aliases.length; i++) {
    const ip = aliases[i].ip ?? '';
    if (seen.has(ip)) {
      ctx.report.warning(path.child('hostAliases').index(i).child('ip'), 'host-aliases/duplicate-ip', `duplicate host alias for ${show(ip)}`,
        { hint: 'list all hostnames in one host alias' });
    }
    seen.add(ip);
  }
}

/** Pull secrets should have a name, and be listed once. */
export function warnOfImagePullSecrets(secrets: Decoded<k8s.LocalObjectReference[]> | undefined, path: Path, ctx: Context): void {
  if (secrets === undefined) {
    return;
  }
  const seen = secrets.length < 2 ? undefined : new Set<string>();
  for (let i = 0; i < secrets.length; i++) {
    const name = secrets[i].name ?? '';
    if (seen?.has(name)) {
      ctx.report.warning(path.child('imagePullSecrets').index(i).child('name'), 'image-pull-secrets/duplicate-name',
        `duplicate reference to the Secret ${show(name)}`, { hint: 'remove one of them' });
    }
    seen?.add(name);
  }
  for (let i = 0; i < secrets.length; i++) {
    if (secrets[i].name === undefined) {
      ctx.report.warning(path.child('imagePullSecrets').index(i).child('name'), 'image-pull-secrets/no-name', 'the name of the Secret should not be empty',
        { hint: 'set the name of a Secret, or remove the item' });
    }
  }
}

/** IP addresses that are not in canonical form. */
export function warnOfAddresses(spec: Decoded<k8s.PodSpec>, path: Path, ctx: Context): void {
  const nameservers = spec.dnsConfig?.nameservers;
  if (nameservers !== undefined) {
    for (let i = 0; i < nameservers.length; i++) {
      warnOfAddress(nameservers[i], path.child('dnsConfig').child('nameservers').index(i), ctx);
    }
  }
  const aliases = spec.hostAliases;
  if (aliases !== undefined) {
    for (let i = 0; i < aliases.length; i++) {
      warnOfAddress(aliases[i].ip ?? '', path.child('hostAliases').index(i).child('ip'), ctx);
    }
  }
}

/** One IP address; other strings get no warning. `field` is the path that the server writes. */
export function warnOfAddress(address: string, at: Path, ctx: Context, field: Path = at): void {
  const problem = ipWarning(address);
  if (problem !== undefined) {
    ctx.report.warning(at, 'ip/form', `${show(address)} ${problem}`, { field, hint: `use '${canonicalIp(address)}'` });
  }
}
