import { readFileSync } from 'fs';
import { join } from 'path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { Parser, Result } from 'tap-parser';
import { empty, HOSTILE, report, results } from './fixture';
import { SARIF_SCHEMA } from './sarif-schema';
import { Element, parseXml } from './xml';
import { checkText } from '../../src/report/check-text';
import { Format, FORMAT_NAMES, FORMATS } from '../../src/report/formats';
import { checkGithub } from '../../src/report/github';
import { checkJson } from '../../src/report/json';
import { checkJunit } from '../../src/report/junit';
import { checkLine } from '../../src/report/line';
import { lineHashes } from '../../src/report/line-hash';
import { checkMarkdown } from '../../src/report/markdown';
import { fromRoot } from '../../src/report/place';
import { checkSarif } from '../../src/report/sarif';
import { summaryText } from '../../src/report/summary';
import { checkTap } from '../../src/report/tap';
import { rulesOfDocs } from '../../tools/rules';

const same = (file: string): string => file;
const strict = { ...report, warningsAsErrors: true };
const rules = rulesOfDocs();
const context = { place: same, textOf: () => undefined, rules: () => rules };
const all = (pieces: Iterable<string>): string => [...pieces].join('');

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]|\p{Cs}/u;

const written = (name: Format, one = report, place = same): string =>
  all(FORMATS[name].write(one, { place, textOf: () => undefined, rules: () => rules, style: { colors: false, columns: 120 }, quiet: false }));

describe.each(FORMAT_NAMES)('%s, as every format', (name) => {
  test('has the code of every finding', () => {
    const codes = report.results.flatMap(({ findings }) => findings.map(({ code }) => code));
    expect(codes.filter((code) => !written(name).includes(code))).toEqual([]);
  });

  test('lets no control character of a manifest through', () => {
    expect(written(name)).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });

  test('cuts names and paths that are longer than any valid one', () => {
    const long = 'x'.repeat(1_000_000);
    const [first] = results;
    const findings = first.findings.map((finding) => ({ ...finding, at: `metadata.labels[${long}]`, field: `metadata.labels[${long}]` }));
    const one = { ...first, kind: long, namespace: long, name: long, findings };
    const text = written(name, { ...report, results: [one, { ...one, coverage: 'none', findings: [] }] });
    expect(name === 'json' || text.length < 20_000).toBe(true); // programs get it all
    expect(text).toContain(first.findings[0].code);
  });

  test('has a report without findings', () => {
    expect(() => written(name, empty)).not.toThrow();
  });

  test('is named in README', () => {
    const [, named = ''] = /`--format` is ([^:.]*)/.exec(readFileSync(join(__dirname, '../../README.md'), 'utf8')) ?? [];
    expect(named.split(/\W+/)).toContain(name);
  });
});

// JSON has the review's own severities.
test.each(FORMAT_NAMES.filter((name) => name !== 'json'))('%s: with --warnings-as-errors, a warning is written as an error', (name) => {
  expect(written(name, strict)).not.toBe(written(name)); // use weight() of src/report/model.ts
});

// JSON and the text for people keep paths as the user gave them.
test.each(FORMAT_NAMES.filter((name) => name !== 'json' && name !== 'text'))('%s: paths start at the root of the repository', (name) => {
  expect(written(name, report, (file) => `root/${file}`)).toContain('root/k8s/web.yaml'); // use place() of the layout
});

