// A worker thread that checks a share of the files; only run.ts starts it.
import { parentPort, workerData } from 'worker_threads';
import { Ignorer } from './ignore';
import { checkPiece, PIECE, WorkerAnswer, WorkerTask } from './run';

const { targets, settings, next } = workerData as WorkerTask;
const taken = new Int32Array(next);
const ignorer = new Ignorer(settings.ignores);
const answer = (message: WorkerAnswer): void => parentPort!.postMessage(message);
for (let piece = Atomics.add(taken, 0, 1); piece * PIECE < targets.length; piece = Atomics.add(taken, 0, 1)) {
  answer({ piece, files: checkPiece(piece, targets, settings, ignorer) });
}
answer({ used: [...ignorer.used] });
