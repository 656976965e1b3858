// The examples of docs/topics/what-a-change-will-do.md say what comes out.
import { readFileSync } from 'fs';
import { join } from 'path';
import { diff } from '../../src/diff';
import { DIFF_FORMATS } from '../../src/report/diff/formats';
import { readYaml } from '../../src/yaml/read/read';

const PAGE = readFileSync(join(__dirname, '../../docs/topics/what-a-change-will-do.md'), 'utf8');

function block(name: string): string {
  return new RegExp(`<!-- ${name} -->\\n(\`{3,})\\w*\\n([^]*?)\\n\\1\\n`).exec(PAGE)![2];
}

const read = (text: string) => readYaml(new TextEncoder().encode(text)).documents.map(({ value }) => value);
const old = block('old');
const wanted = old.replace('level: info', 'level: debug').replace('alpine:3.20', 'alpine:3.21').replace('busybox:1.35', 'busybox:1.36');
const written = (format: 'text' | 'markdown') =>
  [...DIFF_FORMATS[format].write({ diff: diff(read(old), read(wanted)), version: '1', kubernetesVersion: '1.37' }, { colors: false, quiet: false })].join('').trimEnd();

test('the text', () => expect(block('text')).toBe(written('text')));

test('the comment', () => expect(block('comment')).toBe(written('markdown')));
