/**
 * Writes down what the oracle of each minor says of the cases in test/admission/cases, for the tests that need no Go.
 * `npm run conformance:record [-- AREA…]`: all areas, or the named ones.
 */
import { rmSync, writeFileSync } from 'fs';
import { unknownToOracle } from './agreement';
import { needGo, Problem } from './build';
import { areas, askedOf, Case, casesOf, Recorded, RecordedVerdict, recordOf, records, updateAreas, withoutNullTimestamps } from './cases';
import { Answer, Oracle } from './oracle-process';
import { digest, verdictOf } from './verdict';
import { KUBERNETES_VERSIONS } from '../src/admission/version';

async function main(wanted: readonly string[]): Promise<void> {
  needGo();
  const known = [...areas(), ...updateAreas()];
  const unknown = wanted.filter((area) => !known.includes(area));
  if (unknown.length > 0) {
    throw new Problem(`no cases of ${unknown.join(', ')}; there are ${known.join(', ')}`);
  }
  const chosen = wanted.length > 0 ? wanted : known;
  const cases = new Map(chosen.map((area) => [area, checked(area, casesOf(area)!)]));
  const verdicts = new Map<Case, RecordedVerdict[]>();
  // One minor after the other, so that their oracles are not built at the same time.
  for (const version of KUBERNETES_VERSIONS) {
    const oracle = await Oracle.open(version, (line) => console.log(line));
    const all = [...cases.values()].flat().filter((c) => c.versions === undefined || c.versions.includes(version));
    const answers = await oracle.ask(all.map(({ name, manifest, old, subresource }) => ({ id: name, manifest, ...old && { old, subresource } })));
    oracle.close();
    answers.forEach((answer, i) => add(verdicts, all[i], version, answer));
  }
  for (const [area, list] of cases) {
    const recorded = list.map((c): Recorded => ({ name: c.name, of: digest(askedOf(c)), verdicts: verdicts.get(c) ?? [] }));
    const lines = recorded.map((one) => JSON.stringify(one));
    writeFileSync(recordOf(area), `[\n${lines.join(',\n')}\n]\n`);
    console.log(`${area}: ${list.length} cases, ${list.filter((c) => verdicts.get(c)?.at(-1)?.accepted).length} accepted by the newest`);
  }
  if (wanted.length === 0) {
    const current = new Set(known.map(recordOf));
    records().filter((file) => !current.has(file)).forEach((file) => rmSync(file));
  }
}

function checked(area: string, cases: readonly Case[]): readonly Case[] {
  const names = cases.map((c) => c.name);
  const twice = names.filter((name, i) => names.indexOf(name) !== i);
  if (twice.length > 0) {
    throw new Problem(`${area} has cases of the same name: ${[...new Set(twice)].join('; ')}`);
  }
  return cases;
}

/** Minors with the same verdict share one record. */
function add(verdicts: Map<Case, RecordedVerdict[]>, of: Case, version: string, answer: Answer): void {
  if (answer.stage === 'panic' || answer.stage === 'input' || answer.stage === 'old') {
    throw new Problem(`${of.name}, ${version}: ${answer.message}`);
  }
  const unknown = unknownToOracle(verdictOf(answer), of.manifest);
  if (unknown !== undefined) {
    throw new Problem(`${of.name}, ${version}: ${unknown}`);
  }
  const said = { ...verdictOf(answer), ...answer.accepted && of.old === undefined && { defaulted: digest(withoutNullTimestamps(answer.defaulted)) } };
  const before = verdicts.get(of) ?? [];
  verdicts.set(of, before);
  const twin = before.findIndex(({ in: _, ...other }) => JSON.stringify(other) === JSON.stringify(said));
  if (twin < 0) {
    before.push({ in: version, ...said });
  } else {
    before[twin] = { ...before[twin], in: `${before[twin].in} ${version}` };
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
});
