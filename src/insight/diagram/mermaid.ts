import { cardsOf, volumesOf } from './content';
import { shortRange } from './words';
import { classDefs, label, lines } from '../../drawing/mermaid';
import type { ReadPod } from '../read-pod';
import { startOf } from '../start';
import type { PodTimeline } from '../types-timeline';

const MOST = 40;

/** The pod as a flowchart. */
export function podMermaid(pod: ReadPod): string {
  const cards = cardsOf(pod);
  const volumes = volumesOf(pod, cards);
  const steps = startOf(pod, undefined);
  const nodes = cards.map(({ name, role, image, rows }, i) => {
    const texts = rows.filter(({ volume }) => volume === undefined).map((row) => label(`${row.label} ${row.text}`));
    return `    c${i}["${lines(`<b>${label(name)}</b>`, label(role === 'app' ? 'container' : role === 'init' ? 'init container' : role), label(image), ...texts)}"]:::${role}`;
  });
  const order = cards.flatMap(({ role }, i) => role === 'app' || i + 1 >= cards.length ? []
    // Every app container waits for the last of the others.
    : (cards[i + 1].role === 'app' ? cards.flatMap((card, k) => card.role === 'app' ? [k] : []) : [i + 1])
      .map((k) => `    c${i} -->|"${label(steps[i + 1]?.waitsFor.at(-1) ?? '')}"| c${k}`));
  const stores = volumes.map(({ name, source }, i) => `  v${i}[("${lines(label(name), label(source))}")]:::volume`);
  const indexes = new Map(volumes.map(({ name }, i) => [name, i]));
  const mounts = cards.flatMap(({ rows }, i) => rows.flatMap(({ volume, text }) => {
    const to = volume === undefined ? undefined : indexes.get(volume);
    return to === undefined ? [] : [`  c${i} ---|"${label(text)}"| v${to}`];
  }));
  return [
    'flowchart TB',
    `  subgraph pod["${label(`${pod.kind} ${pod.name}`)}"]`,
    ...nodes, ...order,
    '  end',
    ...stores, ...mounts,
    ...classDefs('init', 'sidecar', 'app', 'volume'),
    '',
  ].join('\n');
}

/** How a pod starts and stops, as a sequence of messages from the kubelet. */
export function timelineMermaid({ start, stop, ready, stoppedMs }: PodTimeline, title: string): string {
  const steps = start.slice(0, MOST);
  const indexes = new Map(steps.map(({ name }, i) => [name, i]));
  return [
    'sequenceDiagram',
    `  title ${label(title)}`,
    '  participant k as kubelet',
    ...steps.map(({ name }, i) => `  participant c${i} as ${label(name)}`),
    ...steps.flatMap(({ role, starts, done, ready: own }, i) => [
      `  k->>c${i}: start at ${label(shortRange(starts))}`,
      `  c${i}-->>k: ${role === 'init' ? `exits with 0 at ${label(shortRange(done))}` : `ready at ${label(shortRange(own ?? done))}`}`,
    ]),
    ...ready === undefined ? [] : [`  Note over k: Ready at ${label(shortRange(ready))}`],
    '  Note over k: the pod is deleted',
    ...stop.flatMap(({ name, signal, killMs }) => indexes.has(name) ? [`  k-xc${indexes.get(name)!}: stop at ${label(shortRange(signal))}, kill at ${killMs / 1000} s`] : []),
    `  Note over k: all are gone after ${stoppedMs / 1000} s at most`,
    '',
  ].join('\n');
}
