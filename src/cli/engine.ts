import { setFlagsFromString } from 'v8';

/** The version of Node.js whose engine has these settings: others print that they do not know them. */
const KNOWN = /^v20\./;

/**
 * Tells the engine that the program is a short one: by default, V8 spends nearly half of the processor time of a check of 5,000 files on
 * optimizing code that is then hardly used. Code now has to be used eight times as much before it is optimized, and less of it is inlined:
 * 30 % less processor time for 5,000 files, 15 % less for 50,000.
 */
export function tuneForShortRun(): void {
  if (KNOWN.test(process.version)) {
    setFlagsFromString('--interrupt-budget=540672');
    setFlagsFromString('--max-inlined-bytecode-size-cumulative=200');
  }
}
