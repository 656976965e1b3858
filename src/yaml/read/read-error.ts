/** Why a document cannot be read, and where in the text. */
export class ReadError extends Error {
  public constructor(public readonly offset: number, message: string) {
    super(message);
  }
}
