import { Drawing } from '../drawing';

/** When each probe runs, and what its failures do. */
export function probes(): string {
  const d = new Drawing('Probes of a container over time: startup first, then liveness and readiness', 860, 330);
  const x = (tick: number): number => 170 + tick * 40;
  d.text(170, 28, 'time', { kind: 'quiet', size: 12 }).arrow([[204, 24], [840, 24]], 'quiet');
  const rows: [string, number, string][] = [['startup', 70, 'ggg'], ['liveness', 120, ''], ['readiness', 170, '']];
  rows.forEach(([name, y]) => d.text(150, y + 5, name, { anchor: 'end' }).line([[x(0), y], [x(16), y]], 'quiet', true));
  for (let i = 0; i < 3; i++) {
    d.dot(x(i), 70, 'bad');
  }
  d.dot(x(3), 70, 'good');
  d.line([[x(3), 70], [x(3), 182]], 'good', true);
  const ticks = (y: number, from: number, results: string): void => [...results].forEach((result, i) => d.dot(x(from + i * 2), y, result === '+' ? 'good' : 'bad'));
  ticks(120, 4, '+++---');
  ticks(170, 4, '+-+---');
  d.text(x(0) - 6, 98, 'not started yet', { size: 12, kind: 'quiet' });
  d.text(x(16), 102, 'third failure in a row: restart', { size: 12, kind: 'bad', anchor: 'end' });
  d.text(20, 225, 'Services send', { size: 13 }).text(20, 243, 'requests here', { size: 13 });
  const serve = (from: number, to: number, good: boolean): void => {
    d.box(x(from), 214, (to - from) * 40, 32, good ? 'sidecar' : 'quiet', { text: good ? 'yes' : 'no' });
  };
  serve(0, 4, false);
  serve(4, 6, true);
  serve(6, 8, false);
  serve(8, 10, true);
  serve(10, 16, false);
  d.dot(176, 292, 'good').text(190, 297, 'success', { size: 13 }).dot(286, 292, 'bad').text(300, 297, 'failure', { size: 13 });
  d.text(400, 297, 'failureThreshold: 3 of liveness, 1 of readiness', { size: 13, kind: 'quiet' });
  return d.toString();
}

/** What happens when a container ends. */
export function restart(): string {
  const d = new Drawing('What happens when a container ends', 760, 470);
  d.box(270, 14, 220, 44, 'app', { text: 'a container ends' });
  d.arrow([[380, 58], [380, 86]]);
  d.box(230, 88, 300, 48, 'plain', { text: ['does a rule in restartPolicyRules', 'match the exit code?'], size: 13 });
  d.arrow([[530, 112], [588, 112]]).text(558, 104, 'yes', { size: 12, anchor: 'middle' });
  d.box(590, 88, 156, 48, 'plain', { text: ['the rule\'s action:', 'restart'], size: 13 });
  d.arrow([[380, 136], [380, 164]]).text(390, 155, 'no', { size: 12 });
  d.box(230, 166, 300, 48, 'plain', { text: ['restartPolicy of the container,', 'otherwise that of the pod'], size: 13 });
  d.arrow([[290, 214], [130, 262]]).arrow([[380, 214], [380, 262]]).arrow([[470, 214], [630, 262]]);
  d.box(30, 264, 200, 40, 'plain', { text: 'Always', mono: true }).box(280, 264, 200, 40, 'plain', { text: 'OnFailure', mono: true }).box(530, 264, 200, 40, 'plain', { text: 'Never', mono: true });
  d.arrow([[130, 304], [130, 370]]).arrow([[330, 304], [230, 370]]).arrow([[430, 304], [520, 370]]).arrow([[630, 304], [630, 370]]);
  d.text(270, 330, 'failed', { size: 12, anchor: 'end' }).text(484, 330, 'exit code 0', { size: 12 });
  d.box(30, 372, 300, 76, 'sidecar', { text: ['started again in the same pod: at once,', 'then after 10 s, 20 s … at most 5 min,', 'and at once again when it ran 10 min'], size: 12 });
  d.box(430, 372, 300, 76, 'quiet', { text: ['is not restarted; when all have ended,', 'the pod is Succeeded or Failed'], size: 13 });
  return d.toString();
}

