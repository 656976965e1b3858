/** What the benchmarks share. */

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The value of an option that is a whole number above 0; ends the process when it is none. */
export function option(name: string, otherwise: number, help: string): number {
  const at = process.argv.indexOf(name);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) {
    console.error(`${name} needs a whole number above 0\n\n${help}`);
    process.exit(2);
  }
  return value;
}
