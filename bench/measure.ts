/** What the benchmarks share: options, medians, a line that says how far they are. */

/** The value of an option that is a whole number above 0; ends the process with the help when it is none. */
export function option(name: string, otherwise: number, help: string): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) {
    console.error(`${name} needs a whole number above 0\n\n${help}`);
    process.exit(2);
  }
  return value;
}

/** The middle one of some figures. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Milliseconds that an action takes. */
export function milliseconds(action: () => void): number {
  const start = process.hrtime.bigint();
  action();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Says on a terminal what is being measured. */
export function progress(text: string): void {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\x1b[K${text}`);
  }
}
