import { existsSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, relative, resolve, sep } from 'path';
import { Rendered, unplaced } from './rendered';
import { NoSuchTool, outputOf } from './tool';
import { Sources } from './written';
import { readYaml } from '../../yaml/read/read';
import { KUSTOMIZATIONS } from '../recognize/surroundings';

/** The annotation by which kustomize tells where an object comes from, as it writes it. */
const ORIGIN = /^ {4}config\.kubernetes\.io\/origin: \|\n((?: {6}.*\n)+)/m;

/** Builds a kustomization with the user's own kubectl, or kustomize where there is none. Each object belongs to the file that it comes from. */
export function buildKustomization(folder: string): Rendered[] {
  if (!KUSTOMIZATIONS.some((name) => existsSync(join(folder, name)))) {
    throw new Error(`no ${KUSTOMIZATIONS[0]} found in it`);
  }
  const around = mkdtempSync(join(realpathSync(tmpdir()), 'kustomize-'));
  try {
    return objectsOf(built(folder, around), folder, around);
  } finally {
    rmSync(around, { recursive: true });
  }
}

/** A kustomization around it asks for the origin of each object. A component can only be built as it is. */
function built(folder: string, around: string): string {
  const resource = relative(around, realpathSync(folder)).split(sep).join('/');
  writeFileSync(join(around, 'kustomization.yaml'), JSON.stringify({ resources: [resource], buildMetadata: ['originAnnotations'] }));
  try {
    return build(around);
  } catch (error) {
    if (error instanceof NoSuchTool) {
      throw error;
    }
    return build(folder);
  }
}

function build(folder: string): string {
  try {
    return outputOf('kubectl', ['kustomize', resolve(folder)]);
  } catch (error) {
    if (!(error instanceof NoSuchTool)) {
      throw error;
    }
  }
  try {
    return outputOf('kustomize', ['build', resolve(folder)]);
  } catch (error) {
    throw error instanceof NoSuchTool ? new NoSuchTool('neither kubectl nor kustomize is on the PATH') : error;
  }
}

function objectsOf(text: string, folder: string, around: string): Rendered[] {
  const sources = new Sources(folder);
  return text.split(/^---\n/m).filter((part) => part.trim() !== '').map((part) => {
    const origin = /^ {6}path: (.*)$/m.exec(ORIGIN.exec(part)?.[1] ?? '')?.[1];
    const own = withoutOrigin(part);
    const lines = own.split('\n');
    const file = origin === undefined ? undefined : relative(process.cwd(), resolve(around, origin));
    const { documents: [document] } = readYaml(Buffer.from(own), { mergeOverrides: 'allow' });
    return {
      file: file ?? folder,
      text: own,
      locate: (finding) => document === undefined ? unplaced(finding, lines) : sources.locate(finding, document.value, file, lines),
    };
  });
}

/** The object as it is without the annotation that was asked for. */
function withoutOrigin(text: string): string {
  const left = text.replace(ORIGIN, '');
  return left === text ? text : left.replace(/^ {2}annotations:\n(?! {4})/m, '');
}
