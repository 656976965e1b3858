// The command facts with a kubectl that answers from a folder, and check --cluster with what it wrote.
import { spawnSync } from 'child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';
import { compiledBin } from '../run/package';

jest.setTimeout(120_000);

const SECRET_VALUE = 'aHVudGVyMg==';
const folder = mkdtempSync(join(tmpdir(), 'cdk8s-pods-facts-'));
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const list = (...items: object[]) => JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
const meta = (name: string, namespace?: string) => ({ name, namespace, uid: 'u', resourceVersion: '1', managedFields: [{ manager: 'x' }], annotations: { 'kubectl.kubernetes.io/last-applied-configuration': SECRET_VALUE } });

beforeAll(() => {
  mkdirSync(join(folder, 'bin'));
  // What is not in the folder is forbidden.
  write('bin/kubectl', `#!/bin/sh
echo "$@" >> "${folder}/asked.txt"
case "$*" in *--context=other*) echo 'no such context' >&2; exit 1;; esac
case "$1" in version) cat "${folder}/version.json"; exit;; esac
if [ -f "${folder}/$2.json" ]; then cat "${folder}/$2.json"; else echo "$2 is forbidden" >&2; exit 1; fi
`);
  chmodSync(join(folder, 'bin/kubectl'), 0o755);
  write('version.json', JSON.stringify({ serverVersion: { gitVersion: 'v1.36.2' } }));
  write('namespaces.json', list({ apiVersion: 'v1', kind: 'Namespace', metadata: meta('shop'), status: { phase: 'Active' } }, { apiVersion: 'v1', kind: 'Namespace', metadata: meta('bank'), status: { phase: 'Terminating' } }));
  write('resourcequotas.json', list({
    apiVersion: 'v1', kind: 'ResourceQuota', metadata: meta('compute', 'shop'), spec: { hard: { pods: '3' } }, status: { hard: { pods: '3' }, used: { pods: '2' } },
  }));
  write('limitranges.json', list());
  write('secrets.json', '{"metadata":{"namespace":"shop","name":"db"},"type":"Opaque","keys":["user","password",null],"binary":[null]}\n');
  write('configmaps.json', '');
  write('pods.json', list({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...meta('web', 'shop'), ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-1', uid: 'x', controller: true }] },
    status: { phase: 'Running', podIP: '10.0.0.1' },
    spec: { nodeName: 'node-1', containers: [{ name: 'app', image: 'x', env: [{ name: 'TOKEN', value: SECRET_VALUE }], args: [SECRET_VALUE], resources: { requests: { cpu: '1' } } }], volumes: [{ name: 's', secret: { secretName: 'db' } }] },
  }));
  write('pod.yaml', 'apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: shop }\nspec: { containers: [{ name: app, image: "x:1" }] }\n---\napiVersion: v1\nkind: Pod\nmetadata: { name: b, namespace: shop }\nspec: { priorityClassName: high, containers: [{ name: app, image: "x:1" }] }\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiledBin(), ...args], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${join(folder, 'bin')}${delimiter}${process.env.PATH}` },
  });
  return { status, stdout, stderr };
}

test('facts writes what can be read, says what it runs and what it cannot read, and has no value of a Secret', () => {
  const { status, stdout, stderr } = run('facts');
  expect(status).toBe(0);
  expect(stdout).not.toContain(SECRET_VALUE);
  expect(stdout).not.toMatch(/managedFields|resourceVersion|uid:/);
  expect(stdout).toContain('serverVersion: v1.36.2');
  expect(stdout).toContain('kind: Secret\nmetadata:\n  namespace: shop\n  name: db\ntype: Opaque\ndata:\n  password: ""\n  user: ""\n');
  expect(stdout).toContain('kind: LimitRangeList\nitems: []\n');
  expect(stdout).toContain('kind: ConfigMapList\nitems: []\n');
  expect(stdout).toContain('    name: web-1\n');
  expect(stdout.indexOf('name: bank')).toBeLessThan(stdout.indexOf('name: shop'));
  expect(stderr).toContain('kubectl get secrets --all-namespaces --output=go-template=…');
  expect(stderr).toContain('note: StorageClass is left out, so that reviews assume it: storageclasses.storage.k8s.io is forbidden');
  // kubectl itself leaves out the values.
  expect(readFileSync(join(folder, 'asked.txt'), 'utf8')).not.toMatch(/get (secrets|configmaps) .*--output=json/);
});

test('the same cluster gives the same file', () => {
  expect(run('facts', '-q', '-o', 'one.yaml')).toMatchObject({ status: 0, stdout: '' });
  expect(run('facts', '-q', '-o', 'two.yaml').status).toBe(0);
  expect(readFileSync(join(folder, 'one.yaml'), 'utf8')).toBe(readFileSync(join(folder, 'two.yaml'), 'utf8'));
});

test('only some namespaces', () => {
  const { stdout, stderr } = run('facts', '-n', 'shop');
  expect(stdout).toContain('namespaces:\n  - shop\n');
  expect(stderr).toContain('kubectl get namespaces shop --ignore-not-found --output=json');
  expect(stderr).toContain('kubectl get secrets --namespace=shop');
});

test('a context that does not exist, and no kubectl', () => {
  expect(run('facts', '--context', 'other')).toMatchObject({ status: 2, stderr: expect.stringContaining('error: nothing of the cluster can be read') });
  const { status, stderr } = spawnSync(process.execPath, [compiledBin(), 'facts'], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: '' } });
  expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('facts needs kubectl: it is not in the PATH') });
});

test('check --cluster decides by the facts, and counts what comes before', () => {
  run('facts', '-q', '-o', 'cluster.yaml');
  const { status, stdout, stderr } = run('check', 'pod.yaml', '--cluster', 'cluster.yaml', '-f', 'line');
  expect(status).toBe(1);
  expect(stdout).toContain("ResourceQuota 'compute' has not enough pods left: 1 requested, 3 of 3 used");
  expect(run('check', 'pod.yaml', '--cluster', 'cluster.yaml', '-f', 'json').stdout).toContain('"errors": 1');
  expect(stderr).toContain('note: cluster.yaml does not know, and the check assumes to be there: PriorityClass high');
  expect(run('check', 'pod.yaml', '-f', 'line').status).toBe(0);
});

test('facts that cannot be read, or are wrong', () => {
  write('empty.yaml', '');
  write('wrong.yaml', 'apiVersion: v1\nkind: ResourceQuota\nmetadata: { name: q, namespace: shop }\nspec: { hard: { pods: many } }\n');
  expect(run('check', 'pod.yaml', '--cluster', 'none.yaml')).toMatchObject({ status: 2, stderr: expect.stringContaining('none.yaml: ') });
  expect(run('check', 'pod.yaml', '--cluster', 'empty.yaml')).toMatchObject({ status: 2, stderr: expect.stringContaining("write it with 'cdk8s-pods facts'") });
  expect(run('check', 'pod.yaml', '--cluster', 'wrong.yaml').stderr).toContain('note: wrong.yaml: ResourceQuota shop/q: spec.hard[pods]: ');
});
