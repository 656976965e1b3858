import { Drawing } from '../drawing';

/** Requests and limits of three pods on a node, and their classes. */
export function resources(): string {
  const d = new Drawing('Requests and limits of memory of three pods, and the quality of service class that follows', 760, 330);
  d.text(20, 30, 'memory', { kind: 'quiet', size: 13 });
  d.line([[20, 270], [740, 270]], 'quiet');
  const bar = (x: number, request: number, limit: number): void => {
    if (limit > request) {
      d.box(x, 270 - limit, 120, limit, 'quiet', { dashed: true, round: 0 });
    }
    if (request > 0) {
      d.box(x, 270 - request, 120, request, 'app', { round: 0, text: 'request', size: 13 });
    }
  };
  bar(60, 150, 150);
  d.text(190, 124, 'limit = request', { size: 12, mono: true });
  bar(320, 70, 150);
  d.text(450, 124, 'limit', { size: 12, mono: true }).text(380, 164, 'may be used,', { anchor: 'middle', size: 12, kind: 'quiet' })
    .text(380, 182, 'is not reserved', { anchor: 'middle', size: 12, kind: 'quiet' });
  d.box(580, 120, 120, 150, 'quiet', { dashed: true, round: 0, text: ['no request,', 'no limit'], size: 13 });
  const classes: [number, string, string][] = [[120, 'Guaranteed', 'evicted last'], [380, 'Burstable', 'in between'], [640, 'BestEffort', 'evicted first']];
  classes.forEach(([x, name, when]) => d.text(x, 294, name, { anchor: 'middle', bold: true }).text(x, 314, when, { anchor: 'middle', size: 13, kind: 'quiet' }));
  d.text(380, 60, 'the scheduler adds up the requests of all pods of a node', { anchor: 'middle', size: 13, kind: 'quiet' });
  return d.toString();
}

/** What keeps a pod from a node, and what draws it there. */
export function affinity(): string {
  const d = new Drawing('Taints keep pods away, tolerations let them in, affinity draws them to nodes', 740, 340);
  const nodes: [number, string[], string[]][] = [
    [20, ['node-1', 'gpu: a100', 'taint gpu=a100'], ['tolerates the taint,', 'has the label: fits']],
    [264, ['node-2', 'gpu: a100'], ['no taint,', 'has the label: fits']],
    [508, ['node-3', 'taint gpu=a100'], ['tolerates the taint,', 'lacks the label: does not fit']],
  ];
  d.box(180, 14, 380, 92, 'app', { text: ['pod training', 'nodeSelector: gpu: a100', 'tolerations: gpu=a100'], size: 13, mono: true });
  nodes.forEach(([x, name, why], i) => {
    const from = 230 + i * 140;
    if (i < 2) {
      d.arrow([[from, 106], [x + 106, 168]], 'good');
    } else {
      d.line([[from, 106], [x + 106, 168]], 'bad', true);
    }
    d.box(x, 170, 212, 84, 'node', { text: name, size: 13, mono: true });
    why.forEach((line, j) => d.text(x + 106, 278 + j * 18, line, { anchor: 'middle', size: 12, kind: i < 2 ? 'good' : 'bad' }));
  });
  d.text(370, 330, 'a pod without the toleration fits only on nodes without the taint', { anchor: 'middle', size: 13, kind: 'quiet' });
  return d.toString();
}
