// The reports of a comparison: what a terminal and a pull request show.
import { diff } from '../../src/diff';
import { DIFF_FORMATS } from '../../src/report/diff/formats';
import { MOST_COMMENT } from '../../src/report/diff/markdown';

const pod = (name: string, image: string) => ({ apiVersion: 'v1', kind: 'Pod', metadata: { name }, spec: { containers: [{ name: 'app', image }] } });
const configMap = (name: string, text: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { text } });
const written = (format: 'text' | 'json' | 'markdown', old: unknown[], wanted: unknown[]) =>
  [...DIFF_FORMATS[format].write({ diff: diff(old, wanted), version: '1', kubernetesVersion: '1.37' }, { colors: false, quiet: false })].join('');

test('text', () => {
  expect(written('text', [pod('a', 'a:1'), configMap('c', 'x\ny\nz')], [pod('a', 'a:2'), configMap('c', 'x\nY\nz')])).toBe(`\
restart    Pod a
           container app of the pod restarts with the new image; the pod stays
           ~ spec.containers[app].image: a:1 → a:2

in-place   ConfigMap c
           who sees it depends on how it is read: files are updated in place, environment variables and subPath mounts are not
           ~ data.text: from line 2
           -   y
           +   Y

2 changed (1 restart, 1 in-place)
  assumed: the cluster holds OLD: what others have changed in it since is not known
  assumed: NEW is applied with kubectl apply
`);
});

test('no changes are said to be none', () => {
  expect(written('text', [pod('a', 'a:1')], [pod('a', 'a:1')])).toContain('no changes, 1 unchanged');
  expect(JSON.parse(written('json', [pod('a', 'a:1')], [pod('a', 'a:1')]))).toMatchObject({ version: 1, summary: { unchanged: 1 } });
});

test('a comment fits, says what was cut, and never that there are no changes', () => {
  const many = Array.from({ length: 3000 }, (_, i) => i);
  const text = written('markdown', many.map((i) => configMap(`c${i}`, 'a')), [...many.map((i) => configMap(`c${i}`, 'b'.repeat(500))), { ...pod('bad', 'a:1'), spec: {} }]);
  expect(text.length).toBeLessThanOrEqual(MOST_COMMENT);
  expect(text).toContain('3000 changed (3000 in-place), 1 created (1 refused)');
  expect(text.indexOf('Pod bad')).toBeLessThan(text.indexOf('ConfigMap c0'));
  expect(text).toMatch(/Cut, since a comment has at most 65536 characters.*more of 3001 objects/);
  expect(text).not.toContain('no changes');
});

test('hostile texts stay texts', () => {
  const evil = '| `x` ```\n</details><script>\u202e\u001b[31m';
  const text = written('markdown', [configMap('c', 'a')], [configMap('c', evil), configMap(evil, 'a')]);
  expect(text.replaceAll('<details>', '').split('\n').filter((line) => line.startsWith('</details>'))).toHaveLength(2);
  expect(text).not.toMatch(/[\u202e\u001b]/);
  expect(written('text', [configMap('c', 'a')], [configMap('c', evil)])).not.toMatch(/[\u202e\u001b]/);
});

test('what changes of who can connect to whom stands below the objects, and fits into a comment', () => {
  const labeled = (app: string) => ({ ...pod(app, 'a:1'), metadata: { name: app, labels: { app } } });
  const policy = (app: string, port: number) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: app },
    spec: { podSelector: { matchLabels: { app } }, ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port }] }] },
  });
  const pods = [labeled('web'), labeled('db')];
  const sides = [[...pods, policy('db', 5432)], [...pods, policy('db', 6432)]] as const;
  expect(written('text', ...sides.map((side) => [...side]) as [unknown[], unknown[]])).toContain('\nconnections under the NetworkPolicies\n  ~ Pod web → Pod db: TCP 5432 → TCP 6432\n\n1 changed');
  expect(written('text', pods, [...sides[0]])).toContain('  - Pod db, pods of other namespaces, all addresses outside the cluster → Pod db: all\n');
  expect(written('markdown', [...sides[0]], [...sides[1]])).toContain('<summary>connections under the NetworkPolicies</summary>\n\n```diff\n! Pod web → Pod db: TCP 5432 → TCP 6432\n```');
  expect(JSON.parse(written('json', [...sides[0]], [...sides[1]])).connections.changes).toHaveLength(1);
  const many = Array.from({ length: 200 }, (_, i) => `${'long-name-'.repeat(5)}${i}`);
  const all = many.map(labeled);
  const comment = written('markdown', all, [...all, ...many.map((name, i) => policy(name, 80 + i))]);
  expect(comment.length).toBeLessThanOrEqual(MOST_COMMENT);
  expect(comment).toMatch(/# and \d+ more\n```/);
});
