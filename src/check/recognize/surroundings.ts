import { existsSync } from 'fs';
import { basename, dirname, join, relative, resolve, sep } from 'path';
import type { OtherFile } from '../../report/other-files';
import { readYaml } from '../../yaml/read/read';
import { readBytes } from '../read-bytes';

const CHART = 'Chart.yaml';
export const KUSTOMIZATIONS = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** What a file may be by its place, and the folder of the chart or kustomization that it belongs to. */
export interface Likeness {
  readonly what: OtherFile;
  readonly of: string;
}

/** What is known of a folder. */
interface Folder {
  readonly path: string;
  /** The nearest folder with a Chart.yaml, this one or one around it. */
  readonly chart?: string;
}

/** The charts and kustomizations around files. Each folder is looked at once. */
export class Surroundings {
  /** By the name as it was given, and by the whole path. */
  private readonly given = new Map<string, Folder>();
  private readonly folders = new Map<string, Folder>();
  private readonly kustomizations = new Set<string>();
  /** The files that a kustomization names, and what it takes them for. */
  private readonly named = new Map<string, Likeness>();

  /** Learns what is around some files before the first of them is asked for: a kustomization may name files of other folders. */
  constructor(files: readonly string[], private readonly cwd = process.cwd()) {
    files.forEach((file) => this.folderOf(file));
  }

  /** What a file is for by its place; undefined when nothing says so. */
  public likeness(file: string): Likeness | undefined {
    const { path: folder, chart } = this.folderOf(file);
    const name = basename(file);
    if (KUSTOMIZATIONS.includes(name)) {
      return { what: 'kustomization', of: this.shown(folder) };
    }
    // Most files stand in a folder without any of this.
    if (chart === undefined && this.named.size === 0) {
      return undefined;
    }
    const path = join(folder, name);
    const named = this.named.get(path);
    if (named !== undefined || chart === undefined) {
      return named;
    }
    if (folder === chart && name === CHART) {
      return { what: 'chart-file', of: this.shown(chart) };
    }
    return relative(chart, path).split(sep)[0] === 'templates' ? { what: 'helm-template', of: this.shown(chart) } : undefined;
  }

  private folderOf(file: string): Folder {
    const given = dirname(file);
    let known = this.given.get(given);
    if (known === undefined) {
      known = this.folder(resolve(this.cwd, given));
      this.given.set(given, known);
    }
    return known;
  }

  private folder(path: string): Folder {
    let known = this.folders.get(path);
    if (known === undefined) {
      const above = dirname(path);
      // A repository is a world of its own.
      const around = above === path || existsSync(join(path, '.git')) ? {} : this.folder(above);
      known = existsSync(join(path, CHART)) ? { path, chart: path } : { ...around, path };
      this.folders.set(path, known);
      KUSTOMIZATIONS.map((name) => join(path, name)).filter((file) => existsSync(file)).forEach((file) => this.learn(file));
    }
    return known;
  }

  /** Learns which files a kustomization takes for patches. What it also takes for a resource is a manifest. */
  private learn(file: string): void {
    if (this.kustomizations.has(file)) {
      return;
    }
    this.kustomizations.add(file);
    const folder = dirname(file);
    const value = kustomizationIn(file);
    const resources = new Set(namesIn(value, ['resources', 'bases']).map((name) => resolve(folder, name)));
    const patches = namesIn(value, ['patches', 'patchesStrategicMerge', 'patchesJson6902']);
    for (const path of patches.map((name) => resolve(folder, name)).filter((one) => !resources.has(one))) {
      this.named.set(path, { what: 'kustomize-patch', of: this.shown(folder) });
    }
  }

  private shown(folder: string): string {
    const below = relative(this.cwd, folder);
    return below === '' ? '.' : below.split(sep).join('/');
  }
}

/** The contents of a kustomization; empty when it cannot be read, which kustomize will say. */
export function kustomizationIn(file: string): { readonly [field: string]: unknown } {
  try {
    const { value } = readYaml(readBytes(file), { mergeOverrides: 'allow' }).documents[0] ?? {};
    return typeof value === 'object' && value !== null ? value as { readonly [field: string]: unknown } : {};
  } catch {
    return {};
  }
}

/** The files that some fields of a kustomization name, directly or as `path`. A patch may also be written right there. */
export function namesIn(value: { readonly [field: string]: unknown }, fields: readonly string[]): string[] {
  return fields.flatMap((field) => {
    const list = Object.hasOwn(value, field) ? value[field] : undefined;
    return Array.isArray(list) ? list.map((item: unknown) => typeof item === 'string' ? item : Object(item).path as unknown) : [];
  }).filter((name): name is string => typeof name === 'string' && name !== '' && !name.includes('\n') && !name.includes('://'));
}
