// The picture of an app as Mermaid.
import type { Graph } from './graph';
import { summaryOf } from './summary';
import { LIGHT } from '../../drawing/looks';
import { classDefs, label, lines } from '../../drawing/mermaid';

const ARROWS = { whole: '-->', outside: '-.->', broken: '==>' };
/** Mermaid draws no more than 500 links unless it is told to. */
const MOST_LINKS = 480;

/** The app as a flowchart, from left to right. */
export function appMermaid(graph: Graph): string {
  const { nodes, edges } = graph;
  const shown = edges.slice(0, MOST_LINKS);
  const rest = { ...graph, edges: shown, left: { ...graph.left, links: graph.left.links + edges.length - shown.length } };
  const boxes = nodes.map(({ name, kind, namespace = '', look, state, codes }, i) => {
    const text = lines(`<b>${label(name)}</b>`, label([kind, namespace].filter((part) => part !== '' && kind !== '').join(' · ')), ...codes.map(label));
    return `  n${i}["${text}"]:::${state === 'broken' ? 'broken' : state === 'outside' ? 'quiet' : look}`;
  });
  const links = shown.map(({ from, to, relation, state }) => `  n${from} ${ARROWS[state]}|"${label(relation)}"| n${to}`);
  const broken = shown.flatMap(({ state }, i) => state === 'broken' ? [i] : []);
  return [
    '---',
    `title: "${summaryOf(rest)}"`,
    '---',
    'flowchart LR',
    ...boxes,
    ...links,
    ...classDefs('app', 'network', 'volume', 'access', 'pod', 'broken'),
    `${classDefs('quiet')[0]},stroke-dasharray:5 4`,
    ...broken.length === 0 ? [] : [`  linkStyle ${broken.join(',')} stroke:${LIGHT.broken[1]}`],
    '',
  ].join('\n');
}
