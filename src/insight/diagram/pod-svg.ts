import { Card, cardsOf, VolumeCard, volumesOf } from './content';
import { Canvas } from '../../drawing/canvas';
import type { ReadPod } from '../read-pod';
import { resourcesOf } from '../resources';
import { startOf } from '../start';
import { gracePeriodOf } from '../stop';

const MARGIN = 24;
const CARD_WIDTH = 440;
const GUTTER = 130;
const VOLUME_WIDTH = 240;
const VOLUME_HEIGHT = 50;
const HEAD = 48;
const ROW = 20;
const GAP = 34;
const LABEL = 76;
const TOP = 76;

interface Placed {
  readonly card: Card;
  readonly y: number;
  readonly height: number;
}

/** The pod as a picture: containers from top to bottom as they start, and the volumes that they mount at their side. */
export function podSvg(pod: ReadPod): string {
  const cards = cardsOf(pod);
  const volumes = volumesOf(pod, cards);
  const width = 2 * MARGIN + CARD_WIDTH + 2 * MARGIN + (volumes.length === 0 ? 0 : GUTTER + VOLUME_WIDTH);
  const canvas = new Canvas();
  let y = TOP + MARGIN;
  const placed = cards.map((card): Placed => {
    const height = HEAD + card.rows.length * ROW + (card.rows.length > 0 ? 8 : 0);
    const at = { card, y, height };
    y += height + GAP;
    return at;
  });
  const places = volumePlaces(volumes, placed);
  const bottom = Math.max(y - GAP, ...[...places.values()].map((top) => top + VOLUME_HEIGHT), TOP + MARGIN) + MARGIN;
  canvas.box(MARGIN, TOP, width - 2 * MARGIN, bottom - TOP, 'pod');
  heading(canvas, pod, width);
  // Lines first, so that boxes and texts are above them.
  placed.forEach((one) => mounts(canvas, one, places));
  arrows(canvas, pod, placed);
  placed.forEach((one) => drawCard(canvas, one));
  volumes.forEach((volume) => drawVolume(canvas, volume, places.get(volume.name)!));
  return canvas.render(width, bottom + MARGIN, `${pod.kind} ${pod.name}`);
}

function heading(canvas: Canvas, pod: ReadPod, width: number): void {
  const { qosClass, requests } = resourcesOf(pod);
  const reserved = Object.entries(requests.quantities).map(([resource, amount]) => `${resource} ${amount}`).join(', ');
  canvas.text(MARGIN, 36, `${pod.kind} ${pod.name}`, width - 2 * MARGIN, { size: 18, bold: true });
  canvas.text(MARGIN, 60, [qosClass ?? '', `reserves ${reserved === '' ? 'nothing' : reserved}`, `${gracePeriodOf(pod) / 1000} s to stop`]
    .filter((part) => part !== '').join(' · '), width - 2 * MARGIN, { look: 'quiet' });
}

const LEFT = 2 * MARGIN;
const VOLUME_LEFT = LEFT + CARD_WIDTH + GUTTER;

/** The top of each volume: beside those that mount it, as far as there is room. */
function volumePlaces(volumes: readonly VolumeCard[], placed: readonly Placed[]): Map<string, number> {
  const wanted = volumes.map(({ name }) => {
    const rows = placed.flatMap((one) => one.card.rows.flatMap(({ volume }, i) => volume === name ? [rowY(one, i)] : []));
    const middle = rows.length === 0 ? Infinity : rows.reduce((sum, each) => sum + each, 0) / rows.length;
    return { name, middle };
  });
  wanted.sort((a, b) => a.middle === b.middle ? 0 : a.middle - b.middle);
  const places = new Map<string, number>();
  let free = TOP + MARGIN;
  for (const { name, middle } of wanted) {
    const top = Math.max(free, Number.isFinite(middle) ? middle - VOLUME_HEIGHT / 2 : free);
    places.set(name, top);
    free = top + VOLUME_HEIGHT + 14;
  }
  return places;
}

/** The middle of a row. */
function rowY({ y }: Placed, row: number): number {
  return y + HEAD + row * ROW + ROW / 2;
}

function mounts(canvas: Canvas, placed: Placed, places: ReadonlyMap<string, number>): void {
  const from = LEFT + CARD_WIDTH;
  placed.card.rows.forEach(({ volume }, i) => {
    const top = volume === undefined ? undefined : places.get(volume);
    if (top !== undefined) {
      const [a, b] = [rowY(placed, i), top + VOLUME_HEIGHT / 2];
      canvas.line(`M${from} ${a}C${from + GUTTER / 2} ${a} ${VOLUME_LEFT - GUTTER / 2} ${b} ${VOLUME_LEFT} ${b}`, 'volume');
    }
  });
}

/** From each container to the next that waits for it; app containers start together. */
function arrows(canvas: Canvas, pod: ReadPod, placed: readonly Placed[]): void {
  const steps = startOf(pod, undefined);
  placed.forEach((to, i) => {
    const from = placed[i - 1];
    if (from === undefined) {
      return;
    }
    const waits = steps[i]?.waitsFor.at(-1);
    const together = from.card.role === 'app';
    const x = LEFT + 28;
    const [a, b] = [from.y + from.height, to.y];
    if (!together) {
      canvas.line(`M${x} ${a}L${x} ${b}`, from.card.role, { arrow: true });
    }
    canvas.text(x + 14, a + GAP / 2 + 4, together ? waits !== undefined && waits.startsWith('the postStart') ? `when ${waits}` : 'at the same time' : `when ${waits ?? ''}`,
      CARD_WIDTH - 50, { look: 'quiet', size: 12 });
  });
}

function drawCard(canvas: Canvas, { card, y, height }: Placed): void {
  const { name, role, image, rows } = card;
  canvas.box(LEFT, y, CARD_WIDTH, height, role);
  const roleText = role === 'init' ? 'init container' : role === 'app' ? 'container' : 'sidecar';
  canvas.text(LEFT + 12, y + 21, name, CARD_WIDTH - 150, { look: role, size: 14, bold: true });
  canvas.text(LEFT + CARD_WIDTH - 12, y + 21, roleText, 120, { look: role, size: 12, anchor: 'end' });
  canvas.text(LEFT + 12, y + 39, image, CARD_WIDTH - 24, { look: role, size: 12, mono: true });
  rows.forEach(({ label, text }, i) => {
    const line = y + HEAD + i * ROW + 14;
    canvas.text(LEFT + 12, line, label, LABEL, { look: role, size: 11 });
    canvas.text(LEFT + 12 + LABEL, line, text, CARD_WIDTH - 24 - LABEL, { look: role, size: 12, mono: true });
  });
}

function drawVolume(canvas: Canvas, { name, source }: VolumeCard, top: number): void {
  canvas.box(VOLUME_LEFT, top, VOLUME_WIDTH, VOLUME_HEIGHT, 'volume');
  canvas.text(VOLUME_LEFT + 12, top + 21, name, VOLUME_WIDTH - 24, { look: 'volume', bold: true });
  canvas.text(VOLUME_LEFT + 12, top + 39, source, VOLUME_WIDTH - 24, { look: 'volume', size: 12 });
}
