// Asks both sides about every manifest of a run, and counts.
import { Difference, differences, isComparable, patternOf, unknownToOracle } from './agreement';
import { updateDifferences } from './agreement-updates';
import { isObject } from './generate/json';
import { Options } from './options';
import { Answer, Oracle } from './oracle-process';
import { Asked, batches } from './source';
import { verdictOf } from './verdict';
import { Review, review, reviewUpdate } from '../src/admission';
import { KubernetesVersion } from '../src/admission/version';

/** Manifests that differ in one way. */
export interface Group {
  readonly signature: string;
  count: number;
  /** The smallest ones. */
  readonly samples: { readonly asked: Asked; readonly size: number }[];
}

export interface Tally {
  asked: number;
  accepted: number;
  /** Manifests of kinds that are not judged, and those that crash the server's code. */
  notCompared: number;
  crashed: number;
  disagreed: number;
  reviewMs: number;
  readonly groups: { [signature: string]: Group };
  /** How often the server gave each error, by type and pattern of the field. */
  readonly reached: { [error: string]: number };
  /** How often we gave each finding, by code. */
  readonly codes: { [code: string]: number };
}

export const newTally = (): Tally => ({
  asked: 0, accepted: 0, notCompared: 0, crashed: 0, disagreed: 0, reviewMs: 0, groups: {}, reached: {}, codes: {},
});

const BATCH = 250;
const SAMPLES = 3;

export const kindOf = (manifest: unknown): string => String(isObject(manifest) ? manifest.kind : '');

/** The review of a manifest, or of an update. */
export function reviewOf({ manifest, old, subresource }: Asked, kubernetesVersion: KubernetesVersion): Review {
  return old === undefined ? review(manifest, { kubernetesVersion })
    : reviewUpdate(old, manifest, { kubernetesVersion, ...subresource && { subresource } });
}

/** Compares both answers to one manifest. */
export function compare(answer: Answer, asked: Asked, version: KubernetesVersion, tally?: Tally): readonly Difference[] {
  const verdict = verdictOf(answer);
  const unknown = unknownToOracle(verdict, asked.manifest);
  if (unknown !== undefined) {
    return [{ signature: unknown, text: unknown }];
  }
  if (!isComparable(verdict)) {
    return [];
  }
  const start = performance.now();
  const ours = reviewOf(asked, version);
  if (tally) {
    tally.reviewMs += performance.now() - start;
    for (const { code } of ours.findings) {
      tally.codes[code] = (tally.codes[code] ?? 0) + 1;
    }
  }
  if (ours.items !== undefined) {
    return [];
  }
  return asked.old === undefined ? differences(verdict, ours, kindOf(asked.manifest), answer.defaulted)
    : updateDifferences(asked, verdict, ours, answer.defaulted);
}

export async function run(options: Options, version: KubernetesVersion, oracle: Oracle, progress: (tally: Tally) => void): Promise<Tally> {
  const tally = newTally();
  let waiting: { readonly batch: Asked[]; readonly answers: Promise<Answer[]> } | undefined;
  const settle = async (): Promise<void> => {
    if (!waiting) {
      return;
    }
    const { batch, answers } = waiting;
    (await answers).forEach((answer, i) => count(tally, answer, batch[i], version));
    progress(tally);
  };
  for (const batch of batches(options, BATCH)) {
    // The oracle answers this batch while we look at the one before.
    const answers = oracle.ask(batch);
    await settle();
    waiting = { batch, answers };
  }
  await settle();
  return tally;
}

function count(tally: Tally, answer: Answer, asked: Asked, version: KubernetesVersion): void {
  tally.asked++;
  if (answer.accepted) {
    tally.accepted++;
  }
  if (answer.stage === 'panic') {
    tally.crashed++;
  }
  if (!isComparable(verdictOf(answer))) {
    tally.notCompared++;
  }
  const kind = kindOf(asked.manifest);
  for (const error of new Set((answer.errors ?? []).map(({ type, field }) => `${type}\t${patternOf(field, kind)}`))) {
    tally.reached[error] = (tally.reached[error] ?? 0) + 1;
  }
  if (answer.stage === 'decode' || answer.stage === 'admission') {
    tally.reached[answer.stage] = (tally.reached[answer.stage] ?? 0) + 1;
  }
  const found = compare(answer, asked, version, tally);
  if (found.length === 0) {
    return;
  }
  tally.disagreed++;
  const size = JSON.stringify(asked).length;
  for (const signature of new Set(found.map((difference) => difference.signature))) {
    const group = tally.groups[signature] ??= { signature, count: 0, samples: [] };
    group.count++;
    keep(group, { asked, size });
  }
}

function keep(group: Group, sample: Group['samples'][number]): void {
  group.samples.push(sample);
  group.samples.sort((a, b) => a.size - b.size);
  if (group.samples.length > SAMPLES) {
    group.samples.pop();
  }
}

/** Adds what another process has counted. */
export function merge(into: Tally, other: Tally): void {
  for (const key of ['asked', 'accepted', 'notCompared', 'crashed', 'disagreed', 'reviewMs'] as const) {
    into[key] += other[key];
  }
  for (const key of ['reached', 'codes'] as const) {
    for (const [name, n] of Object.entries(other[key])) {
      into[key][name] = (into[key][name] ?? 0) + n;
    }
  }
  for (const group of Object.values(other.groups)) {
    const mine = into.groups[group.signature] ??= { signature: group.signature, count: 0, samples: [] };
    mine.count += group.count;
    group.samples.forEach((sample) => keep(mine, sample));
  }
}
