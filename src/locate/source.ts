import { relative, sep } from 'path';
import { fileURLToPath } from 'url';

// Capturing a stack costs 2 to 3 µs as long as it is not read. Formatting it costs ten times as much, so it is read only for a finding. The stack
// is on the construct itself, since a weak map of all constructs of a large app would cost the garbage collector time.
const STACK = Symbol.for('cdk8s-pods.stack');

/** Frames that are kept, each of which costs memory: enough to find the first one outside of libraries between the construct and the user's code. */
const FRAMES = 4;

/** For what is part of something that has a line of its own: there are many of those, and few are made deep inside of libraries. */
export const FEW_FRAMES = 2;

/**
 * Remembers the line that called a constructor: `rememberSource(this, new.target)`. The stack begins above the call of that constructor, so no
 * frame of this library is in it. That holds in a bundle too, where all code is in one file.
 */
export function rememberSource(made: object, constructor: Function, frames = FRAMES): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = frames;
  const holder = {};
  Error.captureStackTrace(holder, constructor);
  Error.stackTraceLimit = limit;
  (made as any)[STACK] = holder;
}

/** Where the user's code made a construct, as `main.ts:31:3` from the working directory; undefined when it cannot be told. */
export function sourceOf(made: object): string | undefined {
  // Of a program in Python or Java, jsii tells no line: what stands above the library there is jsii's own runtime.
  if (process.env.JSII_AGENT) {
    return undefined;
  }
  const stack: unknown = (made as any)[STACK]?.stack;
  return firstOfUser(typeof stack === 'string' ? stack.split('\n') : []);
}

/** A line of the user's code, and all lines of the stack but those of this library. */
export interface Caller {
  readonly source?: string;
  readonly frames: readonly string[];
}

/** Who called this library. */
export function callerOf(error: Error): Caller {
  const own = ownFolder();
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line) && (own === undefined || !line.includes(own)));
  return { frames, source: process.env.JSII_AGENT ? undefined : firstOfUser(frames) };
}

/** Where the files of this library stand, with the separator; undefined in a bundle, where all code is in one file. */
function ownFolder(): string | undefined {
  const here = typeof __dirname === 'string' ? __dirname : '';
  return here.endsWith(`${sep}locate`) ? here.slice(0, -'locate'.length) : undefined;
}

function firstOfUser(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const frame = /^\s+at (?:.*? \()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).*):(\d+):(\d+)\)?$/.exec(line);
    const file = frame === null ? undefined : pathOf(frame[1]);
    if (file !== undefined && !file.includes(`${sep}node_modules${sep}`)) {
      return `${relative(process.cwd(), file) || file}:${frame![2]}:${frame![3]}`;
    }
  }
  return undefined;
}

function pathOf(file: string): string {
  return file.startsWith('file:') ? fileURLToPath(file) : file;
}
