// The Go programs of this folder: each answers one JSON line with another.
import { spawn } from 'child_process';
import { DEFAULT_KUBERNETES_VERSION } from '../../src/admission/version';
import { RELEASES } from '../../tools/releases';
import { build, GoProgram, Problem } from '../build';

/** How many were compared, and each that differs, as text. */
export interface Comparison {
  readonly compared: number;
  readonly differences: readonly string[];
}

/** What the scheduler and the kubelet compute of a pod's resources. */
export const RESOURCES = program('resources', '1 minute');

/** What the scheduler's plugin for topology spread decides. */
export const SPREAD = program('spread', '2 to 4 minutes');

/** What every filter of the default scheduler decides. */
export const NODES = program('nodes', '2 to 4 minutes');

function program(name: string, takes: string): GoProgram {
  return { name: `insight-${name}`, version: RELEASES[DEFAULT_KUBERNETES_VERSION], module: 'insight', target: `./${name}`, ldflags: '-s -w', takes };
}

/** Asks all questions of a batch; the answers are in their order. */
export async function answers<A>(go: GoProgram, questions: readonly unknown[], say: (line: string) => void): Promise<A[]> {
  const child = spawn(await build(go, say), { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => code === 0 ? resolve() : reject(new Problem(`${go.name} ended with exit code ${code}`)));
  });
  child.stdin.on('error', () => { /* `close` says more */ });
  child.stdin.end(questions.map((question) => `${JSON.stringify(question)}\n`).join(''));
  await ended;
  const found = Buffer.concat(chunks).toString().split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as A);
  if (found.length !== questions.length) {
    throw new Problem(`${go.name} gave ${found.length} answers to ${questions.length} questions`);
  }
  return found;
}
