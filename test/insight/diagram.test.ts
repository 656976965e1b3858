import { CADVISOR_AGENT, init, LOGSHIPPER_DEPLOYMENT, MC1, MYAPP_POD, pod } from './notes';
import { diagram, timelineDiagram } from '../../src/insight';
import { expectWellFormed, textsOf } from '../svg';

test('mc1: two containers and the volume that both mount', () => {
  const { text, findings } = diagram(MC1());
  expectWellFormed(text);
  expect(findings).toEqual([]);
  expect(textsOf(text)).toEqual(expect.arrayContaining(['Pod mc1', '1st', '2nd', 'at the same time', '/usr/share/nginx/html from html', '/html from html', 'html', 'emptyDir']));
  expect(text.match(/class="line l-volume"/g)).toHaveLength(2);
});

test('myapp-pod: what each container waits for', () => {
  expect(textsOf(diagram(MYAPP_POD()).text)).toEqual(expect.arrayContaining(['when init-myservice has exited with 0', 'when init-mydb has exited with 0']));
});

test('variables and where they come from, ports, probes, hooks', () => {
  const env = [
    { name: 'LEVEL', valueFrom: { configMapKeyRef: { name: 'web', key: 'level' } } }, { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'db', key: 'p' } } },
    { name: 'POD', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, { name: 'MODE', value: 'prod' },
  ];
  const container = {
    env,
    envFrom: [{ configMapRef: { name: 'all' } }],
    ports: [{ containerPort: 53, protocol: 'UDP', name: 'dns' }],
    livenessProbe: { tcpSocket: { port: 53 } },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    volumeMounts: [{ name: 'no', mountPath: '/x' }],
  };
  expect(textsOf(diagram(pod({}, container)).text)).toEqual(expect.arrayContaining([
    'ConfigMap all: all keys', 'ConfigMap web: LEVEL', 'Secret db: PASSWORD', 'Downward API: POD = metadata.name', '1 value in the manifest',
    '53/UDP dns', 'TCP :53 every 10 s', 'sleeps 5 s', 'no such volume',
  ]));
});

test('the timeline of the logshipper', () => {
  const { text } = timelineDiagram(LOGSHIPPER_DEPLOYMENT());
  expectWellFormed(text);
  expect(textsOf(text)).toEqual(expect.arrayContaining(['logshipper', 'containers start', 'Ready', 'deleted', 'sidecar gone', '≤ 32 s', 'waits, stops']));
});

test('Mermaid', () => {
  expect(diagram(MC1(), { format: 'mermaid' }).text).toContain('c0 ---|"/usr/share/nginx/html from html"| v0');
  expect(diagram(MYAPP_POD(), { format: 'mermaid' }).text).toContain('c0 -->|"init-myservice has exited with 0"| c1');
  expect(timelineDiagram(MYAPP_POD(), { format: 'mermaid' }).text.split('\n').slice(0, 4)).toEqual([
    'sequenceDiagram', '  title Pod myapp-pod', '  participant k as kubelet', '  participant c0 as init-myservice',
  ]);
});

test('hostile text is shown as text, and not for long', () => {
  const bad = '</text><script>alert("1")</script>&\u202e\u0000\ud800"]:::x;\nend';
  const spec = { initContainers: [init(bad, { image: bad })], volumes: [{ name: bad, emptyDir: {} }] };
  const manifest = { ...pod(spec, { command: [bad], volumeMounts: [{ name: bad, mountPath: bad }] }), metadata: { name: bad.repeat(1000) } };
  for (const draw of [diagram, timelineDiagram]) {
    const { text } = draw(manifest);
    expectWellFormed(text);
    expect(text).not.toContain('<script');
    expect(text.length).toBeLessThan(20_000);
    const mermaid = draw(manifest, { format: 'mermaid' }).text;
    expect(mermaid).not.toMatch(/<(?!\/?b>|br>)|&|;\n|script>/);
    expect(mermaid.length).toBeLessThan(5000);
  }
});

test('a pod of a thousand containers and volumes is cut, and says so', () => {
  const many = Array.from({ length: 1000 }, (_, i) => i);
  const manifest = pod({ containers: many.map((i) => ({ name: `c${i}`, image: 'a:1' })), volumes: many.map((i) => ({ name: `v${i}`, emptyDir: {} })) });
  expect(textsOf(diagram(manifest).text).filter((text) => text === 'and 960 more')).toHaveLength(2);
  expect(textsOf(timelineDiagram(manifest).text)).toContain('and 960 more');
});

test('what cannot be read is an empty picture', () => {
  for (const manifest of [undefined, {}, { apiVersion: 'v1', kind: 'ConfigMap' }, CADVISOR_AGENT()]) {
    expectWellFormed(diagram(manifest).text);
    expectWellFormed(timelineDiagram(manifest).text);
  }
});
