/** The problem with `host:port`, or with `[host]:port` for hosts with colons, as Go's net.SplitHostPort sees it: both parts may be empty. */
export function hostPortProblem(value: string): string | undefined {
  const colon = value.lastIndexOf(':');
  if (colon < 0) {
    return 'has no port';
  }
  let host = value.slice(0, colon);
  if (value.startsWith('[')) {
    if (value.indexOf(']') !== colon - 1) {
      return 'must have its host between \'[\' and \']\', and then a colon and a port';
    }
    host = host.slice(1, -1);
  } else if (host.includes(':')) {
    return 'has more than one colon';
  }
  return /[[\]]/.test(host) || /[[\]]/.test(value.slice(colon)) ? 'may have \'[\' and \']\' only around its host' : undefined;
}