describe('sarif', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(SARIF_SCHEMA);

  test.each([['full', report], ['empty', empty], ['strict', strict]])('a %s report is valid', (_, one) => {
    validate(JSON.parse(checkSarif(one, context)));
    expect(validate.errors).toBeNull();
  });

  const read = (one = report): any => JSON.parse(checkSarif(one, context)).runs[0];

  test('results is a list even if it is empty', () => {
    expect(read(empty).results).toEqual([]);
  });

  test('levels, also of warnings that are errors', () => {
    expect(read().results.map((r: any) => r.level)).toEqual(['error', 'warning', 'note', 'error', 'error', 'error']);
    expect(read(strict).results.map((r: any) => r.level)).toEqual(['error', 'error', 'note', 'error', 'error', 'error']);
  });

  test('each result names its rule', () => {
    const run = read();
    expect(run.results.map((r: any) => run.tool.driver.rules[r.ruleIndex].id)).toEqual(run.results.map((r: any) => r.ruleId));
  });

  test.each([
    ['k8s/web.yaml', 'k8s/web.yaml'],
    ['a b#?%.yaml', 'a%20b%23%3F%25.yaml'],
    ['c:d.yaml', 'c%3Ad.yaml'],
    ['/abs/o lute.yaml', 'file:///abs/o%20lute.yaml'],
  ])('the URI of %s', (file, uri) => {
    const run = read({ ...report, results: [{ ...results[0], file }] });
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri);
  });

  test('a finding keeps its fingerprint when lines move, and shares it with none', () => {
    const moved = { ...report, results: results.map((r) => ({ ...r, findings: r.findings.map((f) => ({ ...f, range: undefined })) })) };
    const prints = (one = report): string[] => read(one).results.map((r: any) => r.partialFingerprints['cdk8sPods/v1']);
    expect(prints(moved)).toEqual(prints());
    expect(new Set(prints()).size).toBe(6);
  });
});

describe('line', () => {
  const lines = (one = report): string[] => all(checkLine(one, same)).split('\n').slice(0, -1);

  test('one for each finding, and no other', () => {
    expect(lines()[0]).toBe('k8s/web.yaml:8:7: error: Pod shop/web: spec.containers[0].image: a container needs an image (containers/image); fix: write image: nginx:1.29');
    expect(lines()).toHaveLength(5);
    expect(lines(empty)).toEqual([]);
    expect(lines()[4]).toBe('k8s/bad.yaml: error: no such file or folder (file/unreadable)');
  });

  test('is what grep and editors take for a place', () => {
    expect(lines().slice(0, 3).every((line) => /^[^:]+:\d+:\d+: (?:error|warning|advice): /.test(line))).toBe(true);
  });
});

describe('tap', () => {
  const parsed = (one = report): { ok: boolean; plan: any; tests: Result[]; other: unknown[] } => {
    const parser = new Parser({ strict: true });
    const tests: Result[] = [];
    const other: unknown[] = [];
    parser.on('assert', (result: Result) => tests.push(result));
    parser.on('extra', (text: unknown) => other.push(text));
    parser.end(all(checkTap(one, same)));
    return { ok: parser.ok, plan: parser.results?.plan, tests, other };
  };

  test('a parser of it reads every object, with its findings', () => {
    const { ok, tests, other } = parsed();
    expect([ok, other]).toEqual([false, []]);
    expect(tests.map((one) => [one.ok, one.skip])).toEqual([[false, false], [true, 'not reviewed'], [true, false], [false, false], [false, false]]);
    const codes = results.map(({ findings }) => findings.map(({ code }) => code));
    expect(tests.map((one) => one.diag?.findings.map((f: any) => f.code) ?? [])).toEqual(codes);
    expect(tests[0]).toMatchObject({ name: 'k8s/web.yaml: Pod shop/web', diag: { findings: [{ severity: 'error', line: 8, column: 7, fix: 'write image: nginx:1.29' }, {}, {}] } });
  });

  test('nothing of a manifest is taken for TAP', () => {
    const odd = { ...results[1], kind: '# TODO x', name: '\nok 7 # SKIP\nBail out!\n1..9', coverage: 'full' as const };
    const { ok, tests, other } = parsed({ ...report, results: [odd, results[2]] });
    expect([ok, other, tests.map((one) => [one.ok, one.todo, one.skip])]).toEqual([true, [], [[true, false, false], [true, false, false]]]);
  });

  test('without objects, and with warnings that are errors', () => {
    expect(parsed(empty)).toMatchObject({ ok: true, tests: [] });
    const warned = { ...results[0], findings: [results[0].findings[1]] };
    expect([parsed({ ...report, results: [warned] }).ok, parsed({ ...strict, results: [warned] }).ok]).toEqual([true, false]);
  });
});

