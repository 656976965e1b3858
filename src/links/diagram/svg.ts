// The picture of an app as SVG.
import type { Edge, Graph, Node } from './graph';
import { Layout, layoutOf } from './layout';
import { summaryOf } from './summary';
import { Canvas } from '../../drawing/canvas';
import type { Look } from '../../drawing/looks';

const MARGIN = 24;
const WIDTH = 260;
const COLUMN = WIDTH + 110;
const HEAD = 46;
const ROW = 17;
const TOP = 84;
const GAP = 18;
const BEND = 60;
/** Objects without links that are drawn; the others are counted. */
const MOST_LONELY = 60;

/** The rows of a node: one for each way in which it leads to others. */
interface Card {
  readonly node: Node;
  readonly relations: readonly string[];
  readonly height: number;
}

/** The app as a picture: who routes to, selects, mounts and names whom, from left to right. */
export function appSvg(graph: Graph): string {
  const cards = graph.nodes.map((node, i) => cardOf(node, graph.edges.filter(({ from }) => from === i)));
  const layout = layoutOf(graph, (node) => cards[node].height);
  const lonely = graph.nodes.flatMap((_, i) => layout.nodes.has(i) ? [] : [i]);
  const columns = Math.max(layout.columns, lonely.length === 0 ? 1 : Math.min(4, lonely.length), 2);
  const width = 2 * MARGIN + columns * COLUMN - (COLUMN - WIDTH);
  const canvas = new Canvas();
  const title = summaryOf(graph);
  canvas.text(MARGIN, 36, title, width - 2 * MARGIN, { size: 18, bold: true });
  canvas.text(MARGIN, 58, 'Red: broken. Dashed: not among the objects.', width - 2 * MARGIN, { look: 'quiet', size: 12 });
  // Lines first, so that boxes and texts are above them.
  [...graph.edges].sort((a, b) => Number(a.state === 'broken') - Number(b.state === 'broken')).forEach((edge) => drawEdge(canvas, edge, cards, layout));
  layout.nodes.forEach(({ column, y }, node) => drawCard(canvas, cards[node], MARGIN + column * COLUMN, TOP + y, rowsOf(graph, node, layout)));
  const bottom = TOP + layout.height + (layout.nodes.size > 0 ? 2 * GAP : 0);
  const end = lonely.length === 0 ? bottom : drawLonely(canvas, lonely.map((i) => cards[i]), bottom, width);
  return canvas.render(width, end + MARGIN - GAP, title);
}

function cardOf(node: Node, out: readonly Edge[]): Card {
  const relations = [...new Set(out.map(({ relation }) => relation))];
  const rows = relations.length + node.codes.length;
  return { node, relations, height: HEAD + rows * ROW + (rows > 0 ? 8 : 0) };
}

/** How the links of each relation of a node are: broken, when one is; and whether they lead back. */
function rowsOf({ edges }: Graph, node: number, { nodes }: Layout): (relation: string) => RowLook {
  return (relation) => {
    const own = edges.filter((edge) => edge.from === node && edge.relation === relation);
    return { broken: own.some(({ state }) => state === 'broken'), back: own.every(({ to }) => nodes.get(to)!.column < nodes.get(node)!.column) };
  };
}

interface RowLook {
  readonly broken: boolean;
  readonly back: boolean;
}

function drawCard(canvas: Canvas, { node, relations }: Card, x: number, y: number, lookOf: (relation: string) => RowLook): void {
  const { name, kind, namespace, codes, state } = node;
  const look: Look = state === 'broken' ? 'broken' : state === 'outside' ? 'quiet' : node.look;
  const rows = [...relations.map((text) => ({ text, ...lookOf(text) })), ...codes.map((text) => ({ text, broken: true, back: false }))];
  canvas.box(x, y, WIDTH, HEAD + rows.length * ROW + (rows.length > 0 ? 8 : 0), look, { dashed: state === 'outside' });
  canvas.text(x + 12, y + 20, name, WIDTH - 24, { look, size: 13, bold: true });
  canvas.text(x + 12, y + 37, [kind, ...namespace === undefined || kind === '' ? [] : [namespace]].join(' · '), WIDTH - 24, { look, size: 12 });
  rows.forEach(({ text, broken, back }, i) => {
    const side = back ? { x: x + 12 } : { x: x + WIDTH - 12, anchor: 'end' as const };
    canvas.text(side.x, y + HEAD + i * ROW + 12, text, WIDTH - 24, { look: broken ? 'broken' : look, size: 11, anchor: side.anchor });
  });
}

function drawEdge(canvas: Canvas, edge: Edge, cards: readonly Card[], { nodes, ways }: Layout): void {
  const [from, to] = [nodes.get(edge.from)!, nodes.get(edge.to)!];
  const row = cards[edge.from].relations.indexOf(edge.relation);
  const isBack = to.column < from.column;
  const start = { x: MARGIN + from.column * COLUMN + (isBack ? 0 : WIDTH), y: TOP + from.y + HEAD + row * ROW + 8 };
  const end = { x: MARGIN + to.column * COLUMN + (isBack ? WIDTH : 0), y: TOP + to.y + HEAD / 2 };
  let path = `M${start.x} ${start.y}`;
  let at = start;
  for (const { column, y } of ways.get(edge) ?? []) {
    const x = MARGIN + column * COLUMN;
    path += `${curve(at, { x, y: TOP + y })}L${x + WIDTH} ${TOP + y}`;
    at = { x: x + WIDTH, y: TOP + y };
  }
  const look: Look = edge.state === 'broken' ? 'broken' : edge.state === 'outside' ? 'quiet' : 'pod';
  canvas.line(`${path}${curve(at, end, isBack ? -BEND : BEND)}`, look, { arrow: true, dashed: edge.state === 'outside' });
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function curve(from: Point, to: Point, bend = BEND): string {
  return `C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
}

/** Objects without links, in rows below the others. Returns where they end. */
function drawLonely(canvas: Canvas, cards: readonly Card[], top: number, width: number): number {
  canvas.text(MARGIN, top + 8, 'Without links', width - 2 * MARGIN, { look: 'quiet', size: 13, bold: true });
  const most = Math.floor((width - 2 * MARGIN + GAP) / (WIDTH + GAP));
  let y = top + 22;
  for (let i = 0; i < Math.min(cards.length, MOST_LONELY); i += most) {
    const row = cards.slice(i, Math.min(i + most, MOST_LONELY));
    row.forEach((card, column) => drawCard(canvas, card, MARGIN + column * (WIDTH + GAP), y, () => ({ broken: false, back: false })));
    y += Math.max(...row.map(({ height }) => height)) + GAP;
  }
  if (cards.length > MOST_LONELY) {
    canvas.text(MARGIN, y + 6, `and ${cards.length - MOST_LONELY} more`, width - 2 * MARGIN, { look: 'quiet', size: 12 });
    y += 2 * GAP;
  }
  return y;
}
