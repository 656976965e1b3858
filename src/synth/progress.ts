/** What a progress line is written to: `process.stderr`. */
export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Milliseconds before the first line, and between two. */
const PATIENCE = 1000;
const PAUSE = 100;

/** Reading the clock costs more than some steps do, so it is not read at every step. */
const STEPS_A_LOOK = 16;

/**
 * One line on a terminal that says how far a long synth is, erased at the end. Nothing is written to anything but a terminal, in CI,
 * or when it takes less than a second.
 */
export class Progress {
  private readonly on: boolean;
  private next: number;
  private steps = 0;
  private shown = false;

  /**
   * @param terminal where to write
   * @param now the clock, in milliseconds
   */
  constructor(private readonly terminal: Terminal = process.stderr, private readonly now: () => number = Date.now) {
    this.on = terminal.isTTY === true && !process.env.CI;
    this.next = this.on ? now() + PATIENCE : Infinity;
  }

  /** Says that `done` of `total` things are done. */
  public step(what: string, done: number, total: number): void {
    if (!this.on || this.steps++ % STEPS_A_LOOK !== 0 || this.now() < this.next) {
      return;
    }
    this.next = this.now() + PAUSE;
    this.shown = true;
    this.terminal.write(`\r\x1b[K${what} ${done} of ${total}`);
  }

  /** Erases the line. */
  public end(): void {
    if (this.shown) {
      this.shown = false;
      this.terminal.write('\r\x1b[K');
    }
  }
}
