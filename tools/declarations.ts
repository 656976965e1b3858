// What an editor shows of the compiled library: changes of the declarations in lib, which the compiler cannot be told to make.
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

/** Names of resources that every cluster knows; others stay possible. */
const RESOURCES = ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'hugepages-1Gi'];
const QUANTITY = 'string | number';
/** Capabilities that the container runtimes know, without `CAP_`, and the name for all of them. */
const CAPABILITIES = [
  'ALL', 'AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER',
  'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE', 'LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE',
  'NET_BROADCAST', 'NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYSLOG', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_CHROOT', 'SYS_MODULE', 'SYS_NICE',
  'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'WAKE_ALARM',
];

/** Types that jsii cannot say, by interface or class, and member: what an editor completes, and every other string too. */
function refined(owner: string, member: string, codes: readonly string[]): string | undefined {
  switch (`${owner}.${member}`) {
    case 'ResourceRequirements.limits': case 'ResourceRequirements.requests':
      return `{ [key: string]: ${QUANTITY} } & { ${RESOURCES.map((name) => `'${name}'?: ${QUANTITY}`).join('; ')} }`;
    case 'VolumeResourceRequirements.limits': case 'VolumeResourceRequirements.requests':
      return `{ [key: string]: ${QUANTITY} } & { storage?: ${QUANTITY} }`;
    case 'Capabilities.add': case 'Capabilities.drop':
      return `(${union(CAPABILITIES)})[]`;
    case 'Admission.suppress':
      return union(codes);
    default:
      return undefined;
  }
}

const union = (names: readonly string[]): string => `${names.map((name) => `'${name}'`).join(' | ')} | (string & {})`;

/**
 * Declarations as an editor should show them: without members for internal use, without the compiler's own tags, and with the known names of
 * open sets. A type that takes any string still does.
 *
 * @param codes the codes of findings that can be suppressed
 */
export function polished(text: string, codes: readonly string[]): string {
  const source = ts.createSourceFile('lib.d.ts', text, ts.ScriptTarget.ES2022, true);
  const edits: { from: number; to: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) && node.name !== undefined) {
      for (const member of node.members) {
        const name = member.name?.getText(source) ?? '';
        const type = refined(node.name.text, name, codes);
        if (isInternal(member, text)) {
          edits.push({ from: member.getFullStart(), to: member.end, text: '' });
        } else if (isRefused(member, text)) {
          edits.push({ from: member.getFullStart(), to: member.end, text: `\n    readonly [refused: \`${name.slice(0, -1)}\${string}\`]: ${member.type!.getText(source)} | undefined;` });
        } else if (type !== undefined) {
          const isMethod = ts.isMethodSignature(member) || ts.isMethodDeclaration(member);
          const place = isMethod ? member.parameters[0].type! : (member as ts.PropertySignature).type!;
          edits.push({ from: place.getStart(source), to: place.end, text: type });
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  let result = text;
  for (const { from, to, text: replacement } of edits.sort((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + replacement + result.slice(to);
  }
  return result.replace(/^ *\*\n( *)\* @jsii ignore\n/gm, '').replace(/^ *\* @jsii ignore\n/gm, '');
}

/** Whether a member is marked as internal and is named like one of ours: members inherited from cdk8s stay. */
function isInternal(member: ts.Node, text: string): boolean {
  return (ts.getLeadingCommentRanges(text, member.getFullStart()) ?? []).some(({ pos, end }) => /@internal\b/.test(text.slice(pos, end)));
}

/**
 * A prop that a class refuses has a type that says why. It becomes an index signature for this one name: the compiler still prints the reason,
 * and an editor does not complete the name.
 */
function isRefused(member: ts.Node, text: string): member is ts.PropertySignature {
  return ts.isPropertySignature(member) && member.type?.kind === ts.SyntaxKind.LiteralType
    && (ts.getLeadingCommentRanges(text, member.getFullStart()) ?? []).some(({ pos, end }) => text.slice(pos, end).includes('@jsii ignore'));
}

/** Changes the declarations of a folder and of all below it. */
export function polishFolder(folder: string, codes: readonly string[]): void {
  for (const file of readdirSync(folder, { recursive: true }) as string[]) {
    if (file.endsWith('.d.ts')) {
      const path = join(folder, file);
      const before = readFileSync(path, 'utf8');
      const after = polished(before, codes);
      if (after !== before) {
        writeFileSync(path, after);
      }
    }
  }
}
