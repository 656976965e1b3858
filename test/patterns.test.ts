// Every regular expression takes linear time. Lint finds most that do not; `/\$\([^)]+\)/` it does not find, and this does.
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';
import { ROOT } from './run/package';

const ROOMS = ['src', 'tools', 'conformance', 'languages'];
const LENGTH = 20_000; // a quadratic pattern takes 200 million steps, about 200 ms; a linear one takes less than 1 ms
const SLOW = 30;

/** The patterns in the code of a file, with their places. */
function patternsOf(file: string): { readonly place: string; readonly text: string }[] {
  const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.ES2022);
  const found: { place: string; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      found.push({ place: `${file}:${source.getLineAndCharacterOfPosition(node.pos).line + 1}`, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Long strings that a pattern may take long for: its own characters, alone and in pairs, again and again, and an end that does not match. */
function* attacks(body: string): Generator<string> {
  const literal = [...body.replace(/\\[dswbDSWB]/g, '').replace(/\\/g, '')];
  const characters = [...new Set(['a', '0', ' ', '-', ...literal.filter((c) => !/[()[\]{}?+*|^]/.test(c) || body.includes(`\\${c}`))])].slice(0, 14);
  const parts = [...characters, ...characters.flatMap((a) => characters.filter((b) => b !== a).map((b) => a + b))];
  for (const part of parts) {
    for (const start of ['', characters[4] ?? 'x']) {
      yield `${start}${part.repeat(LENGTH / part.length)}\u0001`;
    }
  }
}

/** Milliseconds of the processor; of a try that seems slow, the least of three. */
function time(pattern: RegExp, text: string): number {
  const once = (): number => {
    const start = process.cpuUsage();
    pattern.test(text);
    return process.cpuUsage(start).user / 1000;
  };
  const first = once();
  return first < SLOW ? first : Math.min(first, once(), once());
}

function isSlow(literal: string): boolean {
  const [, body, flags] = /^\/(.*)\/([a-z]*)$/s.exec(literal)!;
  const pattern = new RegExp(body, flags.replace(/[gy]/g, ''));
  for (const text of attacks(body)) {
    if (time(pattern, text) >= SLOW) {
      return true;
    }
  }
  return false;
}

test.each([['/\\$\\([^)]+\\)/', true], ['/-+$/', true], ['/^-+/', false]])('%s: %s', (literal, slow) => {
  expect(isSlow(literal)).toBe(slow);
});

test.each(ROOMS)('no pattern of %s takes quadratic time', (room) => {
  const files = readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const patterns = files.flatMap((file) => patternsOf(join(room, file)));
  expect(patterns.length).toBeGreaterThan(0);
  expect(patterns.filter(({ text }) => isSlow(text)).map(({ place, text }) => `${place}: ${text}`)).toEqual([]);
});
