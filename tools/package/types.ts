import { writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const PROGRAM = `
import { App, Chart } from 'cdk8s';
import { Container, Pod } from 'cdk8s-pods';
import { review } from 'cdk8s-pods/admission';
import { AdmissionValidation } from 'cdk8s-pods/plugin';
import { podOf } from 'cdk8s-pods/jest';

const pod = new Pod(new Chart(new App(), 'chart'), 'pod');
new Container(pod, 'main', { image: 'nginx:1.27' });
export const allowed: boolean = review({ kind: 'Pod' }, { kubernetesVersion: '1.36' }).allowed;
export const rest: unknown[] = [AdmissionValidation, podOf];
// @ts-expect-error -- not any
review({}).nothing;
`;

const { ModuleKind, ModuleResolutionKind } = ts;
/** The ways of TypeScript to find the types of an entry. */
const WAYS: readonly [string, ts.CompilerOptions][] = [
  ['main.ts', { module: ModuleKind.CommonJS, moduleResolution: ModuleResolutionKind.Node10, ignoreDeprecations: '5.0' }],
  ['main.cts', { module: ModuleKind.Node16 }],
  ['main.mts', { module: ModuleKind.Node16 }],
  ['main.ts', { module: ModuleKind.ESNext, moduleResolution: ModuleResolutionKind.Bundler }],
];

/** What an app that is compiled against the package is told. */
export function typeFaults(folder: string): string[] {
  return WAYS.flatMap(([name, options]) => {
    const file = join(folder, name);
    writeFileSync(file, PROGRAM);
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2022, strict: true, noEmit: true, skipLibCheck: true, types: [], ...options,
    });
    const way = `${name}, ${ModuleKind[options.module!]}`;
    return ts.getPreEmitDiagnostics(program).map((d) => `${way}: ${d.file?.fileName ?? ''} ${ts.flattenDiagnosticMessageText(d.messageText, '\n')}`);
  });
}
