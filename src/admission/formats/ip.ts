/** An IP address. An IPv4 address, or an IPv6 address mapped from one, has its value in the last two groups. */
export interface IpAddress {
  /** Eight 16-bit numbers. */
  readonly groups: readonly number[];
  /** Whether Go counts it as IPv4: written as such, or mapped into IPv6. */
  readonly v4: boolean;
  /** Whether it is an IPv4-mapped IPv6 address: `::ffff:10.0.0.1`. */
  readonly mapped: boolean;
  /** Whether a number has leading zeros, which some programs read as octal. */
  readonly padded: boolean;
}

/** A parsed CIDR. */
interface Cidr {
  readonly ip: IpAddress;
  readonly bits: number;
  /** Whether the prefix length has leading zeros. */
  readonly padded: boolean;
}

const OCTET = /^[0-9]+$/;
const GROUP = /^[0-9A-Fa-f]+$/;
const MAX_TEXT = 4096;

/** Parses an address as leniently as Kubernetes does for old fields: leading zeros are allowed. */
export function parseIp(text: string): IpAddress | undefined {
  if (text.length > MAX_TEXT) {
    return undefined;
  }
  const colon = text.indexOf(':');
  const dot = text.indexOf('.');
  return dot >= 0 && (colon < 0 || dot < colon) ? parseIPv4(text) : parseIPv6(text);
}

/** The problem with an address, as the rest of a sentence that starts with it. `strict`: with the stricter rules of 1.36. */
export function ipProblem(text: string, strict: boolean): string | undefined {
  const ip = parseIp(text);
  if (ip === undefined) {
    return 'is not a valid IP address';
  }
  return strict ? looseness(ip) : undefined;
}

/** The canonical form of an address; undefined if it is not one. */
export function canonicalIp(text: string): string | undefined {
  const ip = parseIp(text);
  return ip === undefined ? undefined : show(ip);
}

/** The server's warning about a valid address, as the rest of a sentence that starts with it. */
export function ipWarning(text: string): string | undefined {
  const ip = parseIp(text);
  if (ip === undefined) {
    return undefined;
  }
  const problem = looseness(ip);
  if (problem !== undefined) {
    return `${problem}: should be ${show(ip)}`;
  }
  return show(ip) === text ? undefined : `is not in canonical form, which is ${show(ip)}`;
}

/** Whether it is an IPv6 address, and not one that is mapped from IPv4. */
export function isIPv6(text: string): boolean {
  return parseIp(text)?.v4 === false;
}

/** Why an address cannot belong to an external machine, such as loopback; undefined if it can, or is no address. */
export function specialIp(text: string): string | undefined {
  const ip = parseIp(text);
  if (ip === undefined) {
    return undefined;
  }
  const [high, low] = [ip.v4 ? ip.groups[6] : ip.groups[0], ip.groups[7]];
  const upper = Math.floor(high / 256);
  if (ip.v4 ? high === 0 && low === 0 : ip.groups.every((group) => group === 0)) {
    return 'is not allowed: it is the unspecified address';
  }
  if (ip.v4 ? upper === 127 : low === 1 && ip.groups.every((group, index) => index === 7 || group === 0)) {
    return 'is not allowed: it is a loopback address';
  }
  if (ip.v4 ? high === 0xa9fe : high >= 0xfe80 && high <= 0xfebf) {
    return 'is not allowed: it is a link-local address';
  }
  if (ip.v4 ? high === 0xe000 && low < 256 : upper === 0xff && high % 16 === 2) {
    return 'is not allowed: it is a link-local multicast address';
  }
  return undefined;
}

/** The problem with a CIDR, as the rest of a sentence that starts with it. `strict`: with the stricter rules of 1.36. */
export function cidrProblem(text: string, strict: boolean): string | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) {
    return 'is not a valid CIDR block such as 10.0.0.0/8';
  }
  return strict ? cidrLooseness(cidr) ?? (isBlock(cidr) ? undefined : 'must not have bits set beyond its prefix') : undefined;
}

/** The server's warnings about a valid CIDR, each as the rest of a sentence that starts with it. */
export function cidrWarnings(text: string): string[] {
  const cidr = parseCidr(text);
  if (cidr === undefined) {
    return [];
  }
  const warnings: string[] = [];
  if (!isBlock(cidr)) {
    warnings.push('has bits set beyond its prefix: it could be meant as a block or as one address');
  }
  const problem = cidrLooseness(cidr);
  if (problem !== undefined) {
    warnings.push(problem);
  }
  return warnings.length === 0 && showCidr(cidr) !== text ? [`is not in canonical form, which is ${showCidr(cidr)}`] : warnings;
}

/** Whether a CIDR block is within another one and smaller, as Go decides it: also one of IPv4-mapped addresses is one of IPv4. */
export function isStrictSubset(inner: string, outer: string): boolean {
  const [small, large] = [parseCidr(inner), parseCidr(outer)];
  if (small === undefined || large === undefined || large.bits >= small.bits) {
    return false;
  }
  const [from, network] = [firstOf(small), firstOf(large)];
  return isMapped(from) === isMapped(network) && masked(from, keptBits(large)).every((group, index) => group === network[index]);
}

/** The addresses of a CIDR block as numbers, the first and the last. Those of IPv4 are numbers below 2^32 with `v4`. */
export interface AddressRange {
  readonly v4: boolean;
  readonly first: bigint;
  readonly last: bigint;
}

