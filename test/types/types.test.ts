import { readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const ROOT = join(__dirname, '..', '..');
const REFUSED = join(__dirname, 'refused.ts');
const ACCEPTED = join(__dirname, 'accepted.ts');
const DIRECTIVE = /^\s*\/\/ @ts-expect-error (.+)$/;

interface Expected {
  readonly line: number; readonly at: string; readonly code: string;
}
interface Found {
  readonly line: number; readonly at: string; readonly message: string;
}

const source = readFileSync(REFUSED, 'utf8').split('\n');
const expected: Expected[] = source.flatMap((text, i) => {
  const match = DIRECTIVE.exec(text);
  return match ? [{ line: i + 2, at: match[1], code: source[i + 1].trim() }] : [];
});
let found: Map<string, Found[]>;

/** Compiles both files with the directives switched off, so that the error of every line is seen and not only that there is one. */
function compile(): Map<string, Found[]> {
  const config = ts.getParsedCommandLineOfConfigFile(join(ROOT, 'test', 'tsconfig.json'), {}, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (d) => {
      throw new Error(ts.flattenDiagnosticMessageText(d.messageText, '\n'));
    },
  })!;
  const host = ts.createCompilerHost(config.options);
  const read = host.readFile;
  host.readFile = (file) => read(file)?.replace(/@ts-expect-error/g, '@off');
  host.getSourceFile = (file, options) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, options);
  };
  const program = ts.createProgram([REFUSED, ACCEPTED], config.options, host);
  return new Map([REFUSED, ACCEPTED].map((file) => {
    const sourceFile = program.getSourceFile(file)!;
    const diagnostics = [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)];
    return [file, diagnostics.map(({ start = 0, length = 0, messageText }) => ({
      line: sourceFile.getLineAndCharacterOfPosition(start).line + 1,
      at: sourceFile.text.slice(start, start + length),
      message: ts.flattenDiagnosticMessageText(messageText, '\n'),
    }))];
  }));
}

beforeAll(() => {
  found = compile();
}, 120_000);

test('what has to compile does', () => {
  expect(found.get(ACCEPTED)).toEqual([]);
});

test('there are cases, and every directive says where its error is', () => {
  expect(expected.length).toBeGreaterThan(80);
  expect(source.filter((text) => text.includes('@ts-expect-error')).length).toBe(expected.length);
});

test.each(expected.map((e): [string, Expected] => [e.code, e]))('%s does not compile', (_, { line, at }) => {
  const errors = found.get(REFUSED)!.filter((e) => e.line === line);
  expect(errors.map((e) => e.at)).toContainEqual(at === '{' ? expect.stringMatching(/^\{/) : at);
});

test.each(['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'])('%s of an init container: the compiler says why', (prop) => {
  const message = (code: string) => {
    const { line } = expected.find((one) => one.code.includes(code))!;
    return found.get(REFUSED)!.find((e) => e.line === line)!.message;
  };
  expect(message(`new InitContainer(pod, name, { ${prop}`))
    .toContain('not allowed: an init container runs to completion and has no probes or lifecycle hooks; use Sidecar for one that keeps running');
  expect(message(`{ initContainers: [{ name, ${prop}`)).toMatch(/Property 'restartPolicy' is missing .* required in type 'SidecarLiteral'/);
});

test('nothing else in the file has an error', () => {
  const lines = new Set(expected.map((e) => e.line));
  expect(found.get(REFUSED)!.filter((e) => !lines.has(e.line))).toEqual([]);
});
