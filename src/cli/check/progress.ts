const EVERY_MS = 100;
/** Shorter work shows no progress. */
const AFTER_MS = 500;

/** Shows the progress of long work on a terminal; silent elsewhere. */
export class Progress {
  private readonly start = Date.now();
  private last = this.start + AFTER_MS - EVERY_MS;
  private shown = false;

  constructor(private readonly total: number, private readonly stream: NodeJS.WriteStream, private readonly wanted: boolean, private readonly verb = 'checked') {}

  public tell(done: number): void {
    const now = Date.now();
    if (this.wanted && this.stream.isTTY && now - this.last >= EVERY_MS) {
      this.last = now;
      this.shown = true;
      this.stream.write(`\r${this.verb} ${done} of ${this.total} files\x1b[K`);
    }
  }

  /** Clears the progress, so that the report begins on a line of its own. */
  public end(): void {
    if (this.shown) {
      this.stream.write('\r\x1b[K');
    }
  }
}
