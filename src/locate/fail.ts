import { callerOf } from './source';

/** Enough frames to reach the user's code through whatever libraries call this one. */
const FRAMES = 50;

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

function errorAt(message: string): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const error = new Error(message);
  void error.stack; // V8 keeps the frames, but a stack that is read later is formatted with what is set then
  Error.stackTraceLimit = limit;
  return error;
}
