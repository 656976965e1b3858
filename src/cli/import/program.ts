import { Code, layOut, usedNames } from './layout';

/** A statement of the program: a construct, or a variable for it. */
export interface Statement {
  readonly variable?: string;
  readonly code: Code;
  /** Lines of comment above it. */
  readonly comments?: readonly string[];
  /** Whether an empty line stands above it. */
  readonly gap?: boolean;
}

const CDK8S = new Set(['App', 'ApiObject', 'Chart', 'JsonPatch']);
const WIDTH = 118;

/**
 * The program: imports of what is used, the statements, and an end that writes the files.
 *
 * @param ownApp whether App is this library's and not cdk8s'
 */
export function programText(statements: readonly Statement[], ownApp = false): string {
  const used = new Set<string>();
  statements.forEach(({ code }) => usedNames(code, used));
  const names = [...used].filter((name) => /^[A-Z]/.test(name)).sort();
  const isOfCdk8s = (name: string): boolean => CDK8S.has(name) && !(ownApp && name === 'App');
  const lines = [
    importText(names.filter(isOfCdk8s), 'cdk8s'),
    importText(names.filter((name) => !isOfCdk8s(name)), 'cdk8s-pods'),
  ].filter((line) => line !== '');
  lines.push('');
  let broken = false;
  for (const { variable, code, comments = [], gap } of statements) {
    const head = variable === undefined ? '' : `const ${variable} = `;
    const text = `${head}${layOut(code, 0, head.length + 1)};`;
    const wide = text.includes('\n') || comments.length > 0;
    if ((gap || wide || broken) && lines[lines.length - 1] !== '') {
      lines.push('');
    }
    broken = wide;
    lines.push(...comments.map((comment) => `// ${comment}`), text);
  }
  return `${lines.join('\n')}\n`;
}

function importText(names: readonly string[], from: string): string {
  if (names.length === 0) {
    return '';
  }
  const line = `import { ${names.join(', ')} } from '${from}';`;
  if (line.length <= WIDTH) {
    return line;
  }
  const rows: string[] = [];
  for (const name of names) {
    const last = rows[rows.length - 1];
    if (last !== undefined && last.length + name.length + 2 <= WIDTH) {
      rows[rows.length - 1] = `${last} ${name},`;
    } else {
      rows.push(`  ${name},`);
    }
  }
  return `import {\n${rows.join('\n')}\n} from '${from}';`;
}