/** All addresses of a CIDR block; bits beyond its prefix do not count. Undefined if it is none. */
export function cidrRange(text: string): AddressRange | undefined {
  const cidr = parseCidr(text);
  if (cidr === undefined) {
    return undefined;
  }
  const v4 = cidr.ip.v4 && keptBits(cidr) >= 96;
  const groups = v4 ? firstOf(cidr).slice(6) : firstOf(cidr);
  const first = groups.reduce((number, group) => number * 0x10000n + BigInt(group), 0n);
  return { v4, first, last: first + 2n ** BigInt(128 - keptBits(cidr)) - 1n };
}

/** A number of `cidrRange` as an address. */
export function addressOf(number: bigint, v4: boolean): string {
  const groups = Array.from({ length: 8 }, (_, i) => Number(number / 0x10000n ** BigInt(7 - i) % 0x10000n));
  return show({ groups, v4, mapped: false, padded: false });
}

function looseness(ip: IpAddress): string | undefined {
  return ip.padded ? 'must not have leading zeros' : ip.mapped ? 'must not be an IPv4-mapped IPv6 address' : undefined;
}

function cidrLooseness(cidr: Cidr): string | undefined {
  return cidr.padded ? 'must not have leading zeros' : looseness(cidr.ip);
}

function parseIPv4(text: string): IpAddress | undefined {
  const octets = text.split('.', 5);
  if (octets.length !== 4) {
    return undefined;
  }
  const numbers: number[] = [];
  let padded = false;
  for (const octet of octets) {
    const number = OCTET.test(octet) ? Number(octet) : 256;
    if (number > 255) {
      return undefined;
    }
    padded ||= octet.length > 1 && octet.startsWith('0');
    numbers.push(number);
  }
  const groups = [0, 0, 0, 0, 0, 0xffff, numbers[0] * 256 + numbers[1], numbers[2] * 256 + numbers[3]];
  return { groups, v4: true, mapped: false, padded };
}

function parseIPv6(text: string): IpAddress | undefined {
  const halves = text.split('::', 3);
  if (halves.length > 2 || text.includes(':::')) {
    return undefined;
  }
  const numbers: number[] = [];
  let padded = false;
  let before = -1;
  for (const half of halves) {
    for (const part of half === '' ? [] : half.split(':', 9)) {
      if (part.includes('.') && text.endsWith(part)) {
        const ip = parseIPv4(part);
        if (ip === undefined || part === text) {
          return undefined;
        }
        padded ||= ip.padded;
        numbers.push(ip.groups[6], ip.groups[7]);
        continue;
      }
      const number = GROUP.test(part) ? parseInt(part, 16) : 0x10000;
      if (number > 0xffff) {
        return undefined;
      }
      padded ||= part.length > 4;
      numbers.push(number);
    }
    before = before < 0 ? numbers.length : before;
  }
  const missing = 8 - numbers.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) {
    return undefined;
  }
  const groups = [...numbers.slice(0, before), ...new Array<number>(missing).fill(0), ...numbers.slice(before)];
  const mapped = isMapped(groups);
  return { groups, v4: mapped, mapped, padded };
}

function parseCidr(text: string): Cidr | undefined {
  const slash = text.indexOf('/');
  const prefix = text.slice(slash + 1);
  const ip = slash < 0 || prefix.length > MAX_TEXT || !OCTET.test(prefix) ? undefined : parseIp(text.slice(0, slash));
  const bits = Number(prefix);
  if (ip === undefined || bits > (isPlainIPv4(ip) ? 32 : 128)) {
    return undefined;
  }
  return { ip, bits, padded: prefix.length > 1 && prefix.startsWith('0') };
}

function isPlainIPv4(ip: IpAddress): boolean {
  return ip.v4 && !ip.mapped;
}

/** Whether an address is in the range of IPv6 that stands for IPv4. */
function isMapped(groups: readonly number[]): boolean {
  return groups[5] === 0xffff && groups.slice(0, 5).every((group) => group === 0);
}

/** Whether all bits after the prefix are zero. */
function isBlock(cidr: Cidr): boolean {
  return firstOf(cidr).every((group, index) => group === cidr.ip.groups[index]);
}

/** The first address of a block. */
function firstOf(cidr: Cidr): readonly number[] {
  return masked(cidr.ip.groups, keptBits(cidr));
}

/** The length of the prefix in an address of 128 bits. */
function keptBits({ ip, bits }: Cidr): number {
  return isPlainIPv4(ip) ? bits + 96 : bits;
}

/** The address with zeros after the first bits. */
function masked(groups: readonly number[], kept: number): readonly number[] {
  return groups.map((group, index) => group - group % 2 ** Math.min(16, Math.max(0, 16 * (index + 1) - kept)));
}

function show(ip: IpAddress): string {
  const groups = ip.groups;
  if (ip.v4) {
    return [groups[6], groups[7]].map((group) => `${Math.floor(group / 256)}.${group % 256}`).join('.');
  }
  let start = -1;
  let length = 1; // a single zero group is not abbreviated
  for (let from = 0; from < 8; from++) {
    let to = from;
    while (to < 8 && groups[to] === 0) {
      to++;
    }
    if (to - from > length) {
      start = from;
      length = to - from;
    }
  }
  const hex = (part: readonly number[]) => part.map((group) => group.toString(16)).join(':');
  return start < 0 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}

function showCidr(cidr: Cidr): string {
  return `${show(cidr.ip)}/${cidr.bits}`;
}
