import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { ApiObject, App, DependencyGraph } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { complaints, expectSame, imported } from './round-trip';
import { areas, asJson, casesOf, recordedOf } from '../../../conformance/cases';
import { base, generate } from '../../../conformance/generate';
import { Random } from '../../../conformance/generate/random';
import { EXAMPLES } from '../../../examples/all';
import { review } from '../../../src/admission';
import { unsafeTexts } from '../../../src/cli/import/values';
import { Kind, KINDS, POD_KINDS } from '../../../src/k8s/kinds';

const NOTES = join(__dirname, '..', '..', 'examples', 'notes');
/** How many manifests are imported as one file: one chart then has to keep all their names apart. */
const TOGETHER = 25;
const GENERATED = 500;
/** How many of each kind without pods. */
const OF_OTHERS = 12;
const OTHERS = (Object.keys(KINDS) as Kind[]).filter((kind) => !(POD_KINDS as readonly string[]).includes(kind));

/** Corpora of manifests: those of each name become one program. */
const CORPORA: { readonly [corpus: string]: ReadonlyMap<string, any[]> } = {
  notes: new Map(readdirSync(NOTES).map((file) => [file, documents(file)])),
  examples: new Map(Object.entries(EXAMPLES).map(([name, example]) => {
    const chart = new example(new App(), name);
    return [name, new DependencyGraph(chart.node).topology().filter((c) => ApiObject.isApiObject(c)).map((o) => o.toJson())];
  })),
  cases: new Map(areas().flatMap((area) => {
    const accepted = new Set(recordedOf(area).filter((r) => r.verdicts.some((v) => v.accepted && v.in.split(' ').includes('1.36'))).map((r) => r.name));
    return together(area, casesOf(area)!.filter((c) => accepted.has(c.name)).map((c) => asJson(c.manifest)).filter(isWritable));
  })),
  generated: new Map(together('generated', Array.from({ length: GENERATED }, (_, i) => asJson(generate(7, i, POD_KINDS[i % POD_KINDS.length])))
    .filter(isWritable).filter((manifest: any) => (manifest.kind === 'Service' ? manifest.apiVersion === 'v1' : review(manifest).allowed)))),
  others: new Map(OTHERS.flatMap((kind) => together(kind, Array.from({ length: OF_OTHERS }, (_, i) =>
    asJson(i === 0 ? base(new Random(7, 0), kind) : generate(7, i, kind)))
    .filter(isWritable).filter((manifest: any) => review(manifest).allowed)))),
};

test('every kind without pods becomes its construct', () => {
  const made = OTHERS.filter((kind) => CORPORA.others.get(`${kind}-0`)?.some((manifest) => imported([manifest]).code.includes(`\nnew ${kind}(chart, `)));
  expect(made).toEqual(OTHERS);
});

/** The documents of a note that are objects: one is in parts that lack apiVersion or kind. */
function documents(file: string): any[] {
  return parseAllDocuments(readFileSync(join(NOTES, file), 'utf8')).map((document) => document.toJS())
    .filter((manifest) => manifest.apiVersion !== undefined && manifest.kind !== undefined);
}

/** Whether cdk8s carries every text of it to Kubernetes; others are refused by synth, whoever writes them. */
function isWritable(manifest: object): boolean {
  return unsafeTexts(manifest).length === 0;
}

function together(name: string, manifests: object[]): [string, any[]][] {
  const groups = Array.from({ length: Math.ceil(manifests.length / TOGETHER) }, (_, i) => manifests.slice(i * TOGETHER, (i + 1) * TOGETHER));
  return groups.map((group, i) => [`${name}-${i}`, group]);
}

const programs = new Map(Object.entries(CORPORA).flatMap(([corpus, files]) =>
  [...files].map(([name, manifests]) => [`${corpus}-${name}`, imported(manifests, name).code] as const)));

test('every program compiles in a strict project', () => {
  expect(complaints(programs)).toEqual([]);
});

describe.each(Object.keys(CORPORA))('%s', (corpus) => {
  test.each([...CORPORA[corpus]])('%s', (name, manifests) => {
    expectSame(programs.get(`${corpus}-${name}`)!, manifests);
  });
});
