// What Kubernetes' own YAML parser makes of strings that cdk8s' writer has written, in the places a manifest has for them.
import { spawnSync } from 'child_process';
import { Yaml } from 'cdk8s';
import { build, needGo, YAML_PARSER } from '../build';

export interface Question {
  readonly text: string;
  readonly asKey: boolean;
}

export interface Answer extends Question {
  readonly exact: boolean;
  /** How it went wrong, in the first place where it did. */
  readonly why?: string;
}

type Place = (text: string) => unknown;

// A map whose keys may be anything, `__proto__` included.
const map = (...entries: [string, unknown][]) => Object.fromEntries(entries);

const VALUE_PLACES: Place[] = [
  (s) => ({ a: { b: s, c: 'x' } }),
  (s) => ({ a: { b: s } }),
  (s) => ({ b: s, c: 1 }),
  (s) => ({ a: [s, 'x'] }),
  (s) => ({ a: [{ x: [s] }] }),
  (s) => ({ a: [{ n: s, m: 1 }, 2] }),
];

// Never the first key of a document: that one is apiVersion.
const KEY_PLACES: Place[] = [
  (s) => map(['apiVersion', 'v1'], [s, 'x']),
  (s) => ({ a: map([s, 'x'], ['zz', 1]) }),
  (s) => ({ a: { q: 1, w: map([s, 'x']) } }),
  (s) => ({ a: map([s, { y: 1 }], ['zz', 1]) }),
  (s) => ({ a: map([s, ['y', 2]], ['zz', 1]) }),
  (s) => ({ a: [map([s, 'x'], ['zz', 1]), 2] }),
  (s) => ({ a: map([s, {}], ['zz', '']) }),
  (s) => ({ a: map([s, 'a\nb\n'], ['zz', '']) }),
];

export interface Parser {
  ask(questions: Question[]): Answer[];
}

export async function openParser(say: (line: string) => void): Promise<Parser> {
  needGo();
  const program = await build(YAML_PARSER, say);
  return { ask: (questions) => inBatches(questions).flatMap((batch) => askBatch(program, batch)) };
}

// A batch is one string for the pipe, whose length has a limit.
const BATCH_CHARACTERS = 2_000_000;

function* batches(questions: Question[]): Generator<Question[]> {
  let batch: Question[] = [];
  let size = 0;
  for (const question of questions) {
    batch.push(question);
    size += 20 + question.text.length;
    if (size > BATCH_CHARACTERS) {
      yield batch;
      [batch, size] = [[], 0];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

function inBatches(questions: Question[]): Question[][] {
  return [...batches(questions)];
}

function askBatch(program: string, questions: Question[]): Answer[] {
  const places = questions.flatMap((q) => (q.asKey ? KEY_PLACES : VALUE_PLACES).map((place) => place(q.text)));
  const input = places.map((data) => JSON.stringify({ yaml: Yaml.stringify(data) }) + '\n').join('');
  const run = spawnSync(program, { input, maxBuffer: 2 ** 31 - 1, encoding: 'utf8' });
  if (run.status !== 0) {
    throw new Error(`${program} failed: ${run.error?.message ?? run.stderr}`);
  }
  const lines = run.stdout.split('\n');
  let at = 0;
  return questions.map(({ text, asKey }) => {
    let why: string | undefined;
    for (let i = 0; i < (asKey ? KEY_PLACES : VALUE_PLACES).length; i++, at++) {
      why ??= judge(JSON.parse(lines[at]), places[at]);
    }
    return { text, asKey, exact: why === undefined, ...why !== undefined && { why } };
  });
}

function judge(answer: { json?: unknown; error?: string }, written: unknown): string | undefined {
  if (answer.error !== undefined) {
    return answer.error;
  }
  return sorted(answer.json) === sorted(written) ? undefined : `read as ${JSON.stringify(answer.json)}`;
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, v) => v !== null && typeof v === 'object' && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => a < b ? -1 : 1))
    : v);
}
