// Where the objects of a picture stand: in columns from left to right, so that links lead to the right as far as they can.
import type { Edge, Graph } from './graph';

/** A place in a picture: of a node, or of a link on its way through a column. */
interface Slot {
  readonly node?: number;
  readonly height: number;
  y: number;
}

/** The places of everything. */
export interface Layout {
  /** By node: its column and its top; absent for a node without links. */
  readonly nodes: ReadonlyMap<number, { readonly column: number; readonly y: number }>;
  /** By edge: the middles of the columns that it goes through between its ends. */
  readonly ways: ReadonlyMap<Edge, readonly { readonly column: number; readonly y: number }[]>;
  readonly columns: number;
  readonly height: number;
}

const GAP = 18;
const LANE = 10;
const SWEEPS = 6;
/** Between parts that no link connects. */
const PART_GAP = 30;

/** Places the nodes with links. `heightOf` is the height of a node. */
export function layoutOf(graph: Graph, heightOf: (node: number) => number): Layout {
  const nodes = new Map<number, { column: number; y: number }>();
  const ways = new Map<Edge, { column: number; y: number }[]>();
  let [top, columns] = [0, 0];
  for (const part of partsOf(graph)) {
    const placed = placePart(part, heightOf);
    let bottom = top;
    placed.columns.forEach((slots, column) => slots.forEach((slot) => {
      bottom = Math.max(bottom, top + slot.y + slot.height);
      if (slot.node !== undefined) {
        nodes.set(slot.node, { column, y: top + slot.y });
      }
    }));
    placed.ways.forEach((slots, edge) => ways.set(edge, slots.map(({ column, slot }) => ({ column, y: top + slot.y + slot.height / 2 }))));
    columns = Math.max(columns, placed.columns.length);
    top = bottom + PART_GAP;
  }
  return { nodes, ways, columns, height: Math.max(0, top - PART_GAP) };
}

interface Part {
  readonly nodes: readonly number[];
  readonly edges: readonly Edge[];
}

/** The parts that links connect, in the order of their first nodes. */
function partsOf({ nodes, edges }: Graph): Part[] {
  const root = nodes.map((_, i) => i);
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  };
  edges.forEach(({ from, to }) => {
    const [a, b] = [find(from), find(to)];
    root[Math.max(a, b)] = Math.min(a, b);
  });
  const parts = new Map<number, { nodes: number[]; edges: Edge[] }>();
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  nodes.forEach((_, node) => {
    if (linked.has(node)) {
      const part = parts.get(find(node)) ?? { nodes: [], edges: [] };
      part.nodes.push(node);
      parts.set(find(node), part);
    }
  });
  edges.forEach((edge) => parts.get(find(edge.from))!.edges.push(edge));
  return [...parts.values()];
}

/** The column of each node: behind all that lead to it. Links that would make a circle do not count. */
function columnsOf({ nodes, edges }: Part): Map<number, number> {
  const next = new Map<number, number[]>(nodes.map((node) => [node, []]));
  edges.forEach(({ from, to }) => next.get(from)!.push(to));
  const order: number[] = [];
  const state = new Map<number, 'open' | 'done'>();
  const forward = new Map<number, number[]>(nodes.map((node) => [node, []]));
  for (const start of nodes) {
    const stack = state.has(start) ? [] : [{ node: start, at: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1];
      state.set(top.node, 'open');
      const to = next.get(top.node)![top.at++];
      if (to === undefined) {
        state.set(top.node, 'done');
        order.push(top.node);
        stack.pop();
      } else if (state.get(to) !== 'open') {
        forward.get(top.node)!.push(to);
        if (!state.has(to)) {
          stack.push({ node: to, at: 0 });
        }
      }
    }
  }
  const column = new Map<number, number>(nodes.map((node) => [node, 0]));
  order.reverse();
  order.forEach((node) => forward.get(node)!.forEach((to) => column.set(to, Math.max(column.get(to)!, column.get(node)! + 1))));
  // Who leads to others and is led to by nobody stands right before them.
  const targets = new Set([...forward.values()].flat());
  order.filter((node) => !targets.has(node) && forward.get(node)!.length > 0)
    .forEach((node) => column.set(node, Math.min(...forward.get(node)!.map((to) => column.get(to)!)) - 1));
  return column;
}

