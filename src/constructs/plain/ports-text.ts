/** Ports in words, for a message: `'http' (80) and 9090`. */
export function portsText(ports: readonly { readonly name?: string; readonly port: number }[]): string {
  const all = ports.map(({ name, port }) => (name === undefined ? `${port}` : `'${name}' (${port})`));
  return all.length === 0 ? 'no ports' : all.length === 1 ? `the port ${all[0]}` : `the ports ${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
