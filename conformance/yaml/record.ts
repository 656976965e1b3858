// Writes down what Kubernetes' parser answers about a table of strings, for the test that needs no Go.
// Run: npx ts-node -T -P tsconfig.dev.json conformance/yaml/record.ts
import { writeFileSync } from 'fs';
import { join, relative } from 'path';
import { openParser, Question } from './parser';
import { FAMILIES, random } from './strings';

const RECORD = join(__dirname, '..', '..', 'test', 'constructs', 'plain', 'yaml-safe.recorded.json');
const SAMPLES_OF_EACH = 30;

// Each stands for one way in which a string is or is not carried.
const CHOSEN = [
  'nginx:1.29', '/var/log/app', 'a b', '', ' ', 'yes', 'on', '~', 'null', '0777', '0o777', '0O17', '0x1f', '0X1F', '0b1', '0B1', '0b-1', '0b+1', '-0b1', '-0B1', '+0b-1',
  '1', '1_000', '_1', '+_1', '-_1', '0_7', '0_8', '0_x1f', '0_b1', '0_o7', '1e3', '1e3_0', '1e_3', '1_e3', '.5', '.5_0', '.1e1_0', '.1e10_', '.1_0e1_0', '+_.5', '-_.5e3', '+_.inf',
  '1e_308', '1e_309', '+_9223372036854775808', '0X7FFFFFFFFFFFFFFF', '0XFFFFFFFFFFFFFFFF', '0X10000000000000000', '-0X8000000000000000', '-0X8000000000000001',
  '+0X7FFFFFFFFFFFFFFF', '+0X8000000000000000', '0O1777777777777777777777', '0O2000000000000000000000', `0B${'1'.repeat(64)}`, `0B${'1'.repeat(65)}`, `0X${'0'.repeat(100)}1`,
  '0X', '0X_', '0X1p4', '0Xg', '190:20:30', '2001-01-01', '2001-01-01T03:04:05,5Z', '<<', '<<<', '<', '=', '.inf', '.nan', '__proto__',
  ' \n', '\n', '\n\n', 'a\n', 'a \n', ' a\n', '\n \n', '\t\n', '\ta', '\ta\n', '\n\ta', ' \n\ta', ' \ta\nb', '\n\n\tb\n', 'a\n\tb', 'a\n ', 'a\n\t', 'a\n\n', 'a\n \n', 'a\n \nb',
  'a\n \nb\n ', `${'a'.repeat(40)}\n \nb\n `, `${'a'.repeat(40)}\n  \nb\n `, `\x01${'a'.repeat(40)}\n \nb`, `\x01${'a'.repeat(40)}\n b\n`, `\r\n \n${'a'.repeat(40)}`,
  'a'.repeat(26) + '\n \n\x01', 'a'.repeat(25) + '\n \n\x01', 'a'.repeat(24) + '\n \n\x01', '#!/bin/sh\nset -e\n\nif true; then\n\techo "yes"\nfi\n', '{"a": "b",\n "c": 1}\n',
  '\x00', '\x07', '\x1b[0m', '\r', '\r\n', '\x7f', '\x80', '\x85', '\x9f', '\xa0', '\u2028', 'a\u2029b', '\ufeff', '\ufeffa', '\ufffe', '\uffff', '\ud800', '\udfff', '\udc00\ud800',
  '\ud83d\ude00', '\ud83d', '\u{1fffe}', '\u{10ffff}', 'x'.repeat(1025), `${'x'.repeat(2000)}: y`,
];

async function main(): Promise<void> {
  const parser = await openParser((line) => console.log(line));
  const next = random(11);
  const texts = new Set(CHOSEN);
  for (const strings of Object.values(FAMILIES)) {
    const all = [...new Set(strings())].filter((text) => text.length < 200);
    for (let i = 0; i < SAMPLES_OF_EACH; i++) {
      texts.add(all[next(all.length)]);
    }
  }
  const questions: Question[] = [...texts].flatMap((text) => [{ text, asKey: false }, { text, asKey: true }]);
  const answers = parser.ask(questions);
  const lines = [...texts].map((text, i) => JSON.stringify({ text: ascii(text), value: answers[2 * i].exact, key: answers[2 * i + 1].exact }));
  writeFileSync(RECORD, `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${lines.length} strings written to ${relative(process.cwd(), RECORD)}`);
}

/** The text with every UTF-16 unit that a file might not keep as an escape of its own: `\u` in JSON's manner, once more. */
function ascii(text: string): string {
  return text.replace(/[\\\x7f-\uffff]/g, (c) => c === '\\' ? '\\\\' : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
