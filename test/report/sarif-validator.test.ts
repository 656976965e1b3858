// The report as the validator of Microsoft's SARIF SDK sees it, with the rules of GitHub's code scanning.
import { spawnSync } from 'child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { basename, dirname, join } from 'path';
import { empty, report } from './fixture';
import { checkSarif } from '../../src/report/sarif';
import { rulesOfDocs } from '../../tools/rules';

jest.setTimeout(180_000);

const rules = rulesOfDocs();
const context = { place: (file: string): string => file, textOf: (): undefined => undefined, rules: () => rules };

/** A report without what GitHub requires. */
function incomplete(): string {
  const sarif = JSON.parse(checkSarif(report, context));
  sarif.runs[0].tool.driver.rules.forEach((rule: any) => delete rule.help);
  delete sarif.runs[0].results[0].locations[0].physicalLocation.region;
  return JSON.stringify(sarif);
}

const FILES: { readonly [name: string]: string } = {
  full: checkSarif(report, context),
  empty: checkSarif(empty, context),
  unsuppressed: checkSarif({ ...report, results: report.results.map((one) => ({ ...one, ignored: undefined })) }, context),
  incomplete: incomplete(),
};

let folder: string;
/** Errors and warnings, the validator's default, by report. */
const found: { [name: string]: string[] } = {};

/** The program for this machine, which the package has in a package for each platform. */
function validator(): string {
  const platform = process.platform === 'win32' ? 'win32' : process.platform === 'darwin' ? 'darwin' : 'linux';
  const own = dirname(require.resolve(`@microsoft/sarif-multitool-${platform}/package.json`));
  const program = ['Sarif.Multitool', 'Sarif.Multitool.exe'].map((name) => join(own, name)).find((file) => existsSync(file))!;
  chmodSync(program, 0o755);
  return program;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sarif-'));
  const files = Object.entries(FILES).map(([name, text]) => {
    const file = join(folder, `${name}.sarif`);
    writeFileSync(file, text);
    found[name] = [];
    return file;
  });
  const answer = join(folder, 'answer.sarif');
  const { status, stdout, stderr } = spawnSync(validator(), ['validate', ...files, '--rule-kind', 'Sarif;Ghas', '--output', answer], { encoding: 'utf8' });
  if (!existsSync(answer)) {
    throw new Error(`the validator ends with ${status}: ${stdout}${stderr}`);
  }
  const { runs: [{ results }] } = JSON.parse(readFileSync(answer, 'utf8').replace(/^\ufeff/, '')) as any;
  for (const { level = 'warning', ruleId, message, locations: [{ physicalLocation: { artifactLocation } }] } of results) {
    found[basename(artifactLocation.uri as string, '.sarif')].push(`${level} ${ruleId} ${JSON.stringify(message.arguments)}`);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['full', 'empty', 'unsuppressed'])('it finds nothing in a report: %s', (name) => {
  expect(found[name]).toEqual([]);
});

test('it finds what is missing', () => {
  expect([...new Set(found.incomplete.map((one) => one.split(' ').slice(0, 2).join(' ')))].sort()).toEqual(['error GH2012', 'warning SARIF2017']);
});
