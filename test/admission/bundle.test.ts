import { join } from 'path';
import { createContext, runInContext } from 'vm';
import { build } from 'esbuild';
import { minimalPod } from './cases/base';

const MOST_BYTES = 320_000;

/** The module as one script for a browser; esbuild fails when it imports what no browser has. */
async function bundle(): Promise<{ readonly text: string; readonly inputs: readonly string[] }> {
  const root = join(__dirname, '../..');
  const { outputFiles, metafile } = await build({
    entryPoints: ['src/admission/index.ts'],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    platform: 'browser',
    format: 'iife',
    globalName: 'admission',
    target: 'es2022',
    logLevel: 'silent',
  });
  return { text: outputFiles[0].text, inputs: Object.keys(metafile.inputs) };
}

test('the review runs where there is no Node, from a bundle of our own sources alone', async () => {
  const { text, inputs } = await bundle();
  expect(inputs.filter((path) => !path.startsWith('src/'))).toEqual([]);
  expect(inputs.some((path) => path.startsWith('src/constructs/'))).toBe(false);
  expect(text.length).toBeLessThan(MOST_BYTES);
  const context = createContext(Object.create(null));
  runInContext(text, context);
  const ask = (manifest: object): unknown => JSON.parse(runInContext(`JSON.stringify(admission.review(${JSON.stringify(manifest)}, { podSecurity: 'baseline' }))`, context));
  expect(ask(minimalPod())).toMatchObject({ allowed: true, reviewed: true, findings: [], qosClass: 'BestEffort' });
  expect(ask(minimalPod({ hostNetwork: true, containers: [] }))).toMatchObject({ allowed: false });
});
