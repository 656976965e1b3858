import type { Graph } from './graph';

/** What is in a picture, in one line: `15 objects, 23 links, 2 broken; 3 objects are not drawn`. */
export function summaryOf({ nodes, edges, left }: Graph): string {
  const objects = nodes.filter(({ state }) => state !== 'outside').length + left.objects;
  const links = edges.length + left.links;
  const broken = edges.filter(({ state }) => state === 'broken').length + nodes.reduce((sum, { codes }) => sum + codes.length, 0);
  const out = [
    ...left.objects > 0 ? [counted(left.objects, 'object')] : [],
    ...left.links > 0 ? [counted(left.links, 'link')] : [],
  ];
  return [counted(objects, 'object'), counted(links, 'link'), ...broken > 0 ? [`${broken} broken`] : []].join(', ')
    + (out.length === 0 ? '' : `; not drawn: ${out.join(', ')}`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
