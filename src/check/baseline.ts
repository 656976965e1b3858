// Findings that are known and accepted for now: a check fails only for others.
import { readFileSync, writeFileSync } from 'fs';
import { dirname, relative, resolve, sep } from 'path';
import { shownName } from './files';
import { STDIN, whyNot } from './read-bytes';
import { SettingsError } from './settings-error';
import type { ObjectResult, PlacedFinding } from '../report/model';

/** Version of the file's format. */
const VERSION = 1;

/** What a finding is known by. Its line is not part of it: other changes of the file move it. */
interface Known {
  /** Path from the folder of the baseline, with slashes. */
  readonly file: string;
  readonly object: string;
  readonly code: string;
  readonly at: string;
}

const FIELDS = ['file', 'object', 'code', 'at'] as const;

/** The known findings, each as often as it was found. */
export class Baseline {
  /** Reads a file that `write` has written. */
  public static read(file: string): Baseline {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      throw new SettingsError(`--baseline ${file}: ${whyNot(error)}; create it with --write-baseline`);
    }
    const known = parsed(text);
    if (known === undefined) {
      throw new SettingsError(`--baseline ${file}: not a baseline of version ${VERSION}: create it again with --write-baseline`);
    }
    return new Baseline(dirname(file), known);
  }

  /** Writes the findings of all results to a file, in an order that keeps differences small. */
  public static write(file: string, results: readonly ObjectResult[]): number {
    const known = results.flatMap((result) => result.findings.map((finding) => knownOf(result, finding, dirname(file))));
    const lines = known.map((one) => JSON.stringify(one)).sort();
    const text = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
    try {
      writeFileSync(file, `{\n  "version": ${VERSION},\n  "findings": ${text}\n}\n`);
    } catch (error) {
      throw new SettingsError(`cannot write ${file}: ${whyNot(error)}`);
    }
    return known.length;
  }

  private readonly left = new Map<string, number>();

  private constructor(private readonly folder: string, known: readonly Known[]) {
    known.forEach((one) => this.left.set(keyOf(one), (this.left.get(keyOf(one)) ?? 0) + 1));
  }

  /** How many known findings of these files were not met again. */
  public gone(files: readonly string[]): number {
    const checked = new Set(files.map((file) => pathFrom(this.folder, shownName(file))));
    return [...this.left].reduce((sum, [key, count]) => sum + (checked.has((JSON.parse(key) as string[])[0]) ? count : 0), 0);
  }

  /** Whether a finding is known. Each that is known is met once. */
  public takes(result: ObjectResult, finding: PlacedFinding): boolean {
    const key = keyOf(knownOf(result, finding, this.folder));
    const count = this.left.get(key) ?? 0;
    if (count > 0) {
      this.left.set(key, count - 1);
    }
    return count > 0;
  }
}

function keyOf(known: Known): string {
  return JSON.stringify(FIELDS.map((field) => known[field]));
}

function knownOf({ file, kind, namespace, name, unreadable }: ObjectResult, { code, at, message }: PlacedFinding, folder: string): Known {
  return {
    file: pathFrom(folder, file),
    object: [kind, namespace, name].filter((part) => part !== undefined).join('/'),
    code,
    // What cannot be read has no place, only a reason.
    at: unreadable ? message : at,
  };
}

function pathFrom(folder: string, file: string): string {
  return file === shownName(STDIN) ? file : relative(resolve(folder), resolve(file)).split(sep).join('/');
}

function parsed(text: string): Known[] | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    const isKnown = (one: unknown): one is Known =>
      typeof one === 'object' && one !== null && FIELDS.every((field) => typeof (one as Record<string, unknown>)[field] === 'string');
    return version === VERSION && Array.isArray(findings) && findings.every(isKnown) ? findings : undefined;
  } catch {
    return undefined;
  }
}