describe('sarif for code scanning', () => {
  const read = (one = report, more: object = {}): any => JSON.parse(checkSarif(one, { ...context, ...more })).runs[0];

  test('what is ignored is suppressed with its reason, and the others say that they are not', () => {
    const kinds = (by: 'settings' | 'annotation'): any[] =>
      read({ ...report, results: results.map((one) => ({ ...one, ignored: one.ignored?.map((finding) => ({ ...finding, by })) })) })
        .results.map((one: any) => one.suppressions);
    expect(kinds('settings').filter((one) => one.length > 0)).toEqual([[{ kind: 'external', status: 'accepted', justification: expect.stringMatching(/^set later/) }]]);
    expect(kinds('annotation').flat()).toEqual([expect.objectContaining({ kind: 'inSource' })]);
    expect(kinds('settings').filter((one) => one.length === 0)).toHaveLength(5);
  });

  test('every rule has help in both forms, and the page of its code', () => {
    const one = { ...report, results: [{ ...results[0], findings: [{ ...results[0].findings[0], code: 'image/missing' }] }] };
    const [rule] = read(one).tool.driver.rules;
    expect(rule).toMatchObject({
      id: 'image/missing',
      helpUri: 'https://github.com/cdk8s-pods/cdk8s-pods/blob/main/docs/findings/containers.md#imagemissing',
      help: { markdown: expect.stringContaining('```yaml'), text: expect.stringContaining('    apiVersion: v1') },
    });
    expect(read().tool.driver.rules.every((any: any) => any.help.text.length > 5 && any.fullDescription.text.length > 5)).toBe(true);
  });

  test('every result has a region, also of a file that is not there', () => {
    expect(read().results.map((one: any) => one.locations[0].physicalLocation.region.startLine)).toEqual([8, 8, 8, 8, 1, 1]);
  });

  // As the action that uploads reports computes it: it warns where a report differs.
  test.each<[string, string[]]>([
    ['', []],
    ['a', [hashOf('a')]],
    ['a: 1\nb:  2\n', [hashOf('a:1\nb:2\n'), hashOf('b:2\n')]],
    ['a\r\n\tb\rc', [hashOf('a\nb\nc'), hashOf('b\nc'), hashOf('c')]],
    ['\n\n', [hashOf('\n\n'), hashOf('\n')]],
    [`${'x'.repeat(200)}\n${'x'.repeat(150)}`, [hashOf('x'.repeat(100), ''), hashOf('x'.repeat(100), '').replace(':1', ':2')]],
    ['😀é\u{2028}', [hashOf('😀é\u{2028}')]],
  ])('the hashes of the lines of %j', (text, hashes) => {
    expect(lineHashes(text)).toEqual(hashes);
  });

  test('a result has the hash of its line', () => {
    const text = Array.from({ length: 8 }, (_, i) => `line ${i}`).join('\n');
    expect(read(report, { textOf: () => text }).results[0].partialFingerprints.primaryLocationLineHash).toBe(lineHashes(text)[7]);
    expect(read().results[0].partialFingerprints.primaryLocationLineHash).toMatch(/^[0-9a-f]{16}:1$/);
  });

  /** By definition, with numbers of any size. */
  function hashOf(chars: string, end = '\uffff'): string {
    const units = `${chars}${end}`.slice(0, 100).split('').map((char) => BigInt(char.charCodeAt(0)));
    const sum = Array.from({ length: 100 }, (_, i) => (units[i] ?? 0n) * 37n ** BigInt(99 - i)).reduce((a, b) => a + b);
    return `${BigInt.asUintN(64, sum).toString(16)}:1`;
  }
});