/** How a pod stops. */
export function termination(): string {
  const d = new Drawing('How a pod stops: the grace period is for hook and process together', 760, 270);
  const x = (second: number): number => 130 + second * 9.5;
  d.text(130, 28, 'seconds since the deletion', { kind: 'quiet', size: 12 });
  d.line([[x(0), 48], [x(60), 48]], 'quiet');
  for (const second of [0, 10, 45, 60]) {
    d.line([[x(second), 44], [x(second), 56]], 'quiet').text(x(second), 246, String(second), { anchor: 'middle', size: 12, kind: 'quiet' });
  }
  d.text(116, 85, 'endpoints', { anchor: 'end', size: 13 });
  d.box(x(0), 66, x(10) - x(0), 28, 'quiet', { text: 'leave', size: 12 });
  d.text(116, 133, 'preStop', { anchor: 'end', size: 13, mono: true }).box(x(0), 114, x(10) - x(0), 28, 'init', { text: 'sleep 10', size: 12 });
  d.text(116, 181, 'process', { anchor: 'end', size: 13 });
  d.box(x(0), 162, x(10) - x(0), 28, 'app', { text: 'serves', size: 12 }).box(x(10), 162, x(45) - x(10), 28, 'app', { text: 'SIGTERM: finishes its requests', size: 12 });
  d.box(x(45), 162, x(60) - x(45), 28, 'quiet', { dashed: true, text: 'spare', size: 12 });
  d.text(x(60) - 6, 215, 'SIGKILL for what still runs', { anchor: 'end', size: 12, kind: 'bad' });
  d.text(x(60), 28, 'terminationGracePeriodSeconds: 60', { anchor: 'end', size: 12, mono: true });
  return d.toString();
}

/** Pods spread over zones. */
export function spread(): string {
  const d = new Drawing('maxSkew 1 over zones: where the next pod may go', 720, 270);
  const zones: [string, number, boolean][] = [['zone a', 2, false], ['zone b', 2, false], ['zone c', 1, true]];
  const counts = zones.map(([, pods]) => pods);
  zones.forEach(([name, pods, fits], i) => {
    const left = 20 + i * 236;
    d.box(left, 20, 210, 180, 'node').text(left + 14, 44, name, { bold: true }).text(left + 196, 44, `${pods} pods`.replace('1 pods', '1 pod'), { anchor: 'end', kind: 'quiet', size: 13 });
    for (let pod = 0; pod < pods; pod++) {
      d.box(left + 20, 60 + pod * 66, 170, 50, 'app', { text: 'app: foo' });
    }
    if (fits) {
      d.box(left + 20, 126, 170, 50, 'sidecar', { dashed: true, text: 'the next pod' });
    }
    const after = counts.map((count, zone) => zone === i ? count + 1 : count);
    d.text(left + 105, 224, `${after.join(' : ')}, skew ${Math.max(...after) - Math.min(...after)}`, { anchor: 'middle', size: 13, kind: fits ? 'good' : 'bad' });
    d.text(left + 105, 246, fits ? 'allowed' : 'not with DoNotSchedule', { anchor: 'middle', size: 13, kind: fits ? 'good' : 'bad' });
  });
  return d.toString();
}

/** Downward API: which facts are available as variables, and which as files. */
export function downward(): string {
  const only = ['status.podIP', 'status.hostIP', 'spec.nodeName', 'spec.serviceAccountName'];
  const both = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels[\'key\']', 'limits.cpu, requests.memory, …'];
  const files = ['metadata.labels', 'metadata.annotations'];
  const d = new Drawing('What the Downward API gives: as a variable, as a file, or as both', 780, 296);
  d.text(140, 30, 'environment variable', { anchor: 'middle', bold: true }).text(640, 30, 'file of a volume', { anchor: 'middle', bold: true });
  d.box(14, 44, 500, 200, 'app', { round: 20 }).box(266, 54, 500, 200, 'volume', { round: 20 });
  d.box(266, 54, 248, 190, 'sidecar', { round: 14 });
  only.forEach((text, i) => d.text(140, 100 + i * 30, text, { mono: true, size: 12, anchor: 'middle', kind: 'app' }));
  both.forEach((text, i) => d.text(390, 92 + i * 30, text, { mono: true, size: 12, anchor: 'middle', kind: 'sidecar' }));
  files.forEach((text, i) => d.text(640, 120 + i * 30, text, { mono: true, size: 12, anchor: 'middle', kind: 'volume' }));
  d.text(140, 280, 'set once, when the container starts', { anchor: 'middle', size: 12, kind: 'quiet' });
  d.text(640, 280, 'follows changes of labels', { anchor: 'middle', size: 12, kind: 'quiet' });
  return d.toString();
}
