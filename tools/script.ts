/**
 * Runs a script with its arguments. An Error that the script throws says what to fix, so its message is printed alone; any other error, such
 * as a TypeError, is a bug of the script, and is printed with its stack.
 */
export function runScript(main: (args: readonly string[]) => void): void {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error && error.constructor === Error ? error.message : error);
    process.exitCode = 1;
  }
}
