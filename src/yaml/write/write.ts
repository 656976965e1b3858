import { DocumentWriter, Unwritable } from './document-writer';
import { LoneSurrogate } from './scalar';
import { problemOf } from './unwritable';

/** How YAML is written. */
export interface WriteOptions {
  /**
   * Whether keys are sorted by their UTF-16 units, on every level.
   *
   * @default false the order of insertion
   */
  readonly sortKeys?: boolean;
}

/** Data that cannot be written as YAML. The message names the place and what to do. */
export class YamlWriteError extends Error {
  public constructor(message: string, public readonly path: readonly (string | number)[]) {
    super(message);
    this.name = 'YamlWriteError';
  }
}

/** Bytes that a writer starts with. */
const FIRST_BYTES = 4096;

/**
 * Writes plain data as one YAML document that every reader of YAML 1.1 or 1.2 reads as exactly that data; ends with a line break.
 *
 * One form for one value: block style, two spaces a level, double quotes where quotes are needed, multi-line strings as literal blocks,
 * no anchors. What has the value undefined is left out of a map and is null in a list, as with `JSON.stringify`.
 *
 * @throws YamlWriteError for what YAML cannot say: half of a surrogate pair, NaN, a function, a class's instance, a cycle.
 */
export function writeYaml(value: unknown, options: WriteOptions = {}): string {
  return new YamlWriter(options).text(value);
}

/** The same as `writeYaml`, in UTF-8. */
export function writeYamlBytes(value: unknown, options: WriteOptions = {}): Buffer {
  return new YamlWriter(options).bytes(value);
}

/** Writes several documents, with a line of three dashes between them. No documents make an empty text. */
export function writeDocuments(values: readonly unknown[], options: WriteOptions = {}): string {
  const writer = new YamlWriter(options);
  return values.map((value) => writer.text(value)).join('---\n');
}

/** Writes many values, each as a document: what it learns of one makes the next one quicker. */
export class YamlWriter {
  private readonly sorted: boolean;
  /** How the keys seen so far are written. */
  private readonly keys = new Map<string, string>();
  /** The bytes of the document written last, for the next one. */
  private spare: Buffer | undefined;

  public constructor(options: WriteOptions = {}) {
    this.sorted = options.sortKeys === true;
  }

  /**
   * The text of a value.
   *
   * @throws YamlWriteError as `writeYaml` does
   */
  public text(value: unknown): string {
    return this.write(value, (document) => document.text());
  }

  /** The same in UTF-8. */
  public bytes(value: unknown): Buffer {
    return this.write(value, (document) => document.bytes());
  }

  private write<T>(value: unknown, answer: (document: DocumentWriter) => T): T {
    const { spare } = this;
    this.spare = undefined; // a getter of the data may write too
    const document = new DocumentWriter(this.sorted, this.keys, spare ?? Buffer.allocUnsafe(FIRST_BYTES));
    try {
      document.document(value);
      return answer(document);
    } catch (error) {
      if (!(error instanceof Unwritable || error instanceof LoneSurrogate || isTooLarge(error))) {
        throw error;
      }
      const { path, message } = problemOf(value, this.sorted);
      throw new YamlWriteError(message, path);
    } finally {
      this.spare = document.room();
    }
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError || (error as any)?.code === 'ERR_STRING_TOO_LONG';
}
