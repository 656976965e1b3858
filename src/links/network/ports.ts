// Sets of ports: what a rule of a NetworkPolicy lets through.

/** The protocols that a policy can name. */
export const PROTOCOLS = ['TCP', 'UDP', 'SCTP'] as const;

export type Protocol = (typeof PROTOCOLS)[number];

/** Ports from one to another, both included. */
export type PortRange = readonly [from: number, to: number];

/** Some ports of each protocol. */
export interface Ports {
  /** Sorted, and neither overlapping nor touching. */
  readonly TCP: readonly PortRange[];
  readonly UDP: readonly PortRange[];
  readonly SCTP: readonly PortRange[];
  /** All other traffic too, such as ICMP: only a rule that names no ports lets it through. */
  readonly rest: boolean;
  /** Ports that a policy names and whose numbers are those of pods that nobody has seen: `TCP http`. */
  readonly named: readonly string[];
}

const EVERY: PortRange = [1, 65_535];

export const NO_PORTS: Ports = { TCP: [], UDP: [], SCTP: [], rest: false, named: [] };
export const ALL_PORTS: Ports = { TCP: [EVERY], UDP: [EVERY], SCTP: [EVERY], rest: true, named: [] };

/** Some ports of one protocol; all of them when none is given. */
export function portsOf(protocol: Protocol, [from, to]: PortRange = EVERY): Ports {
  const range: PortRange = [Math.max(from, EVERY[0]), Math.min(to, EVERY[1])];
  return range[0] > range[1] ? NO_PORTS : { ...NO_PORTS, [protocol]: [range] };
}

/** A port of unknown number. */
export function portNamed(protocol: Protocol, name: string): Ports {
  return { ...NO_PORTS, named: [`${protocol} ${name}`] };
}

/** What is in either. */
export function union(a: Ports, b: Ports): Ports {
  if (isAll(a) || isNone(b)) {
    return a;
  }
  if (isAll(b) || isNone(a)) {
    return b;
  }
  const both = (protocol: Protocol): readonly PortRange[] => merged([...a[protocol], ...b[protocol]]);
  return { TCP: both('TCP'), UDP: both('UDP'), SCTP: both('SCTP'), rest: a.rest || b.rest, named: [...new Set([...a.named, ...b.named])].sort() };
}

/** What is in both. */
export function intersection(a: Ports, b: Ports): Ports {
  if (isAll(a)) {
    return b;
  }
  if (isAll(b) || isNone(a)) {
    return a;
  }
  if (isNone(b)) {
    return b;
  }
  const shared = ([from, to]: PortRange, others: readonly PortRange[]): readonly PortRange[] => others.flatMap(([low, high]) => {
    const range: PortRange = [Math.max(from, low), Math.min(to, high)];
    return range[0] <= range[1] ? [range] : [];
  });
  const both = (protocol: Protocol): readonly PortRange[] => merged(a[protocol].flatMap((range) => shared(range, b[protocol])));
  return { TCP: both('TCP'), UDP: both('UDP'), SCTP: both('SCTP'), rest: a.rest && b.rest, named: a.named.filter((name) => b.named.includes(name)) };
}

/** What is in the first and not in the second. */
export function difference(a: Ports, b: Ports): Ports {
  const left = (protocol: Protocol): readonly PortRange[] => b[protocol].reduce<readonly PortRange[]>(without, a[protocol]);
  const named = isAll(b) ? [] : a.named.filter((name) => !b.named.includes(name));
  return { TCP: left('TCP'), UDP: left('UDP'), SCTP: left('SCTP'), rest: a.rest && !b.rest, named };
}

function without(ranges: readonly PortRange[], [low, high]: PortRange): PortRange[] {
  return ranges.flatMap(([from, to]) => {
    const parts: PortRange[] = [[from, Math.min(to, low - 1)], [Math.max(from, high + 1), to]];
    return high < from || low > to ? [[from, to] as const] : parts.filter((range) => range[0] <= range[1]);
  });
}

function merged(ranges: readonly PortRange[]): readonly PortRange[] {
  const result: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + 1) {
      last[1] = Math.max(last[1], to);
    } else {
      result.push([from, to]);
    }
  }
  return result;
}

/** Whether nothing at all is missing. */
export function isAll(ports: Ports): boolean {
  return ports === ALL_PORTS || (ports.rest && PROTOCOLS.every((protocol) => isEvery(ports[protocol])));
}

export function isNone(ports: Ports): boolean {
  return ports === NO_PORTS || (!ports.rest && ports.named.length === 0 && PROTOCOLS.every((protocol) => ports[protocol].length === 0));
}

/** Whether a port is among them. */
export function hasPort(ports: Ports, protocol: Protocol, port: number): boolean {
  return ports[protocol].some(([from, to]) => from <= port && port <= to);
}

export function samePorts(a: Ports, b: Ports): boolean {
  return a === b || (isAll(a) && isAll(b))
    || (a.rest === b.rest && sameList(a.named, b.named) && PROTOCOLS.every((protocol) => sameList(a[protocol].flat(), b[protocol].flat())));
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function isEvery(ranges: readonly PortRange[]): boolean {
  return ranges.length === 1 && ranges[0][0] === EVERY[0] && ranges[0][1] === EVERY[1];
}

/** `all`, `none`, or `TCP 80, 8000-8999, http; UDP 53`. */
export function portsText(ports: Ports): string {
  if (isAll(ports)) {
    return 'all';
  }
  const parts = PROTOCOLS.flatMap((protocol) => {
    const names = ports.named.filter((name) => name.startsWith(`${protocol} `)).map((name) => name.slice(protocol.length + 1));
    const ranges = isEvery(ports[protocol]) ? ['all'] : ports[protocol].map(([from, to]) => from === to ? String(from) : `${from}-${to}`);
    return ranges.length + names.length === 0 ? [] : [`${protocol} ${[...ranges, ...names].join(', ')}`];
  });
  return parts.length === 0 ? 'none' : parts.join('; ');
}
