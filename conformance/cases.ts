// The hand-written cases of the tests, and what the oracles said of them.
import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { Verdict } from './verdict';

export const CASES = join(__dirname, '..', 'test', 'admission', 'cases');

/** A manifest that all versions are asked of, or some. */
export interface Case {
  readonly name: string;
  readonly manifest: object;
  readonly versions?: readonly string[];
}

/** What some versions said, all of them the same. */
export interface RecordedVerdict extends Verdict {
  /** `1.33 1.34`. */
  readonly in: string;
  /** The digest of the defaulted object, without the empty `creationTimestamp` that only old minors write. */
  readonly defaulted?: string;
}

export interface Recorded {
  readonly name: string;
  /** The digest of the manifest, so that a changed case is not taken for a recorded one. */
  readonly of: string;
  readonly verdicts: readonly RecordedVerdict[];
}

/** The areas: each file that exports cases. */
export function areas(): string[] {
  return readdirSync(CASES).filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3)).filter((area) => casesOf(area) !== undefined).sort();
}

export function casesOf(area: string): readonly Case[] | undefined {
  // Which files there are is not known to the compiler.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(join(CASES, `${area}.ts`)) as { cases?: readonly Case[] }).cases;
}

export const recordOf = (area: string): string => join(CASES, `${area}.recorded.json`);

export function recordedOf(area: string): readonly Recorded[] {
  return existsSync(recordOf(area)) ? JSON.parse(readFileSync(recordOf(area), 'utf8')) as Recorded[] : [];
}

/** The manifest as JSON has it: what both sides are asked. */
export const asJson = (manifest: object): object => JSON.parse(JSON.stringify(manifest)) as object;

/** A defaulted object without the timestamps that are null in old minors and absent in new ones. */
export function withoutNullTimestamps(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNullTimestamps);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([key, v]) => key !== 'creationTimestamp' || v !== null).map(([key, v]) => [key, withoutNullTimestamps(v)]));
}
