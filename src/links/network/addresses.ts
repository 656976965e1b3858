// The addresses of the world, cut where the blocks of policies begin and end.
import { AddressRange, addressOf, cidrRange } from '../../admission/formats/ip';

/** An `ipBlock` of a rule. */
export interface Block {
  readonly text: string;
  /** The addresses in it, without those of `except`. */
  readonly ranges: readonly AddressRange[];
}

/** Addresses that no block tells apart. */
export interface AddressGroup {
  /** In short, such as `10.0.0.0/8 except 10.1.0.0/16`, or `all other addresses`. */
  readonly text: string;
  /** The texts of the blocks that they are in. */
  readonly inside: ReadonlySet<string>;
  readonly ranges: readonly AddressRange[];
}

const WORLD: readonly AddressRange[] = ['0.0.0.0/0', '::/0'].map((cidr) => cidrRange(cidr)!);
/** Where pods have their addresses in practice: private, shared and unique local ones. */
const PRIVATE: readonly AddressRange[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'].map((cidr) => cidrRange(cidr)!);
/** Ranges that are shown of one group. */
const MOST_SHOWN = 4;
/** Ranges of all blocks together that are told apart. */
const MOST_CUTS = 10_000;

/** A block; undefined when its CIDR is none. */
export function blockOf(cidr: string, except: readonly string[]): Block | undefined {
  const whole = cidrRange(cidr);
  if (whole === undefined) {
    return undefined;
  }
  const holes = except.flatMap((one) => cidrRange(one) ?? []);
  return { text: `${cidr}${except.length === 0 ? '' : ` except ${except.join(', ')}`}`, ranges: without([whole], holes) };
}

/** Whether a pod with a private address can be in a block. */
export function mayHoldPods({ ranges }: Block): boolean {
  return ranges.some((range) => PRIVATE.some((own) => overlap(range, own)));
}

/** All addresses, in groups: those that are in the same blocks are together. `left` has the texts of blocks that are too many to be told apart. */
export function addressGroups(blocks: readonly Block[]): { readonly groups: AddressGroup[]; readonly left: ReadonlySet<string> } {
  const different = [...new Map(blocks.map((block) => [block.text, block])).values()];
  let cuts = 0;
  const used = different.filter(({ ranges }) => (cuts += ranges.length) <= MOST_CUTS);
  const groups = new Map<string, { readonly inside: readonly number[]; readonly ranges: AddressRange[] }>();
  for (const { v4, first, last, inside } of WORLD.flatMap((world) => pieces(world, used))) {
    const key = inside.join(' ');
    const group = groups.get(key) ?? { inside, ranges: [] };
    const before = group.ranges.at(-1);
    if (before !== undefined && before.v4 === v4 && before.last + 1n === first) {
      group.ranges[group.ranges.length - 1] = { ...before, last };
    } else {
      group.ranges.push({ v4, first, last });
    }
    groups.set(key, group);
  }
  const all = [...groups.values()].map(({ inside, ranges }): AddressGroup => {
    const around = inside.map((index) => used[index]);
    return { inside: new Set(around.map(({ text }) => text)), ranges, text: textOf(around, ranges, different) };
  });
  return {
    // What is in no block is the rest, and comes last.
    groups: all.sort((a, b) => Number(a.inside.size === 0) - Number(b.inside.size === 0)),
    left: new Set(different.filter((block) => !used.includes(block)).map(({ text }) => text)),
  };
}

interface Piece extends AddressRange {
  /** The indexes of the blocks around it. */
  readonly inside: readonly number[];
}

/** A family of addresses, cut wherever a block begins or ends. */
function pieces(world: AddressRange, blocks: readonly Block[]): Piece[] {
  const events = new Map<bigint, { readonly begins: number[]; readonly ends: number[] }>();
  const eventAt = (address: bigint) => {
    const event = events.get(address) ?? { begins: [], ends: [] };
    events.set(address, event);
    return event;
  };
  eventAt(world.first);
  blocks.forEach(({ ranges }, index) => ranges.filter(({ v4 }) => v4 === world.v4).forEach(({ first, last }) => {
    eventAt(first).begins.push(index);
    eventAt(last + 1n).ends.push(index);
  }));
  const starts = [...events.keys()].filter((address) => address <= world.last).sort((a, b) => a < b ? -1 : 1);
  const inside = new Set<number>();
  return starts.map((first, i) => {
    const { begins, ends } = events.get(first)!;
    ends.forEach((index) => inside.delete(index));
    begins.forEach((index) => inside.add(index));
    return { v4: world.v4, first, last: i + 1 < starts.length ? starts[i + 1] - 1n : world.last, inside: [...inside].sort((a, b) => a - b) };
  });
}

function textOf(inside: readonly Block[], ranges: readonly AddressRange[], blocks: readonly Block[]): string {
  if (inside.length === 0) {
    return blocks.length === 0 ? 'all addresses outside the cluster' : 'all other addresses outside the cluster';
  }
  const whole = inside.find((block) => sameRanges(block.ranges, ranges));
  if (whole !== undefined) {
    return whole.text;
  }
  const shown = ranges.slice(0, MOST_SHOWN).map((range) => rangeText(range));
  return [...shown, ...ranges.length > MOST_SHOWN ? [`${ranges.length - MOST_SHOWN} more ranges`] : []].join(', ');
}

/** A range as a block where it is one, otherwise from its first to its last address. */
export function rangeText({ v4, first, last }: AddressRange): string {
  const bits = v4 ? 32 : 128;
  const size = last - first + 1n;
  const suffix = size.toString(2).length - 1;
  const prefix = bits - suffix;
  const isBlock = size === 2n ** BigInt(suffix) && first % size === 0n;
  return isBlock ? prefix === bits ? addressOf(first, v4) : `${addressOf(first, v4)}/${prefix}` : `${addressOf(first, v4)}-${addressOf(last, v4)}`;
}

function without(ranges: readonly AddressRange[], holes: readonly AddressRange[]): AddressRange[] {
  return holes.reduce<AddressRange[]>((left, hole) => left.flatMap((range) => overlap(range, hole) ? [
    ...hole.first > range.first ? [{ ...range, last: hole.first - 1n }] : [],
    ...hole.last < range.last ? [{ ...range, first: hole.last + 1n }] : [],
  ] : [range]), [...ranges]).sort((a, b) => a.first < b.first ? -1 : 1);
}

function overlap(a: AddressRange, b: AddressRange): boolean {
  return a.v4 === b.v4 && a.first <= b.last && b.first <= a.last;
}

function sameRanges(a: readonly AddressRange[], b: readonly AddressRange[]): boolean {
  return a.length === b.length && a.every(({ v4, first, last }, i) => b[i].v4 === v4 && b[i].first === first && b[i].last === last);
}
