import { readFileSync } from 'fs';
import { join } from 'path';

import * as ts from 'typescript';

const ROOT = join(__dirname, '..', '..');

const NAMED = [ts.isFunctionDeclaration, ts.isClassDeclaration, ts.isInterfaceDeclaration];
const STATEMENTS = [ts.isVariableStatement, ts.isExpressionStatement, ts.isForOfStatement, ...NAMED];

/**
 * The code of an example: the whole file without its first comment; or for `file.ts#id,id` the statements that create the constructs or
 * helpers with these ids, with their comments.
 */
export function quoteOf(reference: string): string {
  const [file, ids] = reference.split('#');
  const text = readFileSync(join(ROOT, file), 'utf8');
  if (ids === undefined) {
    return text.replace(/^\/\*\*[\s\S]*?\*\/\n/, '').trimEnd();
  }
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return ids.split(',').map((id) => dedent(statementOf(source, id))).join('\n\n');
}

function statementOf(source: ts.SourceFile, id: string): string {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node, statement: ts.Node | undefined): void => {
    const own = STATEMENTS.some((is) => is(node)) ? node : statement;
    const isNamed = (ts.isStringLiteral(node) && node.text === id && (ts.isNewExpression(node.parent) || ts.isCallExpression(node.parent)))
      || ([ts.isVariableDeclaration, ...NAMED].some((is) => is(node)) && (node as ts.NamedDeclaration).name?.getText() === id);
    if (isNamed && own !== undefined) {
      found ??= own;
    }
    ts.forEachChild(node, (child) => visit(child, own));
  };
  visit(source, undefined);
  if (found === undefined) {
    throw new Error(`${source.fileName} makes nothing with the id '${id}'`);
  }
  const start = ts.getLeadingCommentRanges(source.text, found.getFullStart())?.[0]?.pos ?? found.getStart();
  const line = source.text.lastIndexOf('\n', start) + 1;
  return source.text.slice(line, found.getEnd());
}

function dedent(text: string): string {
  const indent = /^ */.exec(text)![0];
  return text.split('\n').map((line) => line.startsWith(indent) ? line.slice(indent.length) : line).join('\n');
}
