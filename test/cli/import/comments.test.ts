// Comments of the YAML in the code: above what they are about, and none lost.
import { readFileSync } from 'fs';
import { join } from 'path';
import { complaints, expectSame } from './round-trip';
import { importManifests } from '../../../src/cli/import';
import { commentsAbove, commentsInside } from '../../../src/cli/import/comments';
import { readYaml } from '../../../src/yaml/read/read';

function importText(text: string): string {
  const lines = text.split('\n');
  const { documents, problems } = readYaml(text);
  expect(problems).toEqual([]);
  const manifests = documents.map((document) =>
    ({ value: document.value, comments: commentsAbove(lines, document.locate([])!.line), inside: commentsInside(document, lines) }));
  const { code } = importManifests(manifests, { chart: 'shop' });
  expectSame(code, manifests.flatMap(({ value }: any) => value.items ?? value));
  return code;
}

/** Each line of comment with the line of code below it. */
function pairs(code: string): string[] {
  const lines = code.split('\n').map((line) => line.trim());
  return lines.flatMap((line, i) => (line.startsWith('//') ? [`${line} > ${lines.slice(i).find((next) => !next.startsWith('//'))}`] : []));
}

test('comments stand above what they are about', () => {
  const code = importText(readFileSync(join(__dirname, 'fixtures', 'comments.yaml'), 'utf8'));
  expect(complaints(new Map([['comments', code]]))).toEqual([]);
  expect(pairs(code)).toEqual([
    '// The web app. > const labels = { app: \'web\' };',
    '// spec: everything > const labels = { app: \'web\' };',
    '// spec.template.spec.volumes[0]: lives as long as the pod > const labels = { app: \'web\' };',
    '// the end // */ ` ${x} > const labels = { app: \'web\' };',
    '// the public name > name: \'web\',',
    '// Two, so that one can fail. > replicas: 2,',
    '// slow clients > terminationGracePeriodSeconds: 60,',
    '// for spot nodes > Tolerate.key(\'spot\'),',
    '// Waits for the database. > new InitContainer(web, \'wait\', {',
    '// It may take a minute. > new InitContainer(web, \'wait\', {',
    '// first > new InitContainer(web, \'wait\', {',
    '// ignore me not > \'# this is a script\\nuntil nslookup db; do sleep 2; done\\n\',',
    '// The app itself. > new Container(web, \'app\', {',
    '// its name > new Container(web, \'app\', {',
    '// from the notes > LOG_LEVEL: \'info\',',
    '// or debug > LOG_LEVEL: \'info\',',
    '// own name > POD: DownwardEnv.podName(),',
    '// http > containerPort: 8080,',
    '// quick > periodSeconds: 5,',
    '// logs go here > Volume.emptyDir(\'logs\').mount(\'/var/log\'),',
    '// big > size: 3,',
    '// c > text: \'a # b\',',
  ]);
});

test.each<[string, string, string[]]>([
  ['a # in a string, quoted or plain', 'a: "b # c"\n  d: e#f', []],
  ['a # in a string of several lines', 'a: |\n    # no\n    b # no\n  d: "x\n    # no\n    y"\n  # yes\n  e: f', ['// yes > e: \'f\',']],
  ['a comment behind the header of a block', 'a: |- # yes\n    b', ['// yes > a: \'b\',']],
  ['an empty comment', 'a: b #\n  #\n  c: d', []],
])('%s', (_, data, expected) => {
  const code = importText(`apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\ndata:\n  ${data}\n`);
  expect(pairs(code)).toEqual(expected);
});

test('an item of a list has no place of its own', () => {
  const code = importText('apiVersion: v1\nkind: List\nitems:\n# one\n- apiVersion: v1\n  kind: ConfigMap\n  metadata: { name: x }\n  # data of x\n  data: { a: b }\n');
  expect(pairs(code)).toEqual(['// items[0]: one > new ConfigMap(chart, \'x\', {', '// data of x > data: { a: \'b\' },']);
});

test('a document of very many values is imported without the comments inside of it, and they are not all located', () => {
  const text = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\ndata:\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}: v # c${i}\n`).join('')}`;
  const [{ value, locate }] = readYaml(text).documents;
  const counted = jest.fn(locate);
  expect(commentsInside({ value, locate: counted }, text.split('\n'))).toEqual([]);
  expect(counted.mock.calls.length).toBeLessThan(15_000);
});
