// The example of docs/topics/who-can-connect.md says what comes out.
import { readFileSync } from 'fs';
import { join } from 'path';
import { connectivity } from '../../../src/links';
import { NETWORK_FORMATS } from '../../../src/report/network/formats';
import { readYaml } from '../../../src/yaml/read/read';

const PAGE = readFileSync(join(__dirname, '../../../docs/topics/who-can-connect.md'), 'utf8');

function block(name: string): string {
  return new RegExp(`<!-- ${name} -->\n\`\`\`[a-z]+\n([^]*?)\`\`\`\n`).exec(PAGE)![1];
}

test('the answer of the page', () => {
  const manifests = readYaml(block('manifests')).documents.map(({ value }) => value);
  expect(NETWORK_FORMATS.text(connectivity(manifests))).toBe(block('answer'));
});