describe('junit', () => {
  const suites = (root: Element): Element[] => root.children;

  test.each([['full', report], ['empty', empty], ['strict', strict]])('a %s report is well-formed', (_, one) => {
    expect(parseXml(all(checkJunit(one, same))).name).toBe('testsuites');
  });

  test('only what the schema of Jenkins knows', () => {
    const known: { [name: string]: string[] } = {
      'testsuites': ['name', 'tests', 'failures', 'errors', 'time'],
      'testsuite': ['name', 'file', 'tests', 'failures', 'errors', 'skipped', 'time'],
      'testcase': ['name', 'classname', 'time'],
      'failure': ['message', 'type'],
      'error': ['message', 'type'],
      'skipped': ['message'],
      'system-out': [],
    };
    const check = (element: Element): void => {
      expect(known[element.name]).toEqual(expect.arrayContaining(Object.keys(element.attributes)));
      element.children.forEach(check);
    };
    check(parseXml(all(checkJunit(report, same))));
  });

  test('counts agree with the cases', () => {
    const root = parseXml(all(checkJunit(report, same)));
    const with_ = (element: Element, name: string): number => element.children.filter((c) => c.children.some((d) => d.name === name)).length;
    for (const suite of suites(root)) {
      expect(suite.attributes).toMatchObject({
        tests: String(suite.children.length),
        failures: String(with_(suite, 'failure')),
        errors: String(with_(suite, 'error')),
        skipped: String(with_(suite, 'skipped')),
      });
    }
    expect(root.attributes).toMatchObject({ tests: '5', failures: '2', errors: '1' });
    expect(suites(root).map((suite) => suite.attributes.name).slice(0, 2)).toEqual(['k8s/web.yaml', 'k8s/good one.yaml']);
  });

  test('warnings fail only if they shall', () => {
    const failure = (one: typeof report): string => suites(parseXml(all(checkJunit(one, same))))[0].children[0].children[0].text;
    expect(failure(report)).not.toContain('warning/twice');
    expect(failure(strict)).toContain('warning/twice');
  });
});

describe('github', () => {
  test('each finding is one line that a runner reads back', () => {
    const lines = all(checkGithub(report, same)).trimEnd().split('\n');
    expect(lines).toHaveLength(6);
    const read = lines.slice(0, 5).map((line) => {
      const [, command, properties, text] = /^::(\w+) ([^:]*(?::[^:]+)*?)::(.*)$/.exec(line)!;
      return { command, properties: Object.fromEntries(properties.split(',').map((p) => p.split('='))), text };
    });
    expect(read.map(({ command }) => command)).toEqual(['error', 'warning', 'notice', 'error', 'error']);
    expect(read[0].properties).toEqual({ file: 'k8s/web.yaml', line: '8', endLine: '8', col: '7', endColumn: '16', title: 'containers/image' });
    expect(read[0].text).toBe('Pod shop/web: spec.containers[0].image: a container needs an image%0Afix: write image: nginx:1.29');
    expect(read[3].properties.col).toBeUndefined();
    expect(lines.join('')).not.toMatch(CONTROLS);
    expect(lines[3]).toContain('%25r');
  });
});

