/** Whether a number is a port: 1 to 65535. */
export function isPort(value: number): boolean {
  return value >= 1 && value <= 65535;
}

/** The problem with a port number, as the rest of a sentence that starts with it. */
export function portProblem(value: number): string | undefined {
  return isPort(value) ? undefined : 'is not a valid port: must be from 1 to 65535';
}
