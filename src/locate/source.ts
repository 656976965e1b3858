import { dirname, relative, sep } from 'path';

// Capturing a stack costs 2 to 3 µs as long as nobody reads it; formatting it costs ten times as much, so only a finding reads it.
// A property is cheaper than a weak map, which the garbage collector goes through again and again when apps are large.
const STACK = Symbol('cdk8s-pods.stack');

/** Frames kept, each of which costs memory: enough to find the first one outside of libraries between the construct and the user's code. */
const FRAMES = 4;

/** For what is part of something that has a line of its own: there are many, and few are made deep inside of libraries. */
export const FEW_FRAMES = 2;

/** This library's own folder, whose frames are not the user's. */
const LIBRARY = dirname(__dirname) + sep;

/** Remembers the line that called a constructor: `rememberSource(this, new.target)`. */
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
  const stack: string | undefined = (made as any)[STACK]?.stack;
  for (const line of stack?.split('\n') ?? []) {
    const place = /^\s+at /.test(line) ? line.slice(Math.max(line.lastIndexOf(' '), line.lastIndexOf('(')) + 1) : '';
    const frame = /^([^()\s]+):(\d+):(\d+)\)?$/.exec(place);
    if (frame && isUsers(frame[1])) {
      const file = frame[1].replace(/^file:\/\//, '');
      return `${relative(process.cwd(), file) || file}:${frame[2]}:${frame[3]}`;
    }
  }
  return undefined;
}

/** Of a program in Python or Java, jsii tells no line: what stands above the library there is jsii's own runtime. */
function isUsers(file: string): boolean {
  return !process.env.JSII_AGENT && !file.startsWith('node:') && !file.startsWith(LIBRARY) && !file.includes(`${sep}node_modules${sep}`);
}
