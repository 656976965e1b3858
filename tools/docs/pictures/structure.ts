import { Drawing } from '../drawing';

/** A pod: containers that share an IP address and volumes. */
export function pod(): string {
  const d = new Drawing('A pod: containers on one node that share a network address and volumes', 640, 330);
  d.box(10, 10, 620, 310, 'node').text(26, 34, 'node', { kind: 'quiet' });
  d.box(40, 50, 560, 250, 'pod').text(56, 74, 'pod', { bold: true });
  d.text(584, 74, 'one IP address, one hostname', { anchor: 'end', kind: 'quiet', size: 13 });
  d.box(64, 92, 230, 76, 'app', { text: ['container app', 'listens on 8080'] });
  d.box(346, 92, 230, 76, 'sidecar', { text: ['sidecar proxy', 'listens on 8443'] });
  d.arrow([[346, 122], [296, 122]], 'sidecar');
  d.text(320, 186, 'localhost:8080', { anchor: 'middle', size: 12, mono: true });
  d.box(210, 226, 220, 48, 'volume', { text: 'volume logs' });
  d.line([[150, 168], [150, 250], [210, 250]], 'volume').line([[490, 168], [490, 250], [430, 250]], 'volume');
  d.text(142, 214, '/var/log/app', { anchor: 'end', size: 12, mono: true }).text(498, 214, '/logs', { size: 12, mono: true });
  return d.toString();
}

/** Volumes, and which container mounts them where. */
export function volumes(): string {
  const d = new Drawing('Volumes of a pod, and where its containers mount them', 700, 340);
  d.box(10, 10, 680, 320, 'pod').text(26, 34, 'pod', { bold: true });
  const mounts: [number, string, 'init' | 'app' | 'sidecar'][] = [[30, 'init: render', 'init'], [258, 'container: app', 'app'], [486, 'sidecar: ship', 'sidecar']];
  mounts.forEach(([x, name, kind]) => d.box(x, 52, 184, 54, kind, { text: name }));
  d.box(30, 262, 184, 48, 'volume', { text: 'configMap settings' });
  d.box(258, 262, 184, 48, 'volume', { text: 'emptyDir config' });
  d.box(486, 262, 184, 48, 'volume', { text: 'emptyDir logs' });
  d.arrow([[60, 262], [60, 106]], 'volume').text(70, 240, '/template (read only)', { size: 12, mono: true });
  d.arrow([[160, 106], [160, 190], [300, 190], [300, 262]], 'init').text(150, 150, '/out', { size: 12, mono: true, anchor: 'end' });
  d.arrow([[350, 262], [350, 106]], 'volume').text(342, 126, '/etc/app', { size: 12, mono: true, anchor: 'end' });
  d.arrow([[420, 106], [420, 214], [530, 214], [530, 262]], 'app').text(430, 206, '/var/log', { size: 12, mono: true });
  d.arrow([[640, 262], [640, 106]], 'volume').text(632, 150, '/logs (read only)', { size: 12, mono: true, anchor: 'end' });
  return d.toString();
}

/** What containers inherit from the pod's security context. */
export function security(): string {
  const d = new Drawing('A container takes a setting from the pod unless it has its own', 680, 320);
  d.box(10, 10, 660, 300, 'pod').text(26, 36, 'pod', { bold: true });
  d.box(190, 30, 300, 84, 'plain', { text: ['securityContext', 'runAsNonRoot: true', 'runAsUser: 10001'], mono: true, size: 13 });
  d.arrow([[240, 114], [190, 158]]).arrow([[440, 114], [490, 158]]);
  d.box(40, 160, 270, 56, 'app', { text: ['container app', 'sets neither'] });
  d.box(370, 160, 270, 56, 'sidecar', { text: ['sidecar proxy', 'runAsUser: 1337'] });
  d.box(40, 234, 270, 56, 'quiet', { text: ['runs as 10001', 'must not be root'] }).box(370, 234, 270, 56, 'quiet', { text: ['runs as 1337', 'must not be root'] });
  return d.toString();
}

/** A static pod comes from a file of its node. */
export function staticPod(): string {
  const d = new Drawing('A static pod: the kubelet starts it from a file, and shows it in the API server', 700, 270);
  d.box(10, 10, 430, 250, 'node').text(26, 34, 'node', { kind: 'quiet' });
  d.box(30, 56, 240, 58, 'plain', { text: ['/etc/kubernetes/manifests', 'etcd.yaml'], mono: true, size: 13 });
  d.arrow([[150, 114], [150, 166]]).text(162, 145, 'reads', { size: 13, kind: 'quiet' });
  d.box(30, 168, 240, 58, 'plain', { text: 'kubelet' });
  d.arrow([[270, 186], [318, 148]]).text(264, 150, 'starts', { size: 13, kind: 'quiet', anchor: 'end' });
  d.box(320, 96, 104, 72, 'app', { text: ['static pod', 'etcd'] });
  d.arrow([[270, 210], [508, 210]], 'quiet', true).text(360, 232, 'only for display', { size: 13, kind: 'quiet', anchor: 'middle' });
  d.box(510, 96, 170, 140, 'plain').text(595, 120, 'API server', { anchor: 'middle' });
  d.box(526, 168, 138, 52, 'quiet', { dashed: true, text: ['mirror pod', 'etcd-node-1'], size: 13 });
  return d.toString();
}

/** A debug container is added to a running pod. */
export function ephemeral(): string {
  const d = new Drawing('A debug container is added to a running pod, through a subresource', 700, 280);
  d.box(290, 10, 400, 260, 'pod').text(306, 36, 'pod payments, running', { bold: true });
  d.box(314, 60, 352, 62, 'app', { text: ['container app', 'an image without a shell'] });
  d.box(314, 176, 352, 62, 'init', { dashed: true, text: ['debug container debugger', 'has the tools, is never restarted'] });
  d.arrow([[490, 176], [490, 124]], 'init').text(500, 155, 'sees its processes', { size: 13, kind: 'quiet' });
  d.box(10, 176, 150, 62, 'plain', { text: ['kubectl patch', 'or kubectl debug'] });
  d.arrow([[160, 207], [312, 207]]).text(224, 196, 'ephemeral', { size: 12, mono: true, anchor: 'middle' }).text(224, 226, 'containers', { size: 12, mono: true, anchor: 'middle' });
  return d.toString();
}

/** User namespaces: users in the pod map to other users on the node. */
export function userNamespaces(): string {
  const d = new Drawing('With hostUsers: false, users of the pod are mapped to other users of the node', 680, 290);
  d.text(170, 30, 'hostUsers: true (default)', { anchor: 'middle', mono: true, size: 13 }).text(510, 30, 'hostUsers: false', { anchor: 'middle', mono: true, size: 13 });
  for (const [x, root, user, kind] of [[20, '0 (root)', '1000', 'bad'], [360, '131072', '132072', 'good']] as const) {
    d.box(x, 46, 300, 92, 'pod').text(x + 14, 68, 'in the container', { kind: 'quiet', size: 13 });
    d.box(x + 24, 80, 116, 40, 'app', { text: '0 (root)' }).box(x + 150, 80, 126, 40, 'app', { text: '1000' });
    d.box(x, 174, 300, 96, 'node').text(x + 288, 194, 'on the node', { anchor: 'end', kind: 'quiet', size: 13 });
    d.arrow([[x + 82, 120], [x + 82, 206]], kind).arrow([[x + 170, 120], [x + 170, 206]], 'quiet');
    d.box(x + 24, 208, 116, 44, 'plain', { text: root }).box(x + 150, 208, 126, 44, 'plain', { text: user });
  }
  return d.toString();
}
