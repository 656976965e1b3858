import { existsSync } from 'fs';
import { availableParallelism } from 'os';
import { join } from 'path';
import { Worker } from 'worker_threads';
import { checkFile, FileResult } from './check-file';
import { Ignorer } from './ignore';
import { CheckSettings, Target } from './settings';
import type { Together } from './together';

/** The results of all files, in their order. */
export interface RunResult {
  readonly files: readonly FileResult[];
  /** Positions of the ignores that matched a finding. */
  readonly used: ReadonlySet<number>;
}

/** What a worker thread is given. */
export interface WorkerTask {
  readonly targets: readonly Target[];
  readonly settings: CheckSettings;
  /** The number of the next piece of work that no thread has taken. */
  readonly next: SharedArrayBuffer;
}

/** What it answers, piece by piece; the last answer has the ignores that it used. */
export type WorkerAnswer = { readonly piece: number; readonly files: readonly FileResult[] } | { readonly used: readonly number[] };

/** Files that a thread takes at a time. */
export const PIECE = 32;
/** Another thread for every so many files: one takes as much processor time to start and warm up as 1,000 files take. */
const WORTH_A_THREAD = 2000;
/** This path is right from here and from the command's bundle, which is in lib/cli. */
const WORKER = join(__dirname, '..', 'check', 'worker.js');

/** How files are checked. */
export interface RunOptions {
  readonly threads?: number;
  /** Collects the objects of all files. */
  readonly together?: Together;
}

/** Checks all files, in several threads when that is faster; in one when their objects are looked at together. */
export async function checkAll(
  targets: readonly Target[], settings: CheckSettings, tell: (done: number) => void, { threads, together }: RunOptions = {},
): Promise<RunResult> {
  const next = new SharedArrayBuffer(4);
  const taken = new Int32Array(next);
  const pieces: FileResult[][] = [];
  const used = new Set<number>();
  let done = 0;
  const take = (piece: number, files: readonly FileResult[]): void => {
    pieces[piece] = [...files];
    done += files.length;
    tell(done);
  };
  // What is applied to a cluster comes one after another, and an app is one.
  const isOneThread = together !== undefined || settings.cluster !== undefined;
  const wanted = isOneThread ? 1 : threads ?? Math.min(availableParallelism(), Math.floor(targets.length / WORTH_A_THREAD) + 1);
  const helpers = Math.max(1, Math.min(wanted, Math.ceil(targets.length / PIECE)));
  // In a test nothing is compiled, so there is no file that a thread could run.
  const others = existsSync(WORKER) ? Array.from({ length: helpers - 1 }, () => help({ targets, settings, next }, take, used)) : [];
  const ignorer = new Ignorer(settings.ignores);
  for (let piece = Atomics.add(taken, 0, 1); piece * PIECE < targets.length; piece = Atomics.add(taken, 0, 1)) {
    take(piece, checkPiece(piece, targets, settings, ignorer, together));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all(others);
  ignorer.used.forEach((i) => used.add(i));
  return { files: pieces.flat(), used };
}

/** Checks the files of one piece. */
export function checkPiece(piece: number, targets: readonly Target[], settings: CheckSettings, ignorer: Ignorer, together?: Together): FileResult[] {
  return targets.slice(piece * PIECE, (piece + 1) * PIECE).map((target) => checkFile(target, settings, ignorer, together));
}

function help(task: WorkerTask, take: (piece: number, files: readonly FileResult[]) => void, used: Set<number>): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER, { workerData: task });
    worker.on('message', (answer: WorkerAnswer) => {
      if ('piece' in answer) {
        take(answer.piece, answer.files);
      } else {
        answer.used.forEach((i) => used.add(i));
      }
    });
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}
