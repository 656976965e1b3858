// The commands explain, of a file, and debug, run as users do.
import { spawnSync } from 'child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { compiledBin, ROOT } from '../run/package';

jest.setTimeout(120_000);

const NOTES = join(ROOT, 'test/examples/notes');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'insight-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(args: readonly string[], input?: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiledBin(), ...args], { encoding: 'utf8', cwd: folder, input });
  return { status, stdout, stderr };
}

test('explain: the Job of the notes as text', () => {
  const { status, stdout, stderr } = run(['explain', join(NOTES, '000-sidecar-job.yaml')]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Job myjob\n\nResources\n  class     BestEffort\n  reserved  nothing\n');
  expect(stdout).toMatch(/\n {2}logshipper +sidecar +starts at 0 s +ready at 0 s\n {2}myjob +app +starts at 0 s +ready at 0 s +when logshipper runs\n/);
  expect(stdout).toMatch(/\n {2}logshipper +sidecar +told to stop at 0 s, at most 30 s +killed at 32 s +once myjob has stopped\n/);
  expect(stdout).toMatch(/\n {2}Job: every pod fails +Count +7 pods +backoffLimit 6\n/);
  expect(stdout).toMatch(/\n {2}spec\.backoffLimit +default +6\n/);
});

test('explain: all of it as data', () => {
  const { status, stdout } = run(['explain', join(NOTES, '002-myapp-pod.yaml'), 'pod/myapp-pod', '--format', 'json', '--takes', 'init-mydb=5', '--node-memory', '8Gi']);
  const [answer] = JSON.parse(stdout);
  expect([status, answer.kind, answer.name, answer.timeline.ready]).toEqual([0, 'Pod', 'myapp-pod', { shortestMs: 5000, promptMs: 5000 }]);
  expect(Object.keys(answer)).toEqual(['kind', 'name', 'resources', 'timeline', 'restarts', 'defaults']);
});

test('explain: what the server refuses is explained all the same, with exit code 1', () => {
  const { status, stdout } = run(['explain', join(NOTES, '004-cadvisor-agent.yaml')]);
  expect(status).toBe(1);
  expect(stdout).toContain("The server refuses it:\n  spec.volumes[0].source: 'source' is not a field of Volume");
  expect(stdout).toMatch(/\nStart\n {2}cadvisor-agent +app/);
});

test('explain: a picture in a file, and from the standard input', () => {
  const output = join(folder, 'pod.svg');
  expect(run(['explain', join(NOTES, '003-shared-volume.yaml'), '--diagram', 'svg', '-o', output])).toEqual({ status: 0, stdout: '', stderr: '' });
  expect(readFileSync(output, 'utf8')).toMatch(/^<svg [\s\S]*<title>Pod mc1<\/title>/);
  const { stdout } = run(['explain', '-', '--diagram', 'mermaid', '--timeline'], readFileSync(join(NOTES, '003-shared-volume.yaml'), 'utf8'));
  expect(stdout).toMatch(/^sequenceDiagram\n {2}title Pod mc1\n/);
});

test('explain: one object of several', () => {
  const file = join(folder, 'two.yaml');
  writeFileSync(file, [1, 2].map((i) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p${i}}\nspec: {containers: [{name: a, image: b}]}\n`).join('---\n'));
  expect(run(['explain', file, 'Pod/p2']).stdout).toMatch(/^Pod p2\n/);
  expect(run(['explain', file]).stdout).toMatch(/^Pod p1\n[\s\S]*\nPod p2\n/);
  expect(run(['explain', file, 'Pod/p3'])).toMatchObject({ status: 2, stderr: expect.stringContaining("is called 'Pod/p3'; there are Pod/p1, Pod/p2") });
  expect(run(['explain', file, '--diagram', 'svg', '--timeline'])).toMatchObject({ status: 2, stderr: expect.stringContaining('say which, as KIND/NAME') });
  expect(run(['explain', file, 'Pod/p1', '--diagram', 'svg']).stdout).toMatch(/<title>Pod p1<\/title>/);
});

test('explain: an app as a picture, and who can connect to whom', () => {
  const app = join(folder, 'app');
  mkdirSync(app);
  const isolated = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: in}\nspec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]}\n';
  writeFileSync(join(app, 'policy.yaml'), isolated);
  writeFileSync(join(app, 'pods.yaml'), ['web', 'db'].map((name) => `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, labels: {app: ${name}}}\nspec: {containers: [{name: a, image: b}]}\n`).join('---\n'));
  expect(run(['explain', app, '--diagram', 'svg'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/<title>3 objects, 1 link<\/title>/) });
  expect(run(['explain', app, '--diagram', 'mermaid']).stdout).toMatch(/flowchart LR\n[\s\S]* -->\|"selects"\| /);
  expect(run(['explain', app, '--network'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/to Pod db\n {2}TCP 5432 +from Pod web\n/) });
  expect(run(['explain', app, '--network', '--format', 'markdown']).stdout).toContain('| Pod db | Pod web | TCP 5432 |');
  expect(JSON.parse(run(['explain', app, '--network', '--format', 'json']).stdout)).toMatchObject({ version: 1, policies: 1, peers: expect.any(Array), connections: expect.any(Array) });
  expect(run(['explain', join(app, 'pods.yaml'), '--format', 'markdown'])).toMatchObject({ status: 2, stderr: expect.stringContaining('goes with --network') });
  writeFileSync(join(app, 'policy.yaml'), isolated.replace('port: 5432', 'port: 70000'));
  expect(run(['explain', app, '--network'])).toMatchObject({ status: 1, stdout: expect.stringContaining('NetworkPolicy default/in is refused by the server') });
});

test('explain: codes as before, and wrong use', () => {
  expect(run(['explain', 'image/missing'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/^image\/missing\n/) });
  expect(run(['explain', 'image/mising'])).toMatchObject({ status: 2, stderr: expect.stringContaining("did you mean 'image/missing'?") });
  expect(run(['explain', 'no.yaml'])).toMatchObject({ status: 2, stdout: '' });
  writeFileSync(join(folder, 'other.yaml'), 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n');
  expect(run(['explain', 'other.yaml'])).toMatchObject({ status: 2, stderr: expect.stringContaining('there is no object with pods in other.yaml') });
  expect(run(['explain', 'other.yaml', '--takes', 'x'])).toMatchObject({ status: 2, stderr: expect.stringContaining('such as app=20') });
});

test('debug: the patch and the lines that apply it', () => {
  const { status, stdout } = run(['debug', 'web', '-n', 'shop', '--target', 'app', '--command', 'sh', '-c', "echo 'x'"]);
  expect(status).toBe(2); // -c is the name of the container
  expect(stdout).toBe('');
  const answer = run(['debug', 'web', '-n', 'shop', '--target', 'app', '--image', 'nicolaka/netshoot:v0.13']).stdout;
  const [json, ...lines] = answer.split('\n\n');
  const patch = { spec: { ephemeralContainers: [{ name: 'debugger', image: 'nicolaka/netshoot:v0.13', stdin: true, tty: true, targetContainerName: 'app' }] } };
  expect(JSON.parse(json)).toEqual(patch);
  expect(lines.join('\n').trim().split('\n')).toEqual([
    `kubectl patch pod web -n shop --subresource=ephemeralcontainers -p '${JSON.stringify(patch)}'`, 'kubectl attach -it web -n shop -c debugger',
  ]);
});

test('debug: into a file; names that nothing can have', () => {
  expect(run(['debug', 'web', '-o', 'debug.json']).stdout).toBe('kubectl patch pod web --subresource=ephemeralcontainers --patch-file=debug.json\nkubectl attach -it web -c debugger\n');
  expect(JSON.parse(readFileSync(join(folder, 'debug.json'), 'utf8'))).toEqual({ spec: { ephemeralContainers: [{ name: 'debugger', image: 'busybox:1.36', stdin: true, tty: true }] } });
  expect(run(['debug', 'web; rm -rf /'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining("the pod 'web; rm -rf /'") });
  expect(run(['debug', 'web', '--image', ''])).toMatchObject({ status: 2, stdout: '' });
});

const NODE = (name: string, cpu: string) => `---\napiVersion: v1\nkind: Node\nmetadata: { name: ${name} }\nstatus: { allocatable: { cpu: '${cpu}', memory: 8Gi, pods: '10' } }\n`;
const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [{ name: app, image: 'web:1', resources: { requests: { cpu: '2' } } }] }
`;

test('explain --cluster: which nodes can take the pods, as text, data and Markdown', () => {
  writeFileSync(join(folder, 'web.yaml'), WEB);
  writeFileSync(join(folder, 'cluster.yaml'), NODE('a', '1') + NODE('b', '8') + '---\napiVersion: v1\nkind: PodList\nitems: []\n');
  const { status, stdout, stderr } = run(['explain', 'web.yaml', '--cluster', 'cluster.yaml']);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('\nNodes that can take it\n  1 of 2 nodes; 2 replicas fit; the rollout needs 1 more, fits\n  1 node (a): cpu: 2 wanted, 1 free [NodeResourcesFit]\n');
  const [{ placement }] = JSON.parse(run(['explain', 'web.yaml', '--cluster', 'cluster.yaml', '--format', 'json']).stdout);
  expect(placement).toMatchObject({ first: { nodes: ['b'], of: 2 }, replicas: 2, fits: 2, rollout: { verdict: 'fits' } });
  expect(run(['explain', 'web.yaml', '--cluster', 'cluster.yaml', '--format', 'markdown']).stdout).toContain('| Deployment web | 1 of 2 nodes; 2 replicas fit;');
});

test('explain --cluster: facts that cannot be read, and wrong ones', () => {
  writeFileSync(join(folder, 'web.yaml'), WEB);
  expect(run(['explain', 'web.yaml', '--cluster', 'none.yaml'])).toMatchObject({ status: 2, stderr: expect.stringContaining('none.yaml') });
  writeFileSync(join(folder, 'wrong.yaml'), NODE('a', '8') + '---\napiVersion: v1\nkind: Pod\nmetadata: { name: X }\nspec: { containers: [] }\n');
  const { status, stderr } = run(['explain', 'web.yaml', '--cluster', 'wrong.yaml']);
  expect([status, stderr]).toEqual([0, expect.stringContaining('warning: wrong.yaml: Pod X: ')]);
  expect(run(['explain', 'web.yaml', '--cluster', 'wrong.yaml', '--diagram', 'svg'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--cluster and --diagram exclude each other') });
});

test('diff --cluster: before and after', () => {
  writeFileSync(join(folder, 'old.yaml'), WEB.replace("cpu: '2'", "cpu: '1'"));
  writeFileSync(join(folder, 'web.yaml'), WEB.replace("cpu: '2'", "cpu: '5'"));
  writeFileSync(join(folder, 'cluster.yaml'), NODE('a', '1') + NODE('b', '8'));
  const { status, stdout } = run(['diff', 'old.yaml', 'web.yaml', '--cluster', 'cluster.yaml', '--fail-on', 'warning']);
  expect(status).toBe(1);
  expect(stdout).toContain('1 of 2 nodes; only 1 of 2 replicas fits\n');
  expect(stdout).toContain('before: 2 of 2 nodes; 2 replicas fit; the rollout needs 1 more, fits\n');
  expect(stdout).toContain('1 of 2 pods find a node: the others stay Pending');
});
