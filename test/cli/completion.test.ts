// The completion of the command in shells. The script for bash is run by bash; those for zsh and fish are made from the same words.
import { spawnSync } from 'child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { delimiter, join } from 'path';
import { KUBERNETES_VERSIONS } from '../../src/admission';
import { DIFF_FORMAT_NAMES } from '../../src/report/diff/format-names';
import { FORMAT_NAMES } from '../../src/report/formats';
import { compiledBin } from '../run/package';

jest.setTimeout(120_000);

const COMMANDS = ['check', 'diff', 'facts', 'import', 'list', 'explain', 'debug', 'completion', 'help'];
let folder: string;
const scripts: { [shell: string]: string } = {};

function run(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [compiledBin(), ...args], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'completion-'));
  symlinkSync(compiledBin(), join(folder, 'cdk8s-pods'));
  for (const shell of ['bash', 'zsh', 'fish']) {
    scripts[shell] = run('completion', shell);
  }
  writeFileSync(join(folder, 'script.bash'), scripts.bash);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What bash offers for the last of the words, which it has taken apart at `=`. */
function offered(...words: string[]): string[] {
  const program = '. ./script.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _cdk8s_pods; printf "%s\\n" "${COMPREPLY[@]}"';
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', program, 'bash', 'cdk8s-pods', ...words], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
  });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((word) => word !== '');
}

test('zsh offers again the options that can be repeated, and no other', () => {
  const repeated = [...scripts.zsh.matchAll(/'\*(--[a-z-]+)/g)].map(([, option]) => option);
  expect(new Set(repeated)).toEqual(new Set(['--ignore', '--exclude', '--skip', '--helm', '--values', '--set', '--kustomize', '--format', '--fail-on', '--takes', '--severity', '--namespace']));
});

describe('bash', () => {
  test.each<[string, string[], string[]]>([
    ['commands', [''], COMMANDS],
    ['a command', ['ch'], ['check']],
    ['options of the program', ['--v'], ['--version']],
    ['an option', ['check', 'k8s/', '--for'], ['--format']],
    ['an option after another', ['check', '--advice', '--no'], ['--no-config']],
    ['an option of another command is none', ['import', '--for'], ['--force']],
    ['formats', ['check', '--format', ''], FORMAT_NAMES],
    ['formats after =', ['check', '--format', '='], FORMAT_NAMES],
    ['a format after =', ['check', '--format', '=', 'sar'], ['sarif']],
    ['minors', ['check', '-k', ''], [...KUBERNETES_VERSIONS]],
    ['levels', ['check', '--pod-security', 're'], ['restricted']],
    ['kinds', ['check', '--skip', 'StatefulS'], ['StatefulSet']],
    ['codes', ['explain', 'image/m'], ['image/missing']],
    ['codes to ignore', ['check', '-i', 'image/m'], ['image/missing']],
    ['commands to help with', ['help', 'ex'], ['explain']],
    ['shells', ['completion', ''], ['bash', 'zsh', 'fish']],
    ['formats of diff', ['diff', '--format', ''], DIFF_FORMAT_NAMES],
    ['impacts', ['diff', '--fail-on', 'repl'], ['replace']],
    ['files are left to bash', ['check', 'scr'], []],
    ['a file after an option', ['check', '--baseline', 'scr'], []],
    ['what nobody knows', ['nothing', ''], []],
  ])('%s', (_, words, wanted) => {
    expect(offered(...words).sort()).toEqual([...wanted].sort());
  });

  test('what it does not complete, bash completes as files', () => {
    expect(scripts.bash).toMatch(/^complete -o default -F _cdk8s_pods cdk8s-pods$/m);
  });
});

describe.each(['bash', 'zsh', 'fish'])('the script for %s', (shell) => {
  test('has every command, and every option that the help has', () => {
    for (const command of COMMANDS.filter((one) => one !== 'help')) {
      expect(scripts[shell]).toContain(command);
      const options = [...run(command, '--help').matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name);
      expect(options).toContain('help');
      const missing = options.filter((name) => !scripts[shell].includes(shell === 'fish' ? ` -l ${name} ` : `--${name}`));
      expect([command, missing]).toEqual([command, []]);
    }
  });

  test('has no quote without its other half', () => {
    const open = scripts[shell].split('\n').filter((line) => !line.startsWith('#')).map((line) => line.replace(/"[^"]*"|'\\''|\\'/g, ''))
      .filter((line) => (line.match(/'/g) ?? []).length % 2 > 0);
    expect(open).toEqual([]);
  });
});

describe('codes', () => {
  test('list: every code, or those that begin so', () => {
    const all = run('list', '--codes').split('\n').slice(0, -1);
    expect(all.length).toBeGreaterThan(500);
    expect(all).toEqual([...all].sort());
    expect(run('list', 'image/').split('\n').slice(0, -1).map((line) => line.split(/\s+/)[0])).toEqual(all.filter((code) => code.startsWith('image/')));
    expect(run('list').split('\n').every((line) => line.length <= 150)).toBe(true);
    expect(run('list', 'image/missing')).toMatch(/^image\/missing {2}error {4}\S/);
  });

  test('explain: cause, fix, an example and the page', () => {
    const text = run('explain', 'image/missing', 'file/unreadable');
    expect(text).toMatch(/^image\/missing\n\nerror · FieldValueRequired\n/);
    expect(text).toContain('\n    kind: Pod\n');
    expect(text).toContain('/docs/findings/containers.md#imagemissing\n');
    expect(text).toContain('\nfile/unreadable\n\n');
  });

  test('every code that is listed can be explained', () => {
    const all = run('list', '--codes').split('\n').slice(0, -1);
    const text = run('explain', ...all);
    expect(all.filter((code) => !text.includes(`${code}\n\n`))).toEqual([]);
    expect(text.match(/^https:\/\/\S+$/gm)).toHaveLength(all.length);
  });

  test.each<[string[], string]>([
    [['explain', 'image/mising'], "error: unknown code 'image/mising': did you mean 'image/missing'?; 'cdk8s-pods list' prints all codes\n"],
    [['explain', 'toString'], "error: unknown code 'toString'; 'cdk8s-pods list' prints all codes\n"],
    [['list', 'imag/'], "error: no code starts with 'imag/': did you mean 'image'?\n"],
    [['list', 'x'.repeat(100_000)], `error: no code starts with '${'x'.repeat(200)}… (100000 characters)'\n`],
  ])('what there is not: %.40j', (args, message) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [compiledBin(), ...args], { encoding: 'utf8' });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: message });
  });
});
