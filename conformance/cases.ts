// The hand-written cases of the tests, and what the oracles said of them.
import { existsSync, readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import type { Subresource } from './generate/pairs';
import { Verdict } from './verdict';

const TESTS = join(__dirname, '..', 'test', 'admission');
const UPDATES = 'update/';
/** The folders with cases: of what is created, and of updates. */
const FOLDERS: { readonly [prefix: string]: string } = { '': join(TESTS, 'cases'), [UPDATES]: join(TESTS, 'update', 'cases') };

/** A manifest or an update, for all Kubernetes versions or for some. */
export interface Case {
  readonly name: string;
  readonly manifest: object;
  /** For an update: the old object. */
  readonly old?: object;
  readonly subresource?: Subresource;
  readonly versions?: readonly string[];
}

/** A verdict, and the versions that gave it. */
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

/** The areas of what is created: each file that exports cases. */
export const areas = (): string[] => areasIn('');

/** The areas of updates. */
export const updateAreas = (): string[] => areasIn(UPDATES);

function areasIn(prefix: string): string[] {
  const files = readdirSync(FOLDERS[prefix]).filter((file) => file.endsWith('.ts'));
  return files.map((file) => prefix + file.slice(0, -3)).filter((area) => casesOf(area) !== undefined).sort();
}

/** The path of an area's file, without its extension. */
function fileOf(area: string): string {
  const prefix = area.startsWith(UPDATES) ? UPDATES : '';
  return join(FOLDERS[prefix], area.slice(prefix.length));
}

export function casesOf(area: string): readonly Case[] | undefined {
  // Which files there are is not known to the compiler.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(`${fileOf(area)}.ts`) as { cases?: readonly Case[] }).cases;
}

export const recordOf = (area: string): string => `${fileOf(area)}.recorded.json`;

/** All files of records that there are. */
export function records(): string[] {
  return Object.values(FOLDERS).flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.recorded.json')).map((file) => join(folder, file)));
}

export function recordedOf(area: string): readonly Recorded[] {
  return existsSync(recordOf(area)) ? JSON.parse(readFileSync(recordOf(area), 'utf8')) as Recorded[] : [];
}

/** What a record is of: the manifest, or all of an update. */
export function askedOf({ manifest, old, subresource }: Case): object {
  return old === undefined ? asJson(manifest) : asJson({ old, manifest, subresource });
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
