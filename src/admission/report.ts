import { Finding, FindingType, refuses, Severity, within } from './finding';
import { Path } from './path';

/** What a rule may add to a finding. */
export interface FindingOptions {
  /** The path that the server writes, where that is not the exact place. */
  readonly field?: Path | string;
  readonly hint?: string;
  /** Of a warning: what the server's text has and the message has not. The server sends a text once. */
  readonly text?: string;
  /** What the field takes, where the value has the wrong type. */
  readonly expected?: string;
  /** The field that was probably meant, in place of an unknown one. */
  readonly meant?: Path;
}

/** What is to be different about a finding. */
export interface Revision extends Partial<Pick<Finding, 'code' | 'message' | 'hint'>> {
  readonly at: Path;
}

/** Collects the findings of one review, in the order of the rules. One method for each cause type. */
export class Report {
  readonly #findings: Finding[] = [];
  /** The warnings so far: code, field and message. */
  readonly #warned = new Set<string>();
  /** The place of each finding. */
  readonly #places: Path[] = [];

  public get findings(): readonly Finding[] {
    return this.#findings;
  }

  public required(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'FieldValueRequired', at, code, message, options);
  }

  public invalid(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'FieldValueInvalid', at, code, message, options);
  }

  public forbidden(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'FieldValueForbidden', at, code, message, options);
  }

  public duplicate(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'FieldValueDuplicate', at, code, message, options);
  }

  /** A value outside a closed set; the message lists the set. */
  public notSupported(at: Path, code: string, value: unknown, supported: readonly string[], options?: FindingOptions): void {
    this.add('error', 'FieldValueNotSupported', at, code, `${unsupported(value)}: must be ${alternatives(supported)}`, options);
  }

  public notFound(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'FieldValueNotFound', at, code, message, options);
  }

  public tooLong(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'FieldValueTooLong', at, code, message, options);
  }

  public tooMany(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'FieldValueTooMany', at, code, message, options);
  }

  public internal(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'InternalError', at, code, message, options);
  }

  /** An error of our own. */
  public fault(error: unknown): void {
    this.internal(Path.root, 'review/fault', `the review failed because of a bug in cdk8s-pods, please report it: ${messageOf(error)}`);
  }

  /** An answer of an admission plugin, which is one text for the whole object. */
  public refused(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'Forbidden', at, code, message, { field: '', ...options });
  }

  /** A decoding error, which is one text for the whole object. */
  public badRequest(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('error', 'BadRequest', at, code, message, options);
  }

  /** What the server accepts with a warning, once per text; `field` is what the server's text names, if it names a field. */
  public warning(at: Path, code: string, message: string, options?: FindingOptions): void {
    const key = `${code} ${String(options?.field ?? at)} ${options?.text ?? message}`;
    if (this.#warned.has(key)) {
      return;
    }
    this.#warned.add(key);
    this.add('warning', 'FieldValueInvalid', at, code, message, options);
  }

  /** What the server accepts and then forgets without a warning. */
  public dropped(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('warning', 'FieldDropped', at, code, message, options);
  }

  /** Advice of ours, which is never the server's word. */
  public advice(at: Path, code: string, message: string, options?: FindingOptions): void {
    this.add('advice', 'FieldValueInvalid', at, code, message, options);
  }

  /** Takes over a complete finding about what stands at a place, such as an item of a list. */
  public include(place: Path, finding: Finding): void {
    this.#places.push(place);
    this.#findings.push(within({ at: place.toString(), keys: place.keys() }, finding));
  }

  /** Takes over a finding of a review of something else that is made of this object; `at` is its place in this one. */
  public take(at: Path, finding: Finding): void {
    this.#places.push(at);
    this.#findings.push({ ...finding, at: at.toString(), keys: at.keys() });
  }

  /** The errors, with their places. */
  public errors(): { readonly place: Path; readonly finding: Finding }[] {
    return this.#findings.flatMap((finding, i) => finding.severity === 'error' ? [{ place: this.#places[i], finding }] : []);
  }

  /** Moves findings, from number `since` on, to where the manifest has what they are about. The field that the server names stays. */
  public move(since: number, place: (at: Path) => Path): void {
    this.revise(since, (at) => ({ at: place(at) }));
  }

  /** Revises findings, from number `since` on; those without a revision are dropped. */
  public revise(since: number, revisionOf: (at: Path, finding: Finding) => Revision | undefined): void {
    const findings = this.#findings.splice(since);
    const places = this.#places.splice(since);
    findings.forEach((finding, i) => {
      const revision = revisionOf(places[i], finding);
      if (revision !== undefined) {
        const { at, ...rest } = revision;
        this.#places.push(at);
        this.#findings.push({ ...finding, ...rest, at: at.toString(), keys: at.keys() });
      }
    });
  }

  private add(severity: Severity, type: FindingType, at: Path, code: string, message: string, options?: FindingOptions): void {
    const place = at.toString();
    const field = options?.field === undefined ? place : String(options.field);
    const { hint, expected, meant } = options ?? {};
    this.#places.push(at);
    this.#findings.push({
      severity,
      type,
      code,
      field,
      at: place,
      keys: at.keys(),
      message,
      ...hint === undefined ? undefined : { hint },
      ...expected === undefined ? undefined : { expected },
      ...meant === undefined ? undefined : { meant: meant.keys() },
    });
  }
}

/** Whether there is no error of the object itself. */
export function allows({ findings }: Report): boolean {
  for (let i = 0; i < findings.length; i++) {
    if (refuses(findings[i])) {
      return false;
    }
  }
  return true;
}

/** The values that a field takes, as a message lists them: `'A', 'B' or 'C'`. */
export function alternatives(values: readonly string[]): string {
  const quoted = values.map((value) => `'${value}'`);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted[quoted.length - 1]}`;
}

function unsupported(value: unknown): string {
  return value === undefined ? 'a value is required' : `unsupported value ${show(value)}`;
}

/** A value as a message shows it: short, strings in quotes. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return `'${value.length > 80 ? `${value.slice(0, 77)}…` : value}'`;
  }
  if (value === undefined) {
    return 'nothing';
  }
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function messageOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'an error without a message';
  }
}
