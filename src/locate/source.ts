import { dirname, relative, sep } from 'path';

// Capturing a stack costs 2 to 3 µs as long as nobody reads it; formatting it costs ten times as much, so only a finding reads it.
const stacks = new WeakMap<object, { stack?: string }>();

/** Frames kept: enough for a user's helper functions between the construct and the file that matters. */
const FRAMES = 12;

/** This library's own folder, whose frames are not the user's. */
const LIBRARY = dirname(__dirname) + sep;

/** Remembers the line that called a constructor: `rememberSource(this, new.target)`. */
export function rememberSource(made: object, constructor: Function): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  const holder = {};
  Error.captureStackTrace(holder, constructor);
  Error.stackTraceLimit = limit;
  stacks.set(made, holder);
}

/** Where the user's code made a construct, as `main.ts:31:3` from the working directory; undefined when it cannot be told. */
export function sourceOf(made: object): string | undefined {
  const stack = stacks.get(made)?.stack;
  for (const line of stack?.split('\n') ?? []) {
    const frame = /^\s+at .*?\(?((?:file:\/\/)?[^()\s]+):(\d+):(\d+)\)?$/.exec(line);
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
