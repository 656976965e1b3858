import { callerOf } from './source';

/** Enough frames to reach the user's code through whatever libraries call this one. */
const FRAMES = 50;
/** How cdk8s' App begins the error that has all findings. */
const FINDINGS = 'Validation failed with the following errors:';
const CDK8S = /[\\/]cdk8s[\\/](?:lib|src)[\\/]/;

/** An error about the use of this library, with its parts. */
export interface UsageError extends Error {
  /** What is wrong, without line and fix. */
  readonly what?: string;
  /** The fix. */
  readonly hint?: string;
}

/**
 * Throws an error about the use of this library: what is wrong, the line of the user's code, and a fix. No frame and no line of this library
 * stands around the message.
 *
 * @param hint the smallest change that fixes it
 */
export function fail(message: string, hint?: string): never {
  const error = errorAt('') as UsageError;
  const { source, frames } = callerOf(error);
  Object.defineProperties(error, { what: { value: message }, hint: { value: hint } }); // not enumerable: Node prints enumerable ones
  error.message = [message, ...source === undefined ? [] : [`    ${source}`], ...hint === undefined ? [] : [`    fix: ${hint}`]].join('\n');
  error.stack = [`Error: ${error.message}`, ...frames].join('\n');
  throw error; // node-do-not-add-exception-line
}

/** The same for a message that says its places itself. */
export function failAsIs(message: string): never {
  const error = errorAt(message);
  error.stack = [`Error: ${message}`, ...callerOf(error).frames].join('\n');
  throw error; // node-do-not-add-exception-line
}

/**
 * Throws an error of cdk8s again, without the frames of this library and without those of cdk8s above them: a finding names the line of the user's
 * code itself.
 */
export function failAgain(error: unknown): never {
  if (error instanceof Error && error.message.startsWith(FINDINGS)) {
    const { frames } = callerOf(error);
    const first = frames.findIndex((frame) => !CDK8S.test(frame));
    error.stack = [`${error.name}: ${error.message}`, ...frames.slice(Math.max(first, 0))].join('\n');
  }
  throw error; // node-do-not-add-exception-line
}

function errorAt(message: string): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const error = new Error(message);
  void error.stack; // V8 keeps the frames, but a stack that is read later is formatted with what is set then
  Error.stackTraceLimit = limit;
  return error;
}
