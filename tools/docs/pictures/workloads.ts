import { Drawing } from '../drawing';

/** A Service, and which pods it sends connections to. */
export function services(): string {
  const d = new Drawing('A Service sends connections to the pods that its selector matches and that are ready', 740, 330);
  d.box(10, 120, 130, 56, 'plain', { text: ['a client', 'in the cluster'], size: 13 });
  d.arrow([[140, 148], [208, 148]]).text(174, 138, 'web:80', { anchor: 'middle', size: 12, mono: true });
  d.box(210, 90, 190, 116, 'volume', { text: ['Service web', '10.0.7.21', 'selector: app: web', 'targetPort: http'], size: 13 });
  d.arrow([[400, 120], [498, 50]], 'good').arrow([[400, 148], [498, 132]], 'good').line([[400, 176], [498, 214]], 'bad', true).line([[400, 196], [498, 292]], 'quiet', true);
  const pods: [number, string, string, 'app' | 'init' | 'quiet'][] = [
    [20, 'app: web', 'ready', 'app'], [102, 'app: web', 'ready', 'app'], [184, 'app: web', 'not ready: no connections', 'init'], [266, 'app: api', 'not selected', 'quiet'],
  ];
  pods.forEach(([y, label, state, kind]) => d.box(500, y, 230, 56, kind, { text: [`pod, label ${label}`, state], size: 13 }));
  return d.toString();
}

/** A Job starts pods until it has succeeded or failed. */
export function jobs(): string {
  const d = new Drawing('A Job starts pods until enough have succeeded or too many have failed', 740, 250);
  d.box(10, 20, 170, 76, 'plain', { text: ['CronJob', 'at the times', 'of its schedule'], size: 13 });
  d.arrow([[180, 58], [238, 58]]).text(209, 48, 'starts', { anchor: 'middle', size: 12, kind: 'quiet' });
  d.box(240, 20, 190, 76, 'app', { text: ['Job', 'completions: 2', 'backoffLimit: 1'], size: 13 });
  d.arrow([[430, 58], [508, 58]]).text(469, 48, 'starts', { anchor: 'middle', size: 12, kind: 'quiet' });
  d.box(510, 20, 220, 76, 'pod', { text: ['pods, at most', 'parallelism at a time'], size: 13 });
  d.arrow([[550, 96], [400, 176]], 'good').text(456, 130, 'exit code 0', { anchor: 'end', size: 12, kind: 'good' });
  d.arrow([[610, 96], [610, 176]], 'bad').text(602, 140, 'fails', { anchor: 'end', size: 12, kind: 'bad' });
  d.arrow([[690, 178], [690, 98]], 'plain').text(682, 140, 'again', { anchor: 'end', size: 12 });
  d.box(220, 178, 240, 60, 'sidecar', { text: ['a success', '2 of them: Job is Complete'], size: 13 });
  d.box(510, 178, 220, 60, 'init', { text: ['a failure', '2 of them: Job is Failed'], size: 13 });
  return d.toString();
}

/** What each pod of a StatefulSet keeps. */
export function statefulSets(): string {
  const d = new Drawing('Each pod of a StatefulSet has its own name, DNS name and claim', 720, 330);
  d.box(10, 10, 700, 250, 'pod').text(26, 36, 'StatefulSet etcd, replicas: 3', { bold: true });
  d.text(694, 36, 'by default started one after the other', { anchor: 'end', kind: 'quiet', size: 13 });
  [0, 1, 2].forEach((i) => {
    const x = 30 + i * 228;
    d.box(x, 56, 204, 62, 'app', { text: [`pod etcd-${i}`, `etcd-${i}.etcd`], mono: true, size: 13 });
    d.line([[x + 102, 118], [x + 102, 158]], 'volume');
    d.text(x + 110, 143, 'keeps it', { size: 12, kind: 'quiet' });
    d.box(x, 160, 204, 76, 'volume', { text: ['claim', `data-etcd-${i}`, '10Gi'], mono: true, size: 13 });
    d.line([[x + 102, 260], [x + 102, 280]], 'quiet');
  });
  d.box(30, 280, 660, 40, 'plain', { text: 'headless Service etcd: DNS answers with the address of each pod', size: 13 });
  return d.toString();
}
