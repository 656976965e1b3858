import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { App as Cdk8sApp, AppProps } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { App } from '../../src/synth/app';

/** What is in a folder: the text of every file under it, by path. */
export function filesIn(folder: string): { [path: string]: string } {
  return Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** The documents of a YAML text. */
export function documents(text: string): unknown[] {
  return parseAllDocuments(text, { version: '1.1' }).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS();
  }).filter((value) => value !== null);
}

/** The documents of every file that an app writes, or what it throws. */
export function synthesized(kind: 'ours' | 'cdk8s', props: AppProps, build: (app: Cdk8sApp) => void): { [path: string]: unknown } | string {
  const outdir = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    const app = kind === 'ours' ? new App({ outdir, ...props }) : new Cdk8sApp({ outdir, ...props });
    build(app);
    app.synth();
    return Object.fromEntries(Object.entries(filesIn(outdir)).map(([path, text]) => [path, documents(text)]));
  } catch (e) {
    return (e as Error).message;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}
