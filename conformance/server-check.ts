// Compares a real kube-apiserver with the oracle and the review, on generated manifests.
import { Difference, differences, hasSeveralClaims, isComparable, isOtherOrder } from './agreement';
import { updateDifferences } from './agreement-updates';
import { Problem } from './build';
import { Options } from './options';
import { Answer, Oracle } from './oracle-process';
import { RealServer } from './real-server';
import { withOwnName } from './real-updates';
import { kindOf, reviewOf } from './run';
import { Asked, batches } from './source';
import { Verdict, verdictOf } from './verdict';
import { DEFAULT_KUBERNETES_VERSION } from '../src/admission/version';

const BATCH = 250;
const LISTED = 40;
const SAMPLE = 600;
/** The server truncates its warnings beyond this total length. */
const MOST_WARNINGS = 4096;

interface Tally {
  asked: number;
  accepted: number;
  state: number;
  disagreed: number;
  readonly groups: Map<string, { count: number; sample: string }>;
}

/** Returns how many manifests the three disagree about. */
export async function checkServer(options: Options, say: (line: string) => void): Promise<number> {
  if (options.versions.some((version) => version !== DEFAULT_KUBERNETES_VERSION)) {
    throw new Problem(`--server asks the server of ${DEFAULT_KUBERNETES_VERSION}, and no other`);
  }
  const oracle = await Oracle.open(DEFAULT_KUBERNETES_VERSION, say);
  const server = await RealServer.open(say);
  const start = Date.now();
  const tally: Tally = { asked: 0, accepted: 0, state: 0, disagreed: 0, groups: new Map() };
  try {
    for (const made of batches(options, BATCH)) {
      const batch = options.update ? made.map(withOwnName) : made;
      const [answers, real] = await Promise.all([oracle.ask(batch), server.ask(batch)]);
      batch.forEach((asked, i) => count(tally, asked, answers[i], real[i]));
    }
  } finally {
    oracle.close();
    await server.close();
  }
  report(tally, (Date.now() - start) / 1000, say);
  return tally.disagreed;
}

function count(tally: Tally, asked: Asked, oracle: Answer, real: Answer | undefined): void {
  tally.asked++;
  // Go's code crashes in the real server too, which then closes the connection.
  if (real === undefined || !isComparable(verdictOf(oracle))) {
    tally.state++;
    return;
  }
  tally.accepted += real.accepted ? 1 : 0;
  const found = allDifferences(asked, oracle, real);
  if (found.length === 0) {
    return;
  }
  tally.disagreed++;
  for (const { signature, text } of found) {
    const message = [oracle, real].map((answer) => (answer.message ?? JSON.stringify(answer.errors ?? '')).slice(0, SAMPLE)).join('\n    server: ');
    const group = tally.groups.get(signature) ?? { count: 0, sample: `${text}\n    oracle: ${message}\n    ${asked.id}: ${JSON.stringify(asked.old === undefined ? asked.manifest : asked).slice(0, SAMPLE)}` };
    group.count++;
    tally.groups.set(signature, group);
  }
}

function allDifferences(asked: Asked, oracle: Answer, real: Answer): readonly Difference[] {
  // The server's answer to a dry run has no verdict of the Pod Security Standards.
  const verdict = { ...verdictOf(real), ...verdictOf(oracle).pss && { pss: verdictOf(oracle).pss } };
  const ours = reviewOf(asked, DEFAULT_KUBERNETES_VERSION);
  const cut = (real.warnings ?? []).join('').length >= MOST_WARNINGS || (oracle.warnings ?? []).join('').length >= MOST_WARNINGS;
  const ofReview = cut || ours.items !== undefined ? []
    : asked.old === undefined ? differences(verdict, ours, kindOf(asked.manifest)) : updateDifferences(asked, verdict, ours, real.defaulted);
  return [
    ...ofOracle(asked, verdictOf(oracle), verdictOf(real)),
    ...cut ? [] : ofWarnings(oracle, real),
    ...ofReview.map(({ signature, text }) => ({ signature: `review: ${signature}`, text })),
  ].map((difference) => ({ ...difference, signature: `${kindOf(asked.manifest)}: ${difference.signature}` }));
}

function ofOracle(asked: Asked, oracle: Verdict, real: Verdict): Difference[] {
  if (oracle.accepted !== real.accepted || oracle.stage !== real.stage) {
    const text = `oracle: ${said(oracle)}, server: ${said(real)}`;
    return [{ signature: text, text }];
  }
  if (isOtherOrder(oracle.errors ?? [], real.errors ?? [], () => hasSeveralClaims(kindOf(asked.manifest), asked.manifest))) {
    return [];
  }
  const [one, other] = [oracle, real].map(({ errors }) => JSON.stringify(errors ?? []));
  return one === other ? [] : [{ signature: 'oracle: other errors', text: `oracle ${one}, server ${other}` }];
}

const said = ({ accepted, stage }: Verdict): string => accepted ? 'accepted' : `refused at ${stage}`;

function ofWarnings(oracle: Answer, real: Answer): Difference[] {
  const [one, other] = [oracle, real].map(({ accepted, warnings }) => JSON.stringify(accepted ? [...warnings ?? []].sort() : []));
  return one === other ? [] : [{ signature: 'oracle: other warnings', text: `oracle ${one}, server ${other}` }];
}

function report(tally: Tally, seconds: number, say: (line: string) => void): void {
  const compared = tally.asked - tally.state;
  say(`kube-apiserver ${DEFAULT_KUBERNETES_VERSION}: ${tally.asked} manifests, of which ${tally.state} are decided by its state or by clients; `
    + `agreement on ${compared - tally.disagreed} of ${compared}, ${tally.accepted} accepted; ${(tally.asked / seconds).toFixed(0)} a second`);
  const groups = [...tally.groups].sort(([, a], [, b]) => b.count - a.count);
  for (const [signature, { count: times, sample }] of groups.slice(0, LISTED)) {
    say(`${String(times).padStart(8)}  ${signature}\n    ${sample}`);
  }
}
