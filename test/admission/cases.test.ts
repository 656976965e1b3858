import { differences, isComparable, unknownToOracle } from '../../conformance/agreement';
import { updateDifferences } from '../../conformance/agreement-updates';
import { areas, asJson, askedOf, Case, casesOf, Recorded, recordedOf, updateAreas, withoutNullTimestamps } from '../../conformance/cases';
import { reviewOf } from '../../conformance/run';
import { digest } from '../../conformance/verdict';
import { review } from '../../src/admission';
import { KUBERNETES_VERSIONS, KubernetesVersion } from '../../src/admission/version';

/** All differences between a review for a version and the recorded answer of its server. */
function disagreements(area: string, cases: readonly Case[], recorded: readonly Recorded[], version: KubernetesVersion): string[] {
  const records = new Map(recorded.map((record) => [record.name, record]));
  return cases.filter((c) => c.versions?.includes(version) ?? true).flatMap((c) => {
    const manifest = asJson(c.manifest) as { kind?: unknown };
    const { old, subresource } = c;
    const record = records.get(c.name);
    const verdict = record?.verdicts.find((said) => said.in.split(' ').includes(version));
    if (record?.of !== digest(askedOf(c)) || verdict === undefined) {
      return [`${c.name}: not recorded: run npm run conformance:record -- ${area} (needs Go)`];
    }
    const unknown = unknownToOracle(verdict, manifest);
    if (unknown !== undefined) {
      return [`${c.name}: ${unknown}`];
    }
    if (!isComparable(verdict)) {
      return [];
    }
    if (old !== undefined) {
      const asked = { id: c.name, manifest, old: asJson(old), subresource };
      return updateDifferences(asked, verdict, reviewOf(asked, version)).map(({ text }) => `${c.name}: ${text}`);
    }
    const ours = review(manifest, { kubernetesVersion: version });
    const found = differences(verdict, ours, String(manifest.kind)).map((difference) => difference.text);
    if (verdict.accepted && ours.allowed && digest(withoutNullTimestamps(ours.defaulted)) !== verdict.defaulted) {
      found.push('the defaulted object is another');
    }
    return found.map((text) => `${c.name}: ${text}`);
  });
}

describe.each([...areas(), ...updateAreas()])('%s', (area) => {
  const cases = casesOf(area)!;
  const recorded = recordedOf(area);

  test.each(KUBERNETES_VERSIONS)('%s decides as its server does', (version) => {
    expect(disagreements(area, cases, recorded, version)).toEqual([]);
  });

  test('nothing is recorded that is no case', () => {
    const names = new Set(cases.map((c) => c.name));
    expect(recorded.map((record) => record.name).filter((name) => !names.has(name))).toEqual([]); // removed or renamed: npm run conformance:record
  });

  test('names are unique', () => {
    expect(cases.map((c) => c.name).filter((name, i, all) => all.indexOf(name) !== i)).toEqual([]);
  });
});
