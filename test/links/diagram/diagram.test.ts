import { config, deployment, many, service, small } from './apps';
import { appDiagram } from '../../../src/links';
import { appOf } from '../../../src/links/app/app-of';
import { graphOf } from '../../../src/links/diagram/graph';
import { layoutOf } from '../../../src/links/diagram/layout';
import type { AppFinding } from '../../../src/links/model';
import { expectWellFormed, textsOf } from '../../svg';

const HOSTILE = '</text><script>alert("1")</script>&\u202e\u0000\ud800"]:::x;\nend';

/** Every link as `web -selects-> web`, with its state when it is not whole. */
function linksOf(objects: readonly object[], findings: readonly AppFinding[] = []): string[] {
  const { nodes, edges } = graphOf(appOf(objects), findings);
  return edges.map(({ from, to, relation, state }) => `${nodes[from].kind} ${nodes[from].name} ${relation} ${nodes[to].kind} ${nodes[to].name}${state === 'whole' ? '' : `: ${state}`}`);
}

test('who selects and who reads whom', () => {
  expect(linksOf(small()).sort()).toEqual(['Deployment web reads ConfigMap web-config', 'Service web selects Deployment web']);
});

test('what is not among the objects is outside', () => {
  expect(linksOf([service('web', 'x'), deployment('web', {}, { envFrom: [{ configMapRef: { name: 'gone' } }] })]).sort()).toEqual([
    'Deployment web reads ConfigMap gone: outside', 'Service web selects  no pod of the app: outside',
  ]);
});

test('what a finding calls broken is red: the link where there is one, otherwise the object', () => {
  const [found] = appDiagram([service('web', 'x')]).findings;
  const broken = (others: AppFinding['others']): AppFinding => ({ ...found, verdict: 'broken', code: 'links/x', others });
  const target = { group: 'apps', kind: 'Deployment', namespace: 'default', name: 'web', at: '', keys: [] };
  expect(linksOf(small(), [broken([target])])).toContain('Service web selects Deployment web: broken');
  const { nodes } = graphOf(appOf(small()), [broken([])]);
  expect(nodes.filter(({ state }) => state === 'broken').map(({ kind, codes }) => [kind, codes])).toEqual([['Service', ['links/x']]]);
});

test('every link is drawn, each object once, and the same every time', () => {
  const objects = many(12);
  const links = linksOf(objects);
  const { text } = appDiagram(objects);
  expectWellFormed(text);
  expect(links.length).toBeGreaterThan(20);
  expect(text.match(/class="line /g)).toHaveLength(links.length);
  expect(textsOf(text).filter((one) => one === 'app-3')).toHaveLength(2);
  expect(textsOf(text)).toEqual(expect.arrayContaining(['Without links', 'alone', 'no pod of the app', 'absent']));
  expect(appDiagram(objects).text).toBe(text);
  const mermaid = appDiagram(objects, { format: 'mermaid' }).text;
  expect(mermaid.match(/ (?:-->|-\.->|==>)\|/g)).toHaveLength(links.length);
  expect(appDiagram(objects, { format: 'mermaid' }).text).toBe(mermaid);
});

test.each([1, 5, 40])('no two objects of %i apps stand on each other, and links lead to the right', (count) => {
  const graph = graphOf(appOf(many(count)), []);
  const { nodes } = layoutOf(graph, () => 60);
  const places = [...nodes.values()];
  for (const [i, a] of places.entries()) {
    for (const b of places.slice(i + 1)) {
      expect(a.column !== b.column || Math.abs(a.y - b.y) >= 60).toBe(true);
    }
  }
  graph.edges.forEach(({ from, to }) => expect(nodes.get(from)!.column).toBeLessThan(nodes.get(to)!.column));
});

test('one that links to itself, and a circle', () => {
  const graph = {
    nodes: ['a', 'b', 'c'].map((name) => ({ name, kind: 'X', look: 'pod' as const, state: 'whole' as const, codes: [] })),
    edges: [[0, 1], [1, 2], [2, 0]].map(([from, to]) => ({ from, to, relation: 'uses', state: 'whole' as const })),
    left: { objects: 0, links: 0 },
  };
  const { nodes } = layoutOf(graph, () => 10);
  expect([...nodes.values()].map(({ column }) => column)).toEqual([0, 1, 2]);
});

test('a link that leads back leaves at the left', () => {
  const labels = { app: 'db' };
  const template = { metadata: { labels }, spec: { containers: [{ name: 'db', image: 'db:1' }] } };
  const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db' }, spec: { serviceName: 'db', selector: { matchLabels: labels }, template } };
  const { text } = appDiagram([service('db'), set]);
  const ends = [...text.matchAll(/<path d="M(\d+) [^"]* (\d+) [\d.]+" class="line/g)].map(([, from, to]) => Number(to) - Number(from));
  expect(ends).toHaveLength(2);
  expect(Math.max(...ends)).toBeGreaterThan(0);
  expect(Math.min(...ends)).toBeLessThan(0);
  expect(text).not.toMatch(/ -\d/);
});

test('too many objects: those with links are drawn, the others are counted', () => {
  const { text } = appDiagram([...many(100), ...Array.from({ length: 200 }, (_, i) => config(`c-${i}`))]);
  expect(textsOf(text)[0]).toMatch(/^\d+ objects, \d+ links.*; not drawn: \d+ objects/);
  expect(text.length).toBeLessThan(600_000);
  const lonely = appDiagram(Array.from({ length: 100 }, (_, i) => config(`c-${i}`))).text;
  expect(textsOf(lonely)).toContain('and 40 more');
  const started = Date.now();
  appDiagram(many(500));
  expect(Date.now() - started).toBeLessThan(20_000);
});

test('nothing at all', () => {
  for (const objects of [[], undefined, [null, 1, 'x', {}]]) {
    expectWellFormed(appDiagram(objects).text);
    expect(textsOf(appDiagram(objects).text)[0]).toBe('0 objects, 0 links');
  }
});

test('hostile text is shown as text, and not for long', () => {
  const objects = [
    { ...deployment(HOSTILE), kind: 'Deployment' }, { apiVersion: 'x/v1', kind: HOSTILE.repeat(100), metadata: { name: HOSTILE.repeat(100), namespace: HOSTILE } },
    deployment('web', {}, { envFrom: [{ configMapRef: { name: HOSTILE.repeat(1000) } }] }),
  ];
  const { text } = appDiagram(objects);
  expectWellFormed(text);
  expect(text).not.toContain('<script');
  expect(text.length).toBeLessThan(12_000);
  const mermaid = appDiagram(objects, { format: 'mermaid' }).text;
  expect(mermaid).not.toMatch(/<(?!\/?b>|br>)|&|;\n|script>/);
  expect(mermaid.length).toBeLessThan(5_000);
});
