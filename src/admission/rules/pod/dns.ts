import * as k8s from '../../../k8s';
import { Context, on } from '../../context';
import { Decoded } from '../../decode/decoded';
import { byteLength } from '../../formats/bytes';
import { ipProblem } from '../../formats/ip';
import { dns1123SubdomainWithUnderscore } from '../../formats/names';
import { Path } from '../../path';
import { show } from '../../report';

const POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

/** Limits of the resolver in Linux' C library: name servers, search domains, and the length of all search domains with spaces between. */
const MAX_NAMESERVERS = 3;
const MAX_SEARCHES = 32;
const MAX_SEARCH_LIST = 2048;

/** `dnsPolicy`, which has a default. */
export function validateDNSPolicy(policy: string | undefined, path: Path, ctx: Context): void {
  if (policy !== undefined && !POLICIES.includes(policy)) {
    ctx.report.notSupported(path, 'dns/policy', policy, POLICIES);
  }
}

/** `dnsConfig`: name servers, search domains and resolver options. With dnsPolicy None, at least one name server is required. */
export function validateDNSConfig(config: Decoded<k8s.PodDNSConfig> | undefined, policy: string | undefined, path: Path, ctx: Context): void {
  if (policy === 'None') {
    if (config === undefined) {
      ctx.report.required(path, 'dns/config-required', 'dnsConfig is required with dnsPolicy None', { hint: 'add dnsConfig with nameservers' });
      return;
    }
    if (config.nameservers === undefined) {
      ctx.report.required(path.child('nameservers'), 'dns/nameservers-required', 'at least one nameserver is required with dnsPolicy None', { hint: 'add a nameserver' });
      return;
    }
  }
  if (config === undefined) {
    return;
  }
  validateNameservers(config.nameservers, path.child('nameservers'), ctx);
  validateSearches(config.searches, path.child('searches'), ctx);
  config.options?.forEach((option, i) => {
    if (option.name === undefined) {
      // The server reports at the option, not at its name.
      ctx.report.required(path.child('options').index(i).child('name'), 'dns/option-name', 'an option name is required', { field: path.child('options').index(i) });
    }
  });
}

function validateNameservers(servers: readonly string[] | undefined, path: Path, ctx: Context): void {
  if (servers === undefined) {
    return;
  }
  if (servers.length > MAX_NAMESERVERS) {
    ctx.report.invalid(path, 'dns/nameservers-max', `must have at most ${MAX_NAMESERVERS} nameservers, got ${servers.length}`);
  }
  const strict = on(ctx, 'StrictIPCIDRValidation');
  servers.forEach((server, i) => {
    const problem = ipProblem(server, strict);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(i), 'dns/nameserver', `${show(server)} ${problem}`);
    }
  });
}

function validateSearches(searches: readonly string[] | undefined, path: Path, ctx: Context): void {
  if (searches === undefined) {
    return;
  }
  if (searches.length > MAX_SEARCHES) {
    ctx.report.invalid(path, 'dns/searches-max', `must have at most ${MAX_SEARCHES} search domains, got ${searches.length}`);
  }
  const length = byteLength(searches.join(' '));
  if (length > MAX_SEARCH_LIST) {
    ctx.report.invalid(path, 'dns/searches-length', `search domains joined by spaces must have at most ${MAX_SEARCH_LIST} characters, got ${length}`);
  }
  searches.forEach((search, i) => {
    const problem = search === '.' ? undefined : dns1123SubdomainWithUnderscore(search.endsWith('.') ? search.slice(0, -1) : search);
    if (problem !== undefined) {
      ctx.report.invalid(path.index(i), 'dns/search', `${show(search)} ${problem}`);
    }
  });
}