interface PlacedPart {
  readonly columns: readonly (readonly Slot[])[];
  readonly ways: ReadonlyMap<Edge, readonly { readonly column: number; readonly slot: Slot }[]>;
}

function placePart(part: Part, heightOf: (node: number) => number): PlacedPart {
  const column = columnsOf(part);
  const columns: Slot[][] = Array.from({ length: Math.max(...column.values()) + 1 }, () => []);
  const slots = new Map<number, Slot>();
  for (const node of part.nodes) {
    const slot = { node, height: heightOf(node), y: 0 };
    slots.set(node, slot);
    columns[column.get(node)!].push(slot);
  }
  const ways = new Map<Edge, { column: number; slot: Slot }[]>();
  const links: (readonly [Slot, Slot])[] = [];
  for (const edge of part.edges) {
    const [first, last] = [column.get(edge.from)!, column.get(edge.to)!];
    const way: { column: number; slot: Slot }[] = [];
    let before = slots.get(edge.from)!;
    for (let at = first + 1; at < last; at++) {
      const slot = { height: LANE, y: 0 };
      columns[at].push(slot);
      way.push({ column: at, slot });
      links.push([before, slot]);
      before = slot;
    }
    if (first !== last) {
      links.push([before, slots.get(edge.to)!]);
    }
    ways.set(edge, way);
  }
  arrange(columns, links);
  return { columns, ways };
}

/** Puts each column in the order in which its neighbours stand, then moves each slot as near to them as there is room. */
function arrange(columns: Slot[][], links: readonly (readonly [Slot, Slot])[]): void {
  const neighbours = new Map<Slot, Slot[]>();
  links.forEach(([a, b]) => [[a, b], [b, a]].forEach(([one, other]) => neighbours.set(one, [...neighbours.get(one) ?? [], other])));
  columns.forEach((slots) => pile(slots, 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const way = sweep % 2 === 0 ? columns : [...columns].reverse();
    way.forEach((slots) => {
      const wanted = new Map(slots.map((slot) => [slot, meanOf(neighbours.get(slot) ?? [slot])]));
      slots.sort((a, b) => wanted.get(a)! - wanted.get(b)!);
      settle(slots, wanted);
    });
  }
  const highest = Math.min(...columns.flat().map(({ y }) => y));
  columns.flat().forEach((slot) => {
    slot.y = Math.round(slot.y - highest);
  });
}

function middleOf({ y, height }: Slot): number {
  return y + height / 2;
}

function meanOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + middleOf(slot), 0) / slots.length;
}

function pile(slots: readonly Slot[], top: number): void {
  let y = top;
  slots.forEach((slot) => {
    slot.y = y;
    y += slot.height + GAP;
  });
}

/** Places slots one below the other, as near to where they want to be as they can: those that push each other share the way. */
function settle(slots: readonly Slot[], wanted: ReadonlyMap<Slot, number>): void {
  const blocks: { slots: Slot[]; height: number; offsets: number }[] = [];
  const topOf = ({ slots: own, offsets }: { slots: Slot[]; offsets: number }): number => offsets / own.length;
  for (const slot of slots) {
    let block = { slots: [slot], height: slot.height, offsets: wanted.get(slot)! - slot.height / 2 };
    let before = blocks.at(-1);
    while (before !== undefined && topOf(before) + before.height + GAP > topOf(block)) {
      const shift = before.height + GAP;
      const offsets = before.offsets + block.offsets - shift * block.slots.length;
      block = { slots: [...before.slots, ...block.slots], height: shift + block.height, offsets };
      blocks.pop();
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  blocks.forEach((block) => pile(block.slots, topOf(block)));
}
