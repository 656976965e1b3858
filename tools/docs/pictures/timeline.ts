import { App } from 'cdk8s';
import { EXAMPLES } from '../../../examples/all';
import { Drawing, Kind } from '../drawing';

interface Span {
  readonly name: string;
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** When it counts as started, so that the next container may start. */
  readonly startedAt?: number;
}

const LEFT = 150;
const UNIT = 60;
const ROW = 44;

/** Start and stop of the containers of an example's pod, from the order in its lists, one unit of time per step. */
export function containerTimeline(title: string, example: string, ends: boolean): string {
  const manifest = new EXAMPLES[example](new App(), example).toJson()[0];
  const spec = (manifest.spec.template ?? manifest).spec;
  const spans = spansOf(spec, ends);
  const last = Math.max(...spans.map(({ to }) => to));
  const height = 70 + spans.length * ROW + 30;
  const drawing = new Drawing(title, LEFT + Math.max(last * UNIT, 9 * UNIT) + 30, height);
  drawing.text(LEFT, 28, 'time', { kind: 'quiet', size: 12 }).arrow([[LEFT + 34, 24], [LEFT + last * UNIT, 24]], 'quiet');
  spans.forEach(({ name, kind, from, to, text, startedAt }, i) => {
    const y = 48 + i * ROW;
    drawing.text(LEFT - 14, y + 19, name, { anchor: 'end', mono: true, size: 13 });
    drawing.box(LEFT + from * UNIT, y, (to - from) * UNIT, 28, kind, { text, size: 12 });
    if (startedAt !== undefined && i + 1 < spans.length) {
      drawing.arrow([[LEFT + startedAt * UNIT, y + 28], [LEFT + startedAt * UNIT, y + ROW]], kind);
    }
  });
  const legend = height - 14;
  drawing.text(LEFT, legend, ends ? 'stop: containers first, then sidecars, the last one started first' : 'each one ends before the next one starts', { kind: 'quiet', size: 12 });
  return drawing.toString();
}

function spansOf(spec: any, ends: boolean): Span[] {
  const spans: Span[] = [];
  let time = 0;
  const sidecars: any[] = (spec.initContainers ?? []).filter((one: any) => one.restartPolicy === 'Always');
  const inits = (spec.initContainers ?? []).length - sidecars.length;
  const stop = inits * 2 + sidecars.length + 6;
  for (const container of spec.initContainers ?? []) {
    if (container.restartPolicy === 'Always') {
      const to = stop + 1 + (sidecars.length - sidecars.indexOf(container));
      spans.push({ name: container.name, kind: 'sidecar', from: time, to, text: 'sidecar: runs all the time', startedAt: time + 1 });
      time += 1;
    } else {
      spans.push({ name: container.name, kind: 'init', from: time, to: time + 2, text: 'runs to its end', startedAt: time + 2 });
      time += 2;
    }
  }
  spec.containers.forEach((container: any) => {
    spans.push({ name: container.name, kind: 'app', from: time, to: ends ? stop : time + 5, text: 'container' });
  });
  return spans;
}
