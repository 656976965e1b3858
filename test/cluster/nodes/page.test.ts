// The example of docs/topics/which-nodes.md says what comes out.
import { readFileSync } from 'fs';
import { join } from 'path';
import { clusterFacts, placement } from '../../../src/cluster';
import { placementLines } from '../../../src/report/cluster/placement';
import { readYaml } from '../../../src/yaml/read/read';

const PAGE = readFileSync(join(__dirname, '../../../docs/topics/which-nodes.md'), 'utf8');

function block(name: string): string {
  return new RegExp(`<!-- ${name} -->\\n(\`{3,})\\w*\\n([^]*?)\\n\\1\\n`).exec(PAGE)![2];
}

const read = (text: string) => readYaml(new TextEncoder().encode(text)).documents.map(({ value }) => value);

test('the text', () => {
  const [app] = read(block('app'));
  expect(block('text')).toBe(placementLines(placement(app, clusterFacts(read(block('cluster'))))!).join('\n'));
});
