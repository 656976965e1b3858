/** The problem with `host:port`, or with `[host]:port` for hosts with colons, as Go's net.SplitHostPort sees it: both parts may be empty. */
export function hostPortProblem(value: string): string | undefined {
  const colon = value.lastIndexOf(':');
  if (colon < 0) {
    return 'must have a port';
  }
  let host = value.slice(0, colon);
  if (value.startsWith('[')) {
    if (value.indexOf(']') !== colon - 1) {
      return 'must have the host between \'[\' and \']\', then a colon and a port';
    }
    host = host.slice(1, -1);
  } else if (host.includes(':')) {
    return 'must have at most one colon outside \'[\' and \']\'';
  }
  return /[[\]]/.test(host) || /[[\]]/.test(value.slice(colon)) ? 'must have \'[\' and \']\' only around the host' : undefined;
}
