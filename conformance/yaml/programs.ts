// Other people's YAML readers, asked in batches.
import { spawnSync } from 'child_process';
import { join } from 'path';
import { parse } from 'yaml';
import { build, needGo, YAML_PARSER } from '../build';

/** What a reader made of a text: JSON, or why it refuses. */
export interface Answer {
  readonly json?: unknown;
  /** The JSON as the program wrote it, with all digits of its numbers. */
  readonly text?: string;
  readonly error?: string;
}

export interface Reader {
  readonly name: string;
  ask(texts: readonly string[]): Answer[];
}

// A batch is one string for the pipe, whose length has a limit.
const BATCH_CHARACTERS = 4_000_000;

/** Kubernetes' own parser: strict, as the API server has it, or not, as kubectl has it. */
export async function goReader(say: (line: string) => void, strict = true): Promise<Reader> {
  needGo();
  const program = await build(YAML_PARSER, say);
  return { name: 'sigs.k8s.io/yaml', ask: (texts) => inBatches(texts, (batch) => run(program, [], batch, strict)) };
}

/** PyYAML; undefined where there is none. */
export function pythonReader(): Reader | undefined {
  if (spawnSync('python3', ['-c', 'import yaml']).status !== 0) {
    return undefined;
  }
  const script = join(__dirname, 'main.py');
  return { name: 'PyYAML', ask: (texts) => inBatches(texts, (batch) => run('python3', [script], batch)) };
}

export function yamlReader(version: '1.1' | '1.2'): Reader {
  const read = (text: string): Answer => {
    try {
      return { json: parse(text, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core', maxAliasCount: 0, logLevel: 'silent' }) };
    } catch (error) {
      return { error: (error as Error).message };
    }
  };
  return { name: `yaml ${version}`, ask: (texts) => texts.map(read) };
}

function inBatches(texts: readonly string[], ask: (batch: readonly string[]) => Answer[]): Answer[] {
  const answers: Answer[] = [];
  for (let from = 0; from < texts.length;) {
    let size = 0;
    let to = from;
    while (to < texts.length && (to === from || size < BATCH_CHARACTERS)) {
      size += texts[to++].length;
    }
    for (const answer of ask(texts.slice(from, to))) {
      answers.push(answer);
    }
    from = to;
  }
  return answers;
}

function run(program: string, args: string[], texts: readonly string[], strict = true): Answer[] {
  const input = texts.map((yaml) => JSON.stringify({ yaml, strict }) + '\n').join('');
  const done = spawnSync(program, args, { input, maxBuffer: 2 ** 31 - 1, encoding: 'utf8' });
  if (done.status !== 0) {
    throw new Error(`${program} failed: ${done.error?.message ?? done.stderr}`);
  }
  const lines = done.stdout.split('\n');
  return texts.map((_, i) => {
    const answer = JSON.parse(lines[i]) as Answer;
    return answer.error === undefined ? { json: answer.json, text: lines[i] } : answer;
  });
}
