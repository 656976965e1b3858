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
