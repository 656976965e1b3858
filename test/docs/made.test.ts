// What of docs/ is made from code: up to date, complete and true.
import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { blocksOf, ROOT, textOf } from './pages';
import type { Subresource } from '../../conformance/generate/pairs';
import { FindingType, KUBERNETES_VERSIONS, KubernetesVersion } from '../../src/admission';
import { CHECKS } from '../../src/admission/pod-security/registry';
import { readYaml } from '../../src/yaml/read/read';
import { Drawing } from '../../tools/docs/drawing';
import { GROUPS } from '../../tools/docs/finding-groups';
import { TYPES } from '../../tools/docs/finding-types';
import { areaOf } from '../../tools/docs/findings';
import { GATED, UNREACHED } from '../../tools/docs/limit-cases';
import { madeDocs, staleDocs } from '../../tools/docs/made';
import { answerTo, seenFindings } from '../../tools/docs/seen-findings';

const ADMISSION = join(ROOT, 'src', 'admission');
const seen = seenFindings();
const codes = new Set(seen.map(({ finding }) => finding.code));
/** What else gives findings that are advice: both sides are in hand only there. */
const OF_CONSTRUCTS = [join(ROOT, 'src', 'constructs', 'objects', 'service.ts'), join(ROOT, 'src/constructs/objects/horizontal-pod-autoscaler.ts')];
/** Strings that look like a code but are not: versions of the API, profiles in annotations, and our own annotation. */
const NO_CODES = ['apps/v1', 'batch/v1', 'autoscaling/v1', 'autoscaling/v2', 'policy/v1', 'runtime/default', 'docker/default', 'cdk8s-pods/suppress'];
/** Codes that are put together of parts. */
const MADE: { readonly [pattern: string]: readonly string[] } = {
  'decode/no-${…}': ['decode/no-kind', 'decode/no-api-version'],
  'metadata/owner-${…}': ['metadata/owner-kind', 'metadata/owner-name', 'metadata/owner-uid'],
  'pod-security/${…}': CHECKS.map(({ id }) => `pod-security/${id}`),
  'service-account/${…}': ['service-account/mirror-pod-account', 'service-account/mirror-pod-secret', 'service-account/mirror-pod-token'],
  'library/${…}': [],
};