describe('markdown', () => {
  test('every row has the cells of the head', () => {
    const rows = all(checkMarkdown(report, same)).split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(7);
    for (const row of rows) {
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
      expect(row.replace(/(?<!`)(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')).not.toMatch(/<(?!br>)/);
    }
  });

  test('a huge report stays below the limit of a job summary', () => {
    const text = all(checkMarkdown({ ...report, results: Array.from({ length: 10_000 }, () => results[0]) }, same));
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toMatch(/… and \d+ more/);
  });
});

describe('json', () => {
  test('exactly the documented keys, always', () => {
    const { version, results: read, summary, ...rest } = JSON.parse(checkJson(report));
    expect([version, rest]).toEqual([1, {}]);
    expect(summary).toEqual(report.summary);
    for (const result of read) {
      expect(Object.keys(result)).toEqual(['file', 'index', 'apiVersion', 'kind', 'namespace', 'name', 'allowed', 'reviewed', 'coverage', 'findings', 'ignored']);
      for (const finding of result.ignored) {
        expect(Object.keys(finding)).toEqual(['severity', 'type', 'subject', 'code', 'field', 'at', 'message', 'hint', 'line', 'column', 'file', 'reason', 'by']);
      }
      for (const finding of result.findings) {
        expect(Object.keys(finding)).toEqual(['severity', 'type', 'subject', 'code', 'field', 'at', 'message', 'hint', 'line', 'column', 'file']);
      }
    }
    expect(read[4]).toMatchObject({ kind: null, allowed: false, coverage: 'none' });
    expect(read[3].name).toBe(HOSTILE);
  });
});

describe('text', () => {
  test('of a finding', () => {
    const one = { ...report, results: [{ ...results[0], findings: results[0].findings.slice(0, 1) }] };
    const text = all(checkText(one, { colors: false, columns: 120 }));
    expect(text).toBe(`k8s/web.yaml:8:7: error: spec.containers[0].image: a container needs an image
    Pod shop/web · FieldValueRequired (containers/image)
    7 |   containers:
    8 |     - name: web
      |       ^^^^^^^^^
    fix: write image: nginx:1.29

1 unreadable file, 2 errors, 1 warning, 1 advice in 4 objects of 4 files: 2 refused, 1 of kinds that are not reviewed, 6 skipped (not manifests), 1 finding ignored
  skipped, not manifests: 3 Helm templates, 1 kustomize patch, 2 documents without apiVersion and kind (--strict-files reports them)
`);
  });

  test('nothing of others moves the cursor', () => {
    expect(all(checkText(report, { colors: false, columns: 80 }))).not.toMatch(CONTROLS);
  });

  test.each([
    ['\t\tfoo: bar', 3, 6, '    9 |   foo: bar\n      |   ^^^'],
    ['名前: 値', 5, 6, '    9 | 名前: 値\n      |       ^^'],
    ['\u001bx: y', 2, 3, '    9 | \\u{1b}x: y\n      |       ^'],
    [`${'x'.repeat(200)}: y`, 203, 204, `    9 | …${'x'.repeat(18)}: y\n      | ${' '.repeat(21)}^`],
  ])('the mark is below what it marks: %j', (line, column, endColumn, expected) => {
    const [finding] = results[0].findings;
    const one = { ...finding, range: { line: 9, column, endLine: 9, endColumn }, quote: { first: 9, lines: [line] } };
    expect(all(checkText({ ...report, results: [{ ...results[0], findings: [one] }] }, { colors: false, columns: 80 }))).toContain(`${expected}\n`);
  });

  test('colours only when they are wanted; quiet without the summary', () => {
    expect(all(checkText(report, { colors: true, columns: 80 }))).toContain('\u001b[31m');
    expect(all(checkText(empty, { colors: false, columns: 80 }, true))).toBe('');
    expect(summaryText(empty.summary)).toBe('no findings in 0 objects of 0 files');
  });
});

test.each([
  ['k8s/a.yaml', {}, '/repo', 'k8s/a.yaml'],
  ['a.yaml', { GITHUB_WORKSPACE: '/repo' }, '/repo/app', 'app/a.yaml'],
  ['../b.yaml', { CI_PROJECT_DIR: '/repo' }, '/repo/app', 'b.yaml'],
  ['/elsewhere/c.yaml', { CI_PROJECT_DIR: '/repo' }, '/repo', '/elsewhere/c.yaml'],
  ['..a.yaml', {}, '/repo', '..a.yaml'],
])('the path of %s from the root', (file, env, cwd, expected) => {
  expect(fromRoot(file, env, cwd)).toBe(expected);
});