/** Every code in the source of the review. */
function codesInSource(): string[] {
  // What only the command reviews is on the index; the test below sees to it.
  const files = readdirSync(ADMISSION, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.startsWith('static-pods'));
  const found = [...files.map((file) => join(ADMISSION, file)), ...OF_CONSTRUCTS].flatMap((file) => {
    const text = readFileSync(file, 'utf8').replace(/^ *(\/\/|\*|\/\*).*$|^(import|export) .* from .*$/gm, '');
    return [...text.matchAll(/(['`])([a-z][a-z0-9-]*\/(?:[a-zA-Z0-9-]|\$\{[^}]*\})+)\1/g)].map(([, , code]) => code.replace(/\$\{[^}]*\}/g, '${…}'));
  });
  return [...new Set(found)].filter((code) => !NO_CODES.includes(code)).flatMap((code) => code.includes('${…}') ? MADE[code] ?? [code] : [code]);
}

test('everything is up to date', () => {
  expect(staleDocs(madeDocs(seen))).toEqual([]); // npm run docs
});

test('every code of the review is on the pages, or it is said why not', () => {
  const inSource = codesInSource();
  expect(inSource.length).toBeGreaterThan(400);
  const unseen = inSource.filter((code) => !codes.has(code) && !(code in UNREACHED) && !(code in GATED));
  expect(unseen.sort()).toEqual([]); // misspelled, or without a case in test/admission/cases; for advice, in tools/docs/limit-cases.ts
});

test('what is said not to be reached is in the source and is not reached', () => {
  const inSource = codesInSource();
  expect([...Object.keys(UNREACHED), ...Object.keys(GATED)].filter((code) => codes.has(code) || !inSource.includes(code))).toEqual([]);
});

test('every code of the command is on the index', () => {
  const files = ['src/check', 'src/cli/check', 'src/admission/static-pods'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(ROOT, room, file), 'utf8')));
  const found = files.flatMap((text) => [...text.matchAll(/'((?:static-pod|file|decode|yaml)\/[a-z-]+)'/g)].map(([, code]) => code));
  expect(found.length).toBeGreaterThan(4);
  expect(found.filter((code) => !textOf('docs/findings.md').includes(`\`${code}\``))).toEqual([]);
});

test('every code of the facts of a cluster is on the index', () => {
  const files = readdirSync(join(ROOT, 'src/cluster'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.startsWith('nodes'));
  const found = files.flatMap((file) => [...readFileSync(join(ROOT, 'src/cluster', file), 'utf8').matchAll(/'((?:facts|namespace|priority|resource-quota|runtime-class|service-account)\/[a-z-]+)'/g)].map(([, code]) => code));
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter((code) => !textOf('docs/findings.md').includes(`\`${code}\``) && !codes.has(code))).toEqual([]);
});

test('every area has one page', () => {
  const areas = GROUPS.flatMap((group) => group.areas);
  expect([...codes].map(areaOf).filter((area) => areas.filter((one) => one === area).length !== 1)).toEqual([]);
});

test('every type is explained', () => {
  const types = new Set<FindingType>(seen.map(({ finding }) => finding.type));
  expect([...types].filter((type) => !(type in TYPES))).toEqual([]);
});

test.each(GROUPS)('the manifests of $title give what stands above them', ({ file }) => {
  const page = `docs/findings/${file}.md`;
  const lines = textOf(page).split('\n');
  const wrong: string[] = [];
  const blocks = blocksOf(page).filter(({ language }) => language === 'yaml');
  expect(blocks.length).toBeGreaterThan(1);
  for (const { line, text } of blocks) {
    const code = lines.slice(0, line).reverse().find((one) => one.startsWith('### '))!.slice(4);
    const asked = lines.slice(0, line - 1).reverse().find((one) => one !== '')!;
    const version = (/^Kubernetes ([\d.]+)/.exec(asked)?.[1] ?? KUBERNETES_VERSIONS[KUBERNETES_VERSIONS.length - 1]) as KubernetesVersion;
    const values = readYaml(Buffer.from(`${text}\n`)).documents.map(({ value }) => value);
    const subresource = /subresource (\w+)/.exec(asked)?.[1] as Subresource | undefined;
    expect(values).toHaveLength(text.startsWith('# before\n') ? 2 : 1);
    const options = { kubernetesVersion: version, advice: asked.includes('with advice'), podSecurity: asked.includes('restricted') ? 'restricted' as const : undefined };
    const answer = answerTo(values.length === 1 ? { manifest: values[0] } : { old: values[0], manifest: values[1], subresource }, options);
    if (!answer.findings.some((finding) => finding.code === code)) {
      wrong.push(`${page}:${line} ${code}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('a picture', () => {
  test('has no text on a text, on a line, beside its box or outside', () => {
    expect(() => new Drawing('p', 200, 100).text(10, 50, 'one').text(20, 52, 'two')).toThrow("'two' lies on 'one'");
    expect(() => new Drawing('p', 200, 100).text(10, 50, 'one').line([[0, 46], [100, 46]])).toThrow("a line lies on 'one'");
    expect(() => new Drawing('p', 200, 100).line([[0, 46], [100, 46]]).text(10, 50, 'one')).toThrow("'one' lies on 'a line'");
    expect(() => new Drawing('p', 200, 100).box(0, 0, 30, 20, 'app', { text: 'too long for it' })).toThrow('wider than its box');
    expect(() => new Drawing('p', 200, 100).text(190, 50, 'out')).toThrow('leaves the picture');
  });
});
